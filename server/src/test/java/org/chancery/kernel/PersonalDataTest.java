// SPDX-License-Identifier: Apache-2.0
package org.chancery.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.kernel.PersonalData.Kind;
import org.chancery.kernel.PersonalData.Suspicion;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Each line is a sentence as posts write it; what is to be found stands in «». All persons, numbers
/// and addresses are invented.
class PersonalDataTest {

    private static final Pattern MARKED = Pattern.compile("«([^»]+)»");

    /// Every marked place is found where it stands, with nothing else of any kind.
    private static void finds(Kind kind, String sentences) {
        assertThat(sentences.lines()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(sentences.lines())
                .allSatisfy(
                        line -> {
                            assertThat(MARKED.matcher(line).find()).as(line).isTrue();
                            assertThat(PersonalData.suspected(line.replaceAll("[«»]", "")))
                                    .as(line)
                                    .isEqualTo(marked(kind, line));
                        });
    }

    private static List<Suspicion> marked(Kind kind, String line) {
        var places = new ArrayList<Suspicion>();
        var match = MARKED.matcher(line);
        var marks = 0;
        while (match.find()) {
            var from = match.start() - marks;
            var text = match.group(1);
            places.add(new Suspicion(kind, from, from + text.length(), text));
            marks += 2;
        }
        return places;
    }

    private static void passes(String sentences) {
        assertThat(sentences.lines()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(sentences.lines())
                .allSatisfy(line -> assertThat(PersonalData.suspected(line)).as(line).isEmpty());
    }

    @Nested
    class Addresses {

        @Test
        void ofPersonsAtAMailServerAreSuspected() {
            finds(
                    Kind.EMAIL,
                    """
                    Write to «anna.beispiel@example.org» for details.
                    The applicant's address is «j.doe+visa@mail.example.com».
                    Mail: «karl_muster@example.de».
                    (see «mara@example.net»)
                    He answered from «ahmed1990@example.com» on Monday.
                    Antwort an «lena.muster@example.at», bitte.
                    Contact «firstname.lastname@sub.domain.example».
                    Son adresse est «jean-paul@exemple.fr».
                    Su correo: «maria.ejemplo@example.es».
                    Scrivere a «mario.esempio@example.it».
                    «a.b@example.org» and the ministry were in copy.
                    The source used «x99@example.org»; nothing else is known.
                    Sent by «sara%home@example.org» at noon.
                    Reply-to was «o_neil@example.ie».
                    Forwarded to «peter@example.museum» yesterday.
                    The witness gave «witness.seven@example.org».
                    Er schrieb von «kurt@beispiel.example».
                    Elle écrit depuis «chloe.exemple@example.be».
                    Two were named: «one@example.org» and «two@example.org».
                    The form asks for «given.family@example.com» twice.
                    Der Zeuge nutzte «müller.test@example.de».
                    """);
        }

        @Test
        void ofOfficesAndOtherSignsAreNot() {
            passes(
                    """
                    Write to info@ministry.example.
                    The press office answers at press@interior.example.
                    Presseanfragen an presse@bmi.example.
                    poststelle@amt.example is the only address given.
                    Contact: contact@prefecture.example.
                    Contacto: prensa@interior.example.
                    Scrivere a stampa@interno.example.
                    Ask visa@embassy.example for the form.
                    The account @ministry posted the text.
                    #asylum @interior was the tag.
                    The price was 5 @ 20 euros.
                    office@court.example keeps the register.
                    duty@embassy.example is staffed at night.
                    media.relations@agency.example sent the table.
                    noreply@portal.example confirmed receipt.
                    See https://example.org/@section for the law.
                    The domain example.org is theirs.
                    registry@council.example holds the copy.
                    Secretariat: secretariat@union.example.
                    consular.section@embassy.example was copied.
                    The sign @ is not used.
                    """);
        }
    }

    @Nested
    class TelephoneNumbers {

        @Test
        void areSuspected() {
            finds(
                    Kind.PHONE,
                    """
                    Call «+49 30 1234567» after six.
                    Tel. «+44 20 7946 0123».
                    His mobile is «+33 6 12 34 56 78».
                    Reach her at «+39 06 1234 5678».
                    Llame al «+34 612 345 678».
                    The number «0049 30 1234567» is hers.
                    Handy: «0171 2345678».
                    Telefon «030/1234567».
                    Portable «06 12 34 56 78».
                    US number «(202) 555-0143».
                    Fax «202-555-0143».
                    He gave «+1 202-555-0143» as contact.
                    Rufnummer «+49 (0)30 123456».
                    «+43 1 5344040» rang twice.
                    Ring «+48 22 555 01 23» first.
                    The handset used «+90 532 555 01 23».
                    «+216 71 555 012» is a landline.
                    Joignable au «01.23.45.67.89».
                    Mobil «0664 1234567».
                    They texted «+963 933 555 012».
                    Telefono «+39 347 1234567».
                    """);
        }

        @Test
        void areNotSeenInDatesNumbersOfCablesAndAmounts() {
            passes(
                    """
                    Released on 2025-11-24 at 14:19.
                    25 STATE 118432 refers.
                    The gazette numbers are 256 and 257.
                    Law 5226/2025 was published.
                    BGBl. 2025 I Nr. 256 of 24.11.2025.
                    Asylum claims fell from 351,915 to 229,751.
                    It costs 1 200 000 euros.
                    Between 2015 and 2024 it rose.
                    In 0630 local, before the post opens.
                    DTG 211530Z NOV 25.
                    Grid 52.5200 and 13.4050 were given.
                    Figures: 100 200 300 400.
                    ISBN 978-3-16-148410-0 is the handbook.
                    Case C-1234/25 is pending.
                    Resolution 2254 (2015) was cited.
                    Article 16a (2) applies.
                    Numbers 12, 13 and 14 were left out.
                    The rate is 0.05 per 10,000 residents.
                    From 1 September 2025 to 30 November 2025.
                    Directive 2013/32/EU is replaced.
                    Document 12345-24-REV-2 circulated.
                    """);
        }
    }

    @Nested
    class NumbersOfAccountsAndPapers {

        @Test
        void ofAccountsAreSuspectedWhenTheirSumIsRight() {
            finds(
                    Kind.BANK_ACCOUNT,
                    """
                    IBAN «DE89 3704 0044 0532 0130 00».
                    IBAN «DE89370400440532013000».
                    Account «GB82 WEST 1234 5698 7654 32».
                    «FR14 2004 1010 0505 0001 3M02 606» was credited.
                    Paid from «ES91 2100 0418 4502 0005 1332».
                    Conto «IT60 X054 2811 1010 0000 0123 456».
                    «NL91 ABNA 0417 1643 00» is the account.
                    Konto «AT61 1904 3002 3457 3201».
                    The transfer went to «BE68 5390 0754 7034».
                    «CH93 0076 2011 6238 5295 7» and nothing else.
                    Compte «LU28 0019 4006 4475 0000».
                    «PL61 1090 1014 0000 0712 1981 2874» was named.
                    «SE45 5000 0000 0583 9825 7466» holds it.
                    Use «NO93 8601 1117 947».
                    «DK50 0040 0440 1162 43» is Danish.
                    «FI21 1234 5600 0007 85» is Finnish.
                    «PT50 0002 0123 1234 5678 9015 4» is Portuguese.
                    «IE29 AIBK 9311 5212 3456 78» is Irish.
                    «GR16 0110 1250 0000 0001 2300 695» is Greek.
                    «CZ65 0800 0000 1920 0014 5399» is Czech.
                    """);
        }

        @Test
        void ofPassportsAndIdentityCardsAreSuspected() {
            finds(
                    Kind.DOCUMENT_NUMBER,
                    """
                    He held «passport no. C01X00T47».
                    «Passport number: 925076473» was shown.
                    «Reisepass Nr. C01X00T47» lag vor.
                    «Personalausweis L01X00T471» wurde geprüft.
                    «passeport n° 12AB34567» est périmé.
                    «pasaporte XDB123456» caducado.
                    «passaporto YA1234567» rilasciato a Roma.
                    «DNI 12345678Z» figura en el acta.
                    The number «12345678Z» is on the form.
                    «codice fiscale RSSMRA85T10A562S» is on file.
                    The code «RSSMRA85T10A562S» was noted.
                    SSN «123-45-6789» was given.
                    NIR «1 84 12 76 451 089 46» est noté.
                    «ID card: 123456789» was copied.
                    «identity card number 0012345678» expired.
                    «residence permit AX1234567» ends in May.
                    «Aufenthaltstitel Nr. Y12345678» ist gültig.
                    «titre de séjour 9912345678» refusé.
                    «carta d'identità CA00000AA1234» smarrita.
                    «carte d’identité 880692310285» copiée.
                    «documento de identidad 99887766» visto.
                    """);
        }

        @Test
        void ofLawsCasesAndCablesAreNot() {
            passes(
                    """
                    A number like DE12 3456 7890 1234 5678 90 has a wrong sum.
                    The passport was issued in 2019.
                    Passport holders need no visa from 2026.
                    Der Pass wurde 2019 ausgestellt.
                    Number 12345678A has a wrong letter.
                    25 BERLIN 1042 refers to 25 STATE 1.
                    Case 2 BvR 1234/25 is pending.
                    ECLI:EU:C:2024:1234 was cited.
                    ELI /eli/bund/bgbl-1/2025/256 stands.
                    CELEX 32013L0032 is the directive.
                    The identity card law of 2009 was amended.
                    Residence permits rose by 4000 in 2024.
                    An ID card is issued within 6 weeks.
                    Titres de séjour : 320 000 en 2024.
                    DNI offices closed for 3 days.
                    Personalausweise kosten 37 Euro.
                    The form has 123456 copies.
                    Bill 20/12345 was tabled.
                    Order 2024-45 applies.
                    Regulation (EU) 2024/1348 applies.
                    Social security was cut by 5 percent.
                    """);
        }
    }

    @Nested
    class DatesOfBirth {

        @Test
        void areSuspected() {
            finds(
                    Kind.BIRTH_DATE,
                    """
                    He was «born on 12 March 1990» in the north.
                    «Born 1990-03-12», entered in 2015.
                    «Date of birth: 12/03/1990».
                    «DOB 12.03.1990» on the form.
                    «D.O.B.: 1 Jan 1985».
                    Der Mann, «geb. 12.03.1990», wohnt dort.
                    Er wurde «am 12. März 1990 geboren».
                    «geboren am 1. Dezember 1988» in der Stadt.
                    «Geburtsdatum: 12.03.1990».
                    «né le 12 mars 1990» à l'étranger.
                    «Née le 1er janvier 1979» selon l'acte.
                    «Date de naissance : 12/03/1990».
                    «nacido el 12 de marzo de 1990» en el sur.
                    «Nacida el 03/02/1991» según el acta.
                    «Fecha de nacimiento: 12/03/1990».
                    «nato il 12 marzo 1990» nel sud.
                    «Nata il 03/02/1991» secondo l'atto.
                    «Data di nascita: 12.03.1990».
                    The entry reads «* 12.03.1990».
                    She was «born March 12, 1990» abroad.
                    """);
        }

        @Test
        void areNotSeenInRulesForCohorts() {
            passes(
                    """
                    Children born after 1 January 2024 are citizens.
                    Persons born before 31 December 1999 are exempt.
                    Those born in 1990 were counted.
                    Foreign-born residents were 18 percent.
                    Kinder, die nach dem 1. Januar 2024 geboren sind, erhalten den Pass.
                    Im Jahr 1990 geborene Personen wurden gezählt.
                    Les enfants nés après le 1er janvier 2024 sont exclus.
                    Las personas nacidas en 1990 cuentan.
                    I bambini nati dopo il 1 gennaio 2024 sono esclusi.
                    The law was born of a compromise in 2024.
                    The date of the vote was 12 March 2025.
                    Born abroad: 12 percent in 2024.
                    Date of entry: 12/03/2025.
                    Geburtenrate: 1,35 im Jahr 2024.
                    Birth certificates are issued within 14 days.
                    The alliance was born in 1949.
                    Geboren wurde die Idee im Herbst 2023.
                    Naissances : 678 000 en 2023.
                    Nacimientos: 320 656 en 2023.
                    Nascite: 379 890 nel 2023.
                    """);
        }
    }

    @Nested
    class PlacesOfLiving {

        @Test
        void areSuspected() {
            finds(
                    Kind.ADDRESS,
                    """
                    He lives at «14 Larch Street» with family.
                    Seen at «7 Old Mill Road» on Monday.
                    «221b Birch Lane» was searched.
                    Registered at «1600 North Larch Avenue».
                    «12 Green Park Terrace» is empty.
                    Wohnhaft «Lärchenstraße 14».
                    Er wohnt in der «Birkenstr. 7a».
                    Gemeldet ist er am «Eichenweg 3».
                    Adresse: «Marktplatz 12».
                    «Lange Straße 44» wurde durchsucht.
                    «Kastanienallee 9» in der Stadt.
                    Domicilié «14, rue des Mélèzes».
                    Il habite «3 bis, avenue de la Gare».
                    Au «27 chemin du Moulin» depuis mai.
                    Vive en «calle del Alerce, 14» desde mayo.
                    Domicilio: «Avenida Central 120».
                    «Plaza Mayor, 3» fue registrada.
                    Abita in «Via dei Larici 14» da maggio.
                    Residente in «Piazza Nuova, 3».
                    «Viale Europa 77» è l'indirizzo.
                    Die Anschrift «Feldgasse 2» ist bekannt.
                    """);
        }

        @Test
        void areNotSeenInOrdinaryProse() {
            passes(
                    """
                    The road map has 14 steps.
                    They met on the street in 2015.
                    12 members of the Larch group met.
                    People arrived via Istanbul 12 times a week.
                    Der Weg zur Reform dauert 14 Monate.
                    Auf dem Weg nach Europa starben 14 Menschen.
                    An erster Stelle steht Platz 3.
                    Die Straße wurde 2015 gesperrt.
                    14 avenues were considered.
                    The Avenue of the Republic was closed.
                    La rue gronde depuis 14 jours.
                    En la calle hay 300 personas.
                    In piazza c'erano 300 persone.
                    Wall Street fell by 3 percent.
                    The 2025 Migration Act took the high road.
                    Route 14 of the Balkan corridor is closed.
                    Il corso di lingua dura 600 ore.
                    Jeder Kursplatz für 20 Personen kostet Geld.
                    On 24 November the street was quiet.
                    Der Umgang mit Paragraf 14 ist offen.
                    """);
        }
    }

    @Nested
    class Names {

        @Test
        void withAFormOfAddressAPartInACaseOrACutSurnameAreSuspected() {
            finds(
                    Kind.NAME,
                    """
                    Police held Mr «Karim Beispiel» on Monday.
                    Mrs. «Larch» denied it.
                    Ms «Anna van der Muster» was asked.
                    A study by Dr. «Mira Beispiel» says so.
                    The suspect «Ahmed K.» was flown out.
                    The victim, «Lena Muster», was 17.
                    A witness named «Tom Example» saw it.
                    The suspect was «Karim Beispiel» of that town.
                    The asylum seeker «Omar Beispiel» was refused.
                    A man named «Karim al-Beispiel» was held.
                    Police arrested «Ahmed K.» on Monday.
                    «Lena M.», a student, was hurt.
                    A 19-year-old «Karim Beispiel» was charged.
                    «Lena Muster», 17, was hurt.
                    Gegen Herrn «Muster» wird ermittelt.
                    Frau «Lena Muster» hat Anzeige erstattet.
                    Der Tatverdächtige «Karim B.» schweigt.
                    Das Opfer «Lena Muster» starb am Montag.
                    Ein Mann namens «Karim Beispiel» wurde gefasst.
                    Der 27-jährige «Karim Beispiel» schweigt.
                    M. «Exemple» a été entendu.
                    Mme «Claire Exemple» a porté plainte.
                    Le suspect «Karim E.» se tait.
                    L’accusé «Jean Exemple» nie les faits.
                    La victime, «Claire Exemple», est morte.
                    El sospechoso «Juan Ejemplo» calla.
                    La víctima «Lucía Ejemplo» murió.
                    Un hombre llamado «Juan Ejemplo» fue detenido.
                    Il sospettato «Mario Esempio» tace.
                    La vittima «Lucia Esempio» è morta.
                    La signora indicata è Signora «Lucia Esempio».
                    Un uomo di nome «Mario Esempio» è in carcere.
                    """);
        }

        @Test
        void ofOfficesInstitutionsAndGovernmentsAreNot() {
            passes(
                    """
                    The Minister of the Interior declined.
                    Mr. President, the ministry takes note.
                    Frau Ministerin, wir danken.
                    Herr Botschafter, das Ministerium lehnt ab.
                    Madame la ministre a répondu.
                    Monsieur le Président, la France décline.
                    El Ministro del Interior respondió.
                    Il Ministro dell'Interno ha risposto.
                    The Director for Europe took note.
                    A spokesperson of the Interior Ministry said so.
                    Berlin suspects Moscow of steering migration.
                    The government accused Belarus of pressure.
                    Observers witness Germany changing course.
                    Victims of crime may appeal.
                    The suspect was deported. Germany said so.
                    Witness protection is extended.
                    Suspects may be held for 48 hours.
                    Die Opfer häuslicher Gewalt erhalten Schutz.
                    Täter und Opfer kannten sich.
                    Der Zeuge sagte vor Gericht aus.
                    Die Verdächtigen wurden abgeschoben.
                    Le suspect a été expulsé vers la Tunisie.
                    La víctima vive en España.
                    La vittima vive in Italia.
                    Annex B. of the agreement applies.
                    It goes back to World War I. Nobody denied it.
                    Der Plan B. wurde verworfen.
                    Washington D.C. was informed.
                    The United States of America and the European Union agreed.
                    Chancellor and Prime Minister spoke on Monday.
                    A 19-year-old Syrian was deported.
                    Ein 27-jähriger Afghane wurde abgeschoben.
                    The accused may appeal to the Federal Court.
                    Human Rights Watch criticised the law.
                    The victim Support Office was closed.
                    Frauen und Kinder sind ausgenommen.
                    """);
        }
    }

    @Nested
    class AText {

        @Test
        void withoutAnyIsClean() {
            assertThat(PersonalData.suspected("")).isEmpty();
        }

        @Test
        void withSeveralKindsGivesThemInReadingOrder() {
            assertThat(
                            PersonalData.suspected(
                                    "The suspect Karim B., born on 12 March 1990, wrote from"
                                            + " karim@example.org."))
                    .extracting(Suspicion::kind)
                    .containsExactly(Kind.NAME, Kind.BIRTH_DATE, Kind.EMAIL);
        }

        @Test
        void ofAHundredThousandCharactersIsReadInTime() {
            var text =
                    "The Minister of the Interior met Director A and said 12 34 56. ".repeat(1600);

            assertThat(PersonalData.suspected(text)).isEmpty();
        }
    }
}
