package org.youju;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.ClassUtils;
import org.youju.base.ui.MainLayout;
import org.youju.base.ui.Markup;
import org.youju.base.ui.control.QuestionDialog;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;

/**
 * Drives the views of the whole application in this JVM, without a browser. All such classes share one application
 * and one in-memory database, so a test makes its own rows under names of its own.
 */
@SpringBootTest(properties = {
    "spring.datasource.url=jdbc:h2:mem:ui;DB_CLOSE_DELAY=-1;${youju.h2.options}"
})
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class UiTest {

    private static final Routes ROUTES = routes();

    /** Every view, the package-private ones too, which Karibu's own search passes over. */
    private static Routes routes() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addIncludeFilter(new AssignableTypeFilter(HasErrorParameter.class));
        var views = new HashSet<Class<? extends Component>>();
        var errors = new HashSet<Class<? extends HasErrorParameter<?>>>();
        for (var found : scanner.findCandidateComponents("org.youju")) {
            add(ClassUtils.resolveClassName(found.getBeanClassName(), null), views, errors);
        }
        return new Routes(views, errors, true);
    }

    @SuppressWarnings("unchecked")
    private static void add(Class<?> type, Set<Class<? extends Component>> views,
            Set<Class<? extends HasErrorParameter<?>>> errors) {
        if (HasErrorParameter.class.isAssignableFrom(type)) {
            errors.add((Class<? extends HasErrorParameter<?>>) type);
        } else {
            views.add(type.asSubclass(Component.class));
        }
    }

    @Autowired
    protected ApplicationContext context;

    @BeforeEach
    void openBrowserTab() {
        openTab(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void closeBrowserTab() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** Ends the tab and opens another, whose person reads {@code language}; who is logged in stays so. */
    protected void openTab(Locale language) {
        MockVaadin.tearDown();
        MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, context, UI::new));
        ApplicationRouteRegistry.getInstance(VaadinService.getCurrent().getContext()).setLayout(MainLayout.class);
        UI.getCurrent().setLocale(language);
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null) {
            tellRequest(authentication);
        }
    }

    /** Lets background work reach the page until no card waits for its content any more. */
    protected void awaitCards() {
        Awaitility.await().pollInSameThread().pollInterval(Duration.ofMillis(10)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return LocatorJ._find(Div.class, spec -> spec.withClasses("yj-skeleton")).isEmpty();
        });
    }

    /** Opens one of {@code Routes}, with its query, as a press on a link does. */
    protected static void visit(String address) {
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Answers yes to the question that is open, which shows some words. */
    protected static void confirm(String... shown) {
        var question = LocatorJ._get(QuestionDialog.class);
        Assertions.assertThat(words(question)).contains(shown);
        LocatorJ._click(LocatorJ._get(question, Button.class, spec -> spec.withClasses("yj-primary")));
    }

    /** Every word that stands on the page, the frame's too. */
    protected static String words() {
        return UI.getCurrent().getChildren().map(UiTest::words).collect(Collectors.joining(" "));
    }

    /** Every word that stands in a component, in markup too. */
    protected static String words(Component component) {
        return words(component.getElement());
    }

    private static String words(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        var shown = element.getComponent().filter(Markup.class::isInstance)
                .map(markup -> ((Markup) markup).content().getElement()).orElse(element);
        return shown.getChildren().map(UiTest::words).collect(Collectors.joining());
    }

    /** Acts from here on as {@code user} with the role of this name, for every region and department. */
    protected void logIn(String user, String role) {
        logIn(Access.authentication(new CurrentAccount(user, user, Role.valueOf(role), Scope.ALL)));
    }

    /** Acts from here on as this principal. */
    protected void logIn(Authentication authentication) {
        var security = SecurityContextHolder.createEmptyContext();
        security.setAuthentication(authentication);
        SecurityContextHolder.setContext(security);
        tellRequest(authentication);
    }

    /** Flow asks the request, not Spring, who may open a view. */
    private static void tellRequest(Authentication authentication) {
        ServletRequest wrapped = VaadinServletRequest.getCurrent();
        while (wrapped instanceof ServletRequestWrapper wrapper) {
            wrapped = wrapper.getRequest();
        }
        var request = (FakeRequest) wrapped;
        var authorities = AuthorityUtils.authorityListToSet(authentication.getAuthorities());
        request.setUserPrincipalInt(authentication);
        request.setUserInRole((principal, role) -> authorities.contains("ROLE_" + role));
    }
}
