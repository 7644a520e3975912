package org.youju.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.youju.base.ui.Routes;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesGuardedTest {

    private static final Set<String> FOR_ANYBODY = Set.of(Routes.LOGIN, Routes.SETUP);

    static Stream<Class<?>> views() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("org.youju").stream()
                .<Class<?>>map(bean -> ClassUtils.resolveClassName(String.valueOf(bean.getBeanClassName()), null))
                .filter(view -> !view.getProtectionDomain().getCodeSource().getLocation().getPath()
                        .contains("test-classes"));
    }

    @ParameterizedTest
    @MethodSource("views")
    void every_view_says_who_may_open_it(Class<?> view) {
        var guards = Stream.of(AnonymousAllowed.class, PermitAll.class, RolesAllowed.class)
                .filter(view::isAnnotationPresent);
        assertThat(guards).as("exactly one guard on %s", view.getName()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("views")
    void only_the_pages_before_the_log_in_are_open_to_anybody(Class<?> view) {
        var path = view.getAnnotation(Route.class).value();
        assertThat(view.isAnnotationPresent(AnonymousAllowed.class)).isEqualTo(FOR_ANYBODY.contains(path));
    }

    @ParameterizedTest
    @MethodSource("views")
    void roles_on_a_view_are_roles_of_the_table(Class<?> view) {
        var roles = view.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            assertThat(Arrays.stream(roles.value()).map(Role::valueOf)).isNotEmpty();
        }
    }
}
