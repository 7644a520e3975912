package org.youju.indicator.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.indicator.Department;
import org.youju.indicator.keep.DepartmentKeeper;
import org.youju.indicator.keep.Kept;

/** A department. */
final class DepartmentDialog extends EntryDialog<Department> {

    private final TextField nameZh = new TextField();
    private final TextField nameEn = new TextField();

    DepartmentDialog(DepartmentKeeper keeper, @Nullable Kept<Department> opened, String title, Runnable kept) {
        super(title, keeper, kept, "catalogue.code", "catalogue.code.taken");
        field(nameZh, "catalogue.name-zh", "catalogue.name.zh");
        field(nameEn, "catalogue.name-en", "catalogue.name.en");
        open(opened);
    }

    @Override
    protected void show(Department department) {
        code.setValue(department.code());
        nameZh.setValue(department.nameZh());
        nameEn.setValue(department.nameEn());
    }

    @Override
    protected Department entry() {
        return new Department(code.getValue().strip(), nameZh.getValue().strip(), nameEn.getValue().strip());
    }

    @Override
    protected Map<String, String> told(Kept<Department> value) {
        return parts(nameZh.getLabel(), value.entry().nameZh(), nameEn.getLabel(), value.entry().nameEn());
    }
}
