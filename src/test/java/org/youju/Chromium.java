package org.youju;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser that tests and benches drive: what {@code CHROMIUM_PATH} names, else Debian's, else the one that Playwright
 * brings. It keeps to this machine.
 */
public final class Chromium {

    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static final List<String> DEBIAN = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium");

    private Chromium() {
    }

    /** Starts one, without a window; it ends with the JVM unless it is closed before. */
    public static Browser launch(Playwright playwright) {
        var options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
        Stream.concat(Optional.ofNullable(System.getenv("CHROMIUM_PATH")).stream(), DEBIAN.stream())
                .map(Path::of).filter(Files::isExecutable).findFirst()
                .ifPresent(options::setExecutablePath);
        return playwright.chromium().launch(options);
    }
}
