package org.youju.entry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.youju.base.RuleViolation;
import org.youju.base.grid.GridAnswer;
import org.youju.base.grid.GridBlock;
import org.youju.base.grid.GridEdit;
import org.youju.base.grid.GridOther;
import org.youju.base.grid.GridPlace;
import org.youju.base.grid.GridView;
import org.youju.base.ui.error.Failures;
import org.youju.check.rule.Importance;
import org.youju.entry.CellAnswer;
import org.youju.entry.CellEdit;
import org.youju.entry.SheetCell;
import org.youju.entry.SheetCell.Look;
import org.youju.entry.SheetQuery;
import org.youju.entry.SheetRow;
import org.youju.entry.Sheets;
import org.youju.figure.Figure;
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorChanged;
import org.youju.observation.CellKey;
import org.youju.observation.news.CellsChanged;
import org.youju.reply.ReplyService;

/** The grid with the panel of its cell: keeps what is typed, and shows what others do meanwhile. */
final class SheetPanel extends Div implements GridView.Owner, Presence.Listener {

    private final Sheets sheets;
    private final Catalogue catalogue;
    private final SheetQuery query;
    private final SheetWriter writer;
    private final Runnable counted;
    private final BiConsumer<String, String> kept;
    private final BiConsumer<String, String> moved;
    private final GridView grid = new GridView(this);
    private final CellPanel side;
    private final Span status = new Span();
    private final Button down = new Button("", click -> panel().take());
    private final SequencedMap<String, SheetRow> rows = new LinkedHashMap<>();
    private int invalid;
    private int skipped;

    /**
     * @param todo    whether only rows are shown in which something is left to do
     * @param memory  under which name the browser remembers what was refused; null where nobody writes
     * @param counted told when there is another number of drafts or gaps
     * @param kept    told the row and column that a person is in
     * @param moved   told the row and period that a person is in
     * @param address of the sheet as it is shown
     */
    SheetPanel(Sheets sheets, Catalogue catalogue, ReplyService replies, SheetQuery query, boolean todo,
            @Nullable String memory, Runnable counted, BiConsumer<String, String> kept, BiConsumer<String, String> moved,
            Supplier<String> address) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.query = query;
        this.counted = counted;
        this.kept = kept;
        this.moved = moved;
        writer = new SheetWriter(catalogue, query, getLocale(), (key, argument) -> getTranslation(key, argument));
        side = new CellPanel(sheets, catalogue, replies, memory != null, grid,
                key -> cells().filter(cell -> cell.key().equals(key)).map(cell -> Integer.toString(cell.column())).findFirst(),
                address,
                this::keptBeside);
        addClassName("yj-sheet");
        var sheet = sheets.sheet(query);
        sheet.rows().forEach(row -> rows.put(row.indicator().code(), row));
        grid.show(getTranslation("entry.grid", catalogue.region(query.region()).name(getLocale())),
                IntStream.rangeClosed(query.from(), query.to()).mapToObj(Integer::toString).toList(),
                writer.all(sheet, todo), memory);
        status.addClassName("yj-sheet-status");
        status.getElement().setAttribute("role", "status");
        down.addClassNames("yj-button", "yj-sheet-down");
        down.setVisible(false);
        var left = new Div(grid, down, status);
        left.addClassName("yj-sheet-main");
        add(left, side);
    }

    String region() {
        return query.region();
    }

    /** Goes to a cell and shows its panel. */
    void go(String indicator, String column) {
        grid.go(indicator, column, true);
        var row = rows.get(indicator);
        if (row != null) {
            offerDown(row, column);
            row.at(Integer.parseInt(column)).ifPresent(cell -> side.show(row, cell, null));
        }
    }

    /** The cell that its panel shows; empty before a person has come to one. */
    Optional<CellKey> place() {
        return side.place();
    }

    private Stream<SheetCell> cells() {
        return rows.values().stream().flatMap(row -> row.cells().stream());
    }

    private Stream<SheetCell> all() {
        return cells().flatMap(SheetCell::all);
    }

    /** The drafts that are seen here and not handed over, by number. */
    List<Long> drafts() {
        return all().filter(cell -> cell.look() == Look.DRAFT).map(SheetCell::seen).toList();
    }

    /** How many of them owe their source. */
    int sourceless() {
        return (int) all().filter(cell -> cell.look() == Look.DRAFT)
                .filter(cell -> !cell.shown().orElseThrow().isSourced()).count();
    }

    /** How many of some drafts nobody may approve yet. */
    int unexplained(Collection<Long> ids) {
        return sheets.unexplained(query, ids);
    }

    /** How many cells stand how, by the key of their sentence; due and doubted are those that whoever looks answers for. */
    Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        counts.put("entry.count.rows", (long) rows.size());
        counts.put("entry.count.draft", count(Look.DRAFT));
        counts.put("entry.count.submitted", count(Look.SUBMITTED));
        counts.put("entry.count.returned", count(Look.RETURNED));
        counts.put("entry.count.missing", all().filter(cell -> cell.within() && cell.look() == Look.MISSING).count());
        counts.put("entry.count.invalid", (long) invalid);
        counts.put("entry.count.doubtful",
                cells().filter(cell -> cell.within() && cell.finding() == Importance.HIGH).count());
        return counts;
    }

    private long count(Look look) {
        return all().filter(cell -> cell.look() == look).count();
    }

    /** Hands drafts over for approval and says what has become of them. */
    void submit(Collection<Long> ids) {
        try {
            var done = sheets.submit(query, ids);
            renew(Set.copyOf(rows.keySet()), true);
            say(done.refused().isEmpty() ? "entry.submitted" : "entry.submitted.some", done.submitted(),
                    done.refused().size());
        } catch (RuleViolation violation) {
            refuse(violation);
        }
    }

    /** Says what has happened, for the eye and for screen readers. */
    void say(String key, Object... arguments) {
        tell(getTranslation(key, arguments), false);
    }

    private void refuse(RuleViolation violation) {
        tell(getTranslation(violation.key(), violation.arguments()), true);
    }

    @Override
    public void save(int batch, GridView.Why why, List<GridEdit> edits) {
        List<CellAnswer> answers;
        try {
            var typed = edits.stream().map(SheetPanel::edit).toList();
            answers = why == GridView.Why.PASTE ? sheets.paste(query.region(), typed) : sheets.save(query.region(), typed);
        } catch (RuleViolation violation) {
            grid.fail(batch, getTranslation(violation.key(), violation.arguments()));
            return;
        } catch (AccessDeniedException denied) {
            grid.fail(batch, getTranslation(String.valueOf(denied.getMessage())));
            return;
        } catch (RuntimeException unforeseen) {
            // the sheet waits for its answer, and what is typed must stay where it is
            grid.fail(batch, getTranslation("entry.failed", Failures.log(unforeseen)));
            return;
        }
        try {
            tell(batch, why, answers);
        } catch (RuntimeException unforeseen) {
            // it is kept all the same, and must not be told to be lost
            grid.answer(batch, answers.stream().map(this::answer).toList(), List.of());
            say("entry.saved.unseen", Failures.log(unforeseen));
        }
    }

    /** Answers a batch by what has been kept of it, and shows its rows as they stand now. */
    private void tell(int batch, GridView.Why why, List<CellAnswer> answers) {
        var changed = answers.stream().filter(a -> !(a instanceof CellAnswer.Refused))
                .map(a -> a.edit().indicator()).collect(Collectors.toSet());
        var now = read(changed);
        grid.answer(batch, answers.stream().map(this::answer).toList(), now.stream().map(writer::row).toList());
        counted.run();
        side.kept(rows, answers.stream().filter(CellAnswer.Taken.class::isInstance).map(CellAnswer::edit).toList());
        var refused = answers.stream().filter(CellAnswer.Refused.class::isInstance).toList();
        var overtaken = answers.stream().filter(CellAnswer.Overtaken.class::isInstance)
                .map(CellAnswer.Overtaken.class::cast).toList();
        var taken = answers.stream().filter(it -> it instanceof CellAnswer.Taken
                || it instanceof CellAnswer.Same && (why == GridView.Why.BACK || why == GridView.Why.FORTH)).count();
        var stays = refused.stream().filter(it -> isOpen(it.edit())).count();
        var lost = refused.size() - stays + skipped;
        skipped = 0;
        side.lost(overtaken);
        tell(why, taken, overtaken.size(), stays, lost);
    }

    /** How many cells were written, and where some were not, why and where what was typed is; what is none isn't counted. */
    private void tell(GridView.Why why, long taken, long overtaken, long stays, long lost) {
        var counts = new LinkedHashMap<String, Long>();
        counts.put(switch (why) {
            case EDIT, PASTE -> "entry.saved";
            case BACK -> "entry.undone";
            case FORTH -> "entry.redone";
        }, taken);
        counts.put("entry.saved.overtaken", overtaken);
        counts.put("entry.saved.some", stays);
        counts.put("entry.saved.lost", lost);
        var words = counts.entrySet().stream().filter(it -> it.getValue() > 0)
                .map(it -> getTranslation(it.getKey(), it.getValue())).collect(Collectors.joining(getTranslation("grid.comma")));
        tell(words.isEmpty() ? getTranslation("entry.saved.none") : words, overtaken + stays + lost > 0);
    }

    /** Whether an edit has a cell in this sheet that can be written: for now perhaps one behind which another period stands. */
    private boolean isOpen(CellEdit edit) {
        return at(edit).map(SheetCell::isOpen).orElseGet(() -> rows.containsKey(edit.indicator())
                && rows.get(edit.indicator()).cells().stream()
                        .anyMatch(cell -> Integer.toString(cell.column()).equals(edit.period())));
    }

    private Optional<SheetCell> at(CellEdit edit) {
        return Optional.ofNullable(rows.get(edit.indicator())).flatMap(row -> row.cells().stream()
                .filter(cell -> cell.key().period().code().equals(edit.period())).findFirst());
    }

    private CellPanel panel() {
        return side;
    }

    private GridAnswer answer(CellAnswer answer) {
        return switch (answer) {
            case CellAnswer.Taken taken -> new GridAnswer(GridAnswer.Result.TAKEN, null, taken.draft());
            case CellAnswer.Same same -> new GridAnswer(GridAnswer.Result.SAME, null, 0);
            case CellAnswer.Refused refused -> new GridAnswer(GridAnswer.Result.REFUSED,
                    getTranslation(refused.why().key(), refused.why().arguments()), 0);
            case CellAnswer.Overtaken(var edit, var cell, var theirs) -> {
                var faster = side.overtaken(theirs);
                yield new GridAnswer(GridAnswer.Result.OVERTAKEN, getTranslation(faster.key(), faster.arguments()),
                        theirs == null ? 0 : theirs.id());
            }
        };
    }

    private static CellEdit edit(GridEdit edit) {
        return new CellEdit(edit.row(), edit.period(), edit.text(), edit.seen(), edit.restores());
    }

    @Override
    public void paste(GridBlock block) {
        try {
            var pasted = block.edits().stream().map(SheetPanel::edit).toList();
            var answers = sheets.preview(query.region(), pasted);
            var figures = new HashMap<CellKey, Figure>();
            answers.forEach(answer -> {
                if (answer instanceof CellAnswer.Taken taken && taken.figure() != null) {
                    figures.put(taken.cell(), taken.figure());
                }
            });
            new PasteDialog(catalogue, answers, block, taken -> isFarOff(taken, figures), () -> {
                // the sheet doesn't send what would cover a locked cell
                skipped = (int) pasted.stream().filter(it -> at(it).filter(cell -> !cell.isOpen()).isPresent()).count();
                grid.apply(block.number());
            }, () -> grid.dismiss(block.number())).open();
        } catch (RuleViolation violation) {
            refuse(violation);
            grid.dismiss(block.number());
        }
    }

    /** Whether a figure that would be written is ten times what its row shows with the others, or a tenth. */
    private boolean isFarOff(CellAnswer.Taken taken, Map<CellKey, Figure> figures) {
        var row = rows.get(taken.cell().indicator());
        return row != null && taken.figure() != null && row.isFarOff(taken.cell(), taken.figure(), figures);
    }

    @Override
    public void at(GridPlace place) {
        show(place);
        kept.accept(place.row(), place.column());
        moved.accept(place.row(), place.period());
    }

    @Override
    public void open(GridPlace place) {
        at(place);
        side.take();
    }

    private void show(GridPlace place) {
        var row = rows.get(place.row());
        if (row != null) {
            offerDown(row, place.column());
            row.cells().stream().filter(cell -> cell.key().period().code().equals(place.period())).findFirst()
                    .ifPresent(cell -> side.show(row, cell, place.state().isEmpty() ? null : place));
        }
    }

    /** Offers the way to the panel, which lies below the grid where the screen is narrow. */
    private void offerDown(SheetRow row, String column) {
        down.setText(getTranslation("entry.down", row.indicator().name(getLocale()), column));
        down.setVisible(true);
    }

    @Override
    public void said(String words) {
        tell(words, false);
    }

    @Override
    public void refused(String words) {
        tell(words, true);
    }

    /** Says what has happened, or in the way of a warning what has not. */
    private void tell(String words, boolean refused) {
        status.setText(words);
        status.setClassName("yj-sheet-refused", refused);
    }

    @Override
    public void invalid(int cells) {
        invalid = cells;
        counted.run();
    }

    @Override
    public void others(List<GridOther> others) {
        grid.others(others);
        side.others(others);
    }

    @Override
    public void changed(CellsChanged change) {
        var seen = sheets.seen(change);
        if (!seen.isEmpty()) {
            var before = looks(seen);
            var codes = seen.stream().map(CellKey::indicator).collect(Collectors.toSet());
            renew(change.published().isEmpty() ? codes : sheets.withWhatFollows(codes), false);
            say("entry.others." + deed(before, looks(seen), seen.size()), change.by(), seen.size());
        }
    }

    @Override
    public void changed(IndicatorChanged change) {
        if (rows.containsKey(change.code())) {
            renew(Set.of(change.code()), false);
            say("entry.others.catalogue", rows.get(change.code()).indicator().name(getLocale()));
        }
    }

    private Map<CellKey, Look> looks(Set<CellKey> keys) {
        return cells().filter(cell -> keys.contains(cell.key())).collect(Collectors.toMap(SheetCell::key, SheetCell::look));
    }

    /** What was done to some cells, where it shows in all of them alike. */
    private static String deed(Map<CellKey, Look> before, Map<CellKey, Look> after, int cells) {
        var deeds = after.entrySet().stream().map(it -> deed(before.get(it.getKey()), it.getValue())).distinct().toList();
        return after.size() == cells && deeds.size() == 1 ? deeds.getFirst() : "news";
    }

    private static String deed(@Nullable Look before, Look after) {
        return switch (after) {
            case DRAFT -> "changed";
            case SUBMITTED -> before == Look.SUBMITTED ? "news" : "submitted";
            case RETURNED -> before == Look.RETURNED ? "news" : "returned";
            case APPROVED -> before == Look.SUBMITTED ? "approved" : "news";
            case EMPTY, MISSING, IMPLIED -> before == Look.DRAFT || before == Look.RETURNED ? "changed" : "news";
        };
    }

    /** Something was written by other ways than the grid's. */
    private void keptBeside(Set<String> codes) {
        renew(codes, true);
        say(invalid == 0 ? "entry.kept" : "entry.kept.some", invalid);
    }

    /** Shows some rows as they stand now, changed by whoever sits here or by somebody else. */
    private void renew(Set<String> codes, boolean own) {
        grid.patch(read(codes).stream().map(writer::row).toList(), own);
        counted.run();
        if (own) {
            side.follow(rows);
        } else {
            side.refresh(rows);
        }
    }

    private List<SheetRow> read(Set<String> codes) {
        var known = new ArrayList<>(sheets.heldTogether(codes));
        known.retainAll(rows.keySet());
        if (known.isEmpty()) {
            return List.of();
        }
        var now = sheets.rows(query, known);
        now.forEach(row -> rows.put(row.indicator().code(), row));
        return now;
    }
}
