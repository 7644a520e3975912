package org.youju.extraction.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.youju.base.RuleViolation;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HeaderRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "长发改〔2024〕19号, 长发改〔2024〕19号",
        "长发改[2024] 19号, 长发改〔2024〕19号",
        "提复字【2021】第31号, 提复字〔2021〕31号",
        "农办议（2018）200号, 农办议〔2018〕200号"})
    void a_document_number_gets_the_brackets_of_the_standard(String typed, String written) {
        assertThat(HeaderRules.docNo(typed, TODAY)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19号", "长发改2024-19", "长发改〔24〕19号", "〔2024〕19号", "长发改〔2024〕号"})
    void what_is_no_document_number_is_refused(String typed) {
        assertThatThrownBy(() -> HeaderRules.docNo(typed, TODAY)).isInstanceOf(RuleViolation.class)
                .hasMessageContaining("intake.rule.docNo [");
    }

    @ParameterizedTest
    @ValueSource(strings = {"长发改〔2026〕19号", "长发改〔1024〕19号"})
    void a_document_number_is_of_a_year_that_can_be(String typed) {
        assertThatThrownBy(() -> HeaderRules.docNo(typed, TODAY)).hasMessageContaining("intake.rule.docNo.year");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-25, 2024-04-25", "2024年4月25日, 2024-04-25", "2024.4.25, 2024-04-25", "2024/04, 2024-04",
        "2024年4月, 2024-04", "2024, 2024", "2024年, 2024", "2025-03-01, 2025-03-01", "2025-03, 2025-03", "2025, 2025"})
    void a_date_is_as_exact_as_it_is_printed(String typed, String code) {
        assertThat(HeaderRules.date(typed, TODAY)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-13-01", "2023-02-29", "昨天", "24-04-25", "0204-04-25", "2024-"})
    void what_is_no_date_is_refused(String typed) {
        assertThatThrownBy(() -> HeaderRules.date(typed, TODAY)).hasMessageContaining("reply.issuedOn.illegal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-02", "2025-04", "2026"})
    void no_document_is_dated_after_today(String typed) {
        assertThatThrownBy(() -> HeaderRules.date(typed, TODAY)).hasMessageContaining("intake.rule.date.future");
    }

    @Test
    void what_may_be_left_empty_is_null() {
        assertThat(HeaderRules.docNo(" ", TODAY)).isNull();
        assertThat(HeaderRules.date("", TODAY)).isNull();
        assertThat(HeaderRules.ordinal(" ")).isNull();
        assertThat(HeaderRules.number("")).isNull();
        assertThat(HeaderRules.url("")).isNull();
        assertThat(HeaderRules.signatory("")).isNull();
        assertThat(HeaderRules.proposers(" 、 ")).isEmpty();
    }

    @Test
    void title_issuer_and_source_key_may_not_be_left_empty() {
        assertThatThrownBy(() -> HeaderRules.title(" ")).hasMessageContaining("reply.title.missing");
        assertThatThrownBy(() -> HeaderRules.issuer("")).hasMessageContaining("intake.rule.issuer");
        assertThatThrownBy(() -> HeaderRules.sourceKey("")).hasMessageContaining("reply.sourceKey.missing");
    }

    @ParameterizedTest
    @CsvSource({"15, 15", "十五, 15", "三, 3", "99, 99"})
    void a_term_is_a_number_in_digits_or_as_it_is_printed(String typed, int number) {
        assertThat(HeaderRules.ordinal(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "100", "十五届", "-1", "x"})
    void what_is_no_term_is_refused(String typed) {
        assertThatThrownBy(() -> HeaderRules.ordinal(typed)).hasMessageContaining("intake.rule.ordinal");
    }

    @ParameterizedTest
    @CsvSource({"050, 050", "第050号, 050", "TA2020021, TA2020021"})
    void the_number_of_a_proposal_keeps_its_zeros(String typed, String number) {
        assertThat(HeaderRules.number(typed)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"五十", "ABCD1", "12-3", "123456789012345678"})
    void what_is_no_number_of_a_proposal_is_refused(String typed) {
        assertThatThrownBy(() -> HeaderRules.number(typed)).hasMessageContaining("intake.rule.number");
    }

    @Test
    void proposers_stand_between_commas_of_any_kind() {
        assertThat(HeaderRules.proposers("张晓钟、林静, 瞿子涵，民盟区委")).containsExactly("张晓钟", "林静", "瞿子涵", "民盟区委");
    }

    @ParameterizedTest
    @ValueSource(strings = {"有 空格", "中文", "a.b"})
    void a_source_key_is_of_letters_digits_and_two_marks(String typed) {
        assertThatThrownBy(() -> HeaderRules.sourceKey(typed)).hasMessageContaining("intake.rule.sourceKey");
    }

    @Test
    void what_is_too_long_to_be_kept_is_refused() {
        assertThatThrownBy(() -> HeaderRules.title("题".repeat(501))).hasMessageContaining("intake.rule.long [501, 500]");
        assertThatThrownBy(() -> HeaderRules.result("好".repeat(41))).hasMessageContaining("intake.rule.long [41, 40]");
        assertThatThrownBy(() -> HeaderRules.sourceKey("k".repeat(61))).hasMessageContaining("intake.rule.sourceKey");
        assertThatThrownBy(() -> HeaderRules.proposers("名".repeat(1001))).hasMessageContaining("intake.rule.long");
    }

    @Test
    void an_address_is_one_of_the_web() {
        assertThat(HeaderRules.url("https://example.org/a")).isEqualTo("https://example.org/a");
        assertThatThrownBy(() -> HeaderRules.url("example.org")).hasMessageContaining("reply.url.illegal");
    }
}
