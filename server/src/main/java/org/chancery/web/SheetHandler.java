// SPDX-License-Identifier: Apache-2.0
package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.chancery.kernel.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A handler that returns a [Sheet] gives the file the address asks for: `.csv` or `.xlsx`.
@Configuration
class SheetHandler implements HandlerMethodReturnValueHandler, WebMvcConfigurer {

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(this);
    }

    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getParameterType() == Sheet.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object returned,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws IOException {
        container.setRequestHandled(true);
        var sheet = (Sheet) Objects.requireNonNull(returned);
        var asked =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class))
                        .getRequestURI();
        send(
                asked.endsWith(".xlsx") ? Downloads.xlsx(sheet) : Downloads.csv(sheet),
                Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class)));
    }

    private static void send(ResponseEntity<byte[]> file, HttpServletResponse response)
            throws IOException {
        file.getHeaders()
                .forEach((name, values) -> values.forEach(v -> response.addHeader(name, v)));
        response.getOutputStream().write(Objects.requireNonNull(file.getBody()));
    }
}
