package org.youju.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import org.youju.YoujuApplication;

/** The whole product as {@code bin/run} starts it, with the sample, on a free port and with a data folder of its own. */
final class Product implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With a data folder that ends with the JVM. */
    static Product start(List<Class<?>> further, String... settings) {
        try {
            var home = Files.createTempDirectory("youju-bench");
            Runtime.getRuntime().addShutdownHook(
                    new Thread(() -> FileSystemUtils.deleteRecursively(home.toFile())));
            return start(home, further, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * With a data folder that stays.
     *
     * @param further  further sources of beans
     * @param settings further ones, as {@code name=value}
     */
    static Product start(Path home, List<Class<?>> further, String... settings) {
        var arguments = new ArrayList<>(List.of("--server.port=0", "--youju.home=" + home,
                    "--logging.level.org.youju=warn", "--server.shutdown=immediate"));
        Arrays.stream(settings).map(s -> "--" + s).forEach(arguments::add);
        return new Product(new SpringApplicationBuilder(YoujuApplication.class)
                    .sources(further.toArray(Class[]::new))
                    .profiles("demo")
                    .run(arguments.toArray(String[]::new)));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    String address() {
        return "http://127.0.0.1:" + ((WebServerApplicationContext) context).getWebServer().getPort() + "/";
    }

    @Override
    public void close() {
        context.close();
    }
}
