package org.youju.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.security.access.AccessDeniedException;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.base.LostRace;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Translations;
import org.youju.check.SampleStatements;
import org.youju.figure.Fineness;
import org.youju.figure.Interval;
import org.youju.figure.Period;
import org.youju.indicator.IndicatorService;
import org.youju.observation.CellKey;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.observation.news.CellsChanged;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Role;
import org.youju.security.Scope;
import org.youju.security.audit.Audited;

class ObservationFormsTest extends BothEnginesTest {

    private static final String TEXT = "2023年，数字经济完成综合税收约310亿元。";
    private static final CellKey TAX = cell("2023");

    private final List<Object> told = new ArrayList<>();
    private TestServices services;
    private ObservationForms forms;

    @BeforeEach
    void open() {
        services = new TestServices(database, "org.youju.indicator", "org.youju.reply", "org.youju.observation",
                "org.youju.check", "org.youju.commitment", "org.youju.workflow", "org.youju.extraction", "org.youju.entry");
        forms = services.get(ObservationForms.class);
        clerk(() -> {
            var indicators = services.get(IndicatorService.class);
            indicators.addUnits(SampleStatements.CATALOGUE.units());
            indicators.addThemes(SampleStatements.CATALOGUE.themes());
            indicators.addRegions(SampleStatements.CATALOGUE.regions());
            indicators.addIndicators(SampleStatements.CATALOGUE.indicators().stream()
                    .filter(it -> it.code().matches("(DE_TAX|DE_TAX_GROWTH|EC_GDP|FI_TAX_TOTAL|DE_TAX_SHARE)")).toList());
            return null;
        });
        services.get(ApplicationEventMulticaster.class).addApplicationListener(
                (ApplicationListener<ApplicationEvent>) event -> {
                    if (event instanceof PayloadApplicationEvent<?> it) {
                        told.add(it.getPayload());
                    }
                });
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void a_figure_of_any_period_is_kept_with_its_excuse_audited_and_told() {
        var id = save(entry(cell("2021/2023"), "约900亿元", null, "内部报表"));
        var row = row(id);
        assertThat(row.period()).isEqualTo(Period.parse("2021/2023"));
        assertThat(row.uncitedReason()).isEqualTo("内部报表");
        assertThat(told).filteredOn(Audited.class::isInstance).isNotEmpty();
        assertThat(told).filteredOn(CellsChanged.class::isInstance).singleElement()
                .satisfies(it -> assertThat(((CellsChanged) it).prepared()).containsExactly(cell("2021/2023")));
        assertThat(save(entry(cell("2021/2023"), "约900亿元", null, "内部报表"))).as("the same").isEqualTo(id);
    }

    @Test
    void a_figure_is_kept_with_its_words_and_another_needs_a_reason() {
        var reply = reply("A");
        var quote = new Quote.Written(reply, "约310亿元");
        assertRefused("observation.departure.due", () -> save(entry(TAX, "320亿元", quote, null)));
        assertThat(standing(TAX).shown()).isEmpty();
        var id = save(new ObservationEntry(TAX, "320亿元", quote, null, "", "原文笔误"));
        assertThat(row(id)).satisfies(it -> {
            assertThat(it.reply().id()).isEqualTo(reply);
            assertThat(it.citations()).hasSize(1);
            assertThat(it.departure()).isEqualTo("原文笔误");
        });
        assertThat(row(save(entry(TAX, "约310亿元", null, null))).comment()).isNull();
        assertThat(clerk(() -> forms.sight(standing(TAX), "320", Optional.empty())).orElseThrow().departure()).isPresent();
        assertThat(clerk(() -> forms.sight(standing(TAX), "约320",
                Optional.of(new Quote.Written(reply, "约320亿元")))).orElseThrow().departure()).isEmpty();
    }

    @Test
    void words_of_another_year_than_the_period_are_named_and_kept_for_a_reason() {
        var reply = reply("A");
        var seen = clerk(() -> services.get(ReplyService.class).textOf(reply)).orElseThrow();
        var quote = new Quote.Place(seen, TEXT.indexOf("约310"), TEXT.indexOf("。"));
        var due = clerk(() -> forms.sight(standing(cell("2024")), "约310亿元", Optional.of(quote))).orElseThrow()
                .departure().orElseThrow();
        assertThat(new Translations().getTranslation(due.key(), Locale.SIMPLIFIED_CHINESE, due.arguments()))
                .as("their sentence says when").contains("“约310亿元”说的是2023年，这里填的是2024年");
        assertThat(new Translations().getTranslation(due.key(), Locale.ENGLISH, due.arguments()))
                .contains("speak of 2023, and this figure is of 2024");
        assertThat(clerk(() -> forms.sight(standing(TAX), "约310亿元", Optional.of(quote))).orElseThrow().departure())
                .isEmpty();
        assertThat(clerk(() -> forms.sight(standing(cell("2024")), "约310亿元",
                Optional.of(new Quote.Written(reply, "约310亿元")))).orElseThrow().departure())
                .as("written words, where the text has them").isPresent();
        assertRefused("observation.departure.time", () -> save(entry(cell("2024"), "约310亿元", quote, null)));
        assertRefused("observation.departure.both", () -> save(entry(cell("2024"), "约315亿元", quote, null)));
        assertRefused("observation.departure.time", () -> save(entry(cell("2024-12-31"), "约310亿元", quote, null)));
        save(entry(cell("2023-12-31"), "约310亿元", quote, null));
        save(entry(cell("2022/2024"), "约310亿元", quote, null));
        var id = save(new ObservationEntry(cell("2024"), "约310亿元", quote, null, "", "上年数沿用"));
        assertThat(row(id).departure()).isEqualTo("上年数沿用");
        assertThat(row(save(entry(cell("2024"), "约3100000万元", null, null))).departure())
                .as("no figure was why it was given").isEqualTo("上年数沿用");
    }

    @Test
    void a_refusal_calls_things_by_their_names_in_its_language() {
        var draft = save(entry(TAX, "310", null, null));
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE, () -> clerk(() -> services.get(ObservationService.class)
                .submit(List.of(draft))))).contains("数字经济综合税收 在 2023年").doesNotContain("DE_TAX");
        assertThat(sentence(Locale.ENGLISH, () -> clerk(() -> services.get(ObservationService.class)
                .submit(List.of(draft))))).doesNotContain("DE_TAX");
        assertThat(sentence(Locale.SIMPLIFIED_CHINESE, () -> TestServices.as("zhao", Role.APPROVER,
                () -> services.get(ObservationService.class).approve(List.of(draft)))))
                .contains("数字经济综合税收 在 2023年", "现为 草稿");
    }

    private static String sentence(Locale locale, ThrowingCallable refused) {
        var refusal = catchThrowableOfType(RuleViolation.class, refused);
        return new Translations().getTranslation(refusal.key(), locale, refusal.arguments());
    }

    @Test
    void what_is_approved_is_corrected_with_a_reason_or_stated_by_another_document() {
        var first = reply("A");
        approve(save(entry(TAX, "约310亿元", new Quote.Written(first, "约310亿元"), null)));
        assertRefused("observation.step.correct-reason", () -> save(entry(TAX, "约311亿元", null, null)));
        var other = reply("B");
        var second = save(entry(TAX, "约310亿元", new Quote.Written(other, "约310亿元"), null));
        assertThat(row(second).reply().id()).isEqualTo(other);
        assertThat(row(second).reason()).isNull();
        approve(second);
        assertThat(standing(TAX).approved()).hasSize(2);
        var corrected = save(new ObservationEntry(TAX, "约311亿元", new Quote.Written(first, "2023年"), null, "核对原件", ""));
        assertThat(row(corrected)).satisfies(it -> {
            assertThat(it.reply().id()).isEqualTo(first);
            assertThat(it.reason()).isEqualTo("核对原件");
            assertThat(it.citations()).singleElement().satisfies(c -> assertThat(c.exact()).isEqualTo("2023年"));
        });
        assertThat(standing(TAX).approved()).as("stays until it is approved").hasSize(2);
    }

    @Test
    void who_comes_second_is_told_and_nothing_is_lost() throws Exception {
        var seen = standing(TAX);
        TestServices.as("wu", Role.STATISTICIAN, () -> forms.save(entry(TAX, "299", null, null), standing(TAX)));
        assertThatThrownBy(() -> clerk(() -> forms.save(entry(TAX, "310", null, null), seen)))
                .isInstanceOfSatisfying(LostRace.class, it -> assertThat(it.arguments()).containsExactly("wu"));
        assertThat(standing(TAX).draft().figure().printed()).isEqualTo("299");
        var now = standing(TAX);
        try (var people = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4).<Callable<Boolean>>mapToObj(who -> () -> {
                try {
                    TestServices.as("clerk" + who, Role.STATISTICIAN, () -> forms.save(entry(TAX, "3" + who, null, null), now));
                    return true;
                } catch (LostRace lost) {
                    return false;
                }
            }).toList();
            assertThat(people.invokeAll(all).stream().filter(it -> it.resultNow())).hasSize(1);
        }
    }

    @Test
    void only_who_keeps_figures_of_a_cell_keeps_them_and_what_waits_is_locked() {
        var seen = standing(TAX);
        assertThatThrownBy(() -> TestServices.as("zhao", Role.APPROVER, () -> forms.save(entry(TAX, "1", null, null), seen)))
                .isInstanceOf(AccessDeniedException.class);
        var others = new Scope(Set.of("310105"), Set.of("STATS"));
        assertRefused("observation.cell.scope", () -> TestServices.as("wu", Role.STATISTICIAN, others,
                () -> forms.save(entry(TAX, "1", null, null), seen)));
        var draft = save(entry(TAX, "310", null, "内部报表"));
        assertThat(TestServices.as("wu", Role.STATISTICIAN, others, () -> forms.standing(TAX)).draft()).isNull();
        clerk(() -> services.get(ObservationService.class).submit(List.of(draft)));
        assertRefused("observation.cell.submitted", () -> save(entry(TAX, "311", null, null)));
        assertRefused("entry.period.unknown", () -> save(entry(cell("unknown"), "311", null, null)));
        assertRefused("entry.text.EMPTY", () -> save(entry(cell("2022"), " ", null, null)));
    }

    @Test
    void the_change_on_the_year_before_is_certain_only_where_intervals_say_so() {
        save(entry(cell("2022"), "约300亿元", null, null));
        var sure = clerk(() -> forms.sight(standing(TAX), "约330亿元", Optional.empty())).orElseThrow().change().orElseThrow();
        assertThat(sure.value()).isEqualByComparingTo("30");
        assertThat(sure.rate()).isEqualByComparingTo("10");
        assertThat(sure.isCertain()).isTrue();
        assertThat(clerk(() -> forms.sight(standing(TAX), "约305亿元", Optional.empty())).orElseThrow().change().orElseThrow()
                .isCertain()).isFalse();
        assertThat(clerk(() -> forms.sight(standing(cell("2021/2023")), "约305亿元", Optional.empty())).orElseThrow().change()).isEmpty();
        assertThat(clerk(() -> forms.sight(standing(TAX), "", Optional.empty()))).isEmpty();
    }

    @Test
    void periods_are_read_in_words_and_one_goes_on_to_the_next() {
        assertThat(List.of("2023", "2023年", "2023年度", " 2023 ").stream().map(forms::period)).containsOnly(new Period.Year(2023));
        assertThat(forms.period("2023年上半年").code()).isEqualTo("2023-S1");
        assertThat(forms.period("2023年一季度").code()).isEqualTo("2023-Q1");
        assertThat(forms.period("2024年4月25日").code()).isEqualTo("2024-04-25");
        assertThat(forms.period("2021–2023").code()).isEqualTo("2021/2023");
        assertThat(forms.period("2021-2023").code()).isEqualTo("2021/2023");
        assertThat(forms.period("截至2024-04-25").code()).as("as the board prints it").isEqualTo("../2024-04-25");
        assertRefused("entry.period.NOT_A_CODE", () -> forms.period("很久以前"));
    }

    @Test
    void a_number_is_printed_no_finer_than_it_is_known() {
        var known = Interval.closed(new BigDecimal("4.5"), new BigDecimal("15.5"));
        assertThat(Fineness.rounded(BigDecimal.TEN, known, 6)).contains(BigDecimal.TEN);
        assertThat(Fineness.rounded(new BigDecimal("3.226"), Interval.closed(new BigDecimal("1.45"), new BigDecimal("5")), 1))
                .contains(new BigDecimal("3"));
        assertThat(Fineness.rounded(new BigDecimal("2"), known, 6)).as("nothing is left of it").isEmpty();
        assertThat(Fineness.rounded(BigDecimal.TEN, Interval.atLeast(BigDecimal.ONE), 6)).isEmpty();
        assertThat(Fineness.rounded(new BigDecimal("2.25"), Interval.point(new BigDecimal("2.25")), 6).orElseThrow())
                .isEqualByComparingTo("2.25");
        assertThat(List.of("2023", "2023-S2", "2023-Q4", "2023-12", "2023-12-31").stream()
                .map(code -> ObservationForms.next(Period.parse(code)).orElseThrow().code()))
                .containsExactly("2024", "2024-S1", "2024-Q1", "2024-01", "2024-12-31");
        assertThat(ObservationForms.next(Period.parse("2100"))).isEmpty();
        assertThat(ObservationForms.next(Period.parse("2021/2023"))).isEmpty();
    }

    private Standing standing(CellKey cell) {
        return clerk(() -> forms.standing(cell));
    }

    private long save(ObservationEntry entry) {
        return clerk(() -> forms.save(entry, forms.standing(entry.cell())));
    }

    private Observation row(long id) {
        return clerk(() -> services.get(ObservationService.class).observation(id));
    }

    private void approve(long draft) {
        var observations = services.get(ObservationService.class);
        var submitted = clerk(() -> observations.submit(List.of(draft)));
        TestServices.as("zhao", Role.APPROVER, () -> observations.approve(submitted));
    }

    private long reply(String key) {
        return clerk(() -> {
            var replies = services.get(ReplyService.class);
            var id = replies.record(new NewReply(key, ReplyKind.REPLY, null, key, "发改委" + key, null,
                    new IssueDate("2024-04-25"), Publicity.PUBLIC, Grade.A, null, null)).id();
            replies.freeze(id, TEXT.getBytes(StandardCharsets.UTF_8), "text/plain", TEXT);
            return id;
        });
    }

    private static CellKey cell(String period) {
        return new CellKey("DE_TAX", "310105", Period.parse(period));
    }

    private static ObservationEntry entry(CellKey cell, String text, @Nullable Quote quote, @Nullable String excuse) {
        return new ObservationEntry(cell, text, quote, excuse, "", "");
    }

    private static void assertRefused(String key, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleViolation.class,
                refused -> assertThat(refused.key()).isEqualTo(key));
    }

    private static <T> T clerk(Supplier<T> work) {
        return TestServices.as("clerk", Role.STATISTICIAN, work);
    }
}
