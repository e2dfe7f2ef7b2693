// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chancery.finding.Directions;
import org.chancery.kernel.Refusal;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Whoever asks a page or a route of v1 for a sum, mean, rank, score or count over states is told that
/// directions cannot be added (MEA-005); one place for everything that reads them.
@Configuration
class DirectionsNotAdded implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(
                        new HandlerInterceptor() {

                            /// @throws Refusal `DIRECTIONS_NOT_ADDED`
                            @Override
                            public boolean preHandle(
                                    HttpServletRequest request,
                                    HttpServletResponse response,
                                    Object handler) {
                                if (request.getMethod().equals("GET")) {
                                    Directions.refuseAggregates(request.getParameterMap().keySet());
                                }
                                return true;
                            }
                        })
                .addPathPatterns(
                        "/api/v1/**",
                        "/measures/**",
                        "/governments/**",
                        "/picture/**",
                        "/positions/**");
    }
}
