package org.youju.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.logging.LoggingSystem;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Translations;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code bin/youju extract FILE…}: prints what each file holds, one line of JSON a file. Without a catalogue at hand it
 * guesses no indicators.
 */
public final class ExtractCommand {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    /** A line of the output: the file and the answer of the REST call. */
    private record Line(String file, ExtractionAnswer.Document document, List<ExtractionAnswer.FigureAnswer> figures,
            String text) {
    }

    private ExtractCommand() {
    }

    public static void main(String[] files) {
        // parsers of files log to the standard output, which is for the answers alone
        LoggingSystem.get(ExtractCommand.class.getClassLoader()).beforeInitialize();
        System.exit(run(files, System.out, System.err));
    }

    /** Reads the files; those that can't be read are named on {@code errors} and make the answer 1. */
    static int run(String[] files, PrintStream out, PrintStream errors) {
        if (files.length == 0) {
            errors.println("Usage: bin/youju extract FILE…");
            return 2;
        }
        var translations = new Translations();
        var status = 0;
        for (var file : files) {
            try {
                out.println(JSON.writeValueAsString(line(file)));
            } catch (NoSuchFileException e) {
                errors.println(file + ": there is no such file.");
                status = 1;
            } catch (RuleViolation e) {
                errors.println(file + ": " + translations.getTranslation(e.key(), Translations.ENGLISH, e.arguments()));
                status = 1;
            } catch (IOException e) {
                errors.println(file + " can't be read: " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }

    private static Line line(String file) throws IOException {
        try (var in = Files.newInputStream(Path.of(file))) {
            var text = FileText.of(in, file);
            var answer = ExtractionAnswer.of(Extractor.read(text), List.of(), text);
            return new Line(file, answer.document(), answer.figures(), text);
        }
    }
}
