package org.youju.extraction.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.commitment.CommitmentKind;
import org.youju.extraction.FigureKind;
import org.youju.extraction.grammar.Scales;
import org.youju.extraction.period.WrittenPeriod;
import org.youju.extraction.review.AsRead;
import org.youju.extraction.review.IndicatorGuess;
import org.youju.extraction.review.Preview;
import org.youju.extraction.review.Promise;
import org.youju.extraction.review.ReviewCandidate;
import org.youju.extraction.review.Terms;
import org.youju.figure.FigureWriter;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.figure.Unit;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Department;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;

/** The terms of a candidate as fields; each refusal stands at the field that it concerns. */
final class TermsForm extends Div {

    private static final String DIFFERS = "yj-differs";
    private static final String DASHES = "–—~～-";
    private static final Pattern NUMBERS = Pattern.compile(
            "([-−]?\\d+(?:\\.\\d+)?)(?:\\s*[–—~～-]\\s*([-−]?\\d+(?:\\.\\d+)?))?");

    private final Supplier<Catalogue> catalogue;
    private final Departments departments;
    private final Phrases phrases;
    private final Runnable changed;
    private final TextField value = new TextField();
    private final Select<String> multiplier = new Select<>();
    private final ComboBox<String> unit = new ComboBox<>();
    private final Select<Qualifier> qualifier = new Select<>();
    private final TextField interval = new TextField();
    private final Select<FigureKind> kind = new Select<>();
    private final Select<CommitmentKind> promiseKind = new Select<>();
    private final ComboBox<Period> period = new ComboBox<>();
    private final TextField from = new TextField();
    private final TextField to = new TextField();
    private final ComboBox<Indicator> indicator = new ComboBox<>();
    private final Select<Region> region = new Select<>();
    private final ComboBox<Department> department = new ComboBox<>();
    private final Button newIndicator;
    private @Nullable ReviewCandidate shown;
    private @Nullable LocalDate document;
    private List<Object> filled = List.of();
    private boolean promising;
    private boolean filling;

    /** @param changed told after a person changed a field */
    TermsForm(Supplier<Catalogue> catalogue, Departments departments, Phrases phrases, Runnable changed,
            Runnable create) {
        this.catalogue = catalogue;
        this.departments = departments;
        this.phrases = phrases;
        this.changed = changed;
        newIndicator = new Button(getTranslation("desk.indicator.new"), click -> create.run());
        newIndicator.addClassName("yj-verb");
        addClassName("yj-terms");
        multiplier.setItemLabelGenerator(scale -> scale.isEmpty() ? getTranslation("desk.scale.none") : scale);
        unit.setAllowCustomValue(true);
        unit.addCustomValueSetListener(custom -> unit.setValue(custom.getDetail().strip()));
        qualifier.setItems(Qualifier.values());
        qualifier.setItemLabelGenerator(q -> getTranslation("desk.qualifier." + q));
        interval.setReadOnly(true);
        kind.setItems(Arrays.stream(FigureKind.values()).filter(k -> k != FigureKind.COMMITMENT).toList());
        kind.setItemLabelGenerator(k -> getTranslation("desk.kind." + k));
        promiseKind.setItems(CommitmentKind.values());
        promiseKind.setItemLabelGenerator(k -> getTranslation(k.key()));
        period.setAllowCustomValue(true);
        period.setItemLabelGenerator(p -> p.label(phrases.locale()));
        period.addCustomValueSetListener(custom -> readPeriod(custom.getDetail()));
        indicator.setItemLabelGenerator(i -> i.code() + " " + i.name(phrases.locale()));
        region.setItemLabelGenerator(r -> r.name(phrases.locale()));
        department.setAllowCustomValue(true);
        department.setClearButtonVisible(true);
        department.setItemLabelGenerator(d -> d.isKept() ? d.name(phrases.locale())
                : getTranslation("desk.department.new", d.name(phrases.locale())));
        department.addCustomValueSetListener(custom -> department.setValue(departments.named(custom.getDetail())));
        add(labelled(value, "value"), labelled(multiplier, "multiplier"), labelled(unit, "unit"),
                labelled(qualifier, "qualifier"), labelled(interval, "interval"), labelled(kind, "kind"),
                labelled(promiseKind, "kind"), labelled(period, "period"), labelled(from, "from"), labelled(to, "to"),
                labelled(indicator, "indicator"), labelled(region, "region"),
                labelled(department, "department"), newIndicator);
        Stream.of(value, from, to).forEach(field -> {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.setManualValidation(true);
        });
        fields().forEach(field -> field.addValueChangeListener(change -> {
            if (!filling) {
                changed.run();
            }
        }));
    }

    private <F extends AbstractField<F, ?>> F labelled(F field, String name) {
        field.addClassName("yj-field-" + name);
        field.getElement().setProperty("label", getTranslation("desk.field." + name));
        field.getElement().setProperty("manualValidation", true);
        return field;
    }

    private List<HasValue<?, ?>> fields() {
        return List.of(value, multiplier, unit, qualifier, kind, promiseKind, period, from, to, indicator, region,
                department);
    }

    /**
     * Shows what a candidate is taken to say.
     *
     * @param guesses  indicators that it may be a figure of, best first
     * @param issued   the date of its document, or null
     * @param editable whether a person may change it
     */
    void show(ReviewCandidate candidate, List<IndicatorGuess> guesses, @Nullable LocalDate issued, boolean editable) {
        clear();
        shown = candidate;
        document = issued;
        var terms = candidate.terms();
        filling = true;
        promising = terms.kind() == FigureKind.COMMITMENT;
        value.setValue(numbers(terms.value(), terms.valueHi()));
        multiplier.setItems(with(terms.multiplier(), Scales.names()));
        multiplier.setValue(terms.multiplier());
        unit.setItems(with(terms.unit(), units()));
        unit.setValue(terms.unit());
        qualifier.setValue(terms.qualifier());
        kind.setValue(terms.kind() == FigureKind.COMMITMENT ? FigureKind.LEVEL : terms.kind());
        period.setItems(periods(candidate));
        period.setValue(terms.period());
        period.setHelperText(candidate.suggestion() == null || !editable ? null
                : getTranslation("desk.period.suggestion", candidate.suggestion().label(phrases.locale())));
        indicator.setItems(indicators(guesses));
        indicator.setValue(Optional.ofNullable(terms.indicator()).flatMap(catalogue.get()::find).orElse(null));
        region.setItems(catalogue.get().regions());
        region.setValue(catalogue.get().regions().stream().filter(r -> r.code().equals(terms.region())).findFirst()
                .orElse(null));
        fill(candidate);
        filled = written();
        filling = false;
        fields().forEach(field -> field.setReadOnly(!editable));
        newIndicator.setVisible(editable);
        lay();
        interval.setValue("—");
    }

    private void fill(ReviewCandidate candidate) {
        var promise = candidate.terms().promise();
        promiseKind.setValue(promise != null ? promise.kind() : promising ? kindOf(candidate.terms()) : null);
        department.setItems(departments.all());
        department.setValue(promise != null && promise.department() != null
                ? departments.coded(promise.department()).orElse(null)
                : promising && candidate.decidedBy() == null ? departments.answering() : null);
        from.setValue(promise == null ? "" : Integer.toString(promise.from()));
        to.setValue(promise == null || promise.to() == null ? "" : Integer.toString(promise.to()));
    }

    private void lay() {
        kind.setVisible(!promising);
        period.setVisible(!promising);
        promiseKind.setVisible(promising);
        from.setVisible(promising);
        to.setVisible(promising);
        department.setVisible(promising);
    }

    private static <T> List<T> with(T own, List<T> others) {
        return Stream.concat(Stream.of(own), others.stream()).distinct().sorted(
                Comparator.comparingInt(t -> others.indexOf(t))).toList();
    }

    private List<String> units() {
        return catalogue.get().units().stream().filter(u -> u.code().equals(u.base())).map(Unit::code).sorted().toList();
    }

    private Set<Period> periods(ReviewCandidate candidate) {
        var periods = new LinkedHashSet<Period>();
        periods.add(candidate.terms().period());
        Optional.ofNullable(candidate.suggestion()).ifPresent(periods::add);
        if (document != null) {
            periods.add(new Period.Year(document.getYear()));
            periods.add(new Period.Year(document.getYear() - 1));
            periods.add(new Period.AsOf(document));
        }
        periods.add(new Period.Unknown());
        return periods;
    }

    private Set<Indicator> indicators(List<IndicatorGuess> guesses) {
        var all = new LinkedHashSet<Indicator>();
        guesses.forEach(guess -> catalogue.get().find(guess.code()).ifPresent(all::add));
        all.addAll(catalogue.get().indicators());
        return all;
    }

    private void readPeriod(String text) {
        WrittenPeriod.read(text, document).ifPresentOrElse(period::setValue, () -> {
            period.setValue(null);
            refuse(new RuleViolation("review.terms.period.unreadable", text));
        });
    }

    /** Whether it is shown as a promise. */
    boolean isPromising() {
        return promising;
    }

    /** Turns a statement into a promise, with what its words suggest, or back. */
    void promise(boolean wanted) {
        promising = wanted;
        var candidate = shown;
        if (wanted && promiseKind.isEmpty() && candidate != null) {
            var terms = candidate.terms();
            filling = true;
            promiseKind.setValue(kindOf(terms));
            var start = terms.period().start();
            var end = terms.period().end();
            var year = start != null ? start : document;
            from.setValue(year == null ? "" : Integer.toString(year.getYear()));
            to.setValue(end == null ? "" : Integer.toString(end.getYear()));
            department.setValue(departments.answering());
            filling = false;
        }
        lay();
        changed.run();
    }

    private static CommitmentKind kindOf(Terms terms) {
        return terms.qualifier() == Qualifier.AT_MOST ? CommitmentKind.CEILING
                : terms.kind() == FigureKind.GROWTH ? CommitmentKind.GROWTH_ABOUT
                : terms.period() instanceof Period.Since ? CommitmentKind.FLOOR_PER_PERIOD
                : CommitmentKind.LEVEL_BY;
    }

    /** Takes an indicator that was just added to the catalogue. */
    void choose(Indicator added) {
        var all = new LinkedHashSet<Indicator>(List.of(added));
        all.addAll(catalogue.get().indicators());
        indicator.setItems(all);
        indicator.setValue(added);
    }

    void focusFirst() {
        value.focus();
    }

    /** Whether a person has changed something that is not kept yet. */
    boolean isDirty() {
        return shown != null && !filled.equals(written());
    }

    /** What its fields say, for {@link #write}. */
    List<Object> written() {
        return Stream.concat(Stream.of(promising), fields().stream().map(field -> Optional.ofNullable(field.getValue())))
                .map(Object.class::cast).toList();
    }

    /** Puts what was written on another form into this one's fields, as if it had been written here. */
    void write(List<Object> written) {
        filling = true;
        promising = (Boolean) written.getFirst();
        var fields = fields();
        for (var i = 0; i < fields.size(); i++) {
            put(fields.get(i), (Optional<?>) written.get(i + 1));
        }
        filling = false;
        lay();
    }

    @SuppressWarnings("unchecked")
    private static <V> void put(HasValue<?, V> field, Optional<?> written) {
        field.setValue((V) written.orElse(null));
    }

    /** What a person has changed, field by field, in words. */
    List<String> changes() {
        var fields = fields();
        var now = written();
        return IntStream.range(0, fields.size()).filter(i -> !now.get(i + 1).equals(filled.get(i + 1)))
                .mapToObj(i -> getTranslation("desk.change", label(fields.get(i)), words(fields.get(i)))).toList();
    }

    private static String label(HasValue<?, ?> field) {
        return ((Component) field).getElement().getProperty("label", "");
    }

    private static String words(HasValue<?, ?> field) {
        return field.isEmpty() ? "—" : switch (field) {
            case ComboBox<?> box -> words(box);
            case Select<?> select -> words(select);
            default -> field.getValue().toString();
        };
    }

    private static <T> String words(ComboBox<T> box) {
        return box.getItemLabelGenerator().apply(box.getValue());
    }

    private static <T> String words(Select<T> select) {
        return select.getItemLabelGenerator().apply(select.getValue());
    }

    /**
     * Adds the department that a person has named to the catalogue, where it is new.
     *
     * @throws RuleViolation if it can't be added
     */
    void settle() {
        var named = department.getValue();
        if (promising && named != null && !named.isKept()) {
            var kept = departments.keep(named);
            filling = true;
            department.setItems(departments.all());
            department.setValue(kept);
            filling = false;
        }
    }

    /**
     * What the fields say.
     *
     * @throws RuleViolation if one of them can't be read
     */
    Terms terms() {
        var base = shown.terms();
        var written = NUMBERS.matcher(plain(value.getValue()));
        if (!written.matches()) {
            throw new RuleViolation("review.terms.value.unreadable", value.getValue());
        }
        var chosen = indicator.getValue();
        var place = region.getValue();
        return new Terms(number(written.group(1)), written.group(2) == null ? null : number(written.group(2)),
                Optional.ofNullable(multiplier.getValue()).orElse(""), unitName(), qualifier.getValue(), periodOr(base),
                promising ? FigureKind.COMMITMENT : kind.getValue(), base.subject(),
                chosen == null ? null : chosen.code(), place == null ? base.region() : place.code(),
                promising ? promise() : null);
    }

    private String unitName() {
        var name = unit.getValue();
        if (name == null || name.isBlank()) {
            throw new RuleViolation("review.terms.unit.missing");
        }
        return name;
    }

    private Period periodOr(Terms base) {
        if (period.getValue() != null) {
            return period.getValue();
        }
        if (promising) {
            return base.period();
        }
        throw new RuleViolation("review.terms.period.missing");
    }

    private Promise promise() {
        if (from.getValue().isBlank()) {
            throw new RuleViolation("review.terms.promise.from.missing");
        }
        var last = to.getValue().isBlank() ? null : year(to.getValue(), "review.terms.promise.to.unreadable");
        var named = department.getValue();
        return new Promise(promiseKind.getValue(), year(from.getValue(), "review.terms.promise.from.unreadable"), last,
                named == null || !named.isKept() ? null : named.code());
    }

    private static int year(String text, String refusal) {
        var year = plain(text);
        if (!year.matches("(19|20)\\d\\d")) {
            throw new RuleViolation(refusal, text);
        }
        return Integer.parseInt(year);
    }

    private static BigDecimal number(String digits) {
        return new BigDecimal(digits.replace('−', '-'));
    }

    /** Full-width digits and points as plain ones, and no marks between thousands. */
    private static String plain(String text) {
        var plain = new StringBuilder();
        text.strip().chars().map(c -> c >= '０' && c <= '９' ? c - '０' + '0' : c == '．' ? '.' : c)
                .filter(c -> c != ',' && c != '，').forEach(c -> plain.append((char) c));
        return plain.toString();
    }

    /** The number or the two numbers of a range, as a person writes them. */
    static String numbers(BigDecimal value, @Nullable BigDecimal high) {
        return value.toPlainString() + (high == null ? "" : DASHES.charAt(0) + high.toPlainString());
    }

    /** Shows the interval that the terms make, and at its field what would keep them from being accepted. */
    void preview(Preview preview) {
        var figure = preview.figure();
        interval.setValue(figure == null ? "—" : FigureWriter.interval(figure.interval(), phrases.locale()));
        interval.setLabel(figure == null ? getTranslation("desk.field.interval")
                : getTranslation("desk.field.interval.in", FigureWriter.unit(figure.unit(), phrases.locale())));
        clear();
        mark(preview.departures());
    }

    /** Says at each field that departs from the words what these were read as. */
    private void mark(Set<AsRead.Part> departures) {
        Stream.<AbstractField<?, ?>>of(value, unit, qualifier, period, to).filter(field -> field.hasClassName(DIFFERS))
                .forEach(field -> {
                    ((HasHelper) field).setHelperText(null);
                    field.removeClassName(DIFFERS);
                });
        departures.forEach(part -> {
            var field = fieldOf(part);
            ((HasHelper) field).setHelperText(getTranslation("desk.differs.read", readAs(part)));
            field.addClassName(DIFFERS);
        });
    }

    private AbstractField<?, ?> fieldOf(AsRead.Part part) {
        return switch (part) {
            case VALUE -> value;
            case UNIT -> unit;
            case QUALIFIER -> qualifier;
            case PERIOD -> promising ? to : period;
        };
    }

    private String readAs(AsRead.Part part) {
        var read = shown.read();
        return switch (part) {
            case VALUE -> numbers(read.value(), read.valueHi()) + read.multiplier();
            case UNIT -> read.unit();
            case QUALIFIER -> getTranslation("desk.qualifier." + read.qualifier());
            case PERIOD -> read.period().label(phrases.locale());
        };
    }

    /**
     * Says at its field what keeps the terms from being accepted.
     *
     * @return whether there is a field for it
     */
    boolean refuse(RuleViolation refusal) {
        fields().stream().map(HasValidationProperties.class::cast).forEach(field -> field.setInvalid(false));
        var field = fieldOf(refusal.key());
        field.ifPresent(it -> {
            it.setErrorMessage(getTranslation(refusal.key(), refusal.arguments()));
            it.setInvalid(true);
        });
        return field.isPresent();
    }

    /** Puts the cursor into the field that a refusal is about, if there is one. */
    void focus(RuleViolation refusal) {
        fieldOf(refusal.key()).ifPresent(field -> {
            if (field instanceof Focusable<?> focusable) {
                focusable.focus();
            }
        });
    }

    private Optional<HasValidationProperties> fieldOf(String key) {
        return key.startsWith("review.terms.period") ? Optional.of(promising ? from : period)
                : key.startsWith("review.terms.unit") ? Optional.of(unit)
                : key.startsWith("review.terms.indicator") ? Optional.of(indicator)
                : key.startsWith("review.terms.value") ? Optional.of(value)
                : key.startsWith("review.terms.region") ? Optional.of(region)
                : key.startsWith("review.terms.kind") ? Optional.of(promising ? promiseKind : kind)
                : key.startsWith("review.terms.promise.from") ? Optional.of(from)
                : key.startsWith("review.terms.promise") ? Optional.of(to.isEmpty() ? from : to)
                : key.startsWith("department.") ? Optional.of(department)
                : Optional.empty();
    }

    private void clear() {
        mark(Set.of());
        fields().stream().map(HasValidationProperties.class::cast).forEach(field -> field.setInvalid(false));
    }
}
