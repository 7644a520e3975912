package org.youju.base.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Synchronize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chart that keeps what evidence needs to keep: gaps, intervals, breaks, and what was stated apart from what was
 * computed. It is drawn by Chart.js, reads its colours from the {@code --yj-…} custom properties of its surroundings,
 * and carries its values as a table too: under it or, from the keyboard, behind the key T.
 */
@Tag("yj-chart")
@NpmPackage(value = "chart.js", version = "4.5.1")
@JsModule("./chart/yj-chart.ts")
@StyleSheet("youju/chart.css")
public class ChartView extends Component implements HasStyle, LocaleChangeObserver {

    /** Where a chart's table stands. */
    public enum TablePlacement {
        /** A key (T) or a press away. */
        HIDDEN,
        /** Under the chart, one row for each category. */
        BELOW,
        /** Under the chart, one column for each category, right below it. */
        ALIGNED
    }

    private static final List<String> WORDS = List.of("computed", "unvalidated", "stated", "interval", "target",
            "break", "other-definition", "missing", "omitted", "table", "chart", "keys", "cut", "press");

    private @Nullable ChartSpec spec;
    private List<TableRow> rows = List.of();
    private TablePlacement placement = TablePlacement.HIDDEN;
    private @Nullable Component table;
    private int pictures;

    /** An empty frame, to be filled by {@link #show(ChartSpec)}. */
    public ChartView() {
        addClassName("yj-chart");
        getElement().addEventListener("yj-table-toggle", toggled -> lay());
    }

    /** A chart of these values. */
    public ChartView(ChartSpec spec) {
        this();
        show(spec);
    }

    /** Shows these values in place of what was shown. */
    public void show(ChartSpec spec) {
        show(spec, List.of());
    }

    /**
     * Shows these values in place of what was shown.
     *
     * @param rows what the table says beside the values
     * @throws IllegalArgumentException if a row doesn't have one cell for each category
     */
    public void show(ChartSpec spec, List<TableRow> rows) {
        rows.forEach(row -> row.requireCells(spec.categories().size()));
        this.spec = spec;
        this.rows = List.copyOf(rows);
        renderIfAttached();
    }

    /** What is shown; null as long as nothing is. */
    public @Nullable ChartSpec spec() {
        return spec;
    }

    /** Where the table stands; {@link TablePlacement#HIDDEN} unless told otherwise. */
    public void setTablePlacement(TablePlacement placement) {
        this.placement = placement;
        getElement().setProperty("tablePlacement", placement.name().toLowerCase(Locale.ROOT));
        renderIfAttached();
    }

    /** Whether the chart writes its title and unit above itself; it does unless told otherwise. */
    public void setHeaderVisible(boolean visible) {
        getElement().setProperty("headless", !visible);
    }

    /** Whether a table that is a key away is shown. */
    @Synchronize(property = "tableShown", value = "yj-table-toggle")
    public boolean isTableShown() {
        return getElement().getProperty("tableShown", false);
    }

    /** Shows or hides a table that is a key away. */
    public void setTableShown(boolean shown) {
        getElement().setProperty("tableShown", shown);
        if (isAttached()) {
            lay();
        }
    }

    /** Adds components at the end of the legend, such as a source badge. */
    public void addToLegend(Component... components) {
        for (var component : components) {
            component.getElement().setAttribute("slot", "legend");
            getElement().appendChild(component.getElement());
        }
    }

    /** Calls the listener when a person presses a point. */
    public Registration addPointPressListener(ComponentEventListener<PointPressEvent> listener) {
        getElement().setProperty("pressable", true);
        return addListener(PointPressEvent.class, listener);
    }

    /** Lets the browser save the chart as a PNG picture, in light colours whatever the screen's are. */
    public void download(Picture picture) {
        var json = JacksonUtils.createObjectNode();
        json.put("request", ++pictures);
        json.put("fileName", picture.fileName());
        json.set("footer", JacksonUtils.listToJson(picture.footer()));
        getElement().setPropertyJson("picture", json);
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        render();
    }

    /** A chart that isn't on a page is rendered when it comes there, which is when its language is known. */
    private void renderIfAttached() {
        if (isAttached()) {
            render();
        }
    }

    private void render() {
        if (spec == null) {
            return;
        }
        var words = JacksonUtils.createObjectNode();
        WORDS.forEach(word -> words.put(word, word(word)));
        unvalidated(spec).ifPresent(it -> words.put("unvalidated", it));
        getElement().setProperty("locale", getLocale().toLanguageTag());
        getElement().setPropertyJson("words", words);
        getElement().setPropertyJson("config",
                JacksonUtils.readTree(new ChartConfiguration(spec, this::word).toJson()));
        lay();
    }

    /** What the legend calls the points that are not validated; empty where there are none. */
    private Optional<String> unvalidated(ChartSpec of) {
        return of.series().stream().flatMap(it -> it.points().stream()).filter(Objects::nonNull)
                .filter(it -> it.mark() == Point.Mark.UNVALIDATED).map(it -> it.marking(this::word)).distinct()
                .reduce((a, b) -> a + word("comma") + b);
    }

    /** Makes the table anew where it is to be seen; one that nobody has asked for costs the page nothing. */
    private void lay() {
        if (table != null) {
            getElement().removeChild(table.getElement());
            table = null;
        }
        if (spec != null && (placement != TablePlacement.HIDDEN || isTableShown())) {
            table = new ChartTable(spec, rows, placement == TablePlacement.ALIGNED, this::word);
            table.getElement().setAttribute("slot", "table");
            getElement().appendChild(table.getElement());
        }
    }

    private String word(String key, Object... arguments) {
        return getTranslation("chart." + key, arguments);
    }
}
