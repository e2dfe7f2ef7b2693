// SPDX-License-Identifier: Apache-2.0
package org.chancery.engagement;

import java.util.regex.Pattern;

/// Tells a person's name from an office held: a title followed by a capitalised word (DEM-007).
final class PersonNamed {

    private static final Pattern TITLE =
            Pattern.compile(
                    "(?<![\\p{L}])(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Herr|Herrn|Frau|Monsieur"
                            + "|Madame|Mme|Señor|Señora|Signor|Signora|Pan|Pani)\\.?\\s+(?:(?:Dr|Prof)\\.?\\s+)?"
                            + "\\p{Lu}[\\p{L}’'-]+");

    private PersonNamed() {}

    static boolean in(String text) {
        return TITLE.matcher(text).find();
    }
}
