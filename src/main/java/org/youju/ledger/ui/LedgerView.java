package org.youju.ledger.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.Markup;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.control.AsOfPicker;
import org.youju.base.ui.control.RegionSelect;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.commitment.Commitment;
import org.youju.commitment.Judged;
import org.youju.commitment.Verdict.Kind;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.entry.ui.PromiseDialog;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.ledger.Ledger;
import org.youju.ledger.LedgerFile;
import org.youju.ledger.LedgerService;
import org.youju.ledger.Narrowed;
import org.youju.ledger.Reach;
import org.youju.security.Permission;
import org.youju.workflow.release.Releases;

/**
 * 承诺台账: the promises of a region and of those above it, from the sentence to the rule to the verdict. What is listed
 * and which promise is open stands in the address.
 */
@Route(Routes.COMMITMENTS)
@Menu(title = "ledger.menu", icon = "COMMITMENTS", order = 4.5)
@PermitAll
class LedgerView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final int SCREENFUL = 100;
    private static final int MOST_MOMENTS = 8;

    private final LedgerService ledgers;
    private final IndicatorService indicators;
    private final Releases releases;
    private final LedgerDesk desk;
    private final PageHeader header = new PageHeader(getTranslation("ledger.title"));
    private final Div notices = new Div();
    private final Div waiting = new Div();
    private final Div counts = new Div();
    private final Div gone = new Div();
    private final Div filters = new Div();
    private final Div list = new Div();
    private final Div side = new Div();
    private final TextField words = new TextField();
    private final Select<String> department = new Select<>();
    private final Select<Integer> from = new Select<>();
    private final Select<Integer> to = new Select<>();
    private final Map<String, PromiseRow> rows = new LinkedHashMap<>();
    private final Map<String, Markup> drawn = new LinkedHashMap<>();
    private LedgerState state = new LedgerState(PageState.DEFAULT, Narrowed.NOT, Optional.empty(), Optional.empty(), 1);
    private @Nullable Ledger ledger;
    private @Nullable String shown;
    private boolean reading;

    LedgerView(LedgerService ledgers, IndicatorService indicators, Releases releases, LedgerDesk desk) {
        this.ledgers = ledgers;
        this.indicators = indicators;
        this.releases = releases;
        this.desk = desk;
        addClassNames("yj-page", "yj-ledger");
        counts.addClassName("yj-ledger-counts");
        counts.getElement().setAttribute("role", "group");
        counts.getElement().setAttribute("aria-label", getTranslation("ledger.counts"));
        filters.addClassName("yj-ledger-filters");
        list.addClassNames("yj-panel", "yj-ledger-list");
        side.addClassName("yj-ledger-side");
        fields();
        var columns = new Div(list, side);
        columns.addClassName("yj-ledger-columns");
        add(notices, waiting, counts, filters, columns, gone);
        Shortcuts.addShortcutListener(side, this::close, Key.ESCAPE).listenOn(side);
    }

    private void fields() {
        words.setAriaLabel(getTranslation("ledger.search"));
        words.setPlaceholder(getTranslation("ledger.search.hint"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setClearButtonVisible(true);
        words.setMaxLength(100);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        department.setAriaLabel(getTranslation("ledger.department"));
        department.setEmptySelectionAllowed(true);
        department.setEmptySelectionCaption(getTranslation("ledger.department.all"));
        department.setItemLabelGenerator(this::departmentName);
        year(from, "ledger.from", "ledger.from.");
        year(to, "ledger.to", "ledger.to.");
        words.addValueChangeListener(change -> search());
        department.addValueChangeListener(change -> search());
        from.addValueChangeListener(change -> search());
        to.addValueChangeListener(change -> search());
    }

    private void year(Select<Integer> field, String key, String prefix) {
        field.setAriaLabel(getTranslation(key));
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(getTranslation(prefix + "all"));
        field.setItemLabelGenerator(it -> getTranslation(prefix + (it == null ? "all" : "year"), String.valueOf(it)));
        field.addClassName("yj-ledger-year");
    }

    private String departmentName(@Nullable String code) {
        if (code == null) {
            return getTranslation("ledger.department.all");
        }
        return code.equals(Narrowed.NOBODY) || ledger == null ? getTranslation("ledger.department.none")
                : ledger.departments().containsKey(code) ? ledger.departments().get(code).name(getLocale()) : code;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var catalogue = indicators.catalogue();
        var asked = LedgerState.read(query);
        state = asked.page().region().isPresent() ? asked
                : new LedgerState(asked.page().withRegion(home(catalogue)), asked.wanted(), asked.verdict(),
                        asked.chosen(), asked.screen());
        notices.removeAll();
        notices.setVisible(false);
        LedgerState.notices(query).forEach(it -> note(getTranslation(it.key(), it.value())));
        read();
    }

    /** The first district, else the first region. */
    private static String home(Catalogue catalogue) {
        return catalogue.regions().stream().filter(it -> it.parent() != null).findFirst()
                .orElseGet(() -> catalogue.regions().getFirst()).code();
    }

    /** Reads the ledger anew and shows it. */
    private void read() {
        var page = state.page();
        var read = ledgers.ledger(page.region().orElseThrow(), page.asOf().orElse(null), page.recorded().orElse(null));
        ledger = read;
        controls(read);
        offer(read);
        pending();
        withdrawn(read);
        fill(read);
        show(read);
    }

    private void controls(Ledger read) {
        var page = state.page();
        header.reset().note(getTranslation("ledger.note"));
        header.controls(new RegionSelect<>(read.region(), read.catalogue().regions(), it -> it.name(getLocale()),
                        it -> go(page.withRegion(it.code()))),
                new AsOfPicker(page.asOf(), moments(read), day -> go(page.withoutRecorded().withAsOf(day)))
                        .records(page.recorded(), releases.all().stream().limit(MOST_MOMENTS)
                                .map(it -> new AsOfPicker.Records(it.at(), it.name())).toList(),
                                at -> go(page.withAsOf(Optional.empty()).withRecorded(at))));
    }

    /** Registers a promise that was not read from a document; takes the listed ones out as a file. */
    private void offer(Ledger read) {
        if (desk.access().may(Permission.EXPORT)) {
            var file = "promises-" + read.region().code() + ".csv";
            var locale = getLocale();
            var export = new Anchor(DownloadHandler.fromInputStream(event -> {
                var bytes = file(locale);
                return new DownloadResponse(new ByteArrayInputStream(bytes), file, "text/csv;charset=utf-8",
                        bytes.length);
            }), getTranslation("ledger.export"));
            export.getElement().setAttribute("download", file);
            export.setRouterIgnore(true);
            export.addClassName("yj-button-link");
            header.controls(export);
        }
        if (isLatest() && desk.access().may(Permission.EDIT_DRAFTS)) {
            var register = new Button(getTranslation("ledger.register"), click -> new PromiseDialog(desk.forms(),
                    indicators, desk.replies(), null, read.region().code(), this::read).open());
            register.addClassName("yj-primary");
            header.controls(register);
        }
    }

    /** What is listed, as far as it is public. */
    byte[] file(Locale locale) {
        return LedgerFile.csv(ledger(), LedgerFile.open(ledger(), listed(ledger().of(state.wanted()))),
                state.page().asOf().orElse(null), locale,
                it -> it.verdict().sentence(locale, (key, arguments) -> getTranslation(locale, key, arguments)));
    }

    private List<Judged> listed(List<Judged> narrowed) {
        return state.verdict().map(kind -> narrowed.stream().filter(it -> it.kind() == kind).toList()).orElse(narrowed);
    }

    /** What is on its way, for those who see drafts. */
    private void pending() {
        waiting.removeAll();
        if (isLatest() && desk.access().may(Permission.READ_DRAFTS)) {
            var pending = PendingPanel.Pending.of(desk);
            if (pending.size() > 0) {
                waiting.add(new PendingPanel(desk, pending, this::read));
            }
        }
        waiting.setVisible(waiting.getComponentCount() > 0);
    }

    /** What was taken off, below the list; above it, where the address asks for one of them. */
    private void withdrawn(Ledger read) {
        gone.removeAll();
        var rows = isLatest() ? ledgers.withdrawn(read.region().code()) : List.<Commitment>of();
        var chosen = state.chosen().filter(code -> rows.stream().anyMatch(it -> it.code().equals(code)));
        if (!rows.isEmpty()) {
            gone.add(new WithdrawnPanel(desk, rows, chosen, this::read));
        }
        gone.setVisible(!rows.isEmpty());
        if (chosen.isPresent()) {
            addComponentAtIndex(1, gone);
        } else {
            add(gone);
        }
        chosen.ifPresent(code -> {
            note(getTranslation("ledger.withdrawn.chosen", code));
            state = state.choosing(Optional.empty());
        });
    }

    private void note(String words) {
        var notice = new Div(Glyph.INFORMATION.icon(), new Span(words));
        notice.addClassName("yj-notice");
        notice.getElement().setAttribute("role", "status");
        notices.add(notice);
        notices.setVisible(true);
    }

    private void go(PageState page) {
        Routes.open(state.at(page).address());
    }

    private static List<AsOfPicker.Moment> moments(Ledger read) {
        return read.promises().stream().map(it -> it.commitment().reply())
                .filter(it -> it.issuedOn() != null && it.issuedOn().isDay())
                .map(it -> new AsOfPicker.Moment(it.knownOn(), it.label())).distinct()
                .sorted((a, b) -> b.day().compareTo(a.day())).limit(MOST_MOMENTS).toList();
    }

    /** Puts into the filters what the address asks for. */
    private void fill(Ledger read) {
        reading = true;
        var wanted = state.wanted();
        words.setValue(wanted.words());
        var departments = new TreeSet<>(read.departmentsOfPromises());
        wanted.department().ifPresent(departments::add);
        department.setItems(departments);
        department.setValue(wanted.department().orElse(null));
        department.setVisible(departments.size() > 1 || wanted.department().isPresent());
        years(from, read, wanted.from());
        years(to, read, wanted.to());
        filters.removeAll();
        var reaches = Arrays.stream(Reach.values()).filter(it -> it == Reach.ALL || read.count(it) > 0).toList();
        if (reaches.size() > 2 || wanted.reach() != Reach.ALL) {
            filters.add(new SegmentedBar<>(getTranslation("ledger.reach"), wanted.reach(), List.of(Reach.values()),
                    it -> getTranslation("ledger.reach." + it.word(), read.count(it)))
                    .onChoice(it -> to(state.narrowed(new Narrowed(it, wanted().department(), wanted().from(),
                            wanted().to(), wanted().words())))));
        }
        filters.add(words, department, from, to);
        reading = false;
    }

    private Narrowed wanted() {
        return state.wanted();
    }

    private static void years(Select<Integer> field, Ledger read, OptionalInt chosen) {
        var years = new TreeSet<>(read.years());
        chosen.ifPresent(years::add);
        field.setItems(years);
        field.setValue(chosen.isPresent() ? chosen.getAsInt() : null);
    }

    private void search() {
        if (!reading) {
            to(state.narrowed(new Narrowed(wanted().reach(), Optional.ofNullable(department.getValue()), year(from),
                    year(to), words.getValue())));
        }
    }

    private static OptionalInt year(Select<Integer> field) {
        return field.isEmpty() ? OptionalInt.empty() : OptionalInt.of(field.getValue());
    }

    /** Shows what else is asked of the same ledger. */
    private void to(LedgerState other) {
        state = other;
        if (ledger != null && other.chosen().isPresent() && listed(ledger.of(other.wanted())).stream()
                .noneMatch(it -> it.commitment().code().equals(other.chosen().get()))) {
            state = other.choosing(Optional.empty());
        }
        remember();
        if (ledger != null) {
            show(ledger);
        }
    }

    private void remember() {
        UI.getCurrentOrThrow().getPage().getHistory().replaceState(null, state.address());
    }

    private void show(Ledger read) {
        var narrowed = read.of(state.wanted());
        counts(narrowed);
        var listed = listed(narrowed);
        list.removeAll();
        rows.clear();
        drawn.clear();
        if (listed.isEmpty()) {
            list.add(empty(read));
            panel(Optional.empty());
            return;
        }
        int screens = (listed.size() + SCREENFUL - 1) / SCREENFUL;
        if (state.screen() > screens) {
            state = state.on(screens);
        }
        int first = (state.screen() - 1) * SCREENFUL;
        var screenful = listed.subList(first, Math.min(listed.size(), first + SCREENFUL));
        list.add(table(read, screenful));
        if (screens > 1) {
            list.add(screens(screens, first + 1, first + screenful.size()));
        }
        panel(state.chosen().flatMap(code -> read.promises().stream()
                .filter(it -> it.commitment().code().equals(code)).findFirst())
                .or(() -> Optional.of(screenful.getFirst())));
    }

    private void counts(List<Judged> narrowed) {
        counts.removeAll();
        var all = new Span(getTranslation("ledger.count", narrowed.size()));
        all.addClassName("yj-ledger-all");
        all.getElement().setAttribute("role", "status");
        counts.add(all);
        var of = Ledger.count(narrowed);
        for (var kind : Kind.values()) {
            if (of.containsKey(kind) || state.verdict().filter(kind::equals).isPresent()) {
                counts.add(count(kind, of.getOrDefault(kind, 0L)));
            }
        }
    }

    private NativeButton count(Kind kind, long number) {
        boolean only = state.verdict().filter(kind::equals).isPresent();
        var figure = new Span(Long.toString(number));
        figure.addClassName("yj-ledger-number");
        var button = new NativeButton();
        button.add(new StateBadge(VerdictBadge.tone(kind, false), VerdictBadge.glyph(kind), getTranslation(kind.key())),
                figure);
        button.addClassName("yj-ledger-count");
        button.getElement().setAttribute("aria-pressed", Boolean.toString(only));
        button.addClickListener(click -> to(state.only(only ? Optional.empty() : Optional.of(kind))));
        return button;
    }

    private NativeTable table(Ledger read, List<Judged> screenful) {
        var head = new NativeTableRow();
        for (var key : List.of("ledger.column.promise", "ledger.column.rule", "ledger.column.actual",
                "ledger.column.progress", "ledger.column.verdict")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var body = new NativeTableBody();
        for (var judged : screenful) {
            var row = new PromiseRow(judged, read, this::choose);
            var markup = new Markup(row);
            rows.put(judged.commitment().code(), row);
            drawn.put(judged.commitment().code(), markup);
            body.getElement().appendChild(markup.getElement());
        }
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassNames("yj-table", "yj-stacked", "yj-ledger-table");
        table.setCaptionText(getTranslation("ledger.caption"));
        return table;
    }

    private Div empty(Ledger read) {
        var empty = new Div(getTranslation(!read.promises().isEmpty() ? "ledger.empty.narrowed"
                : desk.access().may(Permission.EDIT_DRAFTS) ? "ledger.empty" : "ledger.empty.reader"));
        empty.addClassName("yj-empty");
        if (!read.promises().isEmpty()) {
            var all = new NativeButton(getTranslation("ledger.empty.all"));
            all.addClassName("yj-button");
            all.addClickListener(click -> {
                state = state.narrowed(Narrowed.NOT).only(Optional.empty());
                fill(read);
                to(state);
            });
            empty.add(all);
        }
        return empty;
    }

    private Nav screens(int screens, int first, int last) {
        var ways = new Nav();
        ways.getElement().setAttribute("aria-label", getTranslation("reply.pages"));
        ways.addClassName("yj-replies-pages");
        if (state.screen() > 1) {
            ways.add(new Anchor(state.on(state.screen() - 1).address(), getTranslation("reply.pages.before")));
        }
        ways.add(new Span(getTranslation("reply.pages.shown", first, last)));
        if (state.screen() < screens) {
            ways.add(new Anchor(state.on(state.screen() + 1).address(), getTranslation("reply.pages.after")));
        }
        return ways;
    }

    private void choose(String code) {
        state = state.choosing(Optional.of(code));
        remember();
        ledger().promises().stream().filter(it -> it.commitment().code().equals(code)).findFirst().ifPresent(it -> {
            var panel = panel(Optional.of(it));
            panel.ifPresent(PromisePanel::takeFocus);
        });
    }

    /** Closes the panel where it lies over the list, and goes back to the row. */
    private void close() {
        var code = state.chosen();
        state = state.choosing(Optional.empty());
        remember();
        removeClassName("yj-ledger-open");
        code.map(rows::get).ifPresent(row -> Markup.run(row.pick(), "this.focus();"));
    }

    private Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException("nothing was read");
        }
        return ledger;
    }

    /** Shows the panel of a promise; on a telephone only if a person has chosen it. */
    private Optional<PromisePanel> panel(Optional<Judged> judged) {
        side.removeAll();
        mark(shown, false);
        shown = judged.map(it -> it.commitment().code()).orElse(null);
        mark(shown, true);
        setClassName("yj-ledger-open", shown != null && state.chosen().filter(shown::equals).isPresent());
        var panel = judged.map(it -> new PromisePanel(desk, it, ledger(), isLatest(), this::read, this::close));
        panel.ifPresent(side::add);
        return panel;
    }

    private boolean isLatest() {
        return state.page().asOf().isEmpty() && state.page().recorded().isEmpty();
    }

    private void mark(@Nullable String code, boolean open) {
        if (code != null && rows.containsKey(code)) {
            rows.get(code).chosen(open);
            drawn.get(code).refresh();
        }
    }
}
