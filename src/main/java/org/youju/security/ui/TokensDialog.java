package org.youju.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.youju.base.RuleViolation;
import org.youju.security.account.Account;
import org.youju.security.account.ApiTokens;

/** The API tokens of an account: which there are, a new one, and an end to one. */
class TokensDialog extends Dialog {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final ApiTokens tokens;
    private final Account account;
    private final TextField name = new TextField();
    private final Select<ApiTokens.Life> life = new Select<>();
    private final Div list = new Div();

    TokensDialog(ApiTokens tokens, Account account) {
        this.tokens = tokens;
        this.account = account;
        addClassNames("yj-dialog", "yj-tokens-dialog");
        setHeaderTitle(getTranslation("security.tokens.title", account.username()));
        var words = getTranslation("security.tokens.words", getTranslation(account.role().key()));
        list.addClassNames("yj-accounts", "yj-table-scroll");
        list.getElement().setAttribute("tabindex", "0");
        list.getElement().setAttribute("role", "region");
        list.getElement().setAttribute("aria-label", getTranslation("security.tokens.title", account.username()));
        add(new Paragraph(words), list, form());
        var close = new Button(getTranslation("security.tokens.close"), click -> close());
        close.addClassName("yj-button");
        getFooter().add(close);
        show();
    }

    private Component form() {
        name.setLabel(getTranslation("security.tokens.name"));
        name.setHelperText(getTranslation("security.tokens.name.help"));
        name.setManualValidation(true);
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        life.setLabel(getTranslation("security.tokens.life"));
        life.setItems(ApiTokens.Life.values());
        life.setItemLabelGenerator(it -> getTranslation("security.tokens.days", it.days()));
        life.setValue(ApiTokens.Life.QUARTER);
        var issue = new Button(getTranslation("security.tokens.issue"), click -> issue());
        issue.addClassName("yj-primary");
        var form = new Div(name, life, issue);
        form.addClassName("yj-entry-form");
        return form;
    }

    private void issue() {
        name.setInvalid(false);
        try {
            var issued = tokens.issue(account, name.getValue(), life.getValue());
            name.clear();
            show();
            new ShownOnceDialog(getTranslation("security.tokens.shown", issued.token().name()),
                    getTranslation("security.tokens.shown.words"), issued.secret()).open();
        } catch (RuleViolation violation) {
            name.setErrorMessage(getTranslation(violation.key(), violation.arguments()));
            name.setInvalid(true);
            name.focus();
        }
    }

    private void show() {
        list.removeAll();
        var all = tokens.list(account);
        if (all.isEmpty()) {
            list.add(new Paragraph(getTranslation("security.tokens.none")));
            return;
        }
        var table = new NativeTable();
        table.addClassName("yj-table");
        var head = table.getHead().addRow();
        for (var key : List.of("security.tokens.name", "security.tokens.created", "security.tokens.expires",
                "security.state", "security.accounts.actions")) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        all.forEach(token -> table.getBody().add(row(token)));
        list.add(table);
    }

    private NativeTableRow row(ApiTokens.Token token) {
        var heading = new NativeTableHeaderCell(token.name());
        heading.getElement().setAttribute("scope", "row");
        var expires = token.expiresAt();
        var row = new NativeTableRow();
        row.add(heading, cell("security.tokens.created", day(token.createdAt())),
                cell("security.tokens.expires",
                        expires == null ? getTranslation("security.tokens.endless") : day(expires)),
                cell("security.state", getTranslation(state(token))));
        var actions = cell("security.accounts.actions", "");
        if (tokens.opens(token)) {
            actions.add(revocation(token));
        }
        row.add(actions);
        return row;
    }

    private NativeTableCell cell(String labelKey, String text) {
        var cell = new NativeTableCell(text);
        cell.getElement().setAttribute("data-label", getTranslation(labelKey));
        return cell;
    }

    private String state(ApiTokens.Token token) {
        if (token.revokedAt() != null) {
            return "security.tokens.state.revoked";
        }
        return tokens.opens(token) ? "security.tokens.state.open" : "security.tokens.state.expired";
    }

    private Button revocation(ApiTokens.Token token) {
        var button = new Button(getTranslation("security.tokens.revoke"), click -> {
            tokens.revoke(token);
            show();
        });
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation("security.accounts.verb-of", getTranslation("security.tokens.revoke"),
                token.name()));
        return button;
    }

    private static String day(Instant moment) {
        return LocalDate.ofInstant(moment, SHANGHAI).toString();
    }
}
