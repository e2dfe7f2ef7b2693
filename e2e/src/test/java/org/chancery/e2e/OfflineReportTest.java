// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A report is written on a line that breaks and in a session that ends: not a character is lost,
/// and the button that was pressed is the one that acts.
@ExtendWith(Stage.Given.class)
class OfflineReportTest {

    private static final String TEXT = "“Öffentlichkeit” named twice: 7,500 < 125,000 & more.";

    private final Stage stage;

    OfflineReportTest(Stage stage) {
        this.stage = stage;
    }

    /// The report that is due after a démarche, from the task of the post.
    private static void openReport(Page page) {
        page.navigate("/tasks");
        page.locator("main a[href^='/tasks/']:has-text('R3')").first().click();
        page.locator("main a[href$='/report']").click();
        page.fill("#summary", TEXT);
    }

    @Test
    void whenTheNetworkIsCutTheCardIsAddedOnceItIsBack() {
        try (var berlin = stage.desk("berlin", 390)) {
            var page = berlin.page();
            openReport(page);

            page.context().setOffline(true);
            page.click("button[value=add-STATEMENT]");
            var banner = page.locator("#report [role=alert]");
            assertThat(banner).containsText("Your text is still here");
            page.fill("#comment", TEXT);
            page.context().setOffline(false);

            assertThat(page.locator("#f0-original")).isVisible();
            assertThat(page.locator("#summary")).hasValue(TEXT);
            assertThat(page.locator("#comment")).hasValue(TEXT);
            assertThat(
                            (String)
                                    page.evaluate(
                                            "JSON.stringify([{...localStorage}, {...sessionStorage}])"))
                    .doesNotContain("named twice");
        }
    }

    @Test
    void whenTheSessionHasEndedOneSignsInAgainBesideAndGoesOn() {
        try (var berlin = stage.desk("berlin", 1280)) {
            var page = berlin.page();
            openReport(page);
            page.context().clearCookies();
            page.click("button[value=add-EVENT]");

            var banner = page.locator("#report [role=alert]");
            assertThat(banner).containsText("Your session has ended");
            var beside = page.waitForPopup(() -> banner.locator("a[href='/sign-in']").click());
            beside.fill("#username", "berlin");
            beside.fill("#password", "exercise-2025");
            beside.click("main button[type=submit]");
            beside.waitForURL("**/today**");
            beside.close();
            page.bringToFront();
            page.evaluate("window.dispatchEvent(new Event('focus'))");

            assertThat(page.locator("#f0-title")).isVisible();
            assertThat(page.locator("#summary")).hasValue(TEXT);
        }
    }
}
