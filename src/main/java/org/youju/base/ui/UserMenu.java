package org.youju.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Arrays;
import java.util.Optional;
import org.youju.base.ui.control.SegmentedBar;

/** The round button at the rail's end: who is logged in, the language, the colour scheme, and the way out. */
class UserMenu extends Composite<Markup> {

    /** How many pages the bar of a telephone names; shell.css hides the others. */
    private static final int IN_THE_BAR = 4;

    private final AuthenticationContext authentication;
    private final Optional<SignedIn> person;
    private final String name;

    UserMenu(AuthenticationContext authentication) {
        this.authentication = authentication;
        person = authentication.getAuthenticatedUser(SignedIn.class);
        name = person.map(SignedIn::displayName).or(authentication::getPrincipalName)
                .orElseGet(() -> getTranslation("base.user.guest"));
    }

    @Override
    protected Markup initContent() {
        var label = getTranslation("base.user.menu", name);
        var button = new NativeButton();
        button.add(face(person.map(SignedIn::shortName).orElseGet(() -> shortOf(name))));
        button.addClassName("yj-person");
        button.setAriaLabel(label);
        new Unfolding(button, label, "yj-pop", PopoverPosition.END_BOTTOM, this::menu);
        var end = new Div(button);
        end.addClassName("yj-rail-end");
        return new Markup(end);
    }

    private Component menu() {
        var menu = new Div();
        menu.addClassName("yj-menu");
        var who = new Div(strong(name));
        who.addClassName("yj-menu-who");
        person.ifPresent(it -> who.add(caption(getTranslation(it.roleKey()))));
        menu.add(who, furtherPages(), label("base.language"), new LanguageSwitch(), label("base.scheme"), schemes(),
                end());
        return menu;
    }

    private Component face(String initials) {
        var shortName = new Span(initials);
        shortName.addClassName("yj-person-short");
        var word = new Span(Glyph.PERSON.icon(), new Span(getTranslation("menu.mine")));
        word.addClassName("yj-person-word");
        return new Span(shortName, word);
    }

    private static String shortOf(String name) {
        return name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0, name.length()))));
    }

    /** The pages that have no room in the bar of a telephone; where there is a rail it shows them. */
    private static Component furtherPages() {
        var further = new Div();
        further.addClassName("yj-menu-further");
        MenuConfiguration.getMenuEntries().stream().skip(IN_THE_BAR).forEach(entry -> {
            var page = new Anchor(entry.path().replaceFirst("^/", ""), further.getTranslation(entry.title()));
            page.addClassName("yj-menu-item");
            further.add(page);
        });
        return further;
    }

    private Component schemes() {
        var bar = new SegmentedBar<>(getTranslation("base.scheme"), Preferences.scheme(VaadinRequest.getCurrent()),
                Arrays.asList(Preferences.Scheme.values()), scheme -> getTranslation("base.scheme." + scheme.word()));
        bar.onChoice(scheme -> getUI().ifPresent(ui -> Preferences.colour(ui, scheme)));
        return bar;
    }

    private Component end() {
        var end = new Div();
        end.addClassName("yj-menu-end");
        if (authentication.isAuthenticated()) {
            var password = new Anchor(Routes.PASSWORD, getTranslation("base.password"));
            password.addClassName("yj-menu-item");
            end.add(password);
            var leave = new NativeButton(getTranslation("base.logout"), click -> authentication.logout());
            leave.addClassName("yj-menu-item");
            end.add(leave);
        } else {
            var enter = new Anchor(Routes.LOGIN, getTranslation("base.login"));
            enter.addClassName("yj-menu-item");
            end.add(enter);
        }
        return end;
    }

    private static Component strong(String text) {
        var strong = new Span(text);
        strong.addClassName("yj-menu-name");
        return strong;
    }

    private static Component caption(String text) {
        var caption = new Span(text);
        caption.addClassName("yj-caption");
        return caption;
    }

    private Component label(String key) {
        var label = new Div(getTranslation(key));
        label.addClassName("yj-menu-label");
        return label;
    }
}
