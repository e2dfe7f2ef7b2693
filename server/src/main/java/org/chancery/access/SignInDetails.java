// SPDX-License-Identifier: Apache-2.0
package org.chancery.access;

import org.chancery.directory.Offices;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/// Lets Spring Security compare a password; what the person may do is asked from [Accounts].
@Component
class SignInDetails implements UserDetailsService {

    private final Offices offices;
    private final AccountRepository accounts;

    SignInDetails(Offices offices, AccountRepository accounts) {
        this.offices = offices;
        this.accounts = accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String signIn) {
        return offices.staffBySignIn(signIn)
                .flatMap(member -> accounts.find(member.id()))
                .map(account -> User.withUsername(signIn).password(account.passwordHash()).build())
                .orElseThrow(() -> new UsernameNotFoundException(signIn));
    }
}
