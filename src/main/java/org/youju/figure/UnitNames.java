package org.youju.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds units by the ways in which they are written. */
final class UnitNames {

    /** A unit that a text writes around its number: 每人每月1600元. */
    private record Around(String before, String after, Unit unit) {
    }

    /**
     * A unit found in a text.
     *
     * @param name as it stands there
     */
    record Found(String name, Unit unit) {
    }

    private final Map<String, Unit> byName = new HashMap<>();
    private final List<Around> around = new ArrayList<>();
    private int longest;

    UnitNames(Collection<Unit> units) {
        for (var unit : units) {
            add(unit.code(), unit);
            unit.aliases().forEach(alias -> add(alias, unit));
            var slash = unit.code().indexOf('/');
            if (slash > 0) {
                around.add(new Around("每" + unit.code().substring(slash + 1), unit.code().substring(0, slash), unit));
            }
        }
        around.sort((a, b) -> b.before().length() - a.before().length());
    }

    private void add(String name, Unit unit) {
        var plain = Words.plain(name);
        var gap = plain.indexOf('…');
        if (gap > 0) {
            around.add(new Around(plain.substring(0, gap), plain.substring(gap + 1), unit));
        } else if (!plain.isEmpty()) {
            byName.putIfAbsent(plain, unit);
            longest = Math.max(longest, plain.length());
        }
    }

    /** The longest unit name that starts at a place of a plain text. */
    Optional<Found> at(String text, int start) {
        for (var length = Math.min(longest, text.length() - start); length > 0; length--) {
            var name = text.substring(start, start + length);
            var unit = byName.get(name);
            if (unit != null) {
                return Optional.of(new Found(name, unit));
            }
        }
        return Optional.empty();
    }

    /** The words before a number that are a part of some unit, the longest first. */
    List<String> before() {
        return around.stream().map(Around::before).distinct().toList();
    }

    /** The unit that words before the number and a unit after it make together. */
    Optional<Unit> around(String before, String after) {
        return around.stream()
                .filter(pair -> pair.after().equals(after) && before.contains(pair.before()))
                .map(Around::unit)
                .findFirst();
    }
}
