package org.youju.indicator.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.base.ui.control.FormDialog;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.indicator.keep.DefinitionKeeper;
import org.youju.indicator.keep.Kept;

/** A version of an indicator's definition, new or not. */
final class DefinitionDialog extends FormDialog<Kept<Definition>> {

    private final DefinitionKeeper keeper;
    private final Indicator indicator;
    private final Catalogue catalogue;
    private final Select<Optional<Region>> region = new Select<>();
    private final TextField from = new TextField();
    private final TextArea body = new TextArea();
    private final TextArea scopeText = new TextArea();
    private final TextArea method = new TextArea();
    private final Select<PriceBasis> priceBasis = new Select<>();
    private final Select<Boolean> comparable = new Select<>();
    private final TextField reason = new TextField();
    private @Nullable Kept<Definition> opened;

    /** @param scope codes of the regions that whoever fills it answers for, empty for all */
    DefinitionDialog(DefinitionKeeper keeper, Indicator indicator, Catalogue catalogue,
            @Nullable Kept<Definition> opened, Set<String> scope, String title, Runnable kept) {
        super(title, kept);
        this.keeper = keeper;
        this.indicator = indicator;
        this.catalogue = catalogue;
        field(region, "catalogue.definition.region");
        region.setItems(Stream.concat(scope.isEmpty() || opened != null ? Stream.of(Optional.<Region>empty())
                : Stream.empty(), catalogue.regions().stream()
                        .filter(it -> scope.isEmpty() || scope.contains(it.code())).map(Optional::of)).toList());
        region.setItemLabelGenerator(it -> it.map(of -> of.name(getLocale()))
                .orElse(getTranslation("catalogue.definition.region.all")));
        field(from, "catalogue.definition.since", "catalogue.definition.year", "catalogue.definition.from",
                "catalogue.definition.late", "catalogue.definition.early");
        from.setHelperText(getTranslation("catalogue.definition.since.help"));
        field(body, "catalogue.definition.body");
        field(scopeText, "catalogue.definition.scope");
        field(method, "catalogue.definition.method");
        field(priceBasis, "catalogue.price-basis");
        priceBasis.setItems(PriceBasis.values());
        priceBasis.setItemLabelGenerator(it -> getTranslation("catalogue.price-basis." + it));
        field(comparable, "catalogue.definition.comparable");
        comparable.setItems(true, false);
        comparable.setItemLabelGenerator(it -> getTranslation("catalogue.definition.comparable." + it));
        field(reason, "catalogue.definition.why", "catalogue.definition.reason", "catalogue.definition.reason.long");
        if (opened == null) {
            region.setValue(region.getListDataView().getItems().findFirst().orElse(Optional.empty()));
            priceBasis.setValue(indicator.priceBasis());
            comparable.setValue(true);
        } else {
            fill(opened);
        }
    }

    @Override
    protected void fill(Kept<Definition> stored) {
        opened = stored;
        var of = stored.entry();
        region.setValue(of.region() == null ? Optional.empty() : Optional.of(catalogue.region(of.region())));
        region.setReadOnly(true);
        from.setValue(of.validFrom() == null ? "" : Integer.toString(of.validFrom()));
        body.setValue(text(of.body()));
        scopeText.setValue(text(of.scope()));
        method.setValue(text(of.method()));
        priceBasis.setValue(of.priceBasis());
        comparable.setValue(of.comparable());
        reason.setValue(text(of.reason()));
    }

    @Override
    protected Kept<Definition> typed() {
        var year = from.getValue().strip();
        if (!year.matches("\\d{0,4}")) {
            throw new RuleViolation("catalogue.definition.year", "1900", "2100");
        }
        var before = opened;
        return new Kept<>(new Definition(indicator.code(),
                region.getOptionalValue().flatMap(it -> it).map(Region::code).orElse(null),
                before == null ? 0 : before.entry().number(), year.isEmpty() ? null : Integer.valueOf(year),
                written(body.getValue()), written(scopeText.getValue()), written(method.getValue()),
                priceBasis.getValue(), comparable.getValue(), written(reason.getValue())),
                before == null ? 0 : before.version());
    }

    private static @Nullable String written(String text) {
        return text.isBlank() ? null : text.strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    protected void keep(Kept<Definition> typed) {
        if (opened == null) {
            keeper.add(typed.entry());
        } else {
            keeper.change(typed);
        }
    }

    @Override
    protected Kept<Definition> stored() {
        return keeper.one(typed().entry());
    }

    @Override
    protected Kept<Definition> over(Kept<Definition> typed, Kept<Definition> stored) {
        return new Kept<>(typed.entry(), stored.version());
    }

    @Override
    protected Map<String, String> told(Kept<Definition> value) {
        var of = value.entry();
        return parts(from.getLabel(), of.validFrom() == null ? "" : of.validFrom().toString(), body.getLabel(),
                text(of.body()), scopeText.getLabel(), text(of.scope()), method.getLabel(), text(of.method()),
                priceBasis.getLabel(), getTranslation("catalogue.price-basis." + of.priceBasis()),
                comparable.getLabel(), getTranslation("catalogue.definition.comparable." + of.comparable()),
                reason.getLabel(), text(of.reason()));
    }
}
