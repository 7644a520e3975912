package org.youju.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every text. */
class ExtractorProperties {

    static final List<String> PIECES = List.of("2023年", "今年", "上半年", "十四五", "“十四五”", "近三年来", "截至目前", "至", "底",
            "1—5月",
            "1", "12", "3.5", "1,286.45", "１２，３４５", "１", "．", "万", "亿", "千", "百余", "数十", "一", "两", "零", "元", "个", "家",
                    "%", "％", "百分点",
            "个百分点", "百分之", "成", "倍", "翻了两番多", "第一", "第", "位", "居全市", "约", "超过", "不少于", "最长", "以上", "左右", "余", "多",
                    "每人每月",
            "每", "/平方米·月", "分别", "为", "、", "和", "，", "。", "；", "：", "\n", "\n\n", "\r\n", "— 2 —", "#", "**", "《", "》",
                    "“", "”", "(",
            "）", "|", "\t", "其中", "累计", "计划", "力争", "将", "拟", "增长", "下降", "由", "提高到", "占", "比重", "率", "标准", "补贴", "8:2",
                    "比",
            "一是", "（一）", "一、", "联系人", "联系电话：", "22051162", "http://", "〔2024〕19号", "某某代表：", "。".repeat(3), " ",
                    "\u3000", "-",
            "—", ".", ",", "\ud83d", "\ude00", "\u0000", "²", "x", "长宁", "企业", "三", "几", "半数", "一半", "「", "」", "个和",
                    "、2022年", "三季度末", "三年来", "全年预算", "自2019年启动以来", "最高不超过",
            "投资", "的", "控制在", "概算", "12345热线", "2023年统计公报\n", "号", "岁", "连续", "大", "同比增加", "天", "2024年2月30日",
                    "二〇二四年六月二十日", "99999999999999999999");

    @Property(tries = 2000)
    void no_text_makes_it_fail_and_spans_lie_in_order_and_apart(@ForAll("texts") String text) {
        holds(text);
    }

    @Property(tries = 1000)
    void no_string_makes_it_fail(@ForAll String text) {
        holds(text);
    }

    static void holds(String text) {
        var extraction = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Extractor.read(text));
        var end = 0;
        for (var figure : extraction.figures()) {
            assertThat(figure.start()).isGreaterThanOrEqualTo(end);
            assertThat(figure.end()).isGreaterThan(figure.start()).isLessThanOrEqualTo(text.length());
            assertThat(figure.span()).isEqualTo(text.substring(figure.start(), figure.end()));
            assertThat(figure.unit()).isNotBlank();
            var linked = figure.belongsTo();
            assertThat(linked == null || linked >= 0
                    && extraction.figures().get(linked).start() < figure.start()).isTrue();
            end = figure.end();
        }
        var passed = 0;
        for (var number : Extractor.passedOver(text)) {
            assertThat(number.start()).isGreaterThanOrEqualTo(passed);
            assertThat(number.end()).isLessThanOrEqualTo(text.length());
            assertThat(extraction.figures()).noneMatch(f -> f.start() < number.end() && number.start() < f.end());
            passed = number.end();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(PIECES).list().ofMaxSize(60).map(pieces -> String.join("", pieces));
    }

    /** What a quadratic step would take minutes for. Time would measure the machine; a generous limit does not. */
    @Example
    void a_long_text_of_one_sign_after_another_is_read_in_time() {
        for (var piece : List.of("1", "十", "1,", "1、", "1.", "每", "每人", "(", "《", "“", "2023", "2023年", "第一", "百分之",
                "1个", "约", "增长5%、",
                "分别为1、2、", "12\n", "1|", "|\n", "\t", "\n", "#\n", "关于", "2023年-", "1至", "翻", "拟", "计划", "其中1元",
                        "https://", "联系电话:1", "、", "万", "（", "「", "“《", "数三", "半数", "近半", "1个、",
                "2021、", "2021年、", "第1号", "第一届", "一大", "连续1", "1:2", "自2019年", "最高不超过", "《关于", "资金1万，", "2023年公报\n",
                "建成后1个，", "1234567，", "a1")) {
            var text = piece.repeat(200_000 / piece.length());
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Extractor.read(text), piece);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Extractor.passedOver(text), piece);
        }
    }
}
