// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A démarche is recorded on a phone, on a line that breaks, in a session that ends, without script:
/// not a character is lost, and it is kept once.
@ExtendWith(Stage.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfflineDemarcheTest {

    private static final String FORM = "/instructions/I-25-0001/demarches/new";
    private static final String BEFORE = "Will look at it with the interior ministry, ";
    private static final String AFTER =
            "“Grenzen und Öffentlichkeit” named twice; asks for figures: 7,500 < 125,000 & more.";

    private final Stage stage;

    OfflineDemarcheTest(Stage stage) {
        this.stage = stage;
    }

    private static void fill(Page page, String function) {
        page.fill("#function", function);
        for (int ask = 1; ask <= 5; ask++) {
            page.locator("input[name=response-A" + ask + "][value=TOOK_NOTE]").check();
        }
    }

    private static void record(Page page) {
        page.locator("form[data-keep] .dock .btn-main").click();
    }

    /// Recorded, the page goes on to the report that is due; its note leads to the record.
    private static void openRecord(Page page) {
        page.waitForURL("**/tasks/*/report?recorded=*");
        page.locator(".note-ok a[href*='/demarches/']").click();
    }

    /// Démarches with that interlocutor in the list of the instruction.
    private static Locator listed(Page page, String function) {
        page.navigate("/instructions/I-25-0001/demarches");
        return page.locator("tr[data-row]", new Page.LocatorOptions().setHasText(function));
    }

    @Test
    void whenTheNetworkIsCutInTheMiddleNotACharacterIsLostAndItIsSentOnce() {
        var function = "Director met in the corridor";
        try (var berlin = stage.desk("berlin", 390)) {
            var page = berlin.page();
            berlin.open(FORM);
            fill(page, function);
            page.locator("#words-A1").pressSequentially(BEFORE);

            page.context().setOffline(true);
            page.locator("#words-A1").pressSequentially(AFTER);
            page.fill("#followUp", "Answer in writing");
            record(page);

            var banner = page.locator(".dock [role=alert]");
            assertThat(banner).containsText("Your text is still here");
            record(page);
            assertThat(page.locator("#words-A1")).hasValue(BEFORE + AFTER);
            assertThat(page.locator("[data-saved]")).containsText("Not kept on the server");
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .isLessThanOrEqualTo(390);

            page.context().setOffline(false);
            openRecord(page);

            assertThat(page.locator("main")).containsText(BEFORE + AFTER);
            assertThat(page.locator("main")).containsText("Answer in writing");
            assertThat(
                            (String)
                                    page.evaluate(
                                            "JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                    .doesNotContain("ministry", "Answer in writing", "corridor");
            assertThat(listed(page, function)).hasCount(1);
        }
    }

    @Test
    void whenTheSessionHasEndedOneSignsInAgainBesideAndGoesOn() {
        var function = "Head of the protocol office";
        try (var berlin = stage.desk("berlin", 390)) {
            var page = berlin.page();
            berlin.open(FORM);
            fill(page, function);
            page.fill("#words-A1", BEFORE + AFTER);
            page.context().clearCookies();
            record(page);

            var banner = page.locator(".dock [role=alert]");
            assertThat(banner).containsText("Your session has ended");
            assertThat(banner).containsText("Your text is still here");
            var beside = page.waitForPopup(() -> banner.locator("a[href='/sign-in']").click());
            beside.fill("#username", "berlin");
            beside.fill("#password", "exercise-2025");
            beside.click("main button[type=submit]");
            beside.waitForURL("**/today**");
            beside.close();
            page.bringToFront();
            page.evaluate("window.dispatchEvent(new Event('focus'))");

            openRecord(page);
            assertThat(page.locator("main")).containsText(BEFORE + AFTER);
            assertThat(listed(page, function)).hasCount(1);
        }
    }

    @Test
    void whatWasBegunIsThereOnAnotherScreen() {
        try (var phone = stage.desk("hom.berlin", 390)) {
            phone.open(FORM);
            phone.page().fill("#words-A2", BEFORE);
            assertThat(phone.page().locator("[data-saved]")).containsText("Draft kept");
        }
        try (var screen = stage.desk("hom.berlin", 1280)) {
            screen.open(FORM);
            assertThat(screen.page().locator("#words-A2")).hasValue(BEFORE);
            assertThat(screen.violations()).isEmpty();
            screen.page().click("button[value=anew]");
            assertThat(screen.page().locator("#words-A2")).hasValue("");
            assertThat(screen.console()).isEmpty();
        }
    }

    @Test
    void withoutScriptTheFormKeepsAndRecords() {
        var function = "Director for treaties";
        try (var context =
                        stage.browser()
                                .newContext(
                                        new Browser.NewContextOptions()
                                                .setBaseURL(stage.address())
                                                .setViewportSize(390, 900)
                                                .setJavaScriptEnabled(false));
                var page = context.newPage()) {
            page.navigate("/sign-in");
            page.fill("#username", "berlin");
            page.fill("#password", "exercise-2025");
            page.click("main button[type=submit]");
            page.navigate(FORM);
            fill(page, function);
            page.fill("#words-A1", BEFORE + AFTER);
            page.click(".dock button[value=draft]");
            assertThat(page.locator("[data-saved]")).containsText("Draft kept on the server");
            assertThat(page.locator("#words-A1")).hasValue(BEFORE + AFTER);

            record(page);

            assertThat(page.locator("form[action$='/take-back'] button")).isVisible();
            openRecord(page);
            assertThat(page.locator("main")).containsText(BEFORE + AFTER);
            assertThat(listed(page, function)).hasCount(1);
        }
    }
}
