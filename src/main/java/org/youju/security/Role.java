package org.youju.security;

import java.util.Locale;

/**
 * What an account is for. Each has one; what it may do is said by {@link Permission}. The constants in {@link Names}
 * are for {@code @RolesAllowed} on views.
 */
public enum Role {

    /** 领导: reads what is approved. */
    VIEWER,
    /** 分析: compares, saves and exports. */
    ANALYST,
    /** 统计: enters and mends drafts. */
    STATISTICIAN,
    /** 审核: approves, returns, rules and releases what others entered. */
    APPROVER,
    /** 管理: keeps accounts, tokens, settings and backups; touches no figure. */
    ADMIN;

    /** Key of the role's name in {@code vaadin-i18n}. */
    public String key() {
        return "security.role." + name().toLowerCase(Locale.ROOT);
    }

    /** Key of the few words that say what the role does. */
    public String dutyKey() {
        return "security.duty." + name().toLowerCase(Locale.ROOT);
    }

    /** The role as Spring Security knows it: {@code ROLE_VIEWER} … */
    public String authority() {
        return "ROLE_" + name();
    }

    /** The roles' names as constants, since an annotation takes no enum's name. */
    public static final class Names {

        public static final String VIEWER = "VIEWER";
        public static final String ANALYST = "ANALYST";
        public static final String STATISTICIAN = "STATISTICIAN";
        public static final String APPROVER = "APPROVER";
        public static final String ADMIN = "ADMIN";

        private Names() {
        }
    }
}
