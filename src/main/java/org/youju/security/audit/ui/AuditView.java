package org.youju.security.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Background;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.DayWords;
import org.youju.base.ui.error.Failures;
import org.youju.security.Role;
import org.youju.security.audit.AuditEvent;
import org.youju.security.audit.AuditQuery;
import org.youju.security.audit.AuditTrail;
import org.youju.security.audit.ChainCheck;
import org.youju.security.audit.RecordOfThen;

/** Who did what and when, newest first; what is searched for stands in the address. */
@Route(Routes.AUDIT)
@Menu(title = "audit.menu", icon = "AUDIT", order = 80)
@RolesAllowed({Role.Names.APPROVER, Role.Names.ADMIN})
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final int SCREENFUL = 100;
    /** Words of the product within what was written down, told in the language of whoever reads it. */
    private static final Pattern KEY = Pattern.compile("\\{(check\\.[A-Za-z_.]+)}");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final List<String> ENTITIES = List.of("observation", "commitment", "assumption", "reply", "citation",
            "candidate", "rule", "indicator", "definition", "unit", "theme", "region", "department", "account", "token",
            "ruling", "release", "chase", "comment", "analysis", "event", "override");

    private static final String ACTOR = "who";
    private static final String ENTITY = "what";
    private static final String NAME = "name";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final AuditTrail trail;
    private final Clock clock;
    private final PageHeader header = new PageHeader(getTranslation("audit.title"));
    private final TextField actor = words("audit.actor");
    private final Select<String> entity = new Select<>();
    private final TextField name = words("audit.name");
    private final DatePicker from = day("audit.from");
    private final DatePicker to = day("audit.to");
    private final Button check = new Button(getTranslation("audit.check"), click -> check());
    private final Div verdict = new Div();
    private final Div far = new Div();
    private final Div results = new Div();
    private boolean reading;
    private boolean checking;
    private volatile boolean gone;

    AuditView(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
        addClassNames("yj-page", "yj-audit");
        entity.setLabel(getTranslation("audit.entity"));
        entity.setItems(ENTITIES);
        entity.setEmptySelectionAllowed(true);
        entity.setEmptySelectionCaption(getTranslation("audit.entity.all"));
        entity.setItemLabelGenerator(this::entityName);
        entity.addValueChangeListener(change -> search());
        check.setPrefixComponent(Glyph.REVIEW.icon());
        header.controls(check);
        verdict.getElement().setAttribute("role", "status");
        var filters = new Div(actor, entity, name, from, to);
        filters.addClassName("yj-audit-filters");
        results.addClassName("yj-panel");
        add(verdict, filters, results);
    }

    private TextField words(String key) {
        var field = new TextField(getTranslation(key));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(change -> search());
        return field;
    }

    private DatePicker day(String key) {
        var field = new DatePicker(getTranslation(key));
        field.setClearButtonVisible(true);
        DayWords.give(field);
        field.addValueChangeListener(change -> search());
        return field;
    }

    private String entityName(@Nullable String word) {
        return word == null ? getTranslation("audit.entity.all") : getTranslation("audit.entity." + word);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title");
    }

    /** What an address asks for that there is not is as if it were not asked for. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        reading = true;
        actor.setValue(query.getSingleParameter(ACTOR).orElse(""));
        entity.setValue(query.getSingleParameter(ENTITY)
                .filter(ENTITIES::contains).orElse(null));
        name.setValue(query.getSingleParameter(NAME).orElse(""));
        from.setValue(day(query, FROM));
        to.setValue(day(query, TO));
        reading = false;
        show();
    }

    private static @Nullable LocalDate day(QueryParameters query, String parameter) {
        try {
            return query.getSingleParameter(parameter).map(LocalDate::parse).orElse(null);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private void search() {
        if (reading) {
            return;
        }
        Map<String, String> query = new LinkedHashMap<>();
        put(query, ACTOR, actor.getValue().strip());
        put(query, ENTITY, entity.getValue());
        put(query, NAME, name.getValue().strip());
        put(query, FROM, from.getValue());
        put(query, TO, to.getValue());
        var text = QueryParameters.simple(query).getQueryString();
        UI.getCurrent().getPage().getHistory().replaceState(null,
                text.isEmpty() ? Routes.AUDIT : Routes.AUDIT + "?" + text);
        show();
    }

    private static void put(Map<String, String> query, String parameter, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            query.put(parameter, value.toString());
        }
    }

    private AuditQuery query() {
        return new AuditQuery(given(actor), entity.getValue(), given(name), startOf(from.getValue()),
                to.getValue() == null ? null : startOf(to.getValue().plusDays(1)), null);
    }

    private static @Nullable String given(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
    }

    private void show() {
        results.removeAll();
        var table = new NativeTable();
        table.addClassName("yj-table");
        table.setCaptionText(getTranslation("audit.caption"));
        var head = table.getHead().addRow();
        for (var key : new String[] {"audit.seq", "audit.at", "audit.actor", "audit.action", "audit.which",
            "audit.change"}) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        results.add(scroll);
        fill(table.getBody(), query());
    }

    private void fill(NativeTableBody body, AuditQuery query) {
        var events = trail.find(query, SCREENFUL + 1);
        if (events.isEmpty()) {
            var none = new Div(getTranslation("audit.none"));
            none.addClassName("yj-empty");
            results.removeAll();
            results.add(none);
            return;
        }
        events.stream().limit(SCREENFUL).map(this::row).forEach(body::add);
        if (events.size() > SCREENFUL) {
            var more = new Button(getTranslation("audit.more"));
            more.addClassName("yj-verb");
            more.addClickListener(click -> {
                results.remove(more);
                fill(body, query.below(events.get(SCREENFUL - 1).seq()));
            });
            results.add(more);
        }
    }

    private NativeTableRow row(AuditEvent event) {
        var what = event.what();
        var number = new NativeTableHeaderCell(Long.toString(event.seq()));
        number.getElement().setAttribute("scope", "row");
        number.addClassName("yj-num");
        var at = new NativeTableCell(MOMENT.format(event.at().atZone(clock.getZone())));
        at.addClassName("yj-audit-at");
        var action = new NativeTableCell(getTranslation("audit.action." + what.action()) + " · "
                + entityName(what.entity()));
        var change = new NativeTableCell(change("audit.was", what.before(), what.after()),
                change("audit.is", what.after(), what.before()));
        change.addClassName("yj-audit-change");
        return new NativeTableRow(number, at, new NativeTableCell(String.valueOf(what.actor())), action,
                new NativeTableCell(what.name()), change);
    }

    /** What stood there or stands there now, marked as such where there are both. */
    private Component change(String key, @Nullable String text, @Nullable String other) {
        var said = text == null ? "" : said(text);
        return new Div(text == null || other == null ? said : getTranslation(key, said));
    }

    /** What was written in the words of the program is told in those of people, or else quoted as it stands. */
    private String said(String text) {
        if (!RecordOfThen.is(text)) {
            return worded(text);
        }
        return RecordOfThen.words(text).map(this::worded).orElseGet(() -> getTranslation("audit.then", text));
    }

    private String worded(String text) {
        return KEY.matcher(text).replaceAll(it -> Matcher.quoteReplacement(getTranslation(it.group(1))));
    }

    /**
     * Checks in the background: the trail of years takes minutes, and the page is of use meanwhile. The button keeps
     * the focus, which one that is disabled would lose, and does nothing until then.
     */
    private void check() {
        if (checking) {
            return;
        }
        checking = true;
        check.getElement().setAttribute("aria-disabled", "true");
        verdict.removeAll();
        say(getTranslation("audit.checking"));
        var ui = UI.getCurrentOrThrow();
        Background.threads().execute(() -> check(ui));
    }

    private void check(UI ui) {
        try {
            var chain = trail.check((done, all) -> {
                if (gone) {
                    throw new CancellationException();
                }
                show(ui, () -> say(getTranslation("audit.checking.far", done, all)));
            });
            show(ui, () -> {
                verdict.removeAll();
                verdict.add(badge(chain));
                say(getTranslation("audit.checking.store"));
            });
            var lines = trail.checkStore();
            show(ui, () -> {
                far.removeFromParent();
                lines.forEach(line -> verdict.add(badge(line.whole() ? Tone.OK : Tone.BAD,
                        line.whole() ? Glyph.MET : Glyph.REJECTED,
                        getTranslation(line.key(), line.arguments().toArray()))));
            });
        } catch (CancellationException left) {
            // nobody waits for it any more
        } catch (RuntimeException unforeseen) {
            var failure = Failures.log(unforeseen);
            show(ui, () -> {
                verdict.removeAll();
                verdict.add(badge(Tone.BAD, Glyph.NOT_MET, getTranslation("audit.checking.failed", failure)));
            });
        } finally {
            show(ui, () -> {
                checking = false;
                check.getElement().removeAttribute("aria-disabled");
            });
        }
    }

    /** Says how far the check has come, below what it has found. */
    private void say(String progress) {
        far.setText(progress);
        verdict.add(far);
    }

    private static void show(UI ui, Command change) {
        try {
            ui.access(change);
        } catch (UIDetachedException e) {
            // the page is gone
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        gone = true;
    }

    private Component badge(ChainCheck chain) {
        return switch (chain) {
            case ChainCheck.Intact intact -> badge(Tone.OK, Glyph.MET,
                    getTranslation("audit.intact", intact.events(), intact.head()));
            case ChainCheck.Broken broken -> badge(Tone.BAD, Glyph.REJECTED,
                    getTranslation("audit.broken", broken.seq()));
        };
    }

    private static Component badge(Tone tone, Glyph glyph, String sentence) {
        return new StateBadge(tone, glyph, sentence).tinted();
    }
}
