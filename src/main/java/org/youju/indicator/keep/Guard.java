package org.youju.indicator.keep;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;

/** What every entry of the catalogue has to keep. */
final class Guard {

    /** How long a name is at most. */
    static final int LONGEST = 200;

    private Guard() {
    }

    /** @throws RuleViolation with {@code key} if there is no name, or it is too long */
    static void name(String name, String key) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw new RuleViolation(key, LONGEST);
        }
    }

    /** Looks at both names of an entry. */
    static void names(Faults faults, String nameZh, String nameEn) {
        faults.check(() -> name(nameZh, "catalogue.name.zh"));
        faults.check(() -> name(nameEn, "catalogue.name.en"));
    }

    /** Looks whether a code has the form that its list asks for. */
    static void code(Faults faults, String code, String form, String key) {
        faults.check(() -> {
            if (!code.matches(form)) {
                throw new RuleViolation(key, code);
            }
        });
    }

    /**
     * Looks whether a way leads back to where it starts.
     *
     * @param next where it goes from a code; nothing or null where it ends
     * @param refusal thrown if it does
     */
    static void acyclic(String start, Function<String, List<@Nullable String>> next, RuleViolation refusal) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        next.apply(start).stream().filter(code -> code != null).forEach(open::add);
        while (!open.isEmpty()) {
            var code = open.remove();
            if (code.equals(start)) {
                throw refusal;
            }
            if (seen.add(code)) {
                next.apply(code).stream().filter(it -> it != null).forEach(open::add);
            }
        }
    }

    /** Inserts what may be there already. */
    static void insert(Runnable insert, RuleViolation taken) {
        try {
            insert.run();
        } catch (DuplicateKeyException duplicate) {
            throw taken;
        }
    }

    /** Deletes what something else may rest on. */
    static <T> T delete(Supplier<T> delete, RuleViolation used) {
        try {
            return delete.get();
        } catch (DataIntegrityViolationException rests) {
            throw used;
        }
    }
}
