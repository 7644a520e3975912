package org.youju.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.Routes;
import org.youju.base.ui.WarnBox;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.control.ReasonDialog;
import org.youju.commitment.Assumption;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.VerdictOverride;
import org.youju.commitment.ui.Formula;
import org.youju.commitment.ui.PromiseName;
import org.youju.commitment.ui.PromiseSource;
import org.youju.commitment.ui.Reasons;
import org.youju.commitment.ui.RuleWords;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.entry.ui.PromiseDialog;
import org.youju.figure.FigureWriter;
import org.youju.figure.Numbers;
import org.youju.figure.PeriodKind;
import org.youju.indicator.Indicator;
import org.youju.ledger.Ledger;
import org.youju.observation.Observation;
import org.youju.observation.ui.FigureText;
import org.youju.observation.ui.SourceBadge;
import org.youju.reply.ReplyKind;
import org.youju.workflow.withdrawal.Withdrawal;

/** All that is known of one promise: its sentence, its rule, every period, the total, why it is judged so, and what can be done. */
final class PromisePanel extends Section {

    private static final int MOST_CHASED = 3;
    private static final int BAR = 200;

    private final LedgerDesk desk;
    private final Judged judged;
    private final Commitment promise;
    private final Verdict verdict;
    private final Ledger ledger;
    private final Indicator indicator;
    private final Runnable changed;
    private final String name;
    private final PromiseDeeds deeds;
    private final WarnBox refusal = new WarnBox("alert");
    private final H2 title = new H2();

    /**
     * @param latest  whether the latest is shown, so that something can be decided
     * @param changed told when something was decided
     * @param close   closes the panel where it lies over the list
     */
    PromisePanel(LedgerDesk desk, Judged judged, Ledger ledger, boolean latest, Runnable changed, Runnable close) {
        this.desk = desk;
        this.judged = judged;
        this.ledger = ledger;
        this.changed = changed;
        promise = judged.commitment();
        verdict = judged.verdict();
        indicator = ledger.catalogue().indicator(promise.indicator());
        name = getTranslation("ledger.name", indicator.name(getLocale()),
                PromiseName.of(promise, indicator.direction(), this, getLocale()));
        deeds = new PromiseDeeds(desk, promise, name, latest, refusal, changed);
        addClassNames("yj-panel", "yj-promise");
        setId("promise");
        getElement().setAttribute("aria-labelledby", "promise-name");
        add(head(close), refusal);
        override();
        add(quote(), rules());
        years();
        quarters();
        total();
        reasons();
        inputs();
        var assumptions = new AssumptionsList(deeds);
        if (assumptions.getComponentCount() > 0) {
            add(part("ledger.assumptions", assumptions));
        }
        withdrawal();
        history();
        verbs();
    }

    /** Lets whoever has chosen it read on here. */
    void takeFocus() {
        title.getElement().executeJs("this.focus({preventScroll: true})");
    }

    private Component head(Runnable close) {
        var region = promise.region().equals(ledger.region().code()) ? ""
                : ledger.catalogue().region(promise.region()).name(getLocale()) + " · ";
        var about = new Span(getTranslation("ledger.promise", promise.code()) + " · " + region
                + ledger.answering(promise, getLocale()).orElse(getTranslation("ledger.department.none")));
        about.addClassName("yj-caption");
        title.add(new Span(getTranslation("ledger.name", indicator.name(getLocale()), "")),
                new Span(PromiseName.of(promise, indicator.direction(), this, getLocale())));
        title.setId("promise-name");
        title.getElement().setAttribute("tabindex", "-1");
        var shut = new Button(Glyph.CLOSE.icon(), click -> close.run());
        shut.setAriaLabel(getTranslation("ledger.close"));
        shut.addClassNames("yj-tool", "yj-promise-close");
        var head = new Div(about, new VerdictBadge(judged), shut, title);
        head.addClassName("yj-promise-head");
        return head;
    }

    /** What a person decided, and what the rules say beside it. */
    private void override() {
        var decided = judged.override();
        if (decided == null) {
            return;
        }
        var by = new Div(getTranslation("ledger.override.by", desk.name(decided.by(), this), LedgerDesk.moment(decided.recordedFrom()),
                decided.reason()));
        by.addClassName("yj-caption");
        var rule = new Div(new Span(getTranslation("ledger.override.beside", getTranslation(judged.kind().key()),
                decided.until())), new VerdictBadge(new Judged(promise, verdict, null)));
        rule.addClassName("yj-promise-beside");
        var box = new Div(rule, by);
        box.addClassName("yj-promise-override");
        add(box);
    }

    private Component quote() {
        var text = promise.reply().textHeld() ? desk.replies().readableTextOf(promise.reply().id()).orElse(null) : null;
        var sentence = PromiseSource.marked(text == null ? PromiseSource.excerpt(promise)
                : promise.citation().sentence(text));
        var quote = new Div(sentence);
        quote.addClassName("yj-quote");
        var open = new Anchor(Routes.reply(promise.reply().id(), promise.citation().id()),
                getTranslation("ledger.original"));
        var date = new Span(promise.reply().issuedOn() == null ? getTranslation("reply.undated")
                : promise.reply().issuedOn().code());
        var where = new Div(new SourceBadge(PromiseSource.evidence(promise, getLocale())), date);
        if (promise.reply().kind() != ReplyKind.LEDGER) {
            where.add(open);
        }
        where.addClassNames("yj-promise-where", "yj-caption");
        return part(null, quote, where);
    }

    private Component rules() {
        var words = new RuleWords(promise, verdict, indicator.direction(), this, getLocale());
        var chips = new UnorderedList();
        chips.addClassName("yj-promise-chips");
        words.chips().forEach(it -> chips.add(new ListItem(it)));
        return part("ledger.rule", chips);
    }

    private Div part(@Nullable String key, Component... shown) {
        var part = new Div();
        part.addClassName("yj-promise-part");
        if (key != null) {
            part.add(new H3(getTranslation(key)));
        }
        part.add(shown);
        return part;
    }

    // Every year

    private void years() {
        if (verdict.perYear().isEmpty()) {
            return;
        }
        var strip = new OrderedList();
        strip.addClassName("yj-promise-years");
        verdict.perYear().forEach(year -> strip.add(year(year)));
        boolean one = promise.to() != null && promise.to() == promise.from();
        var needed = new Span(getTranslation(one ? "ledger.year.needed" : "ledger.years.needed",
                new RuleWords(promise, verdict, indicator.direction(), this, getLocale()).bound()));
        needed.addClassName("yj-caption");
        add(part(one ? "ledger.year" : "ledger.years", needed, strip));
    }

    private ListItem year(Verdict.YearVerdict of) {
        var input = of.input();
        var state = new StateBadge(VerdictBadge.tone(of.kind(), false), VerdictBadge.glyph(of.kind()),
                getTranslation(input == null ? "ledger.missing" : of.kind().key()));
        var link = new Anchor(Routes.cell(promise.indicator(), promise.region(),
                input == null ? Integer.toString(of.year()) : input.period().code()), Integer.toString(of.year()));
        var item = new ListItem(link);
        if (input != null) {
            item.add(new FigureText(input.figure()));
        }
        item.add(state);
        item.addClassName(of.kind() == Kind.NO_DATA ? "yj-is-missing" : "yj-is-known");
        return item;
    }

    // The quarters of an open window

    private void quarters() {
        if (verdict.nodes().isEmpty()) {
            return;
        }
        var table = new NativeTable();
        table.addClassName("yj-table");
        var head = table.getHead().addRow();
        for (var key : List.of("ledger.quarter.end", "ledger.quarter.elapsed", "ledger.quarter.needed",
                "ledger.quarter.done")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.setCaptionText(getTranslation("ledger.quarters.unit",
                FigureWriter.axisUnit(indicator.unit(), getLocale())));
        shownNodes().forEach(node -> table.getBody().add(quarter(node)));
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", getTranslation("ledger.quarters"));
        add(part("ledger.quarters", scroll));
    }

    /** The quarters of the year that the next one to come lies in, the ends of the other years, and that of the window. */
    private List<Verdict.Node> shownNodes() {
        var today = desk.overrides().today();
        int year = verdict.nodes().stream().map(Verdict.Node::end).filter(it -> !it.isBefore(today)).findFirst()
                .map(LocalDate::getYear).orElse(today.getYear());
        return verdict.nodes().stream().filter(it -> it.end().getYear() == year || it.end().getMonthValue() == 12
                        || it.end().equals(promise.lastDay()))
                .toList();
    }

    private NativeTableRow quarter(Verdict.Node node) {
        var end = new NativeTableHeaderCell(node.end().toString());
        end.getElement().setAttribute("scope", "row");
        return new NativeTableRow(end, number(node.elapsed().movePointRight(2)
                .setScale(1, RoundingMode.HALF_UP).toPlainString() + "%"),
                number(counted(node.needed().setScale(Math.max(promise.target().step().scale(), 0) + 1,
                        RoundingMode.HALF_UP))),
                number(node.done() == null ? "—" : counted(node.done())));
    }

    /** Without its unit, which the head of the table has; as fine as it is given, so that the nodes lead up to the target. */
    private String counted(BigDecimal value) {
        return Numbers.text(value.multiply(FigureWriter.axisFactor(indicator.unit(), getLocale()))).replace('-', '\u2212');
    }

    private static NativeTableCell number(String words) {
        var cell = new NativeTableCell(words);
        cell.addClassName("yj-num");
        return cell;
    }

    // The total

    /** Actual, promised and assumed amounts as bars of one scale; only where several years add up. */
    private void total() {
        boolean adds = promise.kind() == CommitmentKind.CUMULATIVE_BY
                || promise.kind() == CommitmentKind.FLOOR_PER_PERIOD && verdict.perYear().size() > 1;
        var years = verdict.judgedTo() == null ? 1 : verdict.judgedTo() - verdict.judgedFrom() + 1;
        var isSum = verdict.inputs().size() > 1 && verdict.completion() != null
                || verdict.inputs().stream().anyMatch(it -> it.period().kind() == PeriodKind.SPAN);
        if (!adds || verdict.value() == null || !isSum) {
            return;
        }
        var promised = promise.kind() == CommitmentKind.CUMULATIVE_BY ? verdict.threshold()
                : verdict.threshold().multiply(BigDecimal.valueOf(years));
        var most = Stream.concat(Stream.of(verdict.value(), promised), verdict.assumptions().stream()
                .map(Assumption::upperBound)).max(Comparator.naturalOrder()).orElseThrow();
        var bars = new UnorderedList();
        bars.addClassName("yj-promise-bars");
        bars.add(bar(getTranslation("ledger.total.actual"), verdict.value(), most,
                verdict.inputs().size() == 1 && verdict.basis().isFirm(), amount(verdict.value())));
        bars.add(bar(getTranslation("ledger.total.promised"), promised, most, false,
                promise.kind() == CommitmentKind.CUMULATIVE_BY ? amount(promised)
                        : getTranslation("ledger.total.times", amount(promised), years, amount(verdict.threshold()))));
        verdict.assumptions().forEach(it -> bars.add(bar(getTranslation("ledger.total.assumed",
                it.period().label(getLocale())), it.upperBound(), most, false, "≤ " + amount(it.upperBound()))));
        add(part("ledger.total", new Markup(bars)));
    }

    private static ListItem bar(String label, BigDecimal value, BigDecimal most, boolean solid, String words) {
        var width = most.signum() <= 0 ? 0 : value.doubleValue() / most.doubleValue() * BAR;
        var drawn = new Svg(String.format(Locale.ROOT, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d 10' "
                + "preserveAspectRatio='none'><rect class='yj-gauge-%s' x='.5' y='.5' width='%.1f' height='9'/></svg>",
                BAR + 1, solid ? "sure" : "hollow", width));
        drawn.getElement().setAttribute("aria-hidden", "true");
        drawn.addClassName("yj-promise-bar");
        return new ListItem(new Span(label), drawn, new Span(words));
    }

    private String amount(BigDecimal value) {
        return RuleWords.amount(value, indicator.unit(), getLocale());
    }

    // Why

    private void reasons() {
        var words = new Reasons(this, getLocale());
        var part = part("ledger.why");
        verdict.explanation().forEach(it -> part.add(new Paragraph(words.sentence(it))));
        if (!verdict.formula().isEmpty()) {
            var formula = new Span(Formula.of(judged, getLocale()));
            formula.addClassName("yj-promise-formula");
            part.add(new Div(new Span(getTranslation("source.formula") + " "), formula));
        }
        if (!verdict.inputs().isEmpty()) {
            part.add(caption(getTranslation("ledger.basis", getTranslation("ledger.basis." + verdict.basis()))));
        }
        add(part);
    }

    private void inputs() {
        if (verdict.inputs().isEmpty()) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("yj-promise-inputs");
        verdict.inputs().forEach(input -> list.add(input(input)));
        add(part("ledger.inputs", list));
    }

    private ListItem input(Observation input) {
        var of = new Anchor(Routes.cell(input.indicator(), input.region(), input.period().code()),
                ledger.catalogue().name(input.indicator(), getLocale()) + " " + input.period().label(getLocale()));
        return new ListItem(of, new FigureText(input.figure()), new SourceBadge(input));
    }

    static Div caption(String words) {
        var caption = new Div(words);
        caption.addClassName("yj-caption");
        return caption;
    }

    // That it is to be withdrawn

    private void withdrawal() {
        if (!deeds.maySeeDrafts()) {
            return;
        }
        var proposal = desk.withdrawals().openOf(Withdrawal.Kind.PROMISE, List.of(promise)).get(promise.id());
        if (proposal != null) {
            add(part("withdrawal.open", deeds.proposed(proposal, name, PromiseSource.excerpt(promise).text())));
        }
    }

    // What became of it

    private void history() {
        var rows = desk.commitments().history(promise.code());
        var decided = desk.overrides().of(promise.code());
        var list = new UnorderedList();
        list.addClassName("yj-promise-history");
        decided.forEach(it -> list.add(decided(it)));
        rows.forEach(it -> list.add(row(it)));
        var details = new NativeDetails(getTranslation("ledger.history.of", rows.size() + decided.size()), list);
        details.setOpen(!decided.isEmpty() || rows.size() > 1);
        add(part("ledger.history", details));
    }

    private ListItem decided(VerdictOverride row) {
        return new ListItem(new Div(getTranslation("ledger.history.override", getTranslation(row.verdict().key()),
                row.until(), row.reason())), caption(desk.by(row.by(), row.recordedFrom(), this) + " · " + fate(row)));
    }

    private String endedBy(VerdictOverride row) {
        return desk.name(String.valueOf(row.endedBy()), this);
    }

    private String fate(VerdictOverride row) {
        if (!row.isOpen()) {
            return row.endedReason() == null ? getTranslation("ledger.history.replaced", endedBy(row),
                    LedgerDesk.moment(row.recordedTo()))
                    : getTranslation("ledger.history.ended", endedBy(row), LedgerDesk.moment(row.recordedTo()),
                            row.endedReason());
        }
        return row.promise() != promise.id() ? getTranslation("ledger.history.changed")
                : getTranslation(row.until().isBefore(desk.overrides().today()) ? "ledger.history.expired"
                        : "ledger.history.holds");
    }

    private ListItem row(Commitment row) {
        var words = FigureWriter.show(row.target(), getLocale()).text() + " · " + PromiseName.window(row, this);
        return new ListItem(new Div(row.reason() == null ? words
                : getTranslation("ledger.history.reason", words, row.reason())),
                caption(desk.by(row.recordedBy(), row.recordedFrom(), this)));
    }

    // What can be done

    private void verbs() {
        var verbs = new Div();
        verbs.addClassName("yj-promise-verbs");
        if (deeds.mayChase()) {
            missing().forEach(year -> {
                var link = new Anchor(Routes.cell(promise.indicator(), promise.region(), Integer.toString(year)),
                        getTranslation("ledger.chase", year));
                link.addClassName("yj-button-link");
                verbs.add(link);
            });
        }
        if (deeds.mayDecide()) {
            var decide = new Button(getTranslation("ledger.override"),
                    click -> new OverrideDialog(desk.overrides(), judged, name, changed).open());
            decide.addClassName("yj-button");
            verbs.add(decide);
            var standing = judged.override();
            if (standing != null) {
                var end = new Button(getTranslation("ledger.override.end"), click -> new ReasonDialog(
                        getTranslation("ledger.override.end"), getTranslation("ledger.override.end.reason"),
                        getTranslation("ledger.override.end"), reason -> {
                            desk.overrides().end(promise.code(), standing.id(), reason);
                            changed.run();
                        }).open());
                end.addClassName("yj-button");
                verbs.add(end);
            }
        }
        if (deeds.mayPropose()) {
            var change = new Button(getTranslation("ledger.change"), click -> new PromiseDialog(desk.forms(),
                    desk.indicators(), desk.replies(), promise, promise.region(), changed).open());
            change.addClassName("yj-button");
            var withdraw = deeds.ask("withdrawal.propose", getTranslation("ledger.withdraw.title", name),
                    Withdrawal.Kind.PROMISE, promise.id());
            withdraw.setClassName("yj-button");
            verbs.add(change, deeds.assume("ledger.assumption.new", "yj-button", null), withdraw);
        }
        if (verbs.getComponentCount() > 0) {
            add(verbs);
        }
    }

    /** The last closed years that nothing is stated of. */
    private List<Integer> missing() {
        var years = verdict.perYear().stream().filter(it -> it.kind() == Kind.NO_DATA).map(Verdict.YearVerdict::year)
                .toList();
        if (verdict.perYear().isEmpty() && verdict.kind() == Kind.NO_DATA && promise.to() != null
                && !promise.isOpen(desk.overrides().today())) {
            years = List.of(promise.to());
        }
        var closed = years.stream().filter(it -> it < desk.overrides().today().getYear())
                .sorted(Comparator.reverseOrder()).limit(MOST_CHASED).toList();
        return closed.reversed();
    }
}
