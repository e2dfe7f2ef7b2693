// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Finds what looks like data on a private person in a text of any of five languages (EN, DE, FR,
/// ES, IT), so that a person can aggregate it (RPT-003, MEA-008, DEM-007). Knows no names, only the
/// shapes in which persons are written of; holders of an office named by their function are no
/// suspicion. It warns and never decides.
public final class PersonalData {

    private static final String MONTHS =
            "(?:jan|feb|f[ée]v|m[äa]r|mrz|apr|avr|abr|ma[iyg]|jun|jui|giu|jul|lug|aug|ao[uû]|ago|sep|set"
                    + "|okt|oct|ott|nov|de[zc]|d[ée]c|dic|ene|gen)\\p{Ll}*\\.?";
    private static final String DAY =
            "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-](?:\\d{4}|\\d{2})"
                    + "|\\d{1,2}(?:\\.|st|nd|rd|th|er|º|°)? (?:de )?"
                    + MONTHS
                    + ",? (?:de )?\\d{4}|"
                    + MONTHS
                    + " \\d{1,2}, \\d{4})";

    private static final Pattern EMAIL =
            Pattern.compile("([\\p{L}\\d._%+-]+)@[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)+");
    private static final Pattern OFFICE_MAILBOX =
            Pattern.compile(
                    "(?i)(?:info|press|presse|prensa|stampa|media|medien|office|contact|kontakt|contacto"
                            + "|contatti|poststelle|mail|post|registry|desk|duty|service|servicio|consular"
                            + "|konsulat|visa|embassy|botschaft|ambassade|embajada|secretariat|webmaster"
                            + "|noreply|no-reply)(?:[._-].*)?");
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\\b");
    private static final Pattern NUMBERED_PAPER =
            Pattern.compile(
                    "(?iu)\\b(?:passport|passeport|reisepass|pasaporte|passaporto|identity card|id card"
                            + "|personalausweis|ausweis|carte d[’']identité|documento de identidad"
                            + "|carta d[’']identità|dni|nie|codice fiscale|numéro de sécurité sociale"
                            + "|social security|residence permit|aufenthaltstitel|titre de séjour)"
                            + "[ -]?(?:no|nr|number|nummer|numéro|número|numero|n[°º])?\\.?\\s*[:#]?\\s*"
                            + "((?=(?:[A-Z-]*\\d){4})[A-Z0-9][A-Z0-9-]{5,19})\\b");
    private static final Pattern NATIONAL_NUMBER =
            Pattern.compile(
                    "\\b(?:[A-Z]{6}\\d{2}[A-EHLMPRST]\\d{2}[A-Z]\\d{3}[A-Z]|\\d{3}-\\d{2}-\\d{4}"
                            + "|[12] \\d{2} (?:0[1-9]|1[0-2]) \\d{2} \\d{3} \\d{3}(?: \\d{2})?)\\b");
    private static final Pattern SPANISH_NUMBER = Pattern.compile("\\b(\\d{8})-?([A-Z])\\b");
    private static final Pattern BIRTH =
            Pattern.compile(
                    "(?iu)\\b(?:born|date of birth|d\\.?o\\.?b\\.?|geb\\.|geboren|geburtsdatum|née?"
                            + "|date de naissance|nacid[oa]|fecha de nacimiento|nat[oa]|data di nascita)"
                            + "\\s*:?\\s*(?:on |am |le |el |il |the )?"
                            + DAY
                            + "|\\*\\s?"
                            + DAY
                            + "|\\bam "
                            + DAY
                            + " geboren\\b");
    private static final Pattern PHONE =
            Pattern.compile(
                    "(?<![\\p{L}\\d/.-])(?:(?:\\+|00)[1-9]\\d{0,2}[ ./-]?(?:\\(0\\)[ ]?)?(?:\\d[ ./-]?){6,11}\\d"
                            + "|0\\d{2,5}[ /-]\\d{3,4}[ -]?\\d{2,4}(?:[ -]?\\d{1,4})?"
                            + "|0\\d(?:[ .]\\d{2}){4}"
                            + "|(?:\\(\\d{3}\\) ?|\\d{3}-)\\d{3}-\\d{4})(?![\\p{L}\\d])");
    private static final Pattern ADDRESS =
            Pattern.compile(
                    // 14 Larch Street
                    "\\b\\d{1,4}[a-z]?,? (?:\\p{Lu}[\\p{L}’'-]+ ){1,3}"
                            + "(?:Street|St\\.|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Drive|Boulevard|Terrace|Crescent"
                            + "|Square)(?!\\p{L})"
                            // Lärchenstraße 14, Am Alten Weg 3
                            + "|\\b\\p{Lu}\\p{L}*(?:straße|strasse|str\\.|gasse|allee|weg|platz|ufer|damm)"
                            + " \\d{1,4}(?: ?[a-z])?\\b"
                            + "|\\b\\p{Lu}\\p{L}+ (?:Straße|Str\\.|Allee|Platz|Weg|Ufer|Damm) \\d{1,4}"
                            + "(?: ?[a-z])?\\b"
                            // 14, rue des Mélèzes
                            + "|\\b\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|impasse"
                            + "|allée|quai) (?:de la |de l[’']|de |du |des |d[’'])?\\p{Lu}[\\p{L}-]+"
                            // calle del Alerce, 14
                            + "|\\b(?:[Cc]alle|[Aa]venida|[Pp]laza|[Pp]aseo|C/) ?(?:de la |de los |del |de )?"
                            + "\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?,? (?:n[.º°]+ ?)?\\d{1,4}\\b"
                            // Via dei Larici 14
                            + "|\\b(?:Via|Viale|Piazza|Corso|Vicolo) (?:dei |della |delle |del |di )?"
                            + "\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+)?,? (?:n\\. ?)?\\d{1,4}\\b");

    private PersonalData() {}

    /// What a place looks like.
    public enum Kind {
        EMAIL,
        PHONE,
        BANK_ACCOUNT,
        DOCUMENT_NUMBER,
        BIRTH_DATE,
        ADDRESS,
        NAME
    }

    /// A place in the text.
    ///
    /// @param from first character, 0 for the first of the text
    /// @param to after the last character, above `from`
    /// @param text what stands there
    public record Suspicion(Kind kind, int from, int to, String text) {

        public Suspicion {
            if (from < 0 || to <= from || text.length() != to - from) {
                throw new IllegalArgumentException(from + " to " + to + " is not “" + text + "”");
            }
        }

        private boolean overlaps(Suspicion other) {
            return from < other.to && other.from < to;
        }
    }

    /// Places in reading order; none overlaps another.
    public static List<Suspicion> suspected(String text) {
        var found = new ArrayList<Suspicion>();
        collect(EMAIL, Kind.EMAIL, text, PersonalData::ofAPerson, found);
        collect(IBAN, Kind.BANK_ACCOUNT, text, match -> sumIsRight(match.group()), found);
        collect(NUMBERED_PAPER, Kind.DOCUMENT_NUMBER, text, match -> true, found);
        collect(NATIONAL_NUMBER, Kind.DOCUMENT_NUMBER, text, match -> true, found);
        collect(SPANISH_NUMBER, Kind.DOCUMENT_NUMBER, text, PersonalData::letterIsRight, found);
        collect(BIRTH, Kind.BIRTH_DATE, text, match -> true, found);
        collect(PHONE, Kind.PHONE, text, match -> true, found);
        collect(ADDRESS, Kind.ADDRESS, text, match -> true, found);
        PersonNames.in(text).forEach(name -> add(name, found));
        found.sort(Comparator.comparingInt(Suspicion::from));
        return List.copyOf(found);
    }

    private static void collect(
            Pattern pattern,
            Kind kind,
            String text,
            Predicate<MatchResult> holds,
            List<Suspicion> into) {
        pattern.matcher(text)
                .results()
                .filter(holds)
                .map(match -> new Suspicion(kind, match.start(), match.end(), match.group()))
                .forEach(place -> add(place, into));
    }

    private static void add(Suspicion place, List<Suspicion> into) {
        if (into.stream().noneMatch(place::overlaps)) {
            into.add(place);
        }
    }

    private static boolean ofAPerson(MatchResult address) {
        return !OFFICE_MAILBOX.matcher(address.group(1)).matches();
    }

    /// ISO 13616: the number, its head moved to its end and letters written as numbers, leaves 1
    /// when divided by 97.
    private static boolean sumIsRight(String iban) {
        var account = iban.replace(" ", "").toUpperCase(Locale.ROOT);
        if (account.length() < 15) {
            return false;
        }
        var digits = new StringBuilder();
        (account.substring(4) + account.substring(0, 4))
                .chars()
                .forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }

    /// The letter of a Spanish identity number is its remainder by 23.
    private static boolean letterIsRight(MatchResult number) {
        var letter = "TRWAGMYFPDXBNJZSQVHLCKE".charAt(Integer.parseInt(number.group(1)) % 23);
        return number.group(2).charAt(0) == letter;
    }
}
