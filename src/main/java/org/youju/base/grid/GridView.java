package org.youju.base.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.internal.JacksonUtils;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sheet of cells that is filled by keyboard and clipboard. What is typed is shown at once and sent in one batch; the
 * {@link Owner} answers each cell, and what is refused stays where it was typed, with the reason.
 */
@Tag("yj-grid")
@JsModule("./grid/yj-grid.ts")
public class GridView extends Component implements HasStyle, LocaleChangeObserver {

    /** Why cells are written. */
    public enum Why {

        /** Somebody has typed or filled. */
        EDIT,

        /** Somebody has pasted. */
        PASTE,

        /** Somebody takes back what they did. */
        BACK,

        /** Somebody does again what they took back. */
        FORTH
    }

    /** Whoever knows what stands in the cells. */
    public interface Owner {

        /**
         * Keeps what can be kept; {@link GridView#answer} ends it.
         *
         * @param batch its number, to be answered
         */
        void save(int batch, Why why, List<GridEdit> edits);

        /**
         * Shows what a pasted block would change; {@link GridView#apply} or {@link GridView#dismiss} ends it.
         */
        void paste(GridBlock block);

        /** A person has come to a cell. */
        void at(GridPlace place);

        /** A person asks for the panel of a cell. */
        void open(GridPlace place);

        /** The grid has done something by itself; the words say what. */
        void said(String words);

        /** The grid has refused something before it was sent; the words say why. */
        void refused(String words);

        /** So many cells show something that was typed and not kept. */
        void invalid(int cells);
    }

    private static final List<String> WORDS = List.of("name", "unit", "missing", "saved", "copied", "colon", "comma",
            "leave", "readonly", "too-large", "no-undo", "no-redo", "undone", "redone", "lost", "unsent", "unremembered",
            "no-source", "commented", "several",
            "broken", "other", "ruled", "departs", "locked-OTHER", "locked-APPROVED", "locked-SUBMITTED",
            "typed-PENDING", "typed-REFUSED",
            "typed-OVERTAKEN", "look-EMPTY", "look-MISSING", "look-IMPLIED", "look-APPROVED", "look-DRAFT",
            "look-SUBMITTED", "look-RETURNED", "finding-HIGH", "finding-MEDIUM", "finding-LOW");
    /** What the grid does by itself; all else that it says is a refusal. */
    private static final List<String> DEEDS = List.of("grid.undone", "grid.redone");
    private static final String DETAIL = "event.detail";

    /** @param owner told whatever a person does in the sheet */
    public GridView(Owner owner) {
        addClassName("yj-grid");
        on("yj-grid-save", detail -> owner.save(detail.path("id").asInt(), why(detail),
                edits(detail)));
        on("yj-grid-paste", detail -> owner.paste(new GridBlock(detail.path("id").asInt(), edits(detail),
                detail.path("beyond").asInt(), texts(detail.path("unseen")), detail.path("named").asBoolean(),
                text(detail, "unit"))));
        on("yj-grid-at", detail -> owner.at(place(detail)));
        on("yj-grid-open", detail -> owner.open(place(detail)));
        on("yj-grid-said", detail -> {
            var words = detail.asString("");
            if (DEEDS.stream().anyMatch(deed -> words.equals(getTranslation(deed)))) {
                owner.said(words);
            } else {
                owner.refused(words);
            }
        });
        on("yj-grid-invalid", detail -> owner.invalid(detail.asInt(0)));
    }

    private void on(String event, Consumer<JsonNode> listener) {
        getElement().addEventListener(event, fired -> listener.accept(fired.getEventData().path(DETAIL)))
                .addEventData(DETAIL);
    }

    /**
     * Shows a sheet in place of what was shown.
     *
     * @param label    what it is, read aloud
     * @param columns  keys of the columns, which are shown as they are
     * @param memory   under which name the browser's tab remembers what was typed and refused until it is put right or
     *                 given up: another one for each person and region; null where nobody writes here
     */
    public void show(String label, List<String> columns, List<GridRow> rows, @Nullable String memory) {
        var sheet = JacksonUtils.createObjectNode();
        var heads = sheet.putArray("columns");
        columns.forEach(key -> heads.addObject().put("key", key).put("label", key));
        sheet.set("rows", json(rows));
        sheet.put("readonly", memory == null);
        if (memory != null) {
            sheet.put("memory", memory);
        }
        sheet.put("wide", !"zh".equals(getLocale().getLanguage()));
        getElement().setProperty("label", label);
        // sent and not kept: as a property, the server would hold for each open page what only its browser knows
        getElement().callJsFunction("load", sheet);
    }

    /**
     * Puts rows as they stand now in the place of those that were shown.
     *
     * @param own whether what has changed was written by whoever has this sheet open, by other ways than the sheet's
     */
    public void patch(List<GridRow> rows, boolean own) {
        if (!rows.isEmpty()) {
            getElement().callJsFunction("patch", json(rows), own);
        }
    }

    /**
     * Answers a batch.
     *
     * @param answers one for each of its edits, in order
     * @param rows    the rows that have changed, as they stand now
     */
    public void answer(int batch, List<GridAnswer> answers, List<GridRow> rows) {
        var told = JacksonUtils.createArrayNode();
        answers.forEach(answer -> {
            var one = told.addObject().put("result", answer.result().name()).put("draft", answer.draft());
            if (answer.words() != null) {
                one.put("words", answer.words());
            }
        });
        getElement().callJsFunction("answer", batch, told, json(rows));
    }

    /** Says why a whole batch could not be kept; what was typed stays. */
    public void fail(int batch, String words) {
        getElement().callJsFunction("fail", batch, words);
    }

    /** Saves a pasted block that was shown. */
    public void apply(int block) {
        getElement().callJsFunction("apply", block);
    }

    /** Leaves a pasted block that was shown. */
    public void dismiss(int block) {
        getElement().callJsFunction("dismiss", block);
    }

    /** Gives up what was typed into a cell and not kept. */
    public void forget(String row, String period) {
        getElement().callJsFunction("forget", row, period);
    }

    /** Writes what was typed into a cell over what somebody else has written there. */
    public void insist(String row, String period) {
        getElement().callJsFunction("insist", row, period);
    }

    /**
     * Writes a text into a cell as if it were typed there.
     *
     * @param seen number of the draft that whoever wrote it has seen, 0 for none
     */
    public void write(String row, String period, String text, long seen) {
        getElement().callJsFunction("write", row, period, text, seen);
    }

    /** Gives the focus to the cell that a person is in. */
    public void focusCell() {
        getElement().callJsFunction("take");
    }

    /** Goes to a cell. */
    public void go(String row, String column, boolean focus) {
        getElement().callJsFunction("go", row, column, focus);
    }

    /** Shows who else is in which cell. */
    public void others(Collection<GridOther> others) {
        var told = JacksonUtils.createArrayNode();
        others.forEach(other -> told.addObject().put("row", other.row()).put("period", other.period())
                .put("initials", other.initials()).put("name", other.name()).put("tone", other.tone()));
        getElement().setPropertyJson("others", told);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        var words = JacksonUtils.createObjectNode();
        WORDS.forEach(word -> words.put(word, getTranslation("grid." + word.toLowerCase(Locale.ROOT))));
        getElement().setPropertyJson("words", words);
    }

    private static List<GridEdit> edits(JsonNode detail) {
        var edits = new ArrayList<GridEdit>();
        detail.path("edits").forEach(edit -> edits.add(new GridEdit(text(edit, "row"), text(edit, "period"),
                text(edit, "text"), edit.path("seen").asLong(0),
                edit.path("restores").isNumber() ? edit.path("restores").asLong() : null)));
        return edits;
    }

    private static Why why(JsonNode detail) {
        var name = text(detail, "why").toUpperCase(Locale.ROOT);
        return Stream.of(Why.values()).filter(why -> why.name().equals(name)).findFirst().orElse(Why.EDIT);
    }

    private static List<String> texts(JsonNode of) {
        var texts = new ArrayList<String>();
        of.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    private static GridPlace place(JsonNode detail) {
        return new GridPlace(text(detail, "row"), text(detail, "period"), text(detail, "column"),
                text(detail, "typed"), text(detail, "state"), text(detail, "words"));
    }

    private static String text(JsonNode of, String name) {
        return of.path(name).asString("");
    }

    private static ArrayNode json(List<GridRow> rows) {
        var array = JacksonUtils.createArrayNode();
        rows.forEach(row -> {
            var json = array.addObject().put("id", row.id()).put("name", row.name());
            if (row.isGroup()) {
                json.put("group", true);
            } else {
                json.put("unit", row.unit());
                var cells = json.putArray("cells");
                row.cells().forEach(cell -> put(cells.addObject(), cell));
                if (!row.breaks().isEmpty()) {
                    var breaks = json.putArray("x");
                    row.breaks().forEach(breaks::add);
                }
            }
        });
        return array;
    }

    /** What is not there is not sent: there are thousands of cells. */
    private static void put(ObjectNode json, GridCell cell) {
        json.put("c", cell.column()).put("s", cell.span()).put("p", cell.period()).put("k", cell.look().name())
                .put("v", cell.version());
        put(json, "t", cell.number());
        put(json, "b", cell.before());
        put(json, "a", cell.after());
        put(json, "q", cell.spoken());
        put(json, "l", cell.label());
        put(json, "raw", cell.raw());
        put(json, "f", cell.finding() == null ? null : cell.finding().name());
        if (cell.sources() > 1) {
            json.put("m", cell.sources());
        }
        if (cell.others() > 0) {
            json.put("o", cell.others());
        }
        Stream.of(new Flag("u", cell.sourceless()), new Flag("r", cell.remark()), new Flag("ro", cell.locked()),
                        new Flag("j", cell.ruled()), new Flag("d", cell.departs()))
                .filter(Flag::set).forEach(flag -> json.put(flag.name(), true));
    }

    private record Flag(String name, boolean set) {
    }

    private static void put(ObjectNode json, String name, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            json.put(name, text);
        }
    }
}
