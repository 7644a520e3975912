package org.youju.security.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.springframework.beans.factory.ObjectProvider;
import org.youju.base.ui.Routes;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.account.AccountData;
import org.youju.security.account.DemoAccounts;

/**
 * The log-in page: a form that the browser itself sends, so that password managers know it. In a demonstration the
 * sample accounts stand below, and a press on one logs in.
 */
@Route(value = Routes.LOGIN, autoLayout = false)
@AnonymousAllowed
class LoginView extends EntryPage implements BeforeEnterObserver {

    private static final int LONGEST_WAIT_SECONDS = 24 * 60 * 60;

    private final Access access;
    private final HtmlContainer form = new HtmlContainer("form");
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();

    LoginView(Access access, ObjectProvider<DemoAccounts> demo) {
        super("security.login.title");
        this.access = access;
        form.addClassName("yj-entry-form");
        form.getElement().setAttribute("method", "post").setAttribute("action", Routes.LOGIN);
        username.setLabel(getTranslation("security.username"));
        username.getElement().setAttribute("name", "username").setAttribute("autocapitalize", "none");
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setRequired(true);
        username.setAutofocus(true);
        password.setLabel(getTranslation("security.password"));
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setRequired(true);
        var enter = new NativeButton(getTranslation("security.login.enter"));
        enter.addClassName("yj-entry-submit");
        enter.getElement().setAttribute("type", "submit");
        form.add(username, password, enter);
        lay(form);
        if (demo.getIfAvailable() == null) {
            var help = new Paragraph(getTranslation("security.login.help"));
            help.addClassName("yj-caption");
            lay(help);
        } else {
            secondSheet(samples());
        }
    }

    private Component[] samples() {
        var list = new UnorderedList();
        list.addClassName("yj-entry-samples");
        DemoAccounts.ACCOUNTS.forEach(account -> list.add(new ListItem(sample(account))));
        var secret = new Span(DemoAccounts.PASSWORD);
        secret.addClassName("yj-entry-secret");
        var words = new Paragraph(new Span(getTranslation("security.login.samples.words")), secret);
        words.addClassName("yj-caption");
        return new Component[] {new H2(getTranslation("security.login.samples")), words, list};
    }

    private Component sample(AccountData account) {
        var role = new Span(getTranslation(account.role().key()));
        role.addClassName("yj-entry-role");
        var name = new Span(account.username());
        name.addClassName("yj-entry-name");
        var duty = new Span(getTranslation(account.role().dutyKey()));
        duty.addClassName("yj-entry-duty");
        var button = new NativeButton("", click -> enterAs(account.username()));
        button.add(role, name, duty);
        button.addClassName("yj-entry-sample");
        return button;
    }

    private void enterAs(String name) {
        username.setValue(name);
        password.setValue(DemoAccounts.PASSWORD);
        form.getElement().executeJs("requestAnimationFrame(() => this.requestSubmit())");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!access.current().equals(CurrentAccount.ANONYMOUS)) {
            event.forwardTo(Routes.DASHBOARD);
            return;
        }
        var query = event.getLocation().getQueryParameters();
        if (has(query, "error")) {
            complain("security.login.wrong");
            password.focus();
        } else if (has(query, "closed")) {
            complain("security.login.closed");
        } else if (has(query, "ended")) {
            tell("security.login.ended");
        } else if (has(query, "ready")) {
            tell("security.login.ready");
        } else {
            query.getSingleParameter("wait").filter(it -> it.matches("\\d{1,6}")).map(Integer::valueOf)
                    .filter(seconds -> seconds > 0 && seconds <= LONGEST_WAIT_SECONDS)
                    .ifPresent(this::askToWait);
        }
    }

    private void askToWait(int seconds) {
        if (seconds < 120) {
            complain("security.login.wait.seconds", seconds);
        } else {
            complain("security.login.wait.minutes", (seconds + 59) / 60);
        }
    }

    private static boolean has(QueryParameters query, String name) {
        return query.getParameters().containsKey(name);
    }
}
