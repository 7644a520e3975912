package org.youju;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteType;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.ClassUtils;
import org.youju.security.Access;
import org.youju.security.CurrentAccount;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.account.People;

/** The services of some packages on one database, with their transactions, and a clock that the test moves. */
public final class TestServices implements AutoCloseable {

    /** When the clock starts. */
    public static final Instant START = Instant.parse("2025-03-01T00:00:00Z");

    /** Looked for once a package, not once a test. */
    private static final Map<String, List<Class<?>>> COMPONENTS = new ConcurrentHashMap<>();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MovingClock clock = new MovingClock();
    private final AtomicInteger reads = new AtomicInteger();

    /** @param packages such as {@code org.youju.reply} */
    public TestServices(TestDatabase database, String... packages) {
        var source = new TransactionAwareDataSourceProxy(database.dataSource());
        var configuration = new DefaultConfiguration();
        configuration.set(new DataSourceConnectionProvider(source));
        configuration.set(database.dialect());
        configuration.set(new DefaultExecuteListenerProvider(ExceptionTranslatorExecuteListener.DEFAULT),
                new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext statement) {
                        if (statement.type() == ExecuteType.READ) {
                            reads.incrementAndGet();
                        }
                    }
                }));
        context.registerBean(DSLContext.class, () -> DSL.using(configuration));
        context.registerBean(PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(database.dataSource()));
        context.registerBean(Clock.class, () -> clock);
        context.register(Access.class, Transactions.class, People.class,
                ClassUtils.resolveClassName("org.youju.security.account.AccountRepository", null));
        Stream.of(packages).flatMap(name -> COMPONENTS.computeIfAbsent(name, TestServices::components).stream())
                .distinct().forEach(context::register);
        context.refresh();
    }

    private static List<Class<?>> components(String name) {
        return new ClassPathScanningCandidateComponentProvider(true).findCandidateComponents(name).stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null)).toList();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** What tells the services' listeners. */
    public ApplicationEventPublisher events() {
        return context;
    }

    /** Does something as a person with a role. */
    public static <T> T as(String username, Role role, Supplier<T> work) {
        return as(new CurrentAccount(username, username, role, Scope.ALL), work);
    }

    /** Does something as a person who may only handle drafts of one region. */
    public static <T> T within(String region, Supplier<T> work) {
        return as("wu", Role.STATISTICIAN, new Scope(Set.of(region), Set.of()), work);
    }

    /** Does something as a person with a role and a scope. */
    public static <T> T as(String username, Role role, Scope scope, Supplier<T> work) {
        return as(new CurrentAccount(username, username, role, scope), work);
    }

    private static <T> T as(CurrentAccount account, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var acting = SecurityContextHolder.createEmptyContext();
        acting.setAuthentication(Access.authentication(account));
        SecurityContextHolder.setContext(acting);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** How often the database was asked so far. */
    public int reads() {
        return reads.get();
    }

    public void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    /** Lets the clock run from where it stands, as several threads need it. */
    public void runClock() {
        clock.started = System.nanoTime();
    }

    public Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {
    }

    private static final class MovingClock extends Clock {

        private Instant now = START;
        private volatile long started;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return started == 0 ? now : now.plusNanos(System.nanoTime() - started);
        }
    }
}
