package org.youju.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.math.RoundingMode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.control.StackedCell;
import org.youju.commitment.Gauge;
import org.youju.commitment.Judged;
import org.youju.commitment.ui.GaugeBar;
import org.youju.commitment.ui.PromiseSource;
import org.youju.commitment.ui.Reasons;
import org.youju.commitment.ui.RuleWords;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.indicator.Indicator;
import org.youju.ledger.Ledger;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;

/** One promise in the ledger: its words, its rule, the actual, how far it has come, and the verdict. */
final class PromiseRow extends NativeTableRow {

    private final NativeButton pick = new NativeButton();

    PromiseRow(Judged judged, Ledger ledger, Consumer<String> choose) {
        var promise = judged.commitment();
        var indicator = ledger.catalogue().indicator(promise.indicator());
        var rule = new RuleWords(promise, judged.verdict(), indicator.direction(), this, getLocale());
        pick.addClassName("yj-ledger-pick");
        pick.add(PromiseSource.marked(PromiseSource.excerpt(promise)));
        pick.addClickListener(click -> choose.accept(promise.code()));
        var about = new Div(new Span(indicator.name(getLocale())));
        about.addClassName("yj-caption");
        if (!promise.region().equals(ledger.region().code())) {
            about.add(new Span(" · " + ledger.catalogue().region(promise.region()).name(getLocale())));
        }
        add(cell("ledger.column.promise", pick, about, new SourceBadge(PromiseSource.evidence(promise, getLocale()))),
                cell("ledger.column.rule", new Div(rule.rule()), window(judged, rule)),
                actual(judged, indicator), progress(judged, indicator), verdict(judged));
    }

    /** Marks the row whose panel is open. */
    void chosen(boolean open) {
        setClassName("yj-selected", open);
        if (open) {
            pick.getElement().setAttribute("aria-current", "true");
        } else {
            pick.getElement().removeAttribute("aria-current");
        }
    }

    /** What opens the panel. */
    NativeButton pick() {
        return pick;
    }

    private StackedCell cell(String key, Component... shown) {
        return new StackedCell(getTranslation(key), shown);
    }

    private static Div caption(String words) {
        var caption = new Div(words);
        caption.addClassName("yj-caption");
        return caption;
    }

    /** The window, and how many of its years it is judged by. */
    private Div window(Judged judged, RuleWords rule) {
        var verdict = judged.verdict();
        var window = caption("");
        window.add(whole(rule.window()));
        if (verdict.perYear().size() > 1) {
            window.add(new Span(getTranslation("ledger.window.comma")), whole(judged.commitment().to() == null
                    && verdict.judgedTo() != null
                    ? getTranslation("ledger.window.judged", Integer.toString(verdict.judgedTo()), verdict.years())
                    : getTranslation("ledger.window.periods", verdict.years())));
        }
        return window;
    }

    private static Span whole(String words) {
        var whole = new Span(words);
        whole.addClassName("yj-unbroken");
        return whole;
    }

    private StackedCell actual(Judged judged, Indicator indicator) {
        var verdict = judged.verdict();
        if (verdict.inputs().size() == 1) {
            var only = verdict.inputs().getFirst();
            return cell("ledger.column.actual", new FigureText(only.figure()),
                    caption(only.period().label(getLocale())), new SourceBadge(only));
        }
        if (verdict.value() != null) {
            var sum = new Span(RuleWords.amount(verdict.value(), indicator.unit(), getLocale()));
            sum.addClassName("yj-computed");
            return cell("ledger.column.actual", sum,
                    caption(getTranslation("ledger.actual.of", verdict.inputs().size())));
        }
        return cell("ledger.column.actual", missing(), caption(getTranslation(verdict.inputs().isEmpty()
                ? "ledger.actual.none" : "ledger.actual.some", verdict.inputs().size())));
    }

    private Span missing() {
        var missing = new Span(getTranslation("ledger.missing"));
        missing.addClassName("yj-ledger-missing");
        return missing;
    }

    private StackedCell progress(Judged judged, Indicator indicator) {
        var verdict = judged.verdict();
        var gauge = Gauge.of(judged, indicator.direction());
        var line = new Div(new GaugeBar(gauge, verdict.basis().isFirm()), new Span(gauge != null && Reasons.isRate(judged) ? "" : share(gauge)));
        line.addClassName("yj-ledger-progress");
        return cell("ledger.column.progress", line);
    }

    /** The share in words; ≥ and ≤ where assumptions or years beyond leave one end open. */
    private static String share(@Nullable Gauge gauge) {
        return gauge == null ? "—" : (gauge.atLeast() ? "≥" : gauge.atMost() ? "≤" : "")
                + gauge.value().movePointRight(2).setScale(0, gauge.atMost() ? RoundingMode.UP
                        : gauge.atLeast() ? RoundingMode.DOWN : RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private StackedCell verdict(Judged judged) {
        var cell = cell("ledger.column.verdict", new VerdictBadge(judged));
        var reasons = new Reasons(this, getLocale());
        cell.show(caption(judged.override() == null ? reasons.brief(judged)
                : getTranslation("ledger.override.until", judged.override().until(),
                        getTranslation(judged.verdict().kind().key()))));
        return cell;
    }
}
