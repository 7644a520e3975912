package org.youju.figure;

import java.util.regex.Pattern;

/** Names of units in English, of one: person for persons, enterprise or institution for enterprises or institutions. */
final class EnglishNouns {

    private static final Pattern PLURAL = Pattern.compile("\\b(?:(people)|([a-z]{2,}?)(?:(ies)|((?<=ss|x|ch|sh)es)|(?<![sui])s))\\b");

    private EnglishNouns() {
    }

    /** The name with each plural in it as a singular. */
    static String one(String name) {
        return PLURAL.matcher(name).replaceAll(found -> found.group(1) != null ? "person"
                : found.group(2) + (found.group(3) != null ? "y" : ""));
    }
}
