package org.youju.extraction;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code bin/youju extract FILE…}: prints what each file holds, one line of JSON a file. */
public final class ExtractCommand {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    /** A line of the output: the file and the answer of the REST call. */
    private record Line(String file, ExtractionAnswer.Document document, List<ExtractionAnswer.FigureAnswer> figures) {
    }

    private ExtractCommand() {
    }

    public static void main(String[] files) {
        System.exit(run(files, System.out, System.err));
    }

    /** Reads the files; those that can't be read are named on {@code errors} and make the answer 1. */
    static int run(String[] files, PrintStream out, PrintStream errors) {
        if (files.length == 0) {
            errors.println("Usage: bin/youju extract FILE…");
            return 2;
        }
        var status = 0;
        for (var file : files) {
            try {
                var answer = ExtractionAnswer.of(Extractor.read(decode(Files.readAllBytes(Path.of(file)))));
                out.println(JSON.writeValueAsString(new Line(file, answer.document(), answer.figures())));
            } catch (NoSuchFileException e) {
                errors.println(file + ": there is no such file.");
                status = 1;
            } catch (IOException e) {
                errors.println(file + " can't be read: " + e.getMessage());
                status = 1;
            }
        }
        return status;
    }

    /** Text files are in UTF-8 or else in GB18030. */
    private static String decode(byte[] bytes) throws IOException {
        try {
            return decode(bytes, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            return decode(bytes, Charset.forName("GB18030"));
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
