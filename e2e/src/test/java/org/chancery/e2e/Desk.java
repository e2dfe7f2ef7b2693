// SPDX-License-Identifier: Apache-2.0
package org.chancery.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// One person at one screen, signed in.
final class Desk implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final List<String> console = new ArrayList<>();

    Desk(Browser browser, String address, String person, int width) {
        context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(address)
                                .setViewportSize(width, 900)
                                .setAcceptDownloads(true));
        page = context.newPage();
        page.onConsoleMessage(
                message -> {
                    if (message.type().equals("error")) {
                        console.add(message.text());
                    }
                });
        page.navigate("/sign-in");
        page.fill("#username", person);
        page.fill("#password", "exercise-2025");
        page.click("main button[type=submit]");
        page.waitForURL("**/today");
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(path);
    }

    List<String> console() {
        return List.copyOf(console);
    }

    void language(String language) {
        open("/settings");
        page.selectOption("#language", language);
        page.click("main form[action='/settings'] button[type=submit]");
    }

    /// What axe finds on the page, light and dark, on a desk and on a phone, and whether the phone
    /// must scroll sideways; each line names page, rule and element. All rules are tried light on the
    /// desk and dark on the phone, the contrast in each of the four.
    List<String> violations() {
        var found = new ArrayList<String>();
        var before = page.viewportSize();
        for (var width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var where = page.url() + " " + scheme + " " + width + " px ";
                var axe = new AxeBuilder(page);
                if ((width == 1280) != (scheme == ColorScheme.LIGHT)) {
                    axe.withRules(List.of("color-contrast"));
                }
                for (var rule : axe.analyze().getViolations()) {
                    rule.getNodes()
                            .forEach(
                                    node -> found.add(where + rule.getId() + " " + node.getHtml()));
                }
            }
            var needed =
                    ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (needed > width) {
                found.add(page.url() + " needs " + needed + " px of " + width);
            }
        }
        page.setViewportSize(before.width, before.height);
        return found;
    }

    @Override
    public void close() {
        context.close();
    }
}
