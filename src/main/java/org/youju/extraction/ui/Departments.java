package org.youju.extraction.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.review.Answering;
import org.youju.indicator.Department;
import org.youju.indicator.IndicatorService;
import org.youju.reply.Proposal;
import org.youju.reply.Reply;

/** The departments that may answer for a promise of one document; first the one that answers the document. */
final class Departments {

    private final IndicatorService indicators;
    private final Optional<String> answering;

    private Departments(IndicatorService indicators, Optional<String> answering) {
        this.indicators = indicators;
        this.answering = answering;
    }

    static Departments of(Reply reply, Optional<Proposal> proposal, IndicatorService indicators) {
        return new Departments(indicators, Answering.of(reply, proposal));
    }

    List<Department> all() {
        var kept = indicators.departments();
        var all = new ArrayList<Department>();
        answering.map(name -> named(name, kept)).ifPresent(all::add);
        kept.stream().filter(it -> !all.contains(it)).forEach(all::add);
        return all;
    }

    /** The one that answers the document, null where none is known. */
    @Nullable Department answering() {
        return answering.map(this::named).orElse(null);
    }

    Optional<Department> coded(String code) {
        return indicators.departments().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    /** The one of a name; one that is not in the catalogue yet where none has it. Null where the name is blank. */
    @Nullable Department named(String name) {
        return name.isBlank() ? null : named(name.strip(), indicators.departments());
    }

    private static Department named(String name, List<Department> kept) {
        return kept.stream().filter(it -> it.nameZh().equals(name) || it.nameEn().equals(name)).findFirst()
                .orElseGet(() -> Department.unkept(name));
    }

    /** Adds one to the catalogue. */
    Department keep(Department named) {
        return indicators.departmentNamed(named.nameZh());
    }
}
