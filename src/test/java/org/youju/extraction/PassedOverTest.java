package org.youju.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.extraction.PassedOver.Why;

/** The review desk tells of a number that is no figure what it is instead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PassedOverTest {

    private static List<String> passedOver(String text) {
        return Extractor.passedOver(text).stream()
                .map(number -> text.substring(number.start(), number.end()) + " " + number.why()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年，完成投资3亿元          | 2023年       | DATE
            在区政协十五届三次会议上提出        | 十五届三次会议     | SESSION
            您提出的第050号提案收悉         | 第050号       | PROPOSAL_NO
            按照国办发〔2019〕50号文件要求    | 〔2019〕50号   | DOC_NO
            一是优化服务               | 一是          | ENUMERATOR
            依据《全国规划（2021—2030年）》  | 2021        | IN_TITLE
            培育“3+3”产业体系           | “3+3”       | PLAN_NAME
            联系电话：22051162         | 22051162    | PHONE
            拨打12345热线            | 12345       | PHONE
            位于文昌路88号5楼           | 88号5楼       | ADDRESS
            国道227米易段全线贯通         | 227米        | ADDRESS
            索引号：20240913          | 20240913    | RECORD
            开展第三轮巡察              | 第三          | ORDINAL
            30户以上自然村全部通路         | 30户以上       | CRITERION
            60岁及以上老年人优先          | 60岁及以上      | CRITERION
            围绕4个方面开展工作           | 4个          | STRUCTURE
            聚焦五大任务               | 五大          | STRUCTURE
            推出一批举措               | 一批          | INDEFINITE
            实施三年行动               | 三年          | DURATION
            消费增速连续8个月领先          | 连续8个月       | DURATION
            建设5G网络               | 5           | LEXICAL
            资金按5:3:2分担           | 5:3:2       | RATIO
            您提出的3条建议均已采纳         | 3条          | DEMAND
            编制计划7份以外还有42         | 42          | NO_UNIT
            """)
    void a_number_that_is_no_figure_has_its_reason(String text, String span, Why why) {
        assertThat(passedOver(text)).contains(span + " " + why);
    }

    @Test
    void a_figure_is_not_passed_over() {
        assertThat(passedOver("新增企业29家，增长33%")).isEmpty();
    }

    @Test
    void positions_are_of_the_text_as_it_is_with_its_breaks() {
        assertThat(passedOver("总数１２\n３４５户，其中２０２３年")).containsExactly("２０２３年 DATE");
    }
}
