package org.youju.extraction.intake.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.UiTest;
import org.youju.base.ui.Routes;
import org.youju.indicator.IndicatorService;
import org.youju.indicator.Region;
import org.youju.reply.Grade;
import org.youju.reply.Proposal;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.reply.ReplyKind;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.file.FileReading;
import org.youju.security.Access;
import org.youju.security.Role;
import org.youju.security.SystemAccount;

class IntakeViewTest extends UiTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100);
    private static final String ISSUER = "云山市碧溪区发展和改革局";

    @Autowired
    private IndicatorService indicators;
    @Autowired
    private ReplyService replies;
    @Autowired
    private Access access;

    /** Of the reply that the test hands in. */
    private int number;

    @BeforeEach
    void open_the_page() {
        if (indicators.catalogue().regions().stream().noneMatch(region -> region.code().equals("990105"))) {
            access.runAs(SystemAccount.LOADER, () -> {
                indicators.addRegions(List.of(new Region("990105", "云山市碧溪区", "Bixi District, Yunshan", null)));
                return null;
            });
        }
        number = NUMBERS.incrementAndGet();
        logIn("clerk", Role.Names.STATISTICIAN);
        visit(Routes.NEW_REPLY);
    }

    @Test
    void a_pasted_reply_is_proposed_checked_saved_and_shown() {
        paste(text());
        assertThat(field("文号").getValue()).isEqualTo("碧发改〔2024〕" + number + "号");
        assertThat(field("标题").getValue()).isEqualTo("对区政协九届二次会议第" + number + "号提案的答复");
        assertThat(field("发文机关").getValue()).isEqualTo(ISSUER);
        assertThat(field("日期").getValue()).isEqualTo("2024-04-25");
        assertThat(field("日期").getHelperText()).isEqualTo("印到日：2024年4月25日");
        assertThat(field("届").getValue()).isEqualTo("9");
        assertThat(field("次会议").getValue()).isEqualTo("2");
        assertThat(field("提出者").getValue()).isEqualTo("李大山、周小溪");
        assertThat(_get(ComboBox.class).getValue()).isEqualTo(indicators.catalogue().region("990105"));
        save();

        var reply = recorded();
        assertThat(reply.kind()).isEqualTo(ReplyKind.REPLY);
        assertThat(reply.signatory()).isEqualTo("王小明");
        assertThat(reply.publicity()).isEqualTo(Publicity.PUBLIC);
        assertThat(reply.grade()).isEqualTo(Grade.A);
        assertThat(replies.proposalOf(reply.id())).hasValueSatisfying(proposal -> {
            assertThat(proposal.body()).isEqualTo(Proposal.Body.CPPCC);
            assertThat(proposal.title()).isEqualTo("关于推进碧溪产业发展的建议");
            assertThat(proposal.proposers()).containsExactly("李大山", "周小溪");
            assertThat(proposal.result()).isEqualTo("解决或采纳");
        });
        assertThat(words()).contains("全区税收约310亿元", reply.docNo());
        _assertNone(IntakeView.class);
    }

    @Test
    void what_a_person_writes_over_a_proposal_is_what_is_recorded() {
        paste(text());
        field("标题").setValue("另一个标题");
        field("日期").setValue("2024年4月");
        assertThat(field("日期").getHelperText()).isEqualTo("印到月：2024年4月");
        field("提出者").setValue("甲，乙");
        save();
        assertThat(recorded().title()).isEqualTo("另一个标题");
        assertThat(recorded().issuedOn()).hasToString("2024-04");
        assertThat(replies.proposalOf(recorded().id()).orElseThrow().proposers()).containsExactly("甲", "乙");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "文号|19号|文号“19号”的写法不对。请写作 长发改〔2024〕19号：机关代字、年份、序号。",
        "文号|碧发改〔2924〕19号|文号的年份2924不对。请写1949年到今年之间的年份。",
        "标题|''|文件没有标题。请照原文填写标题。",
        "发文机关|''|没有发文机关。请照原文填写全称。",
        "日期|四月|日期“四月”读不懂。请写作 2025-01-08、2025-01 或 2025。",
        "届|''|答复提案或建议的文件要填这一项。请照原文填写；不答复提案的，请在“届次属于”里选“不答复提案或建议”。",
        "届|一百|“一百”不是届次。请写1到99的数，如 15 或 十五。",
        "次会议|0|“0”不是届次。请写1到99的数，如 15 或 十五。",
        "编号|五十|编号“五十”的写法不对。请照原文写数字，前面最多三个大写字母，如 050 或 TA2020021。",
        "案由|''|答复提案或建议的文件要填这一项。请照原文填写；不答复提案的，请在“届次属于”里选“不答复提案或建议”。",
        "提出者|''|答复提案或建议的文件要填这一项。请照原文填写；不答复提案的，请在“届次属于”里选“不答复提案或建议”。",
        "地址|gov.cn/1|地址“gov.cn/1”不是网址。请以 http:// 或 https:// 开头。",
        "来源键|''|来源没有键。请填写来源键，如 CN_GWR2024。",
        "来源键|中 文|来源键“中 文”含有不能用的字符或太长。请用60个以内的字母、数字、下划线或连字符，如 CN_GWR2024。"})
    void what_is_wrong_is_said_at_its_field_and_nothing_is_recorded(String label, String typed, String sentence) {
        paste(text());
        field(label).setValue(typed);
        save();
        assertThat(field(label).isInvalid()).isTrue();
        assertThat(field(label).getErrorMessage()).isEqualTo(sentence);
        assertThat(words()).contains("有1处要改，已在字段下说明。填写的内容都还在。");
        assertThat(replies.search(new ReplyQuery("第" + number + "号提案", null, null, null, false), 0, 1000)).isEmpty();
    }

    @Test
    void no_document_is_dated_after_today() {
        paste(text());
        field("日期").setValue("2100");
        save();
        assertThat(field("日期").getErrorMessage()).startsWith("日期2100晚于今天（");
    }

    @Test
    void kind_publicity_and_grade_have_to_be_chosen() {
        paste("没有题头的一段话，全区税收约" + number + "亿元。");
        save();
        assertThat(select("类别").getErrorMessage()).isEqualTo("请选择文件类别。");
        assertThat(select("公开属性").getErrorMessage()).isEqualTo("请选择公开属性；原文没有写的，先问发文机关。");
        assertThat(select("来源等级").getErrorMessage()).isEqualTo("请选择来源等级：官方发布、转载或报刊、非官方。");
    }

    @Test
    void a_proposal_needs_its_region() {
        paste(text());
        _get(ComboBox.class).clear();
        save();
        assertThat(_get(ComboBox.class).getErrorMessage()).startsWith("答复提案或建议的文件要填这一项。");
    }

    @Test
    void a_number_of_nobody_s_proposal_is_refused_and_a_document_that_answers_none_is_recorded_without() {
        paste(text());
        select("届次属于").setValue(null);
        save();
        assertThat(select("届次属于").getErrorMessage()).startsWith("填了届次或编号，却没有选属于政协还是人大。");
        List.of("届", "次会议", "编号").forEach(label -> field(label).clear());
        save();
        assertThat(replies.proposalOf(recorded().id())).isEmpty();
    }

    @Test
    void a_work_report_has_no_proposal() {
        paste(text());
        select("类别").setValue(ReplyKind.WORK_REPORT);
        _assertNone(ComboBox.class);
        save();
        assertThat(recorded().kind()).isEqualTo(ReplyKind.WORK_REPORT);
        assertThat(replies.proposalOf(recorded().id())).isEmpty();
    }

    @Test
    void a_source_key_that_is_taken_is_said_at_its_field_and_what_was_typed_stays() {
        paste(text());
        save();
        var key = recorded().sourceKey();
        number = NUMBERS.incrementAndGet();
        visit(Routes.NEW_REPLY);
        paste(text());
        field("标题").setValue("打了半天的标题");
        field("来源键").setValue(key);
        save();
        assertThat(field("来源键").getErrorMessage()).isEqualTo("来源键“" + key + "”已有文件。请换一个键，或打开已有的那份。");
        assertThat(field("标题").getValue()).isEqualTo("打了半天的标题");
        field("来源键").setValue(key + "_B");
        save();
        assertThat(recorded().title()).isEqualTo("打了半天的标题");
    }

    @Test
    void contact_persons_are_hidden_and_no_field() {
        paste(text());
        assertThat(words()).contains("联系人：＊＊＊", "联系电话：＊＊＊＊＊＊＊＊", "联系人和电话已遮住")
                .doesNotContain("赵某某", "62345678");
        assertThat(_find(TextField.class)).extracting(TextField::getValue).doesNotContain("赵某某", "62345678");
    }

    @Test
    void the_same_file_again_leads_to_its_reply() {
        paste(text());
        save();
        var reply = recorded();
        visit(Routes.NEW_REPLY);
        handIn("again.md", text());
        assertThat(words()).contains("已收过", "与已登记的原件完全相同，不再收一次：");
        _assertOne(Anchor.class, spec -> spec.withPredicate(it -> it.getHref().equals(Routes.reply(reply.id()))));
        _assertNone(HeaderForm.class);
    }

    @Test
    void the_same_number_is_offered_as_a_new_version_which_says_what_became_of_the_citations() {
        paste(text());
        save();
        var reply = recorded();
        cite(reply, "约310亿元");
        cite(reply, "6100余家");
        visit(Routes.NEW_REPLY);
        paste(text().replace("6100余家", "七千家").replace("现答复如下", "现更正答复如下"));
        assertThat(words()).contains(ISSUER + "的" + reply.docNo() + "已经登记：");
        _click(_get(Button.class, spec -> spec.withText("收为它的新版本")));

        assertThat(words()).contains(reply.docNo() + "：已收为第2版", "引文在新正文里找到1处，未找到1处。");
        _assertOne(Anchor.class, spec -> spec.withText("去安放未找到的1处引文"));
        assertThat(replies.textOf(reply.id()).orElseThrow().number()).isEqualTo(2);
        assertThat(isFolded()).isTrue();
        _click(_get(Button.class, spec -> spec.withText("继续收文")));
        assertThat(isFolded()).isFalse();
    }

    @Test
    void a_number_that_is_wrong_is_mended_and_the_document_is_one_of_its_own() {
        paste(text());
        save();
        visit(Routes.NEW_REPLY);
        paste(text() + "\n\n附件");
        _click(_get(Button.class, spec -> spec.withText("文号有误，去改")));
        save();
        assertThat(field("文号").getErrorMessage()).startsWith(ISSUER + "的“碧发改〔2024〕" + number + "号”已经登记。");

        field("文号").setValue("碧发改〔2024〕9" + number + "号");
        assertThat(words()).doesNotContain("已经登记：");
        field("来源键").setValue("MENDED_" + number);
        field("编号").setValue("9" + number);
        save();
        assertThat(replies.withSourceKey("MENDED_" + number)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "空.txt|''|文件里没有文字。请换一份有正文的文件。",
        "表.xlsx|abc|不能读取“表.xlsx”这种文件。请上传 .docx、.doc、.pdf、.ofd、.html、.txt 或 .md。",
        "坏.pdf|%PDF-1.7 坏|文件已损坏或不完整，读不出来。请重新下载，或用办公软件打开并另存，再上传。",
        "其实.docx|%PDF-1.7 坏|“其实.docx”的内容其实是 .pdf 文件。请把扩展名改为 .pdf，或另存为所需格式后再上传。"})
    void a_file_that_cannot_be_read_is_refused_in_a_sentence(String name, String content, String sentence) {
        var before = replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000).size();
        handIn(name, content);
        assertThat(words()).contains(name, "未收", sentence);
        _assertNone(HeaderForm.class);
        assertThat(isFolded()).isFalse();
        assertThat(replies.search(new ReplyQuery(null, null, null, null, false), 0, 1000)).hasSize(before);
    }

    @Test
    void a_file_that_the_browser_holds_back_is_refused_in_a_sentence_too() {
        _get(IntakeView.class).refuse("大.pdf", FileReading.tooBig(35_651_584));
        assertThat(words()).contains("大.pdf", "文件有34MB，最多可读20MB。请删去图片或拆成几份再上传。");
    }

    @Test
    void an_empty_paste_is_said_at_the_field() {
        _click(_get(Button.class, spec -> spec.withText("读取这段文字")));
        assertThat(_get(TextArea.class).getErrorMessage()).isEqualTo("还没有粘贴文字。请粘贴答复全文。");
    }

    @Test
    void a_reading_ends_when_it_is_cancelled_and_a_file_that_waits_is_never_read() {
        var view = _get(IntakeView.class);
        view.take("很长.txt", "全区税收约310亿元，企业6100余家。\n".repeat(350_000).getBytes(StandardCharsets.UTF_8));
        view.take("等着.txt", "企业6100余家。".getBytes(StandardCharsets.UTF_8));
        assertThat(words()).contains("正在读取", "等待");
        _click(_get(Button.class, spec -> spec.withPredicate(
                it -> it.getAriaLabel().filter("取消读取“等着.txt”"::equals).isPresent())));
        _click(_get(Button.class, spec -> spec.withPredicate(
                it -> it.getAriaLabel().filter("取消读取“很长.txt”"::equals).isPresent())));
        awaitReading();
        assertThat(_find(FileRow.class)).extracting(FileRow::state).allMatch(FileState.Refused.class::isInstance);
        assertThat(words()).contains("已取消读取，没有保存任何内容。");
        _assertNone(HeaderForm.class);
    }

    @Test
    void several_files_are_checked_one_after_another() {
        var view = _get(IntakeView.class);
        view.take("一.md", text().getBytes(StandardCharsets.UTF_8));
        var first = number;
        number = NUMBERS.incrementAndGet();
        view.take("二.md", text().getBytes(StandardCharsets.UTF_8));
        awaitReading();
        assertThat(field("编号").getValue()).isEqualTo(Integer.toString(first));
        save();
        assertThat(field("编号").getValue()).isEqualTo(Integer.toString(number));
        assertThat(words()).contains("已收");
        _click(_get(Button.class, spec -> spec.withText("放弃这一份")));
        assertThat(words()).contains("已放弃，没有保存任何内容。");
        assertThat(replies.search(new ReplyQuery("第" + number + "号提案", null, null, null, false), 0, 1000)).isEmpty();
        assertThat(isFolded()).isFalse();
    }

    @Test
    void what_was_typed_is_not_left_behind_without_asking() {
        paste(text());
        visit(Routes.REPLIES);
        _assertOne(IntakeView.class);
        assertThat(_get(ConfirmDialog.class).isOpened()).isTrue();
    }

    @Test
    void a_text_that_was_pasted_and_not_read_yet_is_not_left_behind_without_asking() {
        _get(TextArea.class).setValue("各位委员：");
        visit(Routes.REPLIES);
        _assertOne(IntakeView.class);
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("“粘贴的文字”还没有收下");
        ComponentUtil.fireEvent(_get(ConfirmDialog.class), new ConfirmDialog.CancelEvent(_get(ConfirmDialog.class), false));
        _get(TextArea.class).setValue(" ");
        visit(Routes.REPLIES);
        _assertNone(IntakeView.class);
    }

    @Test
    void a_pasted_text_that_is_not_read_goes_back_to_where_it_was_pasted() {
        var view = _get(IntakeView.class);
        var text = "全区税收约310亿元，企业6100余家。\n".repeat(350_000);
        view.take("", text.getBytes(StandardCharsets.UTF_8));
        assertThat(view.getElement().hasAttribute("data-unsaved")).isTrue();
        _click(_get(Button.class, spec -> spec.withPredicate(
                it -> it.getAriaLabel().filter("取消读取“粘贴的文字”"::equals).isPresent())));
        assertThat(_get(TextArea.class).getValue()).isEqualTo(text);
        assertThat(view.getElement().hasAttribute("data-unsaved")).isFalse();
    }

    @Test
    void english_readers_have_the_page_in_english() {
        openTab(Locale.ENGLISH);
        visit(Routes.NEW_REPLY);
        paste(text());
        assertThat(words()).contains("Take in and save", "Contact persons and telephone numbers are hidden")
                .doesNotContain("intake.");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "STATISTICIAN")
    void other_roles_are_denied_and_see_no_way_here(Role role) {
        logIn("somebody", role.name());
        visit(Routes.NEW_REPLY);
        assertThat(words()).contains("无权查看");
        _assertNone(IntakeView.class);
        visit(Routes.REPLIES);
        _assertNone(Button.class, spec -> spec.withText("收文"));
    }

    @Test
    void the_list_of_replies_leads_here() {
        visit(Routes.REPLIES);
        _click(_get(Button.class, spec -> spec.withText("收文")));
        _assertOne(IntakeView.class);
    }

    private String text() {
        return """
                # %s文件

                碧发改〔2024〕%d号

                ## 对区政协九届二次会议第%d号提案的答复

                办理结果：解决或采纳

                签发人：王小明

                李大山、周小溪委员：

                您们提出的“关于推进碧溪产业发展的建议”提案已收悉，现答复如下：

                2023年，全区税收约310亿元，企业6100余家。

                联系人：赵某某

                联系电话：62345678

                %s

                2024年4月25日

                （此件主动公开）
                """.formatted(ISSUER, number, number, ISSUER);
    }

    private void paste(String text) {
        _get(TextArea.class).setValue(text);
        readPasted();
        awaitReading();
    }

    private static void readPasted() {
        _click(_get(Button.class, spec -> spec.withPredicate(
                it -> it.getText().equals("读取这段文字") || it.getText().equals("Read this text"))));
    }

    private void handIn(String name, String content) {
        _get(IntakeView.class).take(name, content.getBytes(StandardCharsets.UTF_8));
        awaitReading();
    }

    private static void awaitReading() {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInSameThread().pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    MockVaadin.clientRoundtrip(false);
                    return _find(FileRow.class).stream().map(FileRow::state).noneMatch(state ->
                            state instanceof FileState.Reading || state instanceof FileState.Waiting);
                });
    }

    private void save() {
        _click(_get(Button.class, spec -> spec.withText("收下并保存")));
    }

    private Reply recorded() {
        return replies.search(new ReplyQuery("碧发改〔2024〕" + number + "号", null, null, null, false), 0, 1000).getFirst();
    }

    private void cite(Reply reply, String words) {
        var at = replies.textOf(reply.id()).orElseThrow().text().indexOf(words);
        replies.cite(reply.id(), at, at + words.length());
    }

    /** Whether the place to hand files in is out of sight. */
    private static boolean isFolded() {
        return _get(DropPanel.class).getElement().hasAttribute("hidden");
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<Object> select(String label) {
        return _get(Select.class, spec -> spec.withLabel(label));
    }
}
