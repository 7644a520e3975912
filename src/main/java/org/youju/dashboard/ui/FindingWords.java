package org.youju.dashboard.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.youju.base.ui.Glyph;
import org.youju.check.Explanation;
import org.youju.check.Finding;
import org.youju.observation.Observation;

/** What a finding says, in the language of the page. */
record FindingWords(Component owner, Locale locale) {

    private static final int SOURCES = 3;

    static Glyph glyph(Finding finding) {
        return switch (finding) {
            case Finding.SourcesConflict conflict -> conflict.isMinor() ? Glyph.INFORMATION : Glyph.NOT_MET;
            case Finding.RoutesApart routes -> Glyph.NOT_MET;
            case Finding.RuleBroken broken -> Glyph.NOT_MET;
            case Finding.PromiseUnkept promise -> promise.pace() == null ? Glyph.NOT_MET : Glyph.BEHIND;
            case Finding.MissingYears missing -> Glyph.NOT_PROVABLE;
            case Finding.LevelUnknown level -> Glyph.NO_DATA;
            case Finding.FloorOnly floor -> Glyph.BEHIND;
            case Finding.PeriodNotStated period -> Glyph.NOT_PROVABLE;
            case Finding.SeriesBreak broken -> Glyph.INFORMATION;
        };
    }

    /** What it is and why. */
    String sentence(Finding finding) {
        return finding instanceof Finding.PromiseUnkept promise
                ? sentence(promise.promise()) + ("zh".equals(locale.getLanguage()) ? "" : " ") + sentence(promise.reason())
                : sentence(finding.reason());
    }

    String sentence(Explanation reason) {
        return owner.getTranslation(reason.key(), reason.written(locale));
    }

    /** The documents that figures at odds stand in; none where a finding is not about what some documents state. */
    Optional<Component> sources(Finding finding) {
        return switch (finding) {
            case Finding.SourcesConflict conflict -> sources(conflict.inputs());
            case Finding.RoutesApart routes -> sources(routes.inputs());
            case Finding.RuleBroken broken -> sources(broken.inputs());
            case Finding.PromiseUnkept promise -> sources(promise.inputs());
            case Finding.FloorOnly floor -> sources(floor.inputs());
            case Finding.PeriodNotStated period -> sources(period.inputs());
            case Finding.LevelUnknown level -> sources(level.inputs());
            case Finding.MissingYears missing -> Optional.empty();
            case Finding.SeriesBreak broken -> Optional.empty();
        };
    }

    /** The documents that some statements stand in, by name. */
    Optional<Component> sources(List<Observation> statements) {
        var labels = statements.stream().map(it -> it.reply().label()).distinct().toList();
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        var names = labels.stream().limit(SOURCES)
                .collect(Collectors.joining(owner.getTranslation("dashboard.list.comma")));
        var words = new Span(labels.size() > SOURCES
                ? owner.getTranslation("dashboard.finding.sources.more", names, labels.size())
                : owner.getTranslation("dashboard.finding.sources", names));
        words.addClassNames("yj-caption", "yj-finding-sources");
        return Optional.of(words);
    }
}
