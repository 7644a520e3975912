package org.youju.observation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.youju.TestDatabase;
import org.youju.TestServices;
import org.youju.figure.Figure;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.indicator.Direction;
import org.youju.indicator.Indicator;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.PriceBasis;
import org.youju.indicator.Region;
import org.youju.indicator.Theme;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;

/** One indicator of one region in a database of its own, and the people who record its figures. */
public final class Ledger implements AutoCloseable {

    private static final Unit YI = new Unit("亿元", "CNY 100 million", "money", "元", BigDecimal.valueOf(100_000_000),
            false, "CNY", List.of());
    private static final Unit YUAN = new Unit("元", "CNY", "money", "元", BigDecimal.ONE, false, "CNY", List.of());

    public final TestServices services;
    public final ObservationService observations;
    public final ReplyService replies;

    public Ledger(TestDatabase database) {
        this(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation");
    }

    /** @param packages those of the services that are tried, at least the store's own three */
    public Ledger(TestDatabase database, String... packages) {
        services = new TestServices(database, packages);
        observations = services.get(ObservationService.class);
        replies = services.get(ReplyService.class);
        clerk(() -> {
            var indicators = services.get(IndicatorService.class);
            indicators.addUnits(List.of(YI));
            indicators.addThemes(List.of(new Theme("DE", "数字经济", "Digital economy", 1)));
            indicators.addRegions(List.of(new Region("310105", "长宁区", "Changning", null)));
            indicators.addIndicators(List.of(new Indicator("TAX", "税收", "Tax", "DE", null, YI, Nature.FLOW,
                    Direction.UP, PriceBasis.CURRENT, null, null, null, null, null, true, null)));
            return null;
        });
    }

    public long source(String key, String date) {
        return clerk(() -> replies.record(new NewReply(key, ReplyKind.OTHER, null, key, "发文机关", null,
                date == null ? null : new IssueDate(date), Publicity.PUBLIC, Grade.A, null, null))).id();
    }

    public NewObservation states(long source, String printed) {
        var citation = clerk(() -> replies.quote(source, printed));
        return new NewObservation("TAX", "310105", Period.parse("2023"), null, source,
                figure(printed), ObsStatus.A, null, null, null,
                List.of(citation.id()));
    }

    public static Figure figure(String printed) {
        return new FigureReader(List.of(YUAN, YI)).read(printed, YI, Nature.FLOW);
    }

    public long draft(NewObservation statement) {
        return clerk(() -> observations.draft(List.of(statement))).getFirst();
    }

    public long submit(long id) {
        return clerk(() -> observations.submit(List.of(id))).getFirst();
    }

    public long approve(long id) {
        return approver(() -> observations.approve(List.of(id))).getFirst();
    }

    public long approved(NewObservation statement) {
        return approve(submit(draft(statement)));
    }

    public List<Observation> known() {
        return observations.statements(StatementQuery.of(List.of("TAX"), "310105", null));
    }

    /** The draft that a cell was given. */
    public Observation kept(CellDrafts.Outcome outcome) {
        return clerk(() -> observations.observation(((CellDrafts.Outcome.Kept) outcome).id()));
    }

    public void pass(int hours) {
        services.pass(Duration.ofHours(hours));
    }

    public static <T> T clerk(Supplier<T> work) {
        return TestServices.as("clerk", Role.STATISTICIAN, work);
    }

    public static <T> T approver(Supplier<T> work) {
        return TestServices.as("approver", Role.APPROVER, work);
    }

    @Override
    public void close() {
        services.close();
    }
}
