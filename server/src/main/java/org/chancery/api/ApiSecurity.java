// SPDX-License-Identifier: Apache-2.0
package org.chancery.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.chancery.access.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/// The API asks for a token with each request and keeps no session; the command line on the same
/// machine shows the secret of the home folder instead.
@Configuration
@ConditionalOnWebApplication
class ApiSecurity {

    static final String LOCAL = "local";

    @Bean
    @Order(10)
    SecurityFilterChain apiSecurityChain(
            HttpSecurity http,
            Accounts accounts,
            ApiErrors errors,
            @Value("${chancery.local-secret:}") String secret)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/api/v1/openapi.yaml")
                                        .permitAll()
                                        .requestMatchers("/api/v1/tokens", "/api/v1/imports")
                                        .hasAuthority(LOCAL)
                                        .anyRequest()
                                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(
                                                (request, response, e) ->
                                                        errors.unauthorized(request, response))
                                        .accessDeniedHandler(
                                                (request, response, e) ->
                                                        errors.unauthorized(request, response)))
                .addFilterBefore(
                        new TokenFilter(accounts, secret),
                        UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    private static final class TokenFilter extends OncePerRequestFilter {

        private final Accounts accounts;
        private final byte[] secret;

        private TokenFilter(Accounts accounts, String secret) {
            this.accounts = accounts;
            this.secret = secret.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        protected void doFilterInternal(
                HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var bearer = request.getHeader("Authorization");
            var local = request.getHeader("X-Chancery-Local");
            if (bearer != null && bearer.startsWith("Bearer ")) {
                accounts.byToken(bearer.substring(7).strip())
                        .ifPresent(
                                actor ->
                                        signIn(
                                                UsernamePasswordAuthenticationToken.authenticated(
                                                        actor.signIn(), "", List.of())));
            } else if (local != null
                    && secret.length > 0
                    && MessageDigest.isEqual(secret, local.getBytes(StandardCharsets.UTF_8))) {
                signIn(
                        UsernamePasswordAuthenticationToken.authenticated(
                                LOCAL, "", List.of(new SimpleGrantedAuthority(LOCAL))));
            }
            chain.doFilter(request, response);
        }

        private static void signIn(UsernamePasswordAuthenticationToken authentication) {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(authentication);
            SecurityContextHolder.setContext(context);
        }
    }
}
