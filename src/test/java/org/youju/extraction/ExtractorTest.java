package org.youju.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One sentence for each rule of the grammar. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtractorTest {

    private static final LocalDate DATE = LocalDate.of(2024, 4, 25);

    private static List<Candidate> read(String text) {
        return Extractor.read(text, DATE).figures();
    }

    private static Candidate one(String text) {
        var figures = read(text);
        assertThat(figures).as(text).hasSize(1);
        return figures.getFirst();
    }

    private static String spans(String text) {
        return read(text).stream().map(Candidate::span).collect(Collectors.joining("|"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            共有29个                | 29个           | 29            | 个      | EXACT
            完成税收约 310 亿元       | 约 310 亿元      | 31000000000   | 元      | ABOUT
            拥有企业 6100 余家        | 6100 余家       | 6100          | 家      | AND_MORE
            惠及130余万平方米         | 130余万平方米     | 1300000       | 平方米    | AND_MORE
            投入8亿余元              | 8亿余元         | 800000000     | 元      | AND_MORE
            收入突破1.2万亿元         | 突破1.2万亿元     | 1200000000000 | 元      | MORE_THAN
            收入超过了50亿元          | 超过了50亿元      | 5000000000    | 元      | MORE_THAN
            网络零售额1,286.45亿元    | 1,286.45亿元    | 128645000000  | 元      | EXACT
            达４８６．５亿元          | ４８６．５亿元     | 48650000000   | 元      | EXACT
            新增 1 208 户           | 1 208 户       | 1208          | 户      | EXACT
            遴选百余名青年            | 百余名          | 100           | 人      | AND_MORE
            走访数十家企业            | 数十家          | 20            | 家      | AND_MORE
            近百家企业启动            | 近百家          | 100           | 家      | NEARLY
            拆除六千四百平方米         | 六千四百平方米      | 6400          | 平方米    | EXACT
            建筑面积约一百二十万平方米   | 约一百二十万平方米   | 1200000       | 平方米    | ABOUT
            办结率超过九成            | 超过九成         | 90            | %      | MORE_THAN
            满意度接近百分之九十八      | 接近百分之九十八    | 98            | %      | NEARLY
            衔接资金的60%以上用于产业    | 60%以上        | 60            | %      | AT_LEAST
            举办对接会10场左右。       | 10场左右        | 10            | 场      | ABOUT
            轮候时间不到10个月         | 不到10个月       | 10            | 月      | LESS_THAN
            种植500畝              | 500畝          | 500           | 亩      | EXACT
            蓄水12万m3             | 12万m3        | 120000        | 立方米    | EXACT
            改造160万平米            | 160万平米       | 1600000       | 平方米    | EXACT
            现在近30000多亩          | 近30000多亩     | 30000         | 亩      | ABOUT
            销售额三年翻了两番多        | 翻了两番多        | 4             | 倍      | AND_MORE
            重点项目履约率92.5%        | 92.5%        | 92.5          | %      | EXACT
            死亡率7.2‰             | 7.2‰         | 7.2           | ‰      | EXACT
            筹集住房8000套（间）       | 8000套（间）     | 8000          | 套      | EXACT
            浓度为32微克/立方米        | 32微克/立方米     | 32            | 微克/立方米 | EXACT
            装机5千瓦              | 5千瓦           | 5             | 千瓦     | EXACT
            """)
    void a_figure_has_span_value_unit_and_limit(String text, String span, String value, String unit, String qualifier) {
        var figure = one(text);
        assertThat(figure.span()).isEqualTo(span);
        assertThat(figure.baseValue()).isEqualByComparingTo(value);
        assertThat(figure.unit()).isEqualTo(unit);
        assertThat(figure.qualifier().name()).isEqualTo(qualifier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一是推动工作，二是优化服务", "六盘水市六枝特区、万山区、一街乡", "区十五届三次会议第050号提案", "“十四五”规划、“3+3”政策、“1+1+N”体系",
            "两大战略、五个统筹、三个空间、六大专项行动", "排摸一批企业，惠及每一位居民", "《2024年投资500亿元的计划》印发", "联系电话：22051162，地址：长宁路599号1120室",
            "沿G323线和四级公路，5G基站，PM2.5，小(一)型水库", "30户以上自然村通路，年产值1亿元以上企业入围", "培育产值超10亿元企业", "完成率达百分之一百零五十", "亿元以上项目开工，全省首个超百亿元水利工程",
            "三年行动计划，连续8个月领先，5年内完成", "三分之二以上业主同意", "由省、市、县按5:3:2比例分担", "长发改〔2024〕19号文件", "12345热线和第三轮改造",
            "您提出的3条具体建议，2条已采纳，1条列入计划", "前两项和第2个，党的二十大精神", "安置房10幢10单元", "会议于10:45开始", "百姓满意，千年古镇"})
    void what_is_no_figure_is_not_proposed(String text) {
        assertThat(spans(text)).isEmpty();
    }

    @Test
    void a_number_that_a_line_or_page_tore_apart_is_whole() {
        var text = "在保家庭12\n345户，实物配租\n\n— 2 —\n\n640余套。";
        assertThat(spans(text)).isEqualTo("12\n345户|640余套");
        assertThat(read(text).getFirst().baseValue()).isEqualByComparingTo("12345");
    }

    @Test
    void a_range_has_two_values() {
        var figure = one("扶持期限3～5年");
        assertThat(figure.span()).isEqualTo("3～5年");
        assertThat(figure.value()).isEqualByComparingTo("3");
        assertThat(figure.valueHi()).isEqualByComparingTo("5");
        assertThat(one("奖励5万至8万元").valueHi()).isEqualByComparingTo("8");
        assertThat(spans("收缴率由61%提升至83%")).isEqualTo("61%|83%");
    }

    @Test
    void value_and_interval_are_in_the_written_scale() {
        var figure = one("2023年完成综合税收约310亿元");
        assertThat(figure.value()).isEqualByComparingTo("310");
        assertThat(figure.multiplier()).isEqualTo("亿");
        assertThat(figure.baseValue()).isEqualByComparingTo("31000000000");
        assertThat(figure.interval().low()).isEqualByComparingTo("305");
        assertThat(figure.interval().high()).isEqualByComparingTo("315");
        assertThat(one("遴选百余名青年").value()).isEqualByComparingTo("1");
        assertThat(one("遴选百余名青年").multiplier()).isEqualTo("百");
    }

    @Test
    void a_list_shares_unit_kind_and_sign() {
        var figures = read("2024年，分别高于全市1.2、0.8个百分点；分别增长5%、6%和-1.3%；分别下降2%、3%。");
        assertThat(figures).extracting(f -> f.baseValue().toPlainString() + f.unit()).containsExactly("1.2百分点",
                "0.8百分点", "5%",
                "6%", "-1.3%", "-2%", "-3%");
        assertThat(figures).extracting(Candidate::kind).containsOnly(FigureKind.GROWTH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            每人每月1600元                   | 每人每月1600元   | 人·月
            租赁补贴标准为12元/平方米·月          | 12元/平方米·月   | 平方米·月
            每户最高75平方米                   | 每户最高75平方米  | 户
            每年不少于100万平方米                | 每年不少于100万平方米 | 年
            每年新增高新技术企业不少于60家           | 不少于60家      | 年
            单个项目补助最高500万元               | 最高500万元     | 项目
            年均增长不低于10%                  | 不低于10%      | 年
            综合楼按850 元/ 平方计算             | 850 元/ 平方   | 平方
            """)
    void a_rate_tells_what_it_is_for(String text, String span, String per) {
        var figure = one(text);
        assertThat(figure.span()).isEqualTo(span);
        assertThat(figure.per()).isEqualTo(per);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年完成投资3亿元                       | 2023
            今年一季度兑现资金3亿元                      | 2024-Q1
            去年新增企业3家                          | 2023
            2023年上半年完成3亿元                      | 2023-S1
            2024年1—3月新增3户                      | 2024-01/2024-03
            截至2023年3月底，在保家庭3户                  | 2023-03-31
            截至2023年12月31日，在保家庭3户              | 2023-12-31
            目前，拥有企业3家                         | 2024-04-25
            近3年来，累计投入3亿元                      | 2021/2023
            近年来，累计投入3亿元                       | unknown
            自2021年以来，改造小区3个                   | 2021/2024-04-25
            2019—2022年累计安排3亿元                 | 2019/2022
            2019年至2022年，改造小区3个                | 2019/2022
            “十三五”期间，投入3亿元                     | 2016/2020
            “十三五”以来，累计改造小区3个                 | 2016/2024-04-25
            到2027年底，力争收入超过3亿元                 | ../2027-12-31
            2018年起每年不少于3万平方米                  | 2018/..
            在2019年启动的工程中，投入3亿元                | unknown
            较2020年增长3%                         | unknown
            2024年营业额3亿元，是2021年的                | 2024
            前9个月（2022年10月1日至2023年6月30日）收入为3元 | 2022-10-01/2023-06-30
            小区建于1998年，共有住户3户                   | unknown
            我区已建成3个项目                         | unknown
            """)
    void a_period_comes_from_the_nearest_words_that_say_when(String text, String period) {
        assertThat(one(text).period().code()).isEqualTo(period);
    }

    @Test
    void a_period_is_carried_to_the_next_sentence_but_not_past_an_enumerator_or_a_paragraph() {
        var figures = read("2023年，税收3亿元；收入5亿元。企业7家。二是走访9家。\n服务11家。");
        assertThat(figures).extracting(f -> f.period().code()).containsExactly("2023", "2023", "2023", "unknown",
                "unknown");
    }

    @Test
    void a_heading_says_when() {
        var figures = read("某某代表：\n\n## 一、2023年工作情况\n\n新建学校12所。\n\n## 二、下一步打算\n\n新建学校8所。\n");
        assertThat(figures).extracting(f -> f.period().code()).containsExactly("2023", "unknown");
        assertThat(figures).extracting(Candidate::kind).containsExactly(FigureKind.COUNT, FigureKind.COMMITMENT);
    }

    @Test
    void where_nothing_says_when_a_period_is_suggested() {
        var figure = one("新建学校12所");
        assertThat(figure.periodIsOpen()).isTrue();
        assertThat(figure.suggestion().code()).isEqualTo("2024-04-25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            完成综合税收310亿元            | LEVEL
            建成学校12所                | COUNT
            供餐1.1万客                | COUNT
            户均贷款520万元             | LEVEL
            同比增长18%                | GROWTH
            占全区税收比重55%             | SHARE
            收缴率提升至83%             | SHARE
            增速提高到8%               | GROWTH
            较上年提高2.4个百分点           | GROWTH
            全年净增37家              | GROWTH
            净增市场主体约1.2万户         | GROWTH
            净减少企业15家            | GROWTH
            净增至370家             | COUNT
            全年新增37家              | COUNT
            力争净增50家             | COMMITMENT
            累计投入1.9亿元             | CUMULATIVE
            已完成投资8000万元           | CUMULATIVE
            已建成14个公租房项目           | COUNT
            补贴标准为每人每月1600元        | STANDARD
            提供最高4.5万元的租金补贴        | STANDARD
            累计发放补贴资金500万元         | CUMULATIVE
            安排高标准农田建设资金300万元      | LEVEL
            力争收入超过700亿元           | COMMITMENT
            计划投入1.18亿元            | COMMITMENT
            为年度计划的108.5%          | SHARE
            拟举办供需对接会10场          | COMMITMENT
            打造虚拟展厅10个            | COUNT
            争取国债资金97.4亿元          | LEVEL
            争取2025年达到50亿元         | COMMITMENT
            将新建幼儿园20所            | COMMITMENT
            安排农田建设任务425万亩         | COMMITMENT
            建成投产后，可实现年产值5亿元      | COMMITMENT
            交易总额居全市第一            | RANK
            """)
    void a_kind_comes_from_the_words_around(String text, FigureKind kind) {
        assertThat(one(text).kind()).isEqualTo(kind);
    }

    @Test
    void a_plan_governs_its_sentence_and_a_norm_stands_apart_from_it() {
        var figures = read("到2027年底，力争增加值超过700亿元；每年新增企业不少于60家；对单个项目补助最高500万元。");
        assertThat(figures).extracting(Candidate::kind).containsExactly(FigureKind.COMMITMENT, FigureKind.COMMITMENT,
                FigureKind.STANDARD);
    }

    @Test
    void growth_and_share_know_their_level_and_parts_their_whole() {
        var figures = read("2023年税收310亿元，同比增长18%，占比重55%。安排资金4800万元，其中水源工程3700万元、管网300万元。");
        assertThat(figures).extracting(Candidate::belongsTo).containsExactly(null, 0, null, null, 3, 3);
    }

    @Test
    void a_fall_is_negative_and_a_narrowing_is_not() {
        assertThat(read("出口额下降12.7%，降幅收窄3.1个百分点，投诉量减少近四成")).extracting(f -> f.baseValue().intValue())
                .containsExactly(-12, 3, -40);
    }

    @Test
    void a_table_takes_its_units_from_heads_and_its_periods_from_columns() {
        var figures = read("""
                | 指标 | 2022年 | 2023年 | 2025年目标 |
                |---|---|---|---|
                | 生产总值（亿元） | 548.7 | 1,586.1 | 约700 |
                | 增速（%） | -3.2 | 6.8 | — |
                """);
        assertThat(figures).extracting(Candidate::span).containsExactly("548.7", "1,586.1", "约700", "-3.2", "6.8");
        assertThat(figures.getFirst().baseValue()).isEqualByComparingTo("54870000000");
        assertThat(figures).extracting(f -> f.period().code()).containsExactly("2022", "2023", "2025", "2022", "2023");
        assertThat(figures).extracting(Candidate::kind).containsExactly(FigureKind.LEVEL, FigureKind.LEVEL,
                FigureKind.COMMITMENT, FigureKind.GROWTH, FigureKind.GROWTH);
    }

    @Test
    void markup_inside_a_list_is_not_read() {
        assertThat(spans("收入和税收分别为**860亿元、95.2亿元和41亿元**")).isEqualTo("860亿元|95.2亿元|41亿元");
    }

    @Test
    void a_subject_is_found_left_of_the_figure_or_right_of_a_counter() {
        assertThat(one("2023年，全区数字经济核心产业增加值达486亿元").subject()).isEqualTo("全区数字经济核心产业增加值");
        assertThat(one("已建成14个公租房项目").subject()).contains("公租房项目");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            高中在校学生6.1万人           | 高中在校学生
            在校学生6.1万人             | 在校学生
            自然增长率为-1.82‰          | 自然增长率
            （四）完成改造38个             | 改造
            （四）建设公园38个             | 建设公园
            力争主导产业产值达到300亿元       | 主导产业产值
            占年度计划的112%            | 占年度计划
            户均增收3200元             | 户均增收
            """)
    void a_subject_keeps_its_words_whole_and_loses_those_around(String text, String subject) {
        assertThat(one(text).subject()).isEqualTo(subject);
    }

    @Test
    void the_later_of_two_values_is_of_the_same_subject_as_the_former() {
        assertThat(read("护理床位占比由45.2%提升至51.8%，提高6.6个百分点。")).extracting(Candidate::subject)
                .containsOnly("护理床位占比");
        assertThat(read("单位能耗从0.52吨下降至0.45吨。")).extracting(Candidate::subject).containsOnly("单位能耗");
    }

    @Test
    void a_change_against_the_year_before_belongs_to_the_figure_before_it() {
        var figures = read("2023年生产总值3486.72亿元，比上年增长5.6%；年末常住人口353.02万人，比上年末减少0.8万人。");
        assertThat(figures).extracting(Candidate::belongsTo).containsExactly(null, 0, null, 2);
        assertThat(figures).extracting(Candidate::subject).containsExactly("生产总值", "生产总值", "常住人口", "常住人口");
        assertThat(figures.getLast().value()).isEqualByComparingTo("-0.8");
    }

    @Test
    void what_was_expected_of_a_year_that_is_over_is_no_promise() {
        var figures = read("2023年生产总值预计突破420亿元，财政收入完成23.6亿元。2024年生产总值预计突破450亿元。");
        assertThat(figures).extracting(Candidate::kind).containsExactly(FigureKind.LEVEL, FigureKind.LEVEL,
                FigureKind.COMMITMENT);
    }

    @Test
    void the_whole_year_is_the_one_that_its_heading_names() {
        var figures = Extractor.read("一、2023年工作回顾\n\n全年接待游客680万人次。\n\n二、2024年工作安排\n\n全年安排重点项目95个。\n",
                LocalDate.of(2024, 1, 16)).figures();
        assertThat(figures).extracting(f -> f.period().code()).containsExactly("2023", "2024");
        assertThat(figures).extracting(Candidate::kind).containsExactly(FigureKind.COUNT, FigureKind.COMMITMENT);
    }

    @Test
    void what_there_is_by_now_is_counted_and_not_added_up() {
        assertThat(read("截至目前，全市共有幼儿园426所，其中公办园187所。")).extracting(Candidate::kind)
                .containsOnly(FigureKind.COUNT);
        assertThat(read("截至目前，全市共建成幼儿园426所。")).extracting(Candidate::kind).containsOnly(FigureKind.CUMULATIVE);
    }

    @Test
    void a_period_or_kind_that_is_carried_is_less_certain() {
        assertThat(one("2023年办结率为95%").confidence()).isGreaterThan(0.9);
        assertThat(one("办结率为95%").confidence()).isLessThan(0.9);
    }
}
