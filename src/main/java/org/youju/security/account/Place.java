package org.youju.security.account;

import java.util.Locale;

/** A region or a department as a choice for an account's scope. */
public record Place(String code, String nameZh, String nameEn) {

    /** The name in the reader's language, and the code. */
    public String label(Locale language) {
        return (language.getLanguage().equals("zh") ? nameZh : nameEn) + " " + code;
    }
}
