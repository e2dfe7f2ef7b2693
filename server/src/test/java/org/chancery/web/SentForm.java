// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.util.HtmlUtils;

/// A form of a page, filled as a browser without script would send it.
public final class SentForm {

    private static final Pattern FIELD =
            Pattern.compile(
                    "<input\\b((?:[^>\"]|\"[^\"]*\")*)>"
                            + "|<textarea\\b((?:[^>\"]|\"[^\"]*\")*)>(.*?)</textarea>"
                            + "|<select\\b((?:[^>\"]|\"[^\"]*\")*)>(.*?)</select>",
                    Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");

    private SentForm() {}

    /// @param id of the form in the page
    public static LinkedMultiValueMap<String, String> of(String page, String id) {
        var from = page.indexOf("id=\"" + id + "\"");
        if (from < 0) {
            throw new AssertionError("no form " + id);
        }
        var found = FIELD.matcher(page.substring(from, page.indexOf("</form>", from)));
        var sent = new LinkedMultiValueMap<String, String>();
        while (found.find()) {
            var name = attribute(attributes(found), "name");
            if (!name.isEmpty() && !name.equals("_csrf")) {
                values(found).forEach(value -> sent.add(name, value));
            }
        }
        return sent;
    }

    private static String attributes(Matcher field) {
        return field.group(1) != null
                ? field.group(1)
                : field.group(2) != null ? field.group(2) : field.group(4);
    }

    private static List<String> values(Matcher field) {
        if (field.group(2) != null) {
            return List.of(HtmlUtils.htmlUnescape(field.group(3)));
        }
        if (field.group(4) != null) {
            return List.of(chosen(field.group(5)));
        }
        var type = attribute(field.group(1), "type");
        return switch (type) {
            case "file" -> List.of();
            case "checkbox", "radio" ->
                    field.group(1).contains(" checked")
                            ? List.of(attribute(field.group(1), "value"))
                            : List.of();
            default -> List.of(attribute(field.group(1), "value"));
        };
    }

    private static String chosen(String options) {
        var all = new ArrayList<String>();
        var option = OPTION.matcher(options);
        while (option.find()) {
            if (option.group(1).contains(" selected")) {
                return attribute(option.group(1), "value");
            }
            all.add(attribute(option.group(1), "value"));
        }
        return all.getFirst();
    }

    private static String attribute(String attributes, String name) {
        var found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }
}
