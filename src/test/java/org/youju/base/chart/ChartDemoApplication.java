package org.youju.base.chart;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Serves {@link ChartDemoView} without the rest of the product: no database, no log-in. No stereotype, so that the
 * product's own tests don't find it.
 */
@AutoConfigurationPackage
@EnableAutoConfiguration(exclude = {
    DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class, JooqAutoConfiguration.class,
    SecurityAutoConfiguration.class, SecurityFilterAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
    UserDetailsServiceAutoConfiguration.class, SpringSecurityAutoConfiguration.class
})
class ChartDemoApplication {

    static ConfigurableApplicationContext start() {
        return SpringApplication.run(ChartDemoApplication.class, "--server.port=0", "--server.address=127.0.0.1",
                "--vaadin.productionMode=true", "--vaadin.allowed-packages=org.youju.base.chart",
                "--vaadin.launch-browser=false", "--spring.main.banner-mode=off");
    }

    @Bean
    VaadinServiceInitListener demoRoute() {
        return event -> {
            var routes = RouteConfiguration.forRegistry(
                    ApplicationRouteRegistry.getInstance(event.getSource().getContext()));
            if (!routes.isPathAvailable("chart-demo")) {
                routes.setRoute("chart-demo", ChartDemoView.class);
            }
        };
    }
}
