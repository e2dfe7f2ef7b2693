// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import java.util.List;
import org.chancery.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Gives every handler its [Actor] or [ReadScope] from the signed-in person, read anew for each
/// request, so that no handler can forget or forge it and a right taken away is gone at once.
@Component
public class SignedIn implements HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    private final Accounts accounts;

    SignedIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        var type = parameter.getParameterType();
        return type == Actor.class || type == ReadScope.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var known = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        var actor = known instanceof Actor already ? already : actor();
        request.setAttribute(ATTRIBUTE, actor, RequestAttributes.SCOPE_REQUEST);
        return parameter.getParameterType() == Actor.class ? actor : actor.scope();
    }

    /// The person of the current request.
    ///
    /// @throws Refusal `SIGN_IN_FAILED` if nobody is signed in or the account is gone
    public Actor actor() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            throw new Refusal(AccessRefusal.SIGN_IN_FAILED);
        }
        return accounts.actor(authentication.getName())
                .orElseThrow(() -> new Refusal(AccessRefusal.SIGN_IN_FAILED));
    }

    /// Registers the resolver for pages and API alike.
    @Configuration
    static class Registration implements WebMvcConfigurer {

        private final SignedIn signedIn;

        Registration(SignedIn signedIn) {
            this.signedIn = signedIn;
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(signedIn);
        }
    }
}
