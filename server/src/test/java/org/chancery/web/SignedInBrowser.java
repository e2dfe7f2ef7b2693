// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A browser of one person: signs in by the form, keeps the cookie, sends the token of the forms.
public final class SignedInBrowser {

    /// Signing in is slow on purpose, so each person signs in once an application.
    private static final Map<String, SignedInBrowser> OPEN = new ConcurrentHashMap<>();

    private static final Pattern TOKEN = Pattern.compile("data-csrf=\"([^\"]+)\"");

    private final MockMvc web;
    private Cookie[] cookies = {};
    private String token;

    public static SignedInBrowser of(MockMvc web, String person) throws Exception {
        var key = System.identityHashCode(web) + " " + person;
        var known = OPEN.get(key);
        if (known == null) {
            known = new SignedInBrowser(web, person);
            OPEN.put(key, known);
        }
        return known;
    }

    private SignedInBrowser(MockMvc web, String person) throws Exception {
        this.web = web;
        token = tokenOf(keep(web.perform(get("/sign-in"))));
        keep(send("/sign-in", Map.of("username", person, "password", "exercise-2025")));
        token = tokenOf(keep(open("/settings")));
    }

    public ResultActions open(String path) throws Exception {
        return web.perform(signed(get(path)));
    }

    public ResultActions send(String path, Map<String, String> form) throws Exception {
        var request = signed(post(path)).param("_csrf", token);
        form.forEach(request::param);
        return web.perform(request);
    }

    private MockHttpServletRequestBuilder signed(MockHttpServletRequestBuilder request) {
        return cookies.length == 0 ? request : request.cookie(cookies);
    }

    private MvcResult keep(ResultActions answer) {
        var result = answer.andReturn();
        if (result.getResponse().getCookies().length > 0) {
            cookies = result.getResponse().getCookies();
        }
        return result;
    }

    private static String tokenOf(MvcResult page) throws Exception {
        var match = TOKEN.matcher(page.getResponse().getContentAsString());
        if (!match.find()) {
            throw new IllegalStateException("no token on " + page.getRequest().getRequestURI());
        }
        return match.group(1);
    }
}
