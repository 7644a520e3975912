package org.youju.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Glyph;
import org.youju.base.ui.PageHeader;
import org.youju.base.ui.Routes;
import org.youju.base.ui.card.StateBadge;
import org.youju.base.ui.card.StateBadge.Tone;
import org.youju.security.Role;
import org.youju.security.account.Account;
import org.youju.security.account.Accounts;
import org.youju.security.account.ApiTokens;
import org.youju.security.account.Place;

/** The accounts: who may log in, as what and for which regions and departments. */
@Route(Routes.ACCOUNTS)
@Menu(title = "security.accounts.menu", icon = "ACCOUNTS", order = 90)
@RolesAllowed(Role.Names.ADMIN)
class AccountsView extends Div implements PageHeader.Owner, HasDynamicTitle, AfterNavigationObserver {

    private static final int SHOWN_MILLISECONDS = 6_000;

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final PageHeader header;
    private final Div list = new Div();
    private Map<String, String> places = Map.of();

    AccountsView(Accounts accounts, ApiTokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
        addClassName("yj-page");
        var add = new Button(getTranslation("security.accounts.add"), click -> add());
        add.addClassName("yj-primary");
        header = new PageHeader(getTranslation("security.accounts.title")).controls(add);
        list.addClassNames("yj-card", "yj-accounts");
        add(list);
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.accounts.title") + " · " + getTranslation("base.wordmark");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        places = Stream.concat(accounts.regions().stream(), accounts.departments().stream())
                .collect(Collectors.toMap(Place::code, place -> place.label(getLocale()), (one, other) -> one));
        var all = accounts.list();
        header.note(getTranslation("security.accounts.count", all.size()));
        var table = new NativeTable();
        table.addClassName("yj-table");
        table.setCaptionText(getTranslation("security.accounts.caption"));
        var head = table.getHead().addRow();
        for (var key : new String[] {"security.username", "security.role", "security.scope", "security.state",
            "security.accounts.actions"}) {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        all.forEach(account -> table.getBody().add(row(account)));
        list.removeAll();
        list.add(table);
    }

    private NativeTableRow row(Account account) {
        var display = new Span(account.displayName());
        display.addClassName("yj-account-display");
        var name = new NativeTableHeaderCell(new Span(account.username()), display);
        name.getElement().setAttribute("scope", "row");
        var row = new NativeTableRow();
        row.add(name, cell("security.role", new Span(getTranslation(account.role().key()))),
                cell("security.scope", new Span(scope(account))),
                cell("security.state", states(account)),
                cell("security.accounts.actions", verbs(account)));
        return row;
    }

    private NativeTableCell cell(String labelKey, Component content) {
        var cell = new NativeTableCell(content);
        cell.getElement().setAttribute("data-label", getTranslation(labelKey));
        return cell;
    }

    private String scope(Account account) {
        return names(account.scope().regions(), "security.scope.all-regions") + " · "
                + names(account.scope().departments(), "security.scope.all-departments");
    }

    private String names(Collection<String> codes, String allKey) {
        return codes.isEmpty() ? getTranslation(allKey) : codes.stream().sorted()
                .map(code -> places.getOrDefault(code, code))
                .collect(Collectors.joining(getTranslation("security.scope.comma")));
    }

    private Component states(Account account) {
        var states = new Div();
        states.addClassName("yj-account-states");
        if (!account.enabled()) {
            states.add(new StateBadge(Tone.NONE, Glyph.REJECTED, getTranslation("security.state.disabled")).tinted());
        } else if (account.locked()) {
            states.add(new StateBadge(Tone.WARN, Glyph.BEHIND, getTranslation("security.state.locked")).tinted());
        } else {
            states.add(new StateBadge(Tone.OK, Glyph.MET, getTranslation("security.state.open")).tinted());
        }
        accounts.waiting(account).ifPresent(wait -> states.add(new StateBadge(Tone.WARN, Glyph.CLOCK,
                getTranslation("security.state.waiting", Math.max(1, wait.toMinutes()))).tinted()));
        if (account.mustChangePassword()) {
            states.add(new StateBadge(Tone.INFO, Glyph.INFORMATION,
                    getTranslation("security.state.must-change")).tinted());
        }
        if (account.sample()) {
            states.add(new StateBadge(Tone.INFO, Glyph.INFORMATION, getTranslation("security.state.sample")).tinted());
        }
        return states;
    }

    private Component verbs(Account account) {
        var verbs = new Div(verb("security.accounts.edit", account, () -> edit(account)));
        verbs.addClassName("yj-account-verbs");
        var waits = accounts.waiting(account).isPresent();
        verbs.add(account.locked() || waits
                ? verb("security.accounts.unlock", account, () -> change(account, accounts::unlock))
                : verb("security.accounts.lock", account, () -> change(account, accounts::lock)));
        verbs.add(account.enabled()
                ? verb("security.accounts.disable", account, () -> confirm("security.accounts.disable",
                        "security.accounts.disable.confirm", account, () -> change(account, accounts::disable)))
                : verb("security.accounts.enable", account, () -> change(account, accounts::enable)));
        verbs.add(verb("security.accounts.reset", account, () -> confirm("security.accounts.reset",
                "security.accounts.reset.confirm", account,
                () -> attempt(() -> showOnce(accounts.reset(account))))));
        verbs.add(verb("security.tokens.verb", account, () -> new TokensDialog(tokens, account).open()));
        return verbs;
    }

    private Button verb(String key, Account account, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addClassName("yj-verb");
        button.setAriaLabel(getTranslation("security.accounts.verb-of", getTranslation(key), account.username()));
        return button;
    }

    private void add() {
        new AccountDialog(accounts, data -> {
            showOnce(accounts.create(data));
            show();
        }).open();
    }

    private void showOnce(Accounts.Issued issued) {
        new ShownOnceDialog(getTranslation("security.one-time.title", issued.account().username()),
                getTranslation("security.one-time.words"), issued.password()).open();
    }

    private void edit(Account account) {
        new AccountDialog(accounts, account, data -> {
            accounts.update(account, data);
            show();
        }).open();
    }

    private void confirm(String key, String questionKey, Account account, Runnable action) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(getTranslation("security.accounts.verb-of", getTranslation(key), account.username()));
        dialog.setText(getTranslation(questionKey, account.displayName()));
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("base.cancel"));
        dialog.setConfirmText(getTranslation(key));
        dialog.addConfirmListener(confirmed -> action.run());
        dialog.open();
    }

    private void change(Account account, Function<Account, Account> change) {
        attempt(() -> change.apply(account));
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuleViolation violation) {
            var notification = Notification.show(getTranslation(violation.key(), violation.arguments()),
                    SHOWN_MILLISECONDS, Notification.Position.BOTTOM_START);
            notification.addClassName("yj-notification");
        }
        show();
    }
}
