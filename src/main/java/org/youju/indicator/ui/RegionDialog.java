package org.youju.indicator.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.youju.indicator.Region;
import org.youju.indicator.keep.Kept;
import org.youju.indicator.keep.RegionKeeper;

/** A region. */
final class RegionDialog extends EntryDialog<Region> {

    private final TextField nameZh = new TextField();
    private final TextField nameEn = new TextField();
    private final Select<Optional<Region>> parent = new Select<>();

    RegionDialog(RegionKeeper keeper, @Nullable Kept<Region> opened, String title, Runnable kept) {
        super(title, keeper, kept, "catalogue.code.region", "catalogue.code.taken");
        field(nameZh, "catalogue.name-zh", "catalogue.name.zh");
        field(nameEn, "catalogue.name-en", "catalogue.name.en");
        field(parent, "catalogue.part-of", "catalogue.parent");
        parent.setItems(Stream.concat(Stream.of(Optional.<Region>empty()),
                keeper.all().stream().map(it -> Optional.of(it.entry()))).toList());
        parent.setItemLabelGenerator(it -> it.map(region -> region.name(getLocale()))
                .orElse(getTranslation("catalogue.part-of.none")));
        parent.setValue(Optional.empty());
        open(opened);
    }

    @Override
    protected void show(Region region) {
        code.setValue(region.code());
        nameZh.setValue(region.nameZh());
        nameEn.setValue(region.nameEn());
        parent.setValue(parent.getListDataView().getItems().filter(it -> it.map(Region::code).orElse("")
                .equals(region.parent() == null ? "" : region.parent())).findFirst().orElse(Optional.empty()));
    }

    @Override
    protected Region entry() {
        return new Region(code.getValue().strip(), nameZh.getValue().strip(), nameEn.getValue().strip(),
                parent.getOptionalValue().flatMap(it -> it).map(Region::code).orElse(null));
    }

    @Override
    protected Map<String, String> told(Kept<Region> value) {
        var region = value.entry();
        return parts(nameZh.getLabel(), region.nameZh(), nameEn.getLabel(), region.nameEn(), parent.getLabel(),
                region.parent() == null ? getTranslation("catalogue.part-of.none") : region.parent());
    }
}
