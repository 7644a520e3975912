package org.youju.security.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.youju.base.Faults;
import org.youju.base.RuleViolation;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.Account;
import org.youju.security.account.AccountData;
import org.youju.security.account.Accounts;
import org.youju.security.account.Place;

/** Name, role and scope of an account, new or not. What is wrong is said at the field it concerns. */
class AccountDialog extends Dialog {

    private final TextField username = new TextField();
    private final TextField displayName = new TextField();
    private final Select<Role> role = new Select<>();
    private final MultiSelectComboBox<Place> regions = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<Place> departments = new MultiSelectComboBox<>();
    private final Paragraph notice = new Paragraph();
    private final Consumer<AccountData> save;

    /** For a new account. */
    AccountDialog(Accounts accounts, Consumer<AccountData> save) {
        this.save = save;
        addClassName("yj-dialog");
        setHeaderTitle(getTranslation("security.accounts.add"));
        username.setLabel(getTranslation("security.username"));
        username.setHelperText(getTranslation("security.username.help"));
        username.setAutofocus(true);
        displayName.setLabel(getTranslation("security.display-name"));
        role.setLabel(getTranslation("security.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(it -> getTranslation(it.key()) + " · " + getTranslation(it.dutyKey()));
        role.setValue(Role.VIEWER);
        fill(regions, "security.scope.regions", accounts.regions());
        fill(departments, "security.scope.departments", accounts.departments());
        for (var field : List.of(username, displayName)) {
            field.setManualValidation(true);
            field.setRequiredIndicatorVisible(true);
        }
        role.setManualValidation(true);
        notice.addClassName("yj-entry-notice");
        notice.getElement().setAttribute("role", "alert");
        notice.setVisible(false);
        var form = new Div(notice, username, displayName, role, regions, departments);
        form.addClassName("yj-entry-form");
        add(form);
        var keep = new Button(getTranslation("security.accounts.save"), click -> save());
        keep.addClassName("yj-primary");
        keep.addClickShortcut(Key.ENTER).listenOn(form);
        var cancel = new Button(getTranslation("base.cancel"), click -> close());
        cancel.addClassName("yj-button");
        getFooter().add(cancel, keep);
    }

    /** For an account that is there. */
    AccountDialog(Accounts accounts, Account account, Consumer<AccountData> save) {
        this(accounts, save);
        setHeaderTitle(getTranslation("security.accounts.verb-of", getTranslation("security.accounts.edit"),
                account.username()));
        username.setValue(account.username());
        username.setReadOnly(true);
        username.setHelperText(getTranslation("security.username.fixed"));
        displayName.setValue(account.displayName());
        displayName.setAutofocus(true);
        role.setValue(account.role());
        choose(regions, accounts.regions(), account.scope().regions());
        choose(departments, accounts.departments(), account.scope().departments());
    }

    private void fill(MultiSelectComboBox<Place> box, String labelKey, List<Place> places) {
        box.setLabel(getTranslation(labelKey));
        box.setHelperText(getTranslation("security.scope.help"));
        box.setItems(places);
        box.setItemLabelGenerator(place -> place.label(getLocale()));
        box.setClearButtonVisible(true);
    }

    private static void choose(MultiSelectComboBox<Place> box, List<Place> places, Set<String> codes) {
        box.setValue(places.stream().filter(place -> codes.contains(place.code())).collect(Collectors.toSet()));
    }

    private static Set<String> codes(Collection<Place> places) {
        return places.stream().map(Place::code).collect(Collectors.toSet());
    }

    private void save() {
        username.setInvalid(false);
        displayName.setInvalid(false);
        role.setInvalid(false);
        notice.setVisible(false);
        try {
            var scope = new Scope(codes(regions.getValue()), codes(departments.getValue()));
            save.accept(new AccountData(username.getValue(), displayName.getValue(), role.getValue(), scope));
            close();
        } catch (RuleViolation violation) {
            Faults.of(violation).reversed().forEach(this::complainAtField);
        }
    }

    private void complainAtField(RuleViolation violation) {
        var sentence = getTranslation(violation.key(), violation.arguments());
        switch (violation.key()) {
            case "security.rule.username", "security.rule.username.taken", "security.rule.username.reserved" -> {
                username.setErrorMessage(sentence);
                username.setInvalid(true);
                username.focus();
            }
            case "security.rule.display-name" -> {
                displayName.setErrorMessage(sentence);
                displayName.setInvalid(true);
                displayName.focus();
            }
            case "security.rule.last-admin" -> {
                role.setErrorMessage(sentence);
                role.setInvalid(true);
            }
            default -> {
                notice.setText(sentence);
                notice.setVisible(true);
            }
        }
    }
}
