// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Draws the templates of `src/main/jte`, compiled with the code. A view is named like its file:
/// `today/show`.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TemplateViews implements ViewResolver {

    private final TemplateEngine engine;
    private final Pages pages;

    TemplateViews(TemplateEngine engine, Pages pages) {
        this.engine = engine;
        this.pages = pages;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        if (name.startsWith("redirect:") || name.startsWith("forward:")) {
            return null;
        }
        return new TemplateView(name + ".jte");
    }

    private final class TemplateView implements View {

        private final String template;

        private TemplateView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=utf-8";
        }

        @Override
        public void render(
                @Nullable Map<String, ?> model,
                HttpServletRequest request,
                HttpServletResponse response)
                throws IOException {
            var parameters = new HashMap<String, Object>();
            var known = engine.getParamInfo(template);
            if (model != null) {
                model.forEach(
                        (key, value) -> {
                            if (known.containsKey(key)) {
                                parameters.put(key, value);
                            }
                        });
            }
            if (known.containsKey("page")) {
                parameters.put("page", pages.of(request));
            }
            var output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }

    @Configuration
    static class Engine {

        @Bean
        TemplateEngine templateEngine() {
            return TemplateEngine.createPrecompiled(ContentType.Html);
        }
    }
}
