// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/// The whole loop in a real browser: instruct, engage, report, see, with the evidence in the margin.
@ExtendWith(Stage.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoopTest {

    private static final String SUBJECT = "Follow-up: first answers of host governments";

    /// What axe found on pages met while playing.
    private final List<String> barriers = new ArrayList<>();

    private final Stage stage;

    LoopTest(Stage stage) {
        this.stage = stage;
    }

    private Desk desk(String person) {
        return stage.desk(person, 1280);
    }

    @Test
    @Order(1)
    void theDeskSeesCoverageAndTheStatusOfEachClaimInTheMargin() {
        try (var desk = desk("desk")) {
            desk.page().locator("a.t[href='/instructions/I-25-0001']").click();
            assertThat(desk.page().locator("h1"))
                    .hasText("Engaging host governments on mass migration");
            assertThat(desk.page().locator("tbody tr[data-row]")).hasCount(43);
            assertThat(desk.page().locator(".bars .ev-con").first()).containsText("Contested");
            assertThat(desk.console()).isEmpty();
        }
    }

    @Test
    @Order(1)
    void anyoneSeesEvidencePressArchiveAndTheWarningAtTheChart() {
        try (var ottawa = desk("ottawa")) {
            var page = ottawa.page();
            ottawa.open("/claims/C7");
            assertThat(page.locator("#h-SUPPORTS")).isVisible();
            assertThat(page.locator("#h-DISPUTES")).isVisible();
            ottawa.open("/press/CABLE");
            assertThat(page.locator(".lede")).containsText("42 items, 2 known origins");
            ottawa.open("/archive?q=%22refugee+ceiling%22");
            assertThat(page.locator("main .list li").first()).isVisible();
            ottawa.open("/indicators/US_REFUGEE_CEILING");
            assertThat(page.locator(".note-warn")).containsText("They are different metrics");
            page.locator(".note-warn a").first().click();
            assertThat(page.locator(".errors")).containsText("IND-003");
            assertThat(ottawa.console()).isEmpty();
        }
    }

    @Test
    @Order(2)
    void theLoopIsPlayedInEnglish() {
        play("en", "Germany", "R2", 1);
    }

    @Test
    @Order(3)
    void theLoopIsPlayedInGerman() {
        try {
            play("de", "Deutschland", "R2", 2);
        } finally {
            // the other classes on this stage read English
            speak("en");
        }
    }

    /// Instruct, engage, report, see; by all the people, in one language.
    ///
    /// @param germany the government's name in that language
    /// @param requirement the one Berlin answers; it comes back each month
    /// @param round numbers of this year's cables expected
    private void play(String language, String germany, String requirement, int round) {
        speak(language);
        instruct(round);
        engage(germany);
        report(requirement, round);
        see(germany);
        assertThat(barriers).isEmpty();
    }

    private void speak(String language) {
        for (var person :
                List.of(
                        "desk",
                        "legal",
                        "press.office",
                        "director",
                        "berlin",
                        "hom.berlin",
                        "analyst")) {
            try (var desk = desk(person)) {
                desk.language(language);
            }
        }
    }

    /// A follow-up rests on a contradicted claim; the director must say that it is known.
    private void instruct(int round) {
        try (var desk = desk("desk");
                var berlin = desk("berlin")) {
            berlin.open("/cables");
            var page = desk.page();
            desk.open("/drafts/new");
            page.click("button:has-text('25 STATE 1')");
            for (var far : List.of("CANBERRA", "OTTAWA", "WELLINGTON")) {
                page.locator("[data-pick=action] .token:has-text('" + far + "') button").click();
            }
            page.fill("#info", "INR");
            page.fill("#subject", SUBJECT + " " + round);
            page.selectOption("#actionPrecedence", "PRIORITY");
            add(page, "OBJECTIVE");
            last(page, "textarea[name=rowText]").fill("Deepen the first answers.");
            add(page, "CONTACT");
            last(page, "textarea[name=rowText]").fill("Desk");
            last(page, "input[name=rowOffice]").fill("EUR");
            add(page, "POINT");
            last(page, "textarea[name=rowText]").fill("Immigration raises local crime overall.");
            last(page, "select[name=rowClaim]").selectOption("C1b");
            add(page, "ASK");
            last(page, "textarea[name=rowText]").fill("Share what was published since.");
            add(page, "REQUIREMENT");
            last(page, "textarea[name=rowText]").fill("Measures since the first report.");
            last(page, "select[name=rowForm]").selectOption("FINDINGS");
            last(page, "input[name=rowDue]").fill("2030-06-28");
            save(page);
            page.check("input[name=excluded][value=PARIS]");
            save(page);
            assertThat(page.locator("#h-to + span")).containsText("35 ");
            assertThat(page.locator(".checks .block-i")).containsText("CLM-006");
            barriers.addAll(desk.violations());
            page.click("form[action$='/send'] button");
            var draft = page.url();
            for (var clearer : List.of("legal", "press.office")) {
                try (var other = desk(clearer)) {
                    other.page().navigate(draft);
                    other.page().click("form[action$='/clear'] button.btn-main");
                    assertThat(other.page().locator(".chain")).containsText(clearer);
                }
            }
            try (var director = desk("director")) {
                director.page().navigate(draft);
                // While something stands against it, the button can be reached and says why.
                var release = director.page().locator("form[action$='/release'] button");
                assertThat(release).hasAttribute("aria-disabled", "true");
                release.press("Enter");
                assertThat(director.page().locator(".errors")).containsText("CLM-006");
                director.page().click("form[action$='/acknowledge'] button");
                director.page().click("form[action$='/release'] button");
                assertThat(director.page().locator("article .kicker"))
                        .containsText("26 STATE " + round);
            }
            var pill = berlin.page().locator(".pill");
            assertThat(pill).isVisible();
            pill.click();
            assertThat(berlin.page().locator("#cables")).containsText(SUBJECT + " " + round);
            page.navigate(draft);
            assertThat(page.locator("article .kicker")).containsText("26 STATE " + round);
            assertThat(page.locator("form#compose")).hasCount(0);
        }
    }

    private static void add(Page page, String role) {
        page.click("button[value=add-" + role + "]");
    }

    private static void save(Page page) {
        page.click("button.btn[value=save]");
    }

    private static Locator last(Page page, String selector) {
        return page.locator(selector).last();
    }

    /// Berlin comes out of a ministry with a phone in hand.
    private void engage(String germany) {
        try (var berlin = stage.desk("berlin", 390)) {
            var page = berlin.page();
            page.locator("main a[href*='/I-25-0001/demarches/new']").first().click();
            page.fill("#function", "Director for migration");
            page.uncheck("input[name=point-P2]");
            page.locator("form[data-keep] .dock .btn-main").click();
            assertThat(page.locator(".errors li")).hasCount(6);
            barriers.addAll(berlin.violations());
            page.fill("#why", "Asked for data, none to give");
            for (int ask = 1; ask <= 5; ask++) {
                page.locator("input[name=response-A" + ask + "][value=TOOK_NOTE]").check();
            }
            page.fill("#words-A1", "Will look at it with the interior ministry.");
            page.locator("form[data-keep] .dock .btn-main").click();
            page.waitForURL("**/tasks/*/report?recorded=*");
            assertThat(page.locator("#record")).containsText("Director for migration");
            barriers.addAll(berlin.violations());
            page.locator(".note-ok a[href*='/demarches/']").click();
            assertThat(page.locator("h1")).containsText(germany);
            barriers.addAll(berlin.violations());
        }
    }

    /// Five mistakes are reported at once; the head of mission releases what Chancery drafted.
    private void report(String requirement, int round) {
        String draft;
        try (var berlin = desk("berlin")) {
            var page = berlin.page();
            page.locator("a.t:has-text('" + requirement + ":')").first().click();
            barriers.addAll(berlin.violations());
            page.click("form[action$='/accept'] button");
            page.locator("main a[href$='/report']").click();
            var form = page.url();
            page.click("button[value=add-MEASURE]");
            assertThat(page.locator("#f0-title")).isVisible();
            page.click("button.btn-main[value=file]");
            assertThat(page.locator(".errors li")).hasCount(4);
            barriers.addAll(berlin.violations());
            page.fill("#summary", "One bill was tabled.");
            page.fill("#f0-title", "Cabinet tables a bill on residence permits");
            page.fill("#f0-date", "2026-11-20");
            page.selectOption("#f0-stage", "PROPOSED");
            page.selectOption("#f0-direction", "MORE_RESTRICTIVE");
            page.selectOption("#f0-ask", "A1");
            page.fill("#f0-sourceTitle", "Exercise gazette");
            page.click("button.btn-main[value=file]");
            page.waitForURL("**/drafts/*");
            draft = page.url();
            page.navigate(form);
            barriers.addAll(berlin.violations());
            page.locator("main a[href$='/change']").click();
            barriers.addAll(berlin.violations());
        }
        try (var head = desk("hom.berlin")) {
            head.page().navigate(draft);
            assertThat(head.page().locator("textarea[name=rowText]").nth(1))
                    .hasValue(Pattern.compile(".*Director for migration.*"));
            head.page().click("form[action$='/release'] button");
            assertThat(head.page().locator("article .kicker")).containsText("26 BERLIN " + round);
        }
    }

    /// The desk confirms; the analyst sees it down to the source, moves the date back, takes the brief.
    private void see(String germany) {
        try (var desk = desk("desk")) {
            desk.open("/positions");
            var proposals = desk.page().locator("section.panel:has(form)");
            var deed = proposals.filter(new Locator.FilterOptions().setHasText("Cabinet tables"));
            assertThat(deed).hasCount(1);
            deed.locator("form button").click();
            assertThat(deed).hasCount(0);
        }
        try (var analyst = desk("analyst")) {
            var page = analyst.page();
            analyst.open("/picture/I-25-0001");
            var row = page.locator("tr:has(th:has-text('" + germany + "'))");
            assertThat(row.locator("a.half").nth(1).locator(".pos-p1")).isVisible();
            analyst.open("/picture/I-25-0001?as-of=2025-11-28");
            assertThat(row.locator("a.half").nth(1).locator(".pos-p2")).isVisible();
            row.locator("a.half").first().click();
            barriers.addAll(analyst.violations());
            page.locator("main a.btn[href*='/findings/']").first().click();
            barriers.addAll(analyst.violations());
            assertThat(page.locator("main a[rel=noreferrer]").first())
                    .hasAttribute("href", Pattern.compile("https://.*"));
            analyst.open("/governments/de");
            assertThat(page.locator("#measures")).containsText("Cabinet tables a bill");
            analyst.open("/archive?q=residence+permits");
            assertThat(page.locator("main .list")).containsText("Cabinet tables a bill");
            analyst.open("/picture/I-25-0001?as-of=2025-11-28");
            page.locator(".actions a[href*='/briefs/']").click();
            page.waitForURL("**/briefs/new?*");
            barriers.addAll(analyst.violations());
            page.locator("#brief button.btn-main").click();
            page.waitForURL("**/briefs?made=*");
            var brief =
                    page.waitForDownload(
                            () -> page.locator("main a[href$='.pdf']").first().click());
            assertThat(brief.suggestedFilename()).endsWith(".pdf");
        }
    }
}
