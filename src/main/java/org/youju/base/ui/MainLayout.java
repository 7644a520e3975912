package org.youju.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The frame of every page: the rail with the menu's entries that the person may open, the top bar that holds the
 * page's own {@link PageHeader}, and the page. Below 960 px the rail lies at the bottom.
 */
@Layout
@AnonymousAllowed
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    /** The most unread notices that are counted. */
    private static final int MOST = 99;

    /** The pages that show a region as of a day. */
    private static final Set<String> STATEFUL = Set.of(Routes.DASHBOARD, Routes.INDICATORS, Routes.COMMITMENTS);

    private final Div heading = new Div();
    private final Main main = new Main();
    private final Map<String, Anchor> links = new HashMap<>();
    private final Markup menu = new Markup(menu());
    private final Anchor bell = new Anchor(Routes.NOTICES);
    private final Span rung = new Span();
    private final ObjectProvider<Bell> bells;
    private final BellRope rope;
    private PageState shown = PageState.DEFAULT;
    private @Nullable Registration hung;

    MainLayout(AuthenticationContext authentication, ObjectProvider<Bell> bells, BellRope rope) {
        this.bells = bells;
        this.rope = rope;
        addClassName("yj-shell");
        var skip = new Anchor("#yj-main", getTranslation("base.skip"));
        skip.addClassName("yj-skip");
        skip.setRouterIgnore(true);
        main.addClassName("yj-main");
        main.setId("yj-main");
        main.getElement().setAttribute("tabindex", "-1");
        heading.addClassName("yj-head");
        bell.addClassName("yj-bell");
        bell.setVisible(authentication.isAuthenticated());
        rung.addClassName("yj-visually-hidden");
        rung.getElement().setAttribute("role", "status");
        var top = new Header(wordmark(), heading, bell, rung);
        top.addClassName("yj-topbar");
        var rail = new Nav(wordmark(), menu, new UserMenu(authentication));
        rail.addClassName("yj-rail");
        rail.setAriaLabel(getTranslation("base.menu"));
        add(skip, rail, top, main);
    }

    private Component menu() {
        var entries = new Div();
        entries.addClassName("yj-nav");
        MenuConfiguration.getMenuEntries().forEach(entry -> entries.add(link(entry)));
        return entries;
    }

    private Component link(MenuEntry entry) {
        var path = entry.path().replaceFirst("^/", "");
        var link = new Anchor(path, Glyph.named(entry.icon()).icon(), new Span(getTranslation(entry.title())));
        link.addClassName("yj-nav-link");
        links.put(path, link);
        return link;
    }

    private Component wordmark() {
        var chinese = new Span(getTranslation("base.wordmark"));
        chinese.addClassName("yj-wordmark-zh");
        var latin = new Span("YOUJU");
        latin.addClassName("yj-wordmark-en");
        var wordmark = new Anchor(Routes.DASHBOARD, chinese, latin);
        wordmark.addClassName("yj-wordmark");
        wordmark.setAriaLabel(getTranslation("base.home"));
        return new Markup(wordmark);
    }

    @Override
    public void showRouterLayoutContent(@Nullable HasElement content) {
        main.getElement().removeAllChildren();
        heading.removeAll();
        if (content != null) {
            main.getElement().appendChild(content.getElement());
            if (content instanceof PageHeader.Owner owner) {
                heading.add(owner.header());
            }
        }
    }

    @Override
    public void removeRouterLayoutContent(@Nullable HasElement oldContent) {
        main.getElement().removeAllChildren();
        heading.removeAll();
    }

    private static boolean isAt(String path, String here) {
        return here.equals(path) || !path.isEmpty() && here.startsWith(path + "/");
    }

    /**
     * Marks the entry whose page, or whose page's part, is shown, and lets the entries of pages that show a region as of a
     * day lead on to the same region and day.
     */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var here = event.getLocation().getPath();
        if (STATEFUL.stream().anyMatch(path -> isAt(path, here))) {
            shown = PageState.read(event.getLocation().getQueryParameters()).state();
        }
        links.forEach((path, link) -> {
            if (STATEFUL.contains(path)) {
                link.setHref(Routes.page(path, shown));
            }
            if (isAt(path, here)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        menu.refresh();
        rung.setText("");
        ring();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        bells.stream().flatMap(it -> it.owner().stream()).findFirst()
                .ifPresent(owner -> hung = rope.hang(event.getUI(), owner, this::rung));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (hung != null) {
            hung.remove();
            hung = null;
        }
    }

    /** Something has come while the page is open: it is said to those who can't see the number. */
    private void rung() {
        ring();
        rung.setText(bell.getAriaLabel().orElse(""));
    }

    /** Shows how many notices are unread. */
    private void ring() {
        bell.removeAll();
        bell.add(Glyph.BELL.icon());
        var unread = bells.stream().mapToInt(Bell::unread).sum();
        if (unread > 0) {
            var count = new Span(unread > MOST ? MOST + "+" : Integer.toString(unread));
            count.addClassName("yj-bell-count");
            bell.add(count);
        }
        bell.setAriaLabel(getTranslation("base.bell", unread));
    }
}
