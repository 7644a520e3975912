package org.youju.reply.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.reply.FigureReview;
import org.youju.reply.Grade;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.Role;

/** Every document that states figures, newest first; what is searched for stands in the address. */
@Route(Routes.REPLIES)
@Menu(title = "reply.menu", icon = "REPLIES", order = 4)
@RolesAllowed({Role.Names.VIEWER, Role.Names.ANALYST, Role.Names.STATISTICIAN, Role.Names.APPROVER, Role.Names.ADMIN})
class RepliesView extends Div implements BeforeEnterObserver, HasDynamicTitle, PageHeader.Owner {

    private static final String WORDS = "q";
    private static final String KIND = "kind";
    private static final String GRADE = "grade";
    private static final String PAGE = "page";
    private static final int SCREENFUL = 100;

    private final ReplyService replies;
    private final Access access;
    private final List<FigureReview> reviews;
    private final PageHeader header = new PageHeader(getTranslation("reply.title"));
    private final TextField words = new TextField();
    private final Select<ReplyKind> kind = new Select<>();
    private final Select<Grade> grade = new Select<>();
    private final Span count = new Span();
    private final Div results = new Div();
    private boolean reading;
    private int page = 1;

    RepliesView(ReplyService replies, Access access, List<FigureReview> reviews) {
        this.replies = replies;
        this.access = access;
        this.reviews = access.may(Permission.READ_DRAFTS) ? reviews : List.of();
        addClassNames("yj-page", "yj-replies");
        words.setAriaLabel(getTranslation("reply.search"));
        words.setPlaceholder(getTranslation("reply.search.hint"));
        words.setPrefixComponent(Glyph.SEARCH.icon());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addClassName("yj-replies-words");
        choice(kind, "reply.fact.kind", "reply.kind.all", "reply.kind.", ReplyKind.documents());
        choice(grade, "reply.fact.grade", "reply.grade.all", "reply.grade.", Grade.values());
        words.addValueChangeListener(change -> search());
        kind.addValueChangeListener(change -> search());
        grade.addValueChangeListener(change -> search());
        count.addClassName("yj-muted");
        count.getElement().setAttribute("role", "status");
        var filters = new Div(words, kind, grade, count);
        filters.addClassName("yj-replies-filters");
        results.addClassName("yj-panel");
        add(filters, results);
    }

    private <T extends Enum<T>> void choice(Select<T> select, String nameKey, String allKey, String prefix, T[] items) {
        select.setAriaLabel(getTranslation(nameKey));
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(allKey));
        select.setItemLabelGenerator(item -> getTranslation(item == null ? allKey : prefix + item.name()));
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reply.title");
    }

    /** A kind or a grade that there is not is as if none were asked for; behind the last page comes the last. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        reading = true;
        words.setValue(query.getSingleParameter(WORDS).orElse(""));
        kind.setValue(one(query, KIND, ReplyKind.documents()));
        grade.setValue(one(query, GRADE, Grade.values()));
        page = query.getSingleParameter(PAGE).filter(text -> text.matches("[1-9][0-9]{0,6}"))
                .map(Integer::parseInt).orElse(1);
        reading = false;
        show();
        offer();
    }

    /** The ways to what only those who work on drafts see. */
    private void offer() {
        header.reset();
        var orphans = access.may(Permission.READ_DRAFTS) ? replies.countOrphans() : 0;
        if (orphans > 0) {
            header.controls(new Anchor(Routes.ORPHANS, getTranslation("orphan.link", orphans)));
        }
        if (access.may(Permission.EXPORT)) {
            header.controls(tool(Routes.BRIEF, "check.brief.link"), tool(Routes.DOUBTFUL, "check.quote.link"));
        }
        if (access.may(Permission.EDIT_DRAFTS)) {
            var take = new Button(getTranslation("intake.menu"), click -> Routes.open(Routes.NEW_REPLY));
            take.addClassName("yj-primary");
            header.controls(take);
        }
    }

    private Anchor tool(String route, String nameKey) {
        var tool = new Anchor(route, getTranslation(nameKey));
        tool.addClassName("yj-tool");
        return tool;
    }

    private static <T extends Enum<T>> @Nullable T one(QueryParameters query, String name, T[] values) {
        return query.getSingleParameter(name)
                .flatMap(text -> Arrays.stream(values).filter(v -> v.name().equals(text)).findFirst())
                .orElse(null);
    }

    private void search() {
        if (reading) {
            return;
        }
        page = 1;
        UI.getCurrent().getPage().getHistory().replaceState(null, address(page));
        show();
    }

    private String address(int of) {
        Map<String, String> query = new LinkedHashMap<>();
        if (!words.getValue().isBlank()) {
            query.put(WORDS, words.getValue().strip());
        }
        Optional.ofNullable(kind.getValue()).ifPresent(k -> query.put(KIND, k.name()));
        Optional.ofNullable(grade.getValue()).ifPresent(g -> query.put(GRADE, g.name()));
        if (of > 1) {
            query.put(PAGE, Integer.toString(of));
        }
        var text = QueryParameters.simple(query).getQueryString();
        return text.isEmpty() ? Routes.REPLIES : Routes.REPLIES + "?" + text;
    }

    private void show() {
        var query = new ReplyQuery(words.getValue(), null, kind.getValue(), grade.getValue(), false);
        int found = replies.count(query);
        count.setText(getTranslation("reply.found", found));
        results.removeAll();
        if (found == 0) {
            results.add(empty());
            return;
        }
        var body = new NativeTableBody();
        var table = new NativeTable(head(), body);
        table.addClassName("yj-table");
        var scroll = new Div(table);
        scroll.addClassName("yj-table-scroll");
        results.add(scroll);
        int pages = (found + SCREENFUL - 1) / SCREENFUL;
        page = Math.min(page, pages);
        int from = (page - 1) * SCREENFUL;
        var shown = replies.search(query, from, SCREENFUL);
        fill(body, shown);
        if (pages > 1) {
            results.add(pages(pages, from + 1, from + shown.size()));
        }
    }

    /** The ways to the screenfuls before and after, with what is shown between them. */
    private Component pages(int pages, int first, int last) {
        var ways = new Nav();
        ways.getElement().setAttribute("aria-label", getTranslation("reply.pages"));
        ways.addClassName("yj-replies-pages");
        if (page > 1) {
            ways.add(new Anchor(address(page - 1), getTranslation("reply.pages.before")));
        }
        ways.add(new Span(getTranslation("reply.pages.shown", first, last)));
        if (page < pages) {
            ways.add(new Anchor(address(page + 1), getTranslation("reply.pages.after")));
        }
        return ways;
    }

    private void fill(NativeTableBody body, List<Reply> shown) {
        var ids = shown.stream().map(Reply::id).toList();
        var counts = replies.countCitations(ids);
        var progress = reviews.stream().map(review -> review.of(ids)).findFirst();
        shown.forEach(reply -> {
            var row = row(reply, counts.getOrDefault(reply.id(), 0));
            progress.ifPresent(known -> row.add(progress(reply, known.get(reply.id()))));
            body.add(row);
        });
    }

    private NativeTableHeader head() {
        var row = new NativeTableRow();
        for (var key : List.of("reply.column.document", "reply.fact.kind", "reply.fact.issuer", "reply.fact.date",
                "reply.fact.grade", "reply.figures")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        if (!reviews.isEmpty()) {
            var cell = new NativeTableHeaderCell(getTranslation("reply.review.column"));
            cell.getElement().setAttribute("scope", "col");
            cell.addClassName("yj-num");
            row.add(cell);
        }
        return new NativeTableHeader(row);
    }

    private NativeTableRow row(Reply reply, int figures) {
        var link = new Anchor(Routes.reply(reply.id()), reply.label());
        var document = new NativeTableHeaderCell(link);
        document.getElement().setAttribute("scope", "row");
        document.addClassName("yj-replies-document");
        if (reply.docNo() != null) {
            var title = new Span(reply.title());
            title.addClassName("yj-caption");
            document.add(title);
        }
        if (!reply.textHeld()) {
            var quoted = new Span(getTranslation("reply.text.none"));
            quoted.addClassName("yj-caption");
            document.add(quoted);
        }
        var number = new NativeTableCell(Integer.toString(figures));
        number.addClassName("yj-num");
        return new NativeTableRow(document, new NativeTableCell(getTranslation("reply.kind." + reply.kind())),
                new NativeTableCell(reply.issuer()),
                new NativeTableCell(reply.issuedOn() == null ? getTranslation("reply.undated")
                        : reply.issuedOn().code()),
                new NativeTableCell(reply.grade() + " · " + getTranslation("reply.grade." + reply.grade())), number);
    }

    private NativeTableCell progress(Reply reply, FigureReview.@Nullable Progress progress) {
        var cell = new NativeTableCell();
        cell.addClassName("yj-num");
        if (progress != null) {
            var none = progress.all() == 0;
            var link = new Anchor(Routes.review(reply.id()), getTranslation(
                    none ? "reply.review.none" : "reply.review.progress", progress.decided(), progress.all()));
            link.setAriaLabel(getTranslation(none ? "reply.review.none.of" : "reply.review.progress.of",
                    reply.label(), progress.decided(), progress.all()));
            cell.add(link);
        }
        return cell;
    }

    private Component empty() {
        var empty = new Div(getTranslation("reply.empty"));
        empty.addClassName("yj-empty");
        if (!words.isEmpty() || !kind.isEmpty() || !grade.isEmpty()) {
            var all = new Button(getTranslation("reply.empty.all"), click -> {
                reading = true;
                words.clear();
                kind.clear();
                grade.clear();
                reading = false;
                search();
            });
            all.addClassName("yj-verb");
            empty.add(all);
        }
        return empty;
    }
}
