package org.youju.entry.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the page is asked to show, as its address says it:
 * {@code ?region=310105&from=2019&to=2025&theme=DE&department=FGW&todo=1&cell=DE_TAX.2023}. What can't be read is as if not asked.
 *
 * @param from  first year; empty for six years before the last
 * @param to    last year; empty for the present one
 * @param todo  whether only rows are shown in which something is left to do
 * @param cell  the cell that a person is in: the indicator's code, a dot and the column's year
 */
record EntryState(Optional<String> region, OptionalInt from, OptionalInt to, Optional<String> theme,
        Optional<String> department, boolean todo, Optional<String> cell) {

    static EntryState read(QueryParameters query) {
        return new EntryState(text(query, "region"), year(query, "from"), year(query, "to"), text(query, "theme"),
                text(query, "department"), text(query, "todo").isPresent(),
                text(query, "cell").filter(cell -> cell.matches("[0-9A-Za-z_]+\\.\\d{4}")));
    }

    private static Optional<String> text(QueryParameters query, String name) {
        return query.getSingleParameter(name).filter(text -> !text.isBlank());
    }

    private static OptionalInt year(QueryParameters query, String name) {
        return text(query, name).filter(text -> text.matches("(19|20)\\d\\d"))
                .map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty());
    }

    QueryParameters toQuery() {
        Map<String, String> parts = new LinkedHashMap<>();
        region.ifPresent(code -> parts.put("region", code));
        from.ifPresent(year -> parts.put("from", Integer.toString(year)));
        to.ifPresent(year -> parts.put("to", Integer.toString(year)));
        theme.ifPresent(code -> parts.put("theme", code));
        department.ifPresent(code -> parts.put("department", code));
        if (todo) {
            parts.put("todo", "1");
        }
        cell.ifPresent(key -> parts.put("cell", key));
        return QueryParameters.simple(parts);
    }

    EntryState withRegion(String code) {
        return new EntryState(Optional.of(code), from, to, theme, department, todo, Optional.empty());
    }

    EntryState withYears(int first, int last) {
        return new EntryState(region, OptionalInt.of(first), OptionalInt.of(last), theme, department, todo, cell);
    }

    EntryState withTheme(Optional<String> code) {
        return new EntryState(region, from, to, code, department, todo, Optional.empty());
    }

    EntryState withDepartment(Optional<String> code) {
        return new EntryState(region, from, to, theme, code, todo, Optional.empty());
    }

    EntryState withTodo(boolean only) {
        return new EntryState(region, from, to, theme, department, only, cell);
    }

    EntryState withCell(String indicator, String column) {
        return new EntryState(region, from, to, theme, department, todo, Optional.of(indicator + "." + column));
    }
}
