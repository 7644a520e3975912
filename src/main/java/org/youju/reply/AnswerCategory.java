package org.youju.reply;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a reply says that it does what a proposal asks (办理类别). Each place has words of its own for it; a letter stands
 * for itself, and words that no code list knows have no category.
 */
public enum AnswerCategory {
    /** Solved or adopted. */
    A,
    /** Under way or planned: to be followed up next year. */
    B,
    /** Kept for reference: to be followed up next year. */
    C;

    private static final Pattern LETTER = Pattern.compile("([A-C])\\s?类?");
    private static final String HEAVENLY = "甲乙丙";
    private static final List<Code> CODES = codes();

    /** @param place whose code list it is of */
    private record Code(String place, String words, AnswerCategory category) {
    }

    /**
     * The category that the words of a result stand for.
     *
     * @param result   as printed, null where none is
     * @param codeList the place whose words they are; null where nobody has said, then they count where all places
     *                 that know them mean the same
     */
    public static Optional<AnswerCategory> of(@Nullable String result, @Nullable String codeList) {
        var words = result == null ? "" : result.strip();
        var letter = LETTER.matcher(words);
        if (letter.matches()) {
            return Optional.of(valueOf(letter.group(1)));
        }
        if (words.length() == 2 && words.charAt(1) == '类' && HEAVENLY.indexOf(words.charAt(0)) >= 0) {
            return Optional.of(values()[HEAVENLY.indexOf(words.charAt(0))]);
        }
        var meant = CODES.stream()
                .filter(it -> it.words().equals(words) && (codeList == null || codeList.equals(it.place())))
                .map(Code::category).distinct().toList();
        return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
    }

    /** Whether the next year takes it up again. */
    public boolean isCarriedOver() {
        return this != A;
    }

    private static List<Code> codes() {
        var in = Objects.requireNonNull(AnswerCategory.class.getResourceAsStream("result-codes.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().map(AnswerCategory::code).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Code code(NamedCsvRecord row) {
        return new Code(row.getField("place"), row.getField("code"), valueOf(row.getField("category")));
    }
}
