package org.youju.indicator.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.base.ui.control.KeptTable;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Definition;
import org.youju.indicator.Indicator;
import org.youju.indicator.keep.DefinitionKeeper;
import org.youju.indicator.keep.Kept;
import org.youju.security.Access;
import org.youju.security.Permission;

/** The versions of an indicator's definition (口径), by region. */
final class DefinitionsDialog extends Dialog {

    private final DefinitionKeeper keeper;
    private final Indicator indicator;
    private final Catalogue catalogue;
    private final Access access;
    private final Div list = new Div();

    DefinitionsDialog(DefinitionKeeper keeper, Indicator indicator, Catalogue catalogue, Access access) {
        this.keeper = keeper;
        this.indicator = indicator;
        this.catalogue = catalogue;
        this.access = access;
        addClassNames("yj-dialog", "yj-form-dialog");
        setHeaderTitle(getTranslation("catalogue.definitions.of", indicator.name(getLocale())));
        add(list);
        if (access.may(Permission.EDIT_DRAFTS)) {
            var add = new Button(getTranslation("catalogue.definition.add"), click -> edit(null));
            add.addClassName("yj-primary");
            getFooter().add(add);
        }
        var close = new Button(getTranslation("catalogue.close"), click -> close());
        close.addClassName("yj-button");
        getFooter().add(close);
        show();
    }

    private void show() {
        list.removeAll();
        var versions = keeper.of(indicator.code());
        if (versions.isEmpty()) {
            var none = new Div(getTranslation("catalogue.definition.none"));
            none.addClassName("yj-empty");
            list.add(none);
            return;
        }
        var table = new KeptTable("catalogue.definitions", List.of("catalogue.definition.version",
                "catalogue.definition.words", "catalogue.definition.comparable", "catalogue.verbs"));
        versions.forEach(kept -> row(table, kept));
        list.add(table);
    }

    private void row(KeptTable table, Kept<Definition> kept) {
        var of = kept.entry();
        var where = of.region() == null ? getTranslation("catalogue.definition.region.all")
                : catalogue.region(of.region()).name(getLocale());
        var name = getTranslation(of.validFrom() == null ? "catalogue.definition.first" : "catalogue.definition.nth",
                where, of.number(), of.validFrom() == null ? "" : of.validFrom().toString());
        var words = new Div();
        Stream.of(of.body(), of.scope(), of.method(), of.reason()).filter(it -> it != null)
                .forEach(it -> words.add(new Div(it)));
        Component verbs = mine(of) ? KeptTable.verbs(table.verb("catalogue.edit", name, () -> edit(kept))) : new Span();
        table.row(new Span(name), words, of.comparable()
                ? new StateBadge(Tone.OK, Glyph.MET, getTranslation("catalogue.definition.comparable.true"))
                : new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("catalogue.definition.comparable.false")),
                verbs);
    }

    private boolean mine(Definition of) {
        return access.may(Permission.EDIT_DRAFTS)
                && access.current().scope().covers(of.region(), indicator.department());
    }

    private void edit(@Nullable Kept<Definition> opened) {
        new DefinitionDialog(keeper, indicator, catalogue, opened, access.current().scope().regions(),
                getTranslation(opened == null ? "catalogue.definition.add" : "catalogue.definition.edit"),
                this::show).open();
    }
}
