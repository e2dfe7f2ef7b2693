// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

/// One kind of text that comes in from a file and is known by the file’s name. The module that owns
/// the records implements it. Loading the same file twice changes nothing.
public interface TextIntake {

    /// @param name of the file, with the folders it lies in: `de/StAG/StAG_2024-06-27_27a129c6.md`
    boolean recognises(String name);

    LoadReport load(String name, String text);
}
