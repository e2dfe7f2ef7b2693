// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.util.Map;
import java.util.TreeSet;
import org.chancery.DatabaseTest;
import org.chancery.access.Accounts;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

@DatabaseTest
class OpenApiTest {

    private final MockMvc web;
    private final RequestMappingHandlerMapping routes;
    private final String token;

    OpenApiTest(
            MockMvc web,
            @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping routes,
            Accounts accounts) {
        this.web = web;
        this.routes = routes;
        this.token = "Bearer " + accounts.issueToken("analyst");
    }

    @Test
    void everyRouteIsDescribedAndEveryDescriptionIsARoute() throws IOException {
        Map<String, Object> document =
                new Yaml().load(new ClassPathResource("openapi/v1.yaml").getInputStream());
        var described = new TreeSet<String>();
        ((Map<?, ?>) document.get("paths"))
                .forEach(
                        (path, methods) ->
                                ((Map<?, ?>) methods)
                                        .keySet()
                                        .forEach(m -> described.add(m + " /api/v1" + path)));
        var served = new TreeSet<String>();
        routes.getHandlerMethods()
                .forEach(
                        (info, method) -> {
                            if (method.getBeanType().getPackageName().equals("org.chancery.api")) {
                                info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(
                                                m ->
                                                        info.getPatternValues()
                                                                .forEach(
                                                                        p ->
                                                                                served.add(
                                                                                        m.name()
                                                                                                        .toLowerCase()
                                                                                                + " "
                                                                                                + p)));
                            }
                        });
        assertThat(described).isEqualTo(served);
    }

    @Test
    void measuresInForceOnADayAnswerAsThePages() throws Exception {
        web.perform(
                        get("/api/v1/measures?government=PL&inForceOn=2025-06-15")
                                .header("Authorization", token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].government").value("PL"))
                .andExpect(jsonPath("$.items[0].inForce").value(true));
    }

    @Test
    void directionsAreNeverAddedUp() throws Exception {
        web.perform(get("/api/v1/measures?aggregate=sum").header("Authorization", token))
                .andExpect(status().is(422))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("MEA-005"))
                .andExpect(
                        jsonPath("$.detail")
                                .value(
                                        "Directions are relative to each state and cannot be"
                                                + " added."));
    }

    @Test
    void theBoardAsOfADayShowsGermanyInWordAndDeed() throws Exception {
        web.perform(get("/api/v1/board/I-25-0001?asOf=2025-11-27").header("Authorization", token))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$.rows[?(@.government=='DE')].cells.A1.word.step")
                                .value("OPPOSES"))
                .andExpect(
                        jsonPath("$.rows[?(@.government=='DE')].cells.A1.deed.step")
                                .value("SUPPORTS"));
    }

    @Test
    void searchFindsTheCable() throws Exception {
        web.perform(
                        get("/api/v1/search?q=\"social cohesion\"&collection=CABLE")
                                .header("Authorization", token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hits[?(@.key=='25 STATE 1')]").exists());
    }

    @Test
    void whoShowsNoTokenIsToldHowToGetOne() throws Exception {
        web.perform(get("/api/v1/cables"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.code").value("ACC-014"))
                .andExpect(jsonPath("$.mend").exists());
    }

    @Test
    void aBadDateIsAProblemAndNoStackTrace() throws Exception {
        web.perform(
                        get("/api/v1/board/I-25-0001?asOf=yesterday")
                                .header("Authorization", token)
                                .header("Accept-Language", "de"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.code").value("INP-001"))
                .andExpect(jsonPath("$.detail").value("„yesterday“ ist kein Datum."));
    }
}
