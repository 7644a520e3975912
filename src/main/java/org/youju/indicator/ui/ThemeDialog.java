package org.youju.indicator.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.base.RuleViolation;
import org.youju.indicator.Theme;
import org.youju.indicator.keep.Kept;
import org.youju.indicator.keep.ThemeEntry;
import org.youju.indicator.keep.ThemeKeeper;

/** A theme. */
final class ThemeDialog extends EntryDialog<ThemeEntry> {

    private static final int HIGHEST = 9999;

    private final TextField nameZh = new TextField();
    private final TextField nameEn = new TextField();
    private final TextField order = new TextField();
    private final Select<Optional<Theme>> parent = new Select<>();

    ThemeDialog(ThemeKeeper keeper, @Nullable Kept<ThemeEntry> opened, String title, Runnable kept) {
        super(title, keeper, kept, "catalogue.code", "catalogue.code.taken");
        field(nameZh, "catalogue.name-zh", "catalogue.name.zh");
        field(nameEn, "catalogue.name-en", "catalogue.name.en");
        field(order, "catalogue.order", "catalogue.order.number");
        field(parent, "catalogue.part-of", "catalogue.parent");
        parent.setItems(Stream.concat(Stream.of(Optional.<Theme>empty()),
                keeper.all().stream().map(it -> Optional.of(it.entry().theme()))).toList());
        parent.setItemLabelGenerator(it -> it.map(theme -> theme.name(getLocale()))
                .orElse(getTranslation("catalogue.part-of.none")));
        parent.setValue(Optional.empty());
        order.setValue("99");
        open(opened);
    }

    @Override
    protected void show(ThemeEntry entry) {
        code.setValue(entry.theme().code());
        nameZh.setValue(entry.theme().nameZh());
        nameEn.setValue(entry.theme().nameEn());
        order.setValue(Integer.toString(entry.theme().order()));
        parent.setValue(parent.getListDataView().getItems().filter(it -> it.map(Theme::code).orElse("")
                .equals(entry.parent() == null ? "" : entry.parent())).findFirst().orElse(Optional.empty()));
    }

    @Override
    protected ThemeEntry entry() {
        var place = order.getValue().strip();
        if (!place.matches("\\d{1,4}")) {
            throw new RuleViolation("catalogue.order.number", HIGHEST);
        }
        return new ThemeEntry(new Theme(code.getValue().strip(), nameZh.getValue().strip(), nameEn.getValue().strip(),
                Integer.parseInt(place)), parent.getOptionalValue().flatMap(it -> it).map(Theme::code).orElse(null));
    }

    @Override
    protected Map<String, String> told(Kept<ThemeEntry> value) {
        var theme = value.entry().theme();
        return parts(nameZh.getLabel(), theme.nameZh(), nameEn.getLabel(), theme.nameEn(), order.getLabel(),
                Integer.toString(theme.order()), parent.getLabel(),
                value.entry().parent() == null ? getTranslation("catalogue.part-of.none") : value.entry().parent());
    }
}
