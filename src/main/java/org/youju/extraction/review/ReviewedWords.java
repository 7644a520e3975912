package org.youju.extraction.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;

/**
 * Words that were accepted at the desk state what they were read as there; those that a person selected elsewhere, any of
 * the figures that stand in them, and no figure at all where none can be read there.
 */
@Component
class ReviewedWords implements QuotedWords {

    private final CandidateRepository repository;
    private final IndicatorService indicators;
    private final ReplyService replies;

    ReviewedWords(CandidateRepository repository, IndicatorService indicators, ReplyService replies) {
        this.repository = repository;
        this.indicators = indicators;
        this.replies = replies;
    }

    @Override
    public Reading read(Collection<Citation> citations) {
        var accepted = repository.readings(citations.stream().map(Citation::id).toList());
        var reader = new FigureReader(indicators.catalogue().units());
        var sentences = new HashMap<Long, List<Candidate>>();
        return new Reading() {

            @Override
            public boolean isOther(Collection<Citation> cited, Figure figure) {
                var all = cited.stream().map(it -> new Words(it.exact(), accepted.get(it.id()))).toList();
                return !all.isEmpty() && all.stream().allMatch(words -> words.isOther(figure, reader));
            }

            @Override
            public Optional<Period> otherTime(Collection<Citation> cited, Figure figure, Period period) {
                Period other = null;
                for (var citation : cited) {
                    var said = times(sentences.computeIfAbsent(citation.id(), id -> saying(citation)), figure, reader);
                    if (said.isEmpty() || said.stream().anyMatch(it -> isWithin(it, period))) {
                        return Optional.empty();
                    }
                    other = other == null ? said.getFirst() : other;
                }
                return Optional.ofNullable(other);
            }
        };
    }

    /** What is read in cited words whose sentence says when. */
    private List<Candidate> saying(Citation cited) {
        var text = cited.state().isPlaced() ? replies.textOf(cited.replyId()).map(ReplyText::text).orElse(null) : null;
        var sentence = cited.sentence(text);
        return saying(sentence.before(), sentence.exact(), sentence.after(), replies.reply(cited.replyId()).knownOn());
    }

    /** When they speak, of a figure where they state it. */
    private static List<Period> times(List<Candidate> said, Figure figure, FigureReader reader) {
        var stating = said.stream().filter(it -> Words.said(Words.read(it), figure, reader)
                .anyMatch(read -> Words.isSame(read, figure))).toList();
        return (stating.isEmpty() ? said : stating).stream().map(Candidate::period).toList();
    }

    private static boolean isWithin(Period said, Period period) {
        var start = period.start();
        var end = period.end();
        return said.overlapsYears(start == null ? Integer.MIN_VALUE : start.getYear(),
                end == null ? Integer.MAX_VALUE : end.getYear());
    }

    private static List<Candidate> saying(String before, String exact, String after, @Nullable LocalDate issuedOn) {
        int start = before.length();
        int end = start + exact.length();
        return Extractor.read(before + exact + after, issuedOn).figures().stream()
                .filter(it -> it.start() < end && it.end() > start)
                .filter(it -> it.reasons().stream().anyMatch(AsRead.SAID::contains)).toList();
    }

    @Override
    public boolean isOtherTime(Citation cited, @Nullable LocalDate issuedOn, @Nullable Integer from,
            @Nullable LocalDate last) {
        var said = saying(cited.prefix(), cited.exact(), cited.suffix(), issuedOn);
        return !said.isEmpty() && said.stream().allMatch(it -> isOther(it.period(), from, last));
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
                    .flatMap(it -> said(read(it), figure, reader)).toList();
            return found.isEmpty() ? read(exact, null, figure, reader).toList() : found;
        }

        static AsRead read(Candidate found) {
            return new AsRead(found.value(), found.valueHi(), found.multiplier(), Stated.unit(found),
                    found.qualifier(), found.period());
        }

        static Stream<Figure> said(AsRead read, Figure figure, FigureReader reader) {
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

        static boolean isSame(Figure one, Figure other) {
            return one.value().compareTo(other.value()) == 0 && Objects.equals(plain(one.valueHi()), plain(other.valueHi()));
        }

        private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros();
        }
    }
}
