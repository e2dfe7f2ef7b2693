// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page as its people see it: axe finds nothing, and a phone need not scroll sideways. Takes a
/// quarter of an hour and more, so `./test` leaves it to `./test long`.
@Tag("long")
@ExtendWith(Stage.Given.class)
class NoBarrierTest {

    private static final String I = "/instructions/I-25-0001";

    /// Pages by address; behind a space the link on it that is followed.
    private static final Map<String, List<String>> PAGES =
            Map.of(
                    "desk",
                    List.of(
                            "/today",
                            "/today/hand-over",
                            "/cables",
                            "/cables/25-STATE-1",
                            "/cables/25-STATE-1/addressees",
                            "/cables/25-STATE-1/raw",
                            "/cables/25-STATE-1/history",
                            "/settings",
                            "/settings/delegations",
                            "/settings/calendar",
                            "/drafts/new",
                            "/instructions",
                            I,
                            I + "/points",
                            I + "/asks",
                            I + "/responses",
                            I + "/questions",
                            I + "/package",
                            I + "/demarches",
                            I + "/reports",
                            I + "/remind",
                            "/tasks",
                            "/tasks/load",
                            "/tasks tbody a[href^='/tasks/']",
                            "/notes",
                            "/findings",
                            "/findings a[href^='/findings/']",
                            "/positions",
                            "/positions/new",
                            "/government-changes",
                            "/joint-texts",
                            "/picture/I-25-0001?as-of=2025-12-31",
                            "/picture/I-25-0001/compare?from=2025-11-28&to=2025-12-31",
                            "/picture/I-25-0001 a.half",
                            "/governments/de",
                            "/claims",
                            "/claims/C1",
                            "/press",
                            "/press/CABLE",
                            "/press/items/P002",
                            "/indicators/US_REFUGEE_CEILING",
                            "/indicators/compare?a=US_REFUGEE_CEILING:FY2026&b=US_REFUGEE_ADMITTED:FY2024",
                            "/archive?q=asylum",
                            "/briefs",
                            "/briefs/new?instruction=I-25-0001",
                            "/help"),
                    "analyst",
                    List.of(
                            "/measures",
                            "/measures tbody a[href^='/measures/']",
                            "/measures/new",
                            "/measures/import",
                            "/measures/vocabularies/migration",
                            "/measures/jurisdictions"),
                    "berlin",
                    List.of(
                            I + "/demarches/new",
                            I + "/demarches/plan",
                            "/notes/new",
                            "/tasks",
                            "/measures/new"));

    private final Stage stage;

    NoBarrierTest(Stage stage) {
        this.stage = stage;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void standsOnAnyPage(String language) {
        var violations = new ArrayList<String>();
        PAGES.forEach((person, pages) -> violations.addAll(look(person, pages, language)));
        assertThat(violations).isEmpty();
    }

    private List<String> look(String person, List<String> pages, String language) {
        var violations = new ArrayList<String>();
        try (var desk = stage.desk(person, 1280)) {
            desk.language(language);
            for (var page : pages) {
                var where = page.split(" ", 2);
                desk.open(where[0]);
                if (where.length == 2) {
                    desk.page().locator("main " + where[1]).first().click();
                }
                assertThat(desk.page().locator("html")).hasAttribute("lang", language);
                violations.addAll(desk.violations());
            }
            desk.language("en");
            assertThat(desk.console()).isEmpty();
        }
        return violations;
    }
}
