package org.youju.observation;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.youju.YoujuApplication;
import org.youju.entry.CellAnswer;
import org.youju.entry.CellEdit;
import org.youju.entry.Sheets;
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
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.SystemAccount;

/**
 * Records figures, by turns as the statement of a document, which is handed over and every other time approved, and as a
 * cell of the year sheet; prints each step as soon as it is acknowledged, until it is killed.
 */
final class DurableWriter {

    static final String ACKNOWLEDGED = "ACKNOWLEDGED ";

    /** How each figure ends: a line that lacks it was cut off. */
    static final String WHOLE = "家";

    private DurableWriter() {
    }

    public static void main(String[] args) {
        var context = new SpringApplicationBuilder(YoujuApplication.class)
                .run("--server.address=127.0.0.1", "--server.port=0");
        var observations = context.getBean(ObservationService.class);
        var replies = context.getBean(ReplyService.class);
        var sheet = context.getBean(Sheets.class);
        var unit = new Unit("家", "firms", "enterprise", "家", BigDecimal.ONE, true, "NUMBER", List.of());
        var reader = new FigureReader(List.of(unit));
        var access = context.getBean(Access.class);
        access.runAs(SystemAccount.LOADER, () -> {
            var indicators = context.getBean(IndicatorService.class);
            indicators.addUnits(List.of(unit));
            indicators.addThemes(List.of(new Theme("T", "主题", "Theme", 1)));
            indicators.addRegions(List.of(new Region("310105", "长宁区", "Changning", null)));
            indicators.addIndicators(List.of(new Indicator("FIRMS", "企业数", "Firms", "T", null, unit, Nature.STOCK,
                    Direction.UP, PriceBasis.NONE, null, null, null, null, null, true, null)));
            for (int n = 1;; n++) {
                var reply = replies.record(new NewReply("R" + n, ReplyKind.REPLY, null, "答复" + n, "发改委", null, null,
                        Publicity.PUBLIC, Grade.A, null, null));
                var citation = replies.quote(reply.id(), n + "余家");
                var drafts = observations.draft(List.of(new NewObservation("FIRMS", "310105", Period.parse("2023"), null,
                        reply.id(), reader.read(n + "余家", unit, Nature.STOCK), ObsStatus.A, null, null, null,
                        List.of(citation.id()))));
                acknowledge(n + "余家");
                var submitted = observations.submit(drafts);
                acknowledge(State.SUBMITTED + " " + n + "余家");
                if (n % 2 == 0) {
                    access.runAs(SystemAccount.RELEASER, () -> observations.approve(submitted));
                    acknowledge(State.APPROVED + " " + n + "余家");
                }
                var typed = "约" + n + "家";
                var answer = sheet.save("310105", List.of(new CellEdit("FIRMS",
                        "%d-%02d".formatted(1950 + n / 12, 1 + n % 12), typed, 0, null))).getFirst();
                if (answer instanceof CellAnswer.Taken) {
                    acknowledge(typed);
                }
            }
        });
    }

    private static void acknowledge(String printed) {
        System.out.println(ACKNOWLEDGED + printed);
        System.out.flush();
    }
}
