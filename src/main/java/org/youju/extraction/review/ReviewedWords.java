package org.youju.extraction.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.youju.extraction.Candidate;
import org.youju.extraction.Extractor;
import org.youju.extraction.match.Stated;
import org.youju.figure.Figure;
import org.youju.figure.FigureFormatException;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.IndicatorService;
import org.youju.observation.QuotedWords;
import org.youju.reply.Citation;

/**
 * Words that were accepted at the desk state what they were read as there; those that a person selected elsewhere, any of
 * the figures that stand in them, and no figure at all where none can be read there.
 */
@Component
class ReviewedWords implements QuotedWords {

    private final CandidateRepository repository;
    private final IndicatorService indicators;

    ReviewedWords(CandidateRepository repository, IndicatorService indicators) {
        this.repository = repository;
        this.indicators = indicators;
    }

    @Override
    public Reading read(Collection<Citation> citations) {
        var accepted = repository.readings(citations.stream().map(Citation::id).toList());
        var reader = new FigureReader(indicators.catalogue().units());
        return (cited, figure) -> {
            var all = cited.stream().map(it -> new Words(it.exact(), accepted.get(it.id()))).toList();
            return !all.isEmpty() && all.stream().allMatch(words -> words.isOther(figure, reader));
        };
    }

    @Override
    public boolean isOtherTime(Citation cited, @Nullable LocalDate issuedOn, @Nullable Integer from,
            @Nullable LocalDate last) {
        int start = cited.prefix().length();
        int end = start + cited.exact().length();
        var said = Extractor.read(cited.prefix() + cited.exact() + cited.suffix(), issuedOn).figures().stream()
                .filter(it -> it.start() < end && it.end() > start)
                .filter(it -> it.reasons().stream().anyMatch(AsRead.SAID::contains))
                .map(Candidate::period).toList();
        return !said.isEmpty() && said.stream().allMatch(it -> isOther(it, from, last));
    }

    private static boolean isOther(Period said, @Nullable Integer from, @Nullable LocalDate last) {
        return from != null && said.start() != null && said.start().getYear() != from
                || said.end() != null && !said.end().equals(last);
    }

    /** @param accepted what they were read as at the desk, or null */
    private record Words(String exact, @Nullable AsRead accepted) {

        boolean isOther(Figure figure, FigureReader reader) {
            if (accepted != null) {
                return said(accepted, figure, reader).noneMatch(it -> isSame(it, figure)
                        && it.qualifier() == figure.qualifier());
            }
            return figures(figure, reader).stream().noneMatch(it -> isSame(it, figure)
                    && (it.qualifier() == Qualifier.EXACT || it.qualifier() == figure.qualifier()));
        }

        /** What stands in the words in the unit of a figure; none where they state nothing of the kind. */
        private List<Figure> figures(Figure figure, FigureReader reader) {
            var found = Extractor.read(exact, null).figures().stream()
                    .flatMap(it -> said(new AsRead(it.value(), it.valueHi(), it.multiplier(), Stated.unit(it),
                            it.qualifier(), it.period()), figure, reader)).toList();
            return found.isEmpty() ? read(exact, null, figure, reader).toList() : found;
        }

        private static Stream<Figure> said(AsRead read, Figure figure, FigureReader reader) {
            var high = read.valueHi();
            var written = read.value().toPlainString() + (high == null ? "" : "至" + high.toPlainString())
                    + read.multiplier() + read.unit();
            return read(written, high == null ? read.qualifier() : null, figure, reader);
        }

        private static Stream<Figure> read(String written, @Nullable Qualifier qualifier, Figure figure,
                FigureReader reader) {
            try {
                return Stream.of(reader.read(written, qualifier, figure.unit(), Nature.FLOW));
            } catch (FigureFormatException e) {
                return Stream.empty();
            }
        }

        private static boolean isSame(Figure one, Figure other) {
            return one.value().compareTo(other.value()) == 0 && Objects.equals(plain(one.valueHi()), plain(other.valueHi()));
        }

        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros();
        }
    }
}
