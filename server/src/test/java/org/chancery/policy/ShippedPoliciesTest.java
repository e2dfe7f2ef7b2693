// SPDX-License-Identifier: Apache-2.0
package org.chancery.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.chancery.cable.Content;
import org.chancery.directory.OfficeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The four files that come with the program, each as `CHANCERY_POLICY` names it.
class ShippedPoliciesTest {

    static final java.util.List<String> SHIPPED = PolicySource.SHIPPED;

    private static final OfficeCode PARIS = new OfficeCode("PARIS");
    private static final OfficeCode HQ = new OfficeCode("HQ");

    private static AnnotationConfigApplicationContext start(String name) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", java.util.Map.of("chancery.policy", name)));
        context.register(PolicyConfiguration.class);
        context.refresh();
        return context;
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theBeansStartAndABlankCableFindsItsTypeLevelPrecedenceAndLetterhead(String name) {
        try (var context = start(name)) {
            var handling = context.getBean(Handling.class);
            var traffic = context.getBean(Traffic.class);

            var blank =
                    Content.blank(
                            traffic.types().getFirst().code(),
                            handling.level(0).code(),
                            traffic.precedences().getFirst().code());

            assertThat(traffic.type(blank.type())).isPresent();
            assertThat(handling.rank(blank.subjectMark())).isZero();
            assertThat(traffic.precedence(blank.actionPrecedence()).rank()).isZero();
            assertThat(traffic.letterhead(blank.type()).word("subject")).isNotBlank();
        }
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void everyNameIsGivenInEnglishAndGerman(String name) {
        var policy = ShippedPolicies.read(name);

        assertThat(policy.handling().levels())
                .allSatisfy(level -> assertThat(level.names().byLanguage()).containsKey("de"));
        assertThat(policy.handling().captions())
                .allSatisfy(caption -> assertThat(caption.names().byLanguage()).containsKey("de"));
        assertThat(policy.traffic().precedences())
                .allSatisfy(known -> assertThat(known.names().byLanguage()).containsKey("de"));
        assertThat(policy.traffic().topics())
                .allSatisfy(topic -> assertThat(topic.names().byLanguage()).containsKey("de"));
        assertThat(policy.traffic().types())
                .allSatisfy(type -> assertThat(type.names().byLanguage()).containsKey("de"));
    }

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void aPostCanReportAndHeadquartersCanInstruct(String name) {
        var traffic = ShippedPolicies.read(name).traffic();

        assertThat(traffic.type("REPORT")).isPresent();
        assertThat(traffic.type("INSTRUCTION")).isPresent();
        assertThat(traffic.topicsInForce(LocalDate.parse("2026-11-24"))).isNotEmpty();
    }

    @Test
    void theAmericanOneHandlesItsPrecedencesInTheTimesOfTheSpecification() {
        var traffic = ShippedPolicies.read("us").traffic();

        assertThat(traffic.precedences())
                .extracting(Precedence::code, Precedence::handling)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ROUTINE", Duration.ofHours(6)),
                        org.assertj.core.groups.Tuple.tuple("PRIORITY", Duration.ofHours(3)),
                        org.assertj.core.groups.Tuple.tuple("IMMEDIATE", Duration.ofMinutes(30)),
                        org.assertj.core.groups.Tuple.tuple("NIACT", Duration.ofMinutes(30)),
                        org.assertj.core.groups.Tuple.tuple("FLASH", Duration.ofMinutes(10)));
        assertThat(traffic.precedence("NIACT").nightAction()).isTrue();
        assertThat(traffic.precedence("NIACT").actionOnly()).isTrue();
        assertThat(traffic.precedence("IMMEDIATE").nightAction()).isFalse();
    }

    @Test
    void theAmericanOneHasOneCaptionThatNarrowsNothing() {
        assertThat(ShippedPolicies.read("us").handling().captions())
                .filteredOn(caption -> !caption.restrictive())
                .extracting(Handling.Caption::code)
                .containsExactly("INFORM");
    }

    @Test
    void theBritishOneCountsThroughTheWholeMinistry() {
        var policy = ShippedPolicies.read("uk");
        var scheme = policy.numbering().getFirst();

        assertThat(scheme.scope()).isEqualTo(Numbering.Scope.SYSTEM_YEAR);
        assertThat(scheme.print(2006, PARIS, HQ, 127)).isEqualTo("127/06");
        assertThat(policy.handling().levels())
                .extracting(level -> level.names().english())
                .containsExactly("Official", "Official-Sensitive", "Secret", "Top secret");
        assertThat(policy.traffic().precedences())
                .extracting(Precedence::code)
                .containsExactly("ROUTINE", "PRIORITY", "IMMEDIATE", "FLASH");
    }

    @Test
    void theGermanOneSaysWhetherTheReaderIsToldOrAsked() {
        var policy = ShippedPolicies.read("de");
        var report = policy.traffic().letterhead("REPORT");

        assertThat(report.headNote(false)).isEqualTo("Zur Unterrichtung");
        assertThat(report.headNote(true)).isEqualTo("Mit der Bitte um Weisung");
        assertThat(report.heading("SUMMARY")).isEqualTo("Zusammenfassung");
        assertThat(report.heading("TEXT")).isEqualTo("Im Einzelnen");
        assertThat(report.heading("COMMENT")).isEqualTo("Wertung");
        assertThat(policy.handling().levels())
                .extracting(Handling.Level::portion)
                .containsExactly("offen", "VS-NfD", "VS-V", "GEH", "STRGEH");
        assertThat(policy.traffic().precedence("CITISSIME-NACHTS").nightAction()).isTrue();
    }

    @Test
    void thePlainOneCountsEachPairOfOfficesApart() {
        var scheme = ShippedPolicies.read("org").numbering().getFirst();

        assertThat(scheme.scope()).isEqualTo(Numbering.Scope.PAIR_YEAR);
        assertThat(scheme.print(1998, new OfficeCode("HCR"), new OfficeCode("ANGLU"), 123))
                .isEqualTo("HCR/ANGLU/0123");
    }
}
