package org.youju;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class I18nPropertiesSyncTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern HAN_IN_A_STRING = Pattern.compile("\"[^\"\\n]*\\p{IsHan}[^\"\\n]*\"");

    private final Properties chinese = read("translations.properties");
    private final Properties english = read("translations_en.properties");

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
    }

    @Test
    void no_sentence_is_empty() {
        assertThat(List.of(chinese, english))
                .allSatisfy(language -> assertThat(language.values()).noneMatch(it -> it.toString().isBlank()));
    }

    @Test
    void no_key_is_written_twice() {
        for (var name : List.of("translations.properties", "translations_en.properties")) {
            assertThat(text(file(name)).lines().filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())).doesNotHaveDuplicates();
        }
    }

    /** A key is used if the code says it whole, or says its beginning up to a dot and adds the rest. */
    @Test
    void every_key_is_used() {
        var code = sources(SOURCES).stream().map(I18nPropertiesSyncTest::text).collect(Collectors.joining("\n"));
        assertThat(chinese.stringPropertyNames()).allMatch(key -> code.contains('"' + key + '"')
                || code.contains('"' + key.substring(0, key.lastIndexOf('.') + 1) + '"'));
    }

    @Test
    void views_write_no_chinese_of_their_own() {
        var offenders = sources(SOURCES).stream()
                .filter(path -> path.toString().matches(".*/(ui|base/chart)/.*"))
                .filter(path -> HAN_IN_A_STRING.matcher(text(path)).find());
        assertThat(offenders).isEmpty();
    }

    private static List<Path> sources(Path folder) {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties read(String name) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static Path file(String name) {
        return Path.of("src/main/resources/vaadin-i18n", name);
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
