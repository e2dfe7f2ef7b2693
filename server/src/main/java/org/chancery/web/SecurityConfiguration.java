// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/// Everything asks for a signed-in person except sign-in itself, health and static files. Headers as
/// in the interface design: nothing inline, nothing from elsewhere, nothing kept by the browser.
@Configuration
@ConditionalOnWebApplication
class SecurityConfiguration {

    static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; "
                    + "script-src 'self'; connect-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(100)
    SecurityFilterChain pageSecurity(HttpSecurity http) throws Exception {
        var pagesOnly = new HttpSessionRequestCache();
        pagesOnly.setRequestMatcher(
                request ->
                        "GET".equals(request.getMethod())
                                && request.getHeader("HX-Request") == null
                                && !request.getRequestURI().startsWith("/events"));
        return http.authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(
                                                "/assets/**",
                                                "/sign-in",
                                                "/error",
                                                "/favicon.ico",
                                                "/tasks.ics",
                                                "/health")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .formLogin(
                        form ->
                                form.loginPage("/sign-in")
                                        .defaultSuccessUrl("/today")
                                        .failureUrl("/sign-in?failed"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .requestCache(cache -> cache.requestCache(pagesOnly))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    }
}
