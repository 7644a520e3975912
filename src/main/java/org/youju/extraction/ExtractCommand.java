package org.youju.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LoggingSystem;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Translations;
import org.youju.reply.file.FileReading;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/youju extract FILE…}: prints what each file holds, one line of JSON a file. Without a catalogue at hand it
 * guesses no indicators. What keeps it from reading a file is said in Chinese where the machine speaks it, else in
 * English.
 */
public final class ExtractCommand {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    /** A line of the output: the file and the answer of the REST call. */
    private record Line(String file, ExtractionAnswer.Document document, List<ExtractionAnswer.FigureAnswer> figures,
            String text) {
    }

    private final Translations translations = new Translations();
    private final Locale language;
    private final PrintStream out;
    private final PrintStream errors;

    /** @param language in which it says what it can't read */
    ExtractCommand(Locale language, PrintStream out, PrintStream errors) {
        this.language = language;
        this.out = out;
        this.errors = errors;
    }

    public static void main(String[] files) {
        // parsers of files log to the standard output, which is for the answers alone
        LoggingSystem.get(ExtractCommand.class.getClassLoader()).beforeInitialize();
        var language = language(Locale.getDefault(), System::getenv);
        System.exit(new ExtractCommand(language, System.out, System.err).run(files));
    }

    /**
     * The language of a machine. Java's own answer is English where the system lacks the locale that the environment
     * names, so the environment is asked too.
     *
     * @param environment the value of a variable, null where it is not set
     */
    static Locale language(Locale machine, Function<String, @Nullable String> environment) {
        var named = Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(environment)
                .filter(value -> value != null && !value.isBlank())
                .findFirst().orElse("");
        var chinese = Locale.CHINESE.getLanguage();
        return chinese.equals(machine.getLanguage()) || named.startsWith(chinese) ? Translations.CHINESE
                : Translations.ENGLISH;
    }

    /** Reads the files; those that can't be read are named on {@code errors} and make the answer 1. */
    int run(String... files) {
        if (files.length == 0) {
            errors.println(say("extract.usage"));
            return 2;
        }
        var status = 0;
        for (var file : files) {
            try {
                out.println(JSON.writeValueAsString(line(file)));
            } catch (NoSuchFileException e) {
                status = refuse(file, say("extract.missing"));
            } catch (RuleViolation e) {
                status = refuse(file, say(e.key(), e.arguments()));
            } catch (IOException e) {
                status = refuse(file, say("extract.unreadable", e.getMessage()));
            }
        }
        return status;
    }

    private int refuse(String file, String why) {
        errors.println(say("extract.refused", file, why));
        return 1;
    }

    private String say(String key, Object... arguments) {
        return translations.getTranslation(key, language, arguments);
    }

    private static Line line(String file) throws IOException {
        if (Files.size(Path.of(file)) > FileReading.LARGEST) {
            throw FileReading.tooBig(Files.size(Path.of(file)));
        }
        try (var in = Files.newInputStream(Path.of(file))) {
            var text = FileText.of(in, file);
            var answer = ExtractionAnswer.of(Extractor.read(text), List.of(), text);
            return new Line(file, answer.document(), answer.figures(), text);
        }
    }
}
