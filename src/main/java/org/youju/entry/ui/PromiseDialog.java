package org.youju.entry.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.FormDialog;
import org.youju.base.ui.control.SegmentedBar;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentKind;
import org.youju.commitment.ui.VerdictBadge;
import org.youju.entry.PromiseEntry;
import org.youju.entry.PromiseForms;
import org.youju.entry.Quote;
import org.youju.figure.FigureWriter;
import org.youju.figure.Numbers;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.ReplyService;

/**
 * A promise written down by hand, or changed: what it is measured by, its target and window, and the sentence that makes
 * it. Says beside it how it would be judged now.
 */
public final class PromiseDialog extends FormDialog<PromiseEntry> {

    /** What a promise rests on. */
    private enum Ground {
        KEEP, QUOTE, NONE
    }

    private static final int LONGEST = 1000;

    private final PromiseForms forms;
    private final IndicatorService indicators;
    private final ComboBox<Indicator> indicator = new ComboBox<>();
    private final Select<Region> region = new Select<>();
    private final Select<CommitmentKind> kind = new Select<>();
    private final TextField target = new TextField();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final TextField baseYear = new TextField();
    private final TextField base = new TextField();
    private final ComboBox<Department> department = new ComboBox<>();
    private final Div choice = new Div();
    private final CitePicker picker;
    private final TextArea words = new TextArea();
    private final TextArea reason = new TextArea();
    private final Div preview = new Div();
    private final Div measured = new Div();
    private final @Nullable String code;
    private Ground ground;
    private long seen;
    private boolean filling = true;

    /**
     * @param of   the promise that is changed, null to register one
     * @param home code of the region to begin with
     * @param kept told once it is kept
     */
    public PromiseDialog(PromiseForms forms, IndicatorService indicators, ReplyService replies,
            @Nullable Commitment of, String home, Runnable kept) {
        super("", kept);
        this.forms = forms;
        this.indicators = indicators;
        code = of == null ? null : of.code();
        ground = of == null ? Ground.QUOTE : Ground.KEEP;
        addClassName("yj-cite-dialog");
        setHeaderTitle(of == null ? getTranslation("promise.title.new") : getTranslation("promise.title.change", of.code()));
        picker = new CitePicker(replies, this::look);
        fields(home);
        Optional.ofNullable(code).flatMap(forms::standing).ifPresent(this::fill);
        filling = false;
        show();
        look();
    }

    private void fields(String home) {
        indicator.setHelperText(getTranslation("entry.form.indicator.help"));
        LookUp.indicators(indicator, forms::named);
        indicator.setItemLabelGenerator(it -> getTranslation("promise.indicator.in", it.name(getLocale()),
                FigureWriter.unit(it.unit(), getLocale())));
        field(indicator, "entry.form.indicator", "promise.indicator.missing", "entry.indicator.unknown");
        var regions = indicators.catalogue().regions();
        region.setItems(regions);
        region.setItemLabelGenerator(it -> it.name(getLocale()));
        regions.stream().filter(it -> it.code().equals(home)).findFirst().ifPresent(region::setValue);
        field(region, "base.region");
        kind.setItems(CommitmentKind.values());
        kind.setItemLabelGenerator(it -> it == null ? "" : getTranslation(it.key()));
        field(kind, "promise.kind", "promise.kind.missing", "commitment.growth", "commitment.contrary.");
        target.setHelperText(getTranslation("promise.target.help"));
        target.setMaxLength(100);
        field(target, "promise.target", "promise.target.", "entry.text.", "commitment.unit", "commitment.empty.");
        from.setHelperText(getTranslation("promise.from.help"));
        field(from, "promise.from", "promise.from.missing", "promise.from.wrong");
        to.setHelperText(getTranslation("promise.to.help"));
        field(to, "promise.to", "promise.to.wrong", "commitment.window.reversed", "commitment.window.part");
        baseYear.setHelperText(getTranslation("promise.base-year.help"));
        field(baseYear, "promise.base-year", "promise.base-year.wrong", "commitment.base.year");
        base.setMaxLength(100);
        field(base, "promise.base", "promise.base.", "commitment.base.zero");
        measured.addClassName("yj-caption");
        include(measured);
        department.setItems(indicators.departments());
        department.setItemLabelGenerator(it -> it.isKept() ? it.name(getLocale())
                : getTranslation("desk.department.new", it.nameZh()));
        department.setClearButtonVisible(true);
        department.setAllowCustomValue(true);
        department.addCustomValueSetListener(typed -> department.setValue(named(typed.getDetail())));
        department.setHelperText(getTranslation("promise.department.help"));
        field(department, "promise.department", "department.name", "department.taken");
        include(choice, picker);
        at(picker, "promise.source.missing", "citation.long", "citation.quote.empty", "entry.cite.newer", "entry.cite.absent",
                "entry.cite.several", "entry.cite.document.missing");
        words.setMaxLength(LONGEST);
        words.setHelperText(getTranslation("promise.words.help"));
        field(words, "promise.words", "promise.source.missing", "citation.long");
        reason.setMaxLength(LONGEST);
        field(reason, "promise.reason", "promise.reason.missing", "commitment.step.correct-reason");
        preview.addClassName("yj-promise-preview");
        preview.getElement().setAttribute("role", "status");
        include(preview);
        for (var field : List.of(target, from, to, baseYear, base)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> look());
        }
        region.addValueChangeListener(change -> look());
        kind.addValueChangeListener(change -> look());
        indicator.addValueChangeListener(change -> {
            unit();
            look();
        });
    }

    /** The department of a name; one that is added to the catalogue with the promise where none has it. */
    private @Nullable Department named(String typed) {
        var name = typed.strip();
        return name.isEmpty() ? null : indicators.departments().stream()
                .filter(it -> it.nameZh().equals(name) || it.nameEn().equals(name)).findFirst()
                .orElseGet(() -> Department.unkept(name));
    }

    private void unit() {
        if (!indicator.isEmpty()) {
            target.setHelperText(getTranslation("promise.target.help.unit",
                    FigureWriter.unit(indicator.getValue().unit(), getLocale())));
        }
    }

    private void fill(Commitment row) {
        indicators.catalogue().find(row.indicator()).ifPresent(indicator::setValue);
        indicators.catalogue().regions().stream().filter(it -> it.code().equals(row.region())).findFirst()
                .ifPresent(region::setValue);
        kind.setValue(row.kind());
        target.setValue(row.target().printed());
        from.setValue(Integer.toString(row.from()));
        to.setValue(end(row));
        baseYear.setValue(row.base() == null ? "" : Integer.toString(row.base().year()));
        base.setValue(base(row));
        indicators.departments().stream().filter(it -> it.code().equals(row.department())).findFirst()
                .ifPresentOrElse(department::setValue, department::clear);
        seen = row.id();
    }

    private static String end(Commitment row) {
        return row.endsOn() != null ? row.endsOn().toString() : row.to() == null ? "" : Integer.toString(row.to());
    }

    private static String base(Commitment row) {
        var base = row.base();
        return base == null || base.value() == null ? ""
                : Numbers.text(base.value()) + row.target().unit().code();
    }

    private void show() {
        choice.removeAll();
        choice.add(new SegmentedBar<>(getTranslation("entry.form.ground"), ground,
                code == null ? List.of(Ground.QUOTE, Ground.NONE) : List.of(Ground.KEEP, Ground.QUOTE, Ground.NONE),
                it -> getTranslation("promise.ground." + it)).onChoice(it -> {
                    ground = it;
                    show();
                    look();
                }));
        picker.setVisible(ground == Ground.QUOTE);
        words.setVisible(ground == Ground.NONE);
        reason.setVisible(code != null || ground == Ground.NONE);
        reason.setHelperText(getTranslation(ground == Ground.NONE ? "promise.reason.none" : "promise.reason.change"));
    }

    private Optional<Quote> quote() {
        return ground == Ground.QUOTE ? picker.quote() : Optional.empty();
    }

    private PromiseEntry entry() {
        return new PromiseEntry(code, indicator.isEmpty() ? null : indicator.getValue().code(),
                region.isEmpty() ? "" : region.getValue().code(), kind.getValue(), target.getValue(), from.getValue(),
                to.getValue(), baseYear.isVisible() ? baseYear.getValue() : "", base.isVisible() ? base.getValue() : "",
                department.isEmpty() || !department.getValue().isKept() ? null : department.getValue().code(), quote().orElse(null),
                ground == Ground.NONE ? words.getValue() : "", reason.isVisible() ? reason.getValue() : "", seen);
    }

    /** Says how it would be judged as it is written. */
    private void look() {
        if (filling) {
            return;
        }
        measured();
        preview.removeAll();
        forms.preview(entry()).ifPresent(judged -> {
            preview.setText(getTranslation("promise.preview",
                    judged.verdict().sentence(getLocale(), this::getTranslation)));
            preview.addComponentAsFirst(new VerdictBadge(judged));
        });
    }

    /** Shows what a level or a growth is measured from. */
    private void measured() {
        var from = forms.measured(entry());
        var isLevel = kind.getValue() == CommitmentKind.LEVEL_BY && from.isPresent();
        baseYear.setVisible(isLevel);
        base.setVisible(isLevel);
        measured.setVisible(from.isPresent() && !isLevel);
        from.ifPresent(it -> {
            var year = Integer.toString(it.year());
            var stated = it.stated() == null ? null : FigureWriter.show(it.stated().figure(), getLocale()).text();
            if (isLevel) {
                base.setHelperText(stated == null ? getTranslation("promise.base.help.missing", year,
                        it.indicator().unit().code()) : getTranslation("promise.base.help.series", year, stated));
            } else {
                measured.setText(getTranslation("promise.base.help.growth", year, stated == null
                        ? getTranslation("promise.base.unknown")
                        : getTranslation("promise.base.of", it.indicator().name(getLocale()), stated)));
            }
        });
    }

    @Override
    protected PromiseEntry typed() {
        return entry();
    }

    @Override
    protected void keep(PromiseEntry typed) {
        var faults = new Faults();
        faults.check(() -> {
            if (ground == Ground.QUOTE && picker.document().isEmpty()) {
                picker.isComplete();
                throw new RuleViolation("entry.cite.document.missing");
            }
            if (ground == Ground.QUOTE && picker.quote().isEmpty()) {
                throw new RuleViolation("promise.source.missing");
            }
        });
        var isCited = ground != Ground.QUOTE || picker.quote().isPresent();
        faults.check(() -> forms.check(isCited ? typed : cited(typed)));
        faults.raise();
        forms.save(kept(typed));
    }

    /** The same as if it had a source, so that only the rest of it is checked. */
    private static PromiseEntry cited(PromiseEntry typed) {
        return new PromiseEntry(typed.code(), typed.indicator(), typed.region(), typed.kind(), typed.target(),
                typed.from(), typed.to(), typed.baseYear(), typed.base(), typed.department(),
                new Quote.Written(0, ""), "", typed.reason(), typed.seen());
    }

    /** With the department that was written by its name added to the catalogue. */
    private PromiseEntry kept(PromiseEntry typed) {
        if (department.isEmpty() || department.getValue().isKept()) {
            return typed;
        }
        var added = indicators.departmentNamed(department.getValue().nameZh());
        department.setItems(indicators.departments());
        department.setValue(added);
        return new PromiseEntry(typed.code(), typed.indicator(), typed.region(), typed.kind(), typed.target(),
                typed.from(), typed.to(), typed.baseYear(), typed.base(), added.code(), typed.quote(), typed.words(),
                typed.reason(), typed.seen());
    }

    @Override
    protected PromiseEntry stored() {
        return forms.standing(String.valueOf(code)).map(row -> new PromiseEntry(code, row.indicator(), row.region(),
                row.kind(), row.target().printed(), Integer.toString(row.from()),
                end(row), row.base() == null ? "" : Integer.toString(row.base().year()), base(row), row.department(),
                null, "", "", row.id()))
                .orElseGet(() -> new PromiseEntry(code, null, "", null, "", "", "", "", "", null, null, "", "", 0));
    }

    @Override
    protected PromiseEntry over(PromiseEntry typed, PromiseEntry stored) {
        return new PromiseEntry(typed.code(), typed.indicator(), typed.region(), typed.kind(), typed.target(),
                typed.from(), typed.to(), typed.baseYear(), typed.base(), typed.department(), typed.quote(), typed.words(),
                typed.reason(), stored.seen());
    }

    @Override
    protected void fill(PromiseEntry stored) {
        forms.standing(String.valueOf(code)).ifPresent(this::fill);
    }

    @Override
    protected Map<String, String> told(PromiseEntry value) {
        return parts(getTranslation("entry.form.indicator"), value.indicator() == null ? "" : value.indicator(),
                getTranslation("promise.kind"), value.kind() == null ? "" : getTranslation(value.kind().key()),
                getTranslation("promise.target"), value.target(), getTranslation("promise.from"), value.from(),
                getTranslation("promise.to"), value.to(), getTranslation("promise.base-year"), value.baseYear(),
                getTranslation("promise.base"), value.base(), getTranslation("promise.department"),
                value.department() == null ? "" : value.department());
    }
}
