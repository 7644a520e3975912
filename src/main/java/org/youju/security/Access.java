package org.youju.security;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who acts and what they may do. Services ask here and nowhere else; the answer is that of the current thread. */
@Component
public class Access {

    /** Whoever acts; {@link CurrentAccount#ANONYMOUS} where nobody is logged in. */
    public CurrentAccount current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return CurrentAccount.ANONYMOUS;
        }
        return authentication.getPrincipal() instanceof CurrentAccount account
                ? account
                : new CurrentAccount(authentication.getName(), authentication.getName(), roleOf(authentication),
                        Scope.ALL);
    }

    /** Whether whoever acts has this permission. */
    public boolean may(Permission permission) {
        return current().may(permission);
    }

    /**
     * Refuses whoever acts without this permission.
     *
     * @return whoever acts
     * @throws AccessDeniedException whose message is the key of the sentence, {@link Permission#deniedKey()}
     */
    public CurrentAccount require(Permission permission) {
        var account = current();
        if (!account.may(permission)) {
            throw new AccessDeniedException(permission.deniedKey());
        }
        return account;
    }

    /**
     * Refuses what lies outside the scope of whoever acts.
     *
     * @param regionCode null where it is of no region or of all
     * @param departmentCode null where no department answers for it, or all do
     * @throws AccessDeniedException whose message is the key of the sentence
     */
    public void requireScope(@Nullable String regionCode, @Nullable String departmentCode) {
        var scope = current().scope();
        if (!scope.covers(regionCode, departmentCode)) {
            var unlimited = regionCode == null && !scope.regions().isEmpty()
                    || departmentCode == null && !scope.departments().isEmpty();
            throw new AccessDeniedException(unlimited ? "security.denied.scope-all" : "security.denied.scope");
        }
    }

    /**
     * Refuses documents of a region outside the scope of whoever acts. No department answers for a document; one may for
     * each figure in it.
     *
     * @param regionCode null where the document names no region
     * @throws AccessDeniedException whose message is the key of the sentence
     */
    public void requireRegion(@Nullable String regionCode) {
        if (!current().scope().coversRegion(regionCode)) {
            throw new AccessDeniedException(
                    regionCode == null ? "security.denied.scope-all" : "security.denied.scope");
        }
    }

    /** Acts as a system account for as long as {@code work} takes, and as whoever acted before from then on. */
    public <T> T runAs(SystemAccount system, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication(system.account()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** The account as an authentication that Spring Security takes, with the authority of its role. */
    public static Authentication authentication(CurrentAccount account) {
        var role = account.role();
        return UsernamePasswordAuthenticationToken.authenticated(account, null,
                role == null ? AuthorityUtils.NO_AUTHORITIES : AuthorityUtils.createAuthorityList(role.authority()));
    }

    private static @Nullable Role roleOf(Authentication authentication) {
        var authorities = AuthorityUtils.authorityListToSet(authentication.getAuthorities());
        return Arrays.stream(Role.values())
                .filter(role -> authorities.contains(role.authority()))
                .findFirst()
                .orElse(null);
    }
}
