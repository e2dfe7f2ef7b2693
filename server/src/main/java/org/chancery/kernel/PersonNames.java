// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.kernel.PersonalData.Kind;
import org.chancery.kernel.PersonalData.Suspicion;

/// Names of persons by the company they keep: a form of address, a part in a case, an age, or a
/// surname cut to its first letter, as the press writes of suspects.
final class PersonNames {

    private static final String WORD = "\\p{Lu}[\\p{L}’'-]*\\p{Ll}[\\p{L}’'-]*";
    private static final String PARTICLE =
            "(?:(?:van der|van|von|de la|de|del|der|di|da|al|el|bin|ben|ibn|y|le|la) |(?:al|el)-)?";
    private static final String SHORT = "\\p{Lu}\\.(?!\\p{Lu})";
    private static final String NAME =
            "(" + WORD + "(?: " + PARTICLE + "(?:" + WORD + "|" + SHORT + ")){0,3}|" + SHORT + ")";
    private static final String FULL_NAME =
            "(" + WORD + "(?: " + PARTICLE + "(?:" + WORD + "|" + SHORT + ")){1,3})";

    private static final Pattern ADDRESSED =
            Pattern.compile(
                    "(?<![\\p{L}\\d’'-])(?<!\\d )(?:Mr\\.?|Mrs\\.?|Ms\\.?|Mister|Miss|Dr\\.|Prof\\.|Herrn?|Frau"
                            + "|M\\.|Mme|Mlle|Monsieur|Madame|Mademoiselle|Sr\\.|Sra\\.|Señora?|Sig\\.(?:ra)?"
                            + "|Signora?) (?:Dr\\. |Prof\\. )?"
                            + NAME);

    /// The article keeps verbs out: "Berlin suspects Moscow".
    private static final Pattern PART_IN_A_CASE =
            Pattern.compile(
                    "(?<!\\p{L})(?:[Tt]he|[Aa]n?|[Tt]his|[Mm]ain|[Kk]ey|[Cc]hief|[Aa]lleged"
                            + "|[Ll]e|[Ll]a|[Uu]ne?|[Ee]l|[Ii]l|[Ll]o|[Uu]na?) "
                            + "(?:suspect|accused|defendant|victim|witness|perpetrator|detainee|convict|offender"
                            + "|attacker|asylum seeker|applicant|murderer|rapist"
                            + "|suspecte?|accusée?|prévenue?|victime|témoin|auteur présumé|détenue?"
                            + "|sospechos[oa]|acusad[oa]|víctima|testigo|detenid[oa]|imputad[oa]|condenad[oa]"
                            + "|sospettat[oa]|indagat[oa]|imputat[oa]|vittima|testimone|arrestat[oa])"
                            + "(?:,|:| is| was| named| called| nommée?| llamad[oa]| di nome)? "
                            + NAME);

    private static final Pattern ELIDED_PART =
            Pattern.compile(
                    "(?<!\\p{L})[Ll][’'](?:accusée?|accusat[oa]|imputat[oa]|indagat[oa]|arrestat[oa]|auteur présumé)"
                            + "(?:,| nommée?| di nome)? "
                            + NAME);

    /// German nouns have capitals too, so here it takes a full name.
    private static final Pattern GERMAN_PART =
            Pattern.compile(
                    "(?<!\\p{L})(?:(?:Tat)?[Vv]erdächtige[rn]?|Beschuldigte[rn]?|Angeklagte[rn]?|Opfers?|Zeugen?|Zeugin"
                            + "|Täters?|Täterin|Angreifers?|Verurteilte[rn]?|Asylbewerbers?|Asylbewerberin)"
                            + "(?:,|:| namens)? "
                            + FULL_NAME);

    private static final Pattern CALLED =
            Pattern.compile(
                    "(?<!\\p{L})(?:named|namens|prénommée?|nommée?|llamad[oa]|di nome|se llama|s[’']appelle"
                            + "|si chiama) "
                            + FULL_NAME);
    private static final Pattern AGED =
            Pattern.compile(
                    "\\b\\d{1,2}[- ](?:year[- ]old|jährigen?r?) "
                            + FULL_NAME
                            + "|(?<![\\p{L}-])("
                            + WORD
                            + " "
                            + PARTICLE
                            + "(?:"
                            + WORD
                            + "|"
                            + SHORT
                            + "))(?:, (?:aged )?| \\()(?:[1-9]\\d)(?:\\)|,| years old| Jahre(?: alt)?| ans| años"
                            + "| anni)(?! \\p{L}*\\d)");
    private static final Pattern CUT_SURNAME =
            Pattern.compile("(?<![\\p{L}-]|\\p{L}\\. )(" + WORD + " (?!I\\.)" + SHORT + ")");

    /// Words before a letter that is no surname.
    private static final Set<String> LETTERED =
            Pattern.compile("\\s+")
                    .splitAsStream(
                            """
                    annex appendix article section part plan option table class type level category group
                    schedule team terminal vitamin hepatitis grade case paragraph point chapter title figure
                    zone area phase scenario model form exhibit tier list war volume version
                    anlage anhang abschnitt teil punkt ziffer kapitel gruppe klasse typ stufe kategorie fall
                    tabelle liste titel artikel absatz satz buchstabe haus block krieg phase szenario
                    annexe titre partie tableau groupe liste cas catégorie alinéa
                    anexo título parte tabla grupo lista caso categoría apartado
                    allegato titolo tabella gruppo categoria articolo comma
                    """)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Pattern OFFICE =
            Pattern.compile(
                    "(?iu).*(?:minister|ministerin|ministre|ministro|ministra|president|präsident|présidente?"
                            + "|presidente|presidenta|präsidentin|chancellor|kanzler|kanzlerin|chancelier"
                            + "|ambassador|botschafter|botschafterin|ambassadeur|ambassadrice|embajador|embajadora"
                            + "|ambasciatore|ambasciatrice|secretary|sekretär|sekretärin|secrétaire|secretario"
                            + "|director|direktor|direktorin|directeur|directrice|direttore|direttrice|speaker"
                            + "|spokes(?:man|woman|person)|sprecher|sprecherin|chair|chairman|chairwoman"
                            + "|commissioner|kommissar|kommissarin|commissaire|comisario|commissario|governor"
                            + "|gouverneur|gobernador|prefect|préfet|préfète|prefetto|judge|justice|richter"
                            + "|richterin|juge|prosecutor|general|consul|konsul|mayor|bürgermeister|bürgermeisterin"
                            + "|maire|alcalde|sindaco|prime|vice|deputy|interior|foreign|justice|home|state"
                            + "|office|ministry|ministerium|court|gericht|police|polizei|government|regierung"
                            + "|department|agency|amt|behörde|union|council|parliament|bundestag"
                            + "|republic|kingdom|states|nations|support|protection|services)");

    private PersonNames() {}

    static List<Suspicion> in(String text) {
        var found = new ArrayList<Suspicion>();
        collect(ADDRESSED, text, found);
        collect(PART_IN_A_CASE, text, found);
        collect(ELIDED_PART, text, found);
        collect(GERMAN_PART, text, found);
        collect(CALLED, text, found);
        collect(AGED, text, found);
        collect(CUT_SURNAME, text, found);
        return found;
    }

    private static void collect(Pattern pattern, String text, List<Suspicion> into) {
        var match = pattern.matcher(text);
        while (match.find()) {
            var group = match.group(1) == null ? 2 : 1;
            if (!names(match, group)) {
                continue;
            }
            into.add(
                    new Suspicion(
                            Kind.NAME, match.start(group), match.end(group), match.group(group)));
        }
    }

    /// A name and no office, institution or lettered part of a text.
    private static boolean names(Matcher match, int group) {
        var words = match.group(group).split(" ");
        if (LETTERED.contains(words[0].toLowerCase(Locale.ROOT))) {
            return false;
        }
        for (var word : words) {
            if (OFFICE.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }
}
