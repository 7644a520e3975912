package org.youju.observation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.UiTest;
import org.youju.base.ui.PageState;
import org.youju.base.ui.Routes;
import org.youju.figure.FigureReader;
import org.youju.figure.Nature;
import org.youju.figure.Period;
import org.youju.figure.Unit;
import org.youju.observation.ObsStatus;
import org.youju.observation.Observation;
import org.youju.observation.State;
import org.youju.observation.Vintage;
import org.youju.reply.Citation;
import org.youju.reply.Grade;
import org.youju.reply.IssueDate;
import org.youju.reply.NewReply;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyService;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

class SourceBadgeTest extends UiTest {

    private static final Unit YI = new Unit("亿元", "CNY 100 million", "money", "元", BigDecimal.valueOf(100_000_000),
            false, "CNY", List.of());
    private static final Unit YUAN = new Unit("元", "CNY", "money", "元", BigDecimal.ONE, false, "CNY", List.of());
    private static final String TEXT = "## 一、经济\n\n总的很好。2023年税收约310亿元，同比增长。";
    private static int documents;

    @Autowired
    private ReplyService replies;
    @Autowired
    private Access access;

    private Observation held;
    private Observation quoted;

    @BeforeEach
    void record_two_sources() {
        documents++;
        access.runAs(SystemAccount.LOADER, () -> {
            var reply = record("据发改〔2024〕" + documents + "号", "2024-04-25", Grade.A, null);
            replies.freeze(reply.id(), TEXT.getBytes(StandardCharsets.UTF_8), "text/plain", TEXT);
            int start = TEXT.indexOf("约310亿元");
            held = statement(1, replies.reply(reply.id()), "约310亿元", ObsStatus.A, null, null,
                    List.of(replies.cite(reply.id(), start, start + 6)));
            var other = record(null, null, Grade.C, "https://example.org/x");
            quoted = statement(2, other, "309亿元", ObsStatus.V, Vintage.FORECAST, null,
                    List.of(replies.quote(other.id(), "309亿元")));
            return null;
        });
        logIn("leader", Role.Names.VIEWER);
    }

    private Reply record(String docNo, String date, Grade grade, String url) {
        return replies.record(new NewReply("BADGE" + documents + grade, ReplyKind.REPLY, docNo, "文件" + documents, "区发改委",
                null, date == null ? null : new IssueDate(date), Publicity.PUBLIC, grade, url, null));
    }

    private static Observation statement(long id, Reply reply, String printed, ObsStatus status, Vintage vintage,
            String uncited, List<Citation> citations) {
        return new Observation(id, "TAX", "310105", null, Period.parse("2023"), null, reply,
                new FigureReader(List.of(YUAN, YI)).read(printed, YI, Nature.FLOW), status, vintage, null, State.APPROVED, null,
                uncited, "clerk", Instant.EPOCH, Observation.OPEN_END, citations);
    }

    @Test
    void a_press_shows_document_sentence_and_what_is_recorded() {
        var popover = open(new SourceBadge(held));
        assertThat(text(popover)).contains("据发改〔2024〕" + documents + "号", "主动公开 · 2024-04-25", "官方发布",
                "第一部分第1段", "“2023年税收", "约310亿元", "，同比增长。”", "305–315", "2023年", "已审定")
                .doesNotContain("总的很好", "##");
        assertThat(links(popover)).contains(Routes.reply(held.reply().id(), held.citations().getFirst().id()),
                Routes.indicator("TAX", PageState.DEFAULT.withRegion("310105")));
    }

    @Test
    void the_button_says_what_it_opens_and_nothing_is_made_before() {
        UI.getCurrent().add(new SourceBadge(held));
        assertThat(button().getAriaLabel()).contains("看约310亿元的出处：据发改〔2024〕" + documents + "号");
        assertThat(_find(Popover.class)).isEmpty();
    }

    @Test
    void an_unvalidated_source_without_text_or_date_says_all_of_that() {
        var popover = open(new SourceBadge(quoted));
        assertThat(text(popover)).contains("日期未印", "非官方", "“309亿元”", "全文未存", "已审定 · 待核实 · 预计");
        assertThat(links(popover)).contains("https://example.org/x");
    }

    @Test
    void a_figure_that_its_words_do_not_state_says_so_wherever_it_is_cited_and_why() {
        var corrected = new Observation(4, "TAX", "310105", null, Period.parse("2023"), null, held.reply(),
                new FigureReader(List.of(YUAN, YI)).read("约312亿元", YI, Nature.FLOW), ObsStatus.A, null, null, "按决算更正",
                State.APPROVED, "按决算更正", null, "clerk", Instant.EPOCH, Observation.OPEN_END, held.citations(), null);
        var badge = new SourceBadge(corrected);
        var popover = open(badge);
        assertThat(badge.getElement().getTextRecursively()).contains("与引文不一致");
        assertThat(text(popover)).contains("约310亿元", "约312亿元", "与引文不一致", "理由：按决算更正");
        assertThat(new QuotedFigure(corrected).getText()).isEqualTo("约312亿元（与引文不一致）");
        assertThat(new QuotedFigure(held).getText()).isEqualTo("约310亿元");
        assertThat(new SourceBadge(held).getElement().getTextRecursively()).doesNotContain("不一致");
    }

    @Test
    void several_sources_are_counted_and_listed() {
        var badge = new SourceBadge(List.of(held, quoted), held);
        var popover = open(badge);
        assertThat(badge.getElement().getTextRecursively()).contains("等2处");
        assertThat(text(popover)).contains("另有1处来源", "“309亿元”");
    }

    @Test
    void without_a_citation_the_reason_is_given() {
        var badge = new SourceBadge(statement(3, held.reply(), "310亿元", ObsStatus.A, null, "增速与水平值同源", List.of()));
        var popover = open(badge);
        assertThat(badge.getElement().getTextRecursively()).contains("无出处", "增速与水平值同源");
        assertThat(text(popover)).contains("没有引文，原因：增速与水平值同源");
    }

    @Test
    void a_computed_figure_shows_its_formula_and_the_source_of_each_input() {
        var evidence = Evidence.of(held, UI.getCurrent().getLocale());
        var popover = open(new SourceBadge(new Calculation("≈262.7亿元", "310÷1.18", "257.4–268.1",
                List.of(new Calculation.Input("2023年税收", evidence)))));
        assertThat(text(popover)).contains("≈262.7亿元", "推算", "310÷1.18", "257.4–268.1", "2023年税收", "约310亿元");
        assertThat(_find(popover, NativeButton.class)).hasSize(1);
    }

    @Test
    void a_figure_is_written_in_parts_and_read_as_one() {
        assertThat(new FigureText(held.figure()).getElement().getTextRecursively()).isEqualTo("约310亿元");
    }

    private Popover open(SourceBadge badge) {
        UI.getCurrent().add(badge);
        _click(button());
        var popover = _get(Popover.class);
        assertThat(popover.isOpened()).isTrue();
        return popover;
    }

    private static NativeButton button() {
        return _find(NativeButton.class, s -> s.withClasses("yj-source-badge")).getFirst();
    }

    private static String text(Popover popover) {
        return popover.getElement().getTextRecursively();
    }

    private static List<String> links(Popover popover) {
        return _find(popover, Anchor.class).stream().map(Anchor::getHref).toList();
    }
}
