package org.youju.extraction.review;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.youju.TestDatabase;
import org.youju.TestServices;
import org.youju.check.SampleStatements;
import org.youju.commitment.CommitmentService;
import org.youju.figure.Period;
import org.youju.figure.Qualifier;
import org.youju.indicator.IndicatorService;
import org.youju.observation.ObservationService;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;
import org.youju.security.Role;
import org.youju.security.audit.Audited;

/** A review desk on a database of its own, with a part of the sample's catalogue, and the people who sit at it. */
final class Desk implements AutoCloseable {

    static final String TEXT = """
            某某委员：
            目前，我区拥有数字经济企业6100余家。2023年，数字经济完成综合税收约310亿元，同比增长约18%，占全区税收比重约55%。
            精品小区2018年起按照每年不少于100万平方米的速度推进。2023年全区电商平台交易总额居全市第一。
            生产性互联网平台方面，支持2家平台企业获市级资金扶持。
            上海市长宁区发展和改革委员会
            2024年4月25日
            """;

    static final String WHY = "按核实的数填";

    final TestServices services;
    final ReviewService reviews;
    final ReplyService replies;
    final ObservationService observations;
    final CommitmentService commitments;
    final List<ReviewChanged> told = Collections.synchronizedList(new ArrayList<>());
    final List<Audited> audited = Collections.synchronizedList(new ArrayList<>());

    Desk(TestDatabase database) {
        services = new TestServices(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.commitment", "org.youju.extraction");
        reviews = services.get(ReviewService.class);
        replies = services.get(ReplyService.class);
        observations = services.get(ObservationService.class);
        commitments = services.get(CommitmentService.class);
        services.get(ApplicationEventMulticaster.class).addApplicationListener(
                (ApplicationListener<ApplicationEvent>) event -> {
                    if (event instanceof PayloadApplicationEvent<?> it) {
                        switch (it.getPayload()) {
                            case ReviewChanged changed -> told.add(changed);
                            case Audited deed -> audited.add(deed);
                            default -> { }
                        }
                    }
                });
        clerk(() -> {
            var indicators = services.get(IndicatorService.class);
            indicators.addUnits(SampleStatements.CATALOGUE.units());
            indicators.addThemes(SampleStatements.CATALOGUE.themes());
            indicators.addRegions(SampleStatements.CATALOGUE.regions());
            indicators.addIndicators(SampleStatements.CATALOGUE.indicators().stream()
                    .filter(it -> it.code().matches("(DE|UR|SC_PLATFORM|EC_GDP|FI_TAX_TOTAL).*")).toList());
            return null;
        });
    }

    /** A reply with a text. */
    long reply(String key, String text) {
        return reply(key, "上海市长宁区发展和改革委员会", text);
    }

    /** The same of some issuer. */
    long reply(String key, String issuer, String text) {
        return clerk(() -> {
            var id = replies.record(new NewReply(key, ReplyKind.REPLY, null, key, issuer, null,
                    new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null)).id();
            freeze(id, text);
            return id;
        });
    }

    void freeze(long reply, String text) {
        clerk(() -> replies.freeze(reply, text.getBytes(StandardCharsets.UTF_8), "text/plain", text));
    }

    /** A reply under review. */
    long begun(String key, String text) {
        var reply = reply(key, text);
        clerk(() -> reviews.begin(reply));
        return reply;
    }

    /** The candidate of a reply whose span is that. */
    ReviewCandidate candidate(long reply, String span) {
        return clerk(() -> reviews.review(reply)).orElseThrow().candidates().stream()
                .filter(it -> it.span().equals(span)).findFirst().orElseThrow();
    }

    /** The newest text of a reply. */
    ReplyText text(long reply) {
        return clerk(() -> replies.textOf(reply)).orElseThrow();
    }

    /** Selects a figure in the newest text. */
    ReviewCandidate add(long reply, int start, int end) {
        return clerk(() -> reviews.add(text(reply), start, end));
    }

    ReviewCandidate accept(ReviewCandidate candidate) {
        return clerk(() -> reviews.accept(candidate.id(), candidate.version(), candidate.terms()));
    }

    /** Accepts it on other terms; where they differ from its words, for {@link #WHY}. */
    ReviewCandidate accept(ReviewCandidate candidate, Terms terms) {
        return clerk(() -> reviews.accept(candidate.id(), candidate.version(), terms, WHY));
    }

    ReviewCandidate undo(ReviewCandidate candidate) {
        return clerk(() -> reviews.undo(candidate.id(), candidate.version()));
    }

    /** Has everything approved that stands submitted for a cell or under a code. */
    void approve(ReviewCandidate submitted) {
        TestServices.as("approver", Role.APPROVER, () -> submitted.commitmentCode() == null
                ? observations.approve(List.of(submitted.observationId()))
                : commitments.approve(List.of(commitments.inPreparation(submitted.commitmentCode()).orElseThrow().id())));
    }

    static Terms in(Terms t, Period period) {
        return new Terms(t.value(), t.valueHi(), t.multiplier(), t.unit(), t.qualifier(), period, t.kind(), t.subject(),
                t.indicator(), t.region(), t.promise());
    }

    static Terms of(Terms t, String indicator) {
        return t.with(indicator, t.promise());
    }

    static Terms worth(Terms t, String value, Qualifier qualifier, String multiplier, String unit) {
        return new Terms(new BigDecimal(value), null, multiplier, unit, qualifier, t.period(), t.kind(), t.subject(),
                t.indicator(), t.region(), t.promise());
    }

    static <T> T clerk(Supplier<T> work) {
        return TestServices.as("clerk", Role.STATISTICIAN, work);
    }

    /** Does something as a person who may only handle drafts of one region. */
    static <T> T within(String region, Supplier<T> work) {
        return TestServices.within(region, work);
    }

    @Override
    public void close() {
        services.close();
    }
}
