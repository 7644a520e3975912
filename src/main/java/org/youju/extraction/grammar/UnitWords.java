package org.youju.extraction.grammar;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.youju.extraction.text.Signs;

/** The units and counters that running text writes after its numbers, each under the name that it is kept by. */
public final class UnitWords {

    /** What a unit tells about its figure. */
    public enum Sort {
        /** A counter of things: 家, 项, 人次. */
        COUNTER,
        /** A physical or monetary amount. */
        AMOUNT,
        /** % and ‰. */
        RATE,
        /** 百分点 and 倍, which only a comparison has. */
        CHANGE,
        /** 年, 个月, 天, 小时: a figure only where a term or a duration is meant. */
        DURATION
    }

    /**
     * A way of writing a unit.
     *
     * @param written   as it stands in the text
     * @param unit      the name that it is kept by
     * @param notBefore signs that make another word of it: 家庭, 部门
     */
    public record Name(String written, String unit, Sort sort, String notBefore) {
    }

    private static final String LIST = """
            AMOUNT 元 宇旦素件老首
            AMOUNT 人民币=元
            AMOUNT 美元
            AMOUNT 欧元
            AMOUNT 港元
            AMOUNT 日元
            AMOUNT 平方米
            AMOUNT 平米=平方米
            AMOUNT 平方公尺=平方米
            AMOUNT 公尺=米
            AMOUNT 平方=平方米 公
            AMOUNT ㎡=平方米
            AMOUNT m²=平方米
            AMOUNT m2=平方米
            AMOUNT 平方公里
            AMOUNT 平方千米=平方公里
            AMOUNT 立方米
            AMOUNT 立方=立方米
            AMOUNT m³=立方米
            AMOUNT m3=立方米
            AMOUNT 方=立方米 面案式向法便针阵位略言可
            AMOUNT 公顷
            AMOUNT 亩
            AMOUNT 公里
            AMOUNT 千米=公里
            AMOUNT km=公里
            AMOUNT 米
            AMOUNT m=米
            AMOUNT cm=厘米
            AMOUNT mm=毫米
            AMOUNT kg=公斤
            AMOUNT kW=千瓦
            AMOUNT MW=兆瓦
            AMOUNT 厘米
            AMOUNT 毫米
            AMOUNT 吨
            AMOUNT 吨标准煤
            AMOUNT 吨标煤=吨标准煤
            AMOUNT 公斤
            AMOUNT 千克=公斤
            AMOUNT 斤
            AMOUNT 千瓦
            AMOUNT 千瓦时
            AMOUNT 兆瓦
            AMOUNT 兆瓦时
            AMOUNT 千伏安
            AMOUNT 度电=千瓦时
            AMOUNT 升
            AMOUNT 毫克/升
            AMOUNT 微克/立方米
            AMOUNT 毫克/立方米
            AMOUNT 分贝
            AMOUNT 岁
            AMOUNT 分 钟之别类局公司时析布为布子期配解散
            AMOUNT 兆
            AMOUNT 标准箱
            AMOUNT TEU=标准箱
            RATE %
            RATE ‰
            CHANGE 百分点
            CHANGE 个百分点=百分点
            CHANGE 倍 增
            DURATION 年 级代初底末轮度份间限终
            DURATION 个月=月
            DURATION 天 然津
            DURATION 个工作日=工作日
            DURATION 工作日
            DURATION 小时
            DURATION 个小时=小时
            DURATION 分钟
            COUNTER 个 人性
            COUNTER 个次
            COUNTER 家 庭长里园乡属门具居
            COUNTER 家次
            COUNTER 户 籍外口型均主
            COUNTER 户次
            COUNTER 人 大民才均事员社行造工防道文体口
            COUNTER 人次
            COUNTER 名=人 单称牌优录誉城企次额师目
            COUNTER 位=人 于置列居数
            COUNTER 项 目
            COUNTER 项目=个
            COUNTER 项次
            COUNTER 套
            COUNTER 套次
            COUNTER 套(间)=套
            COUNTER 间
            COUNTER 件 套
            COUNTER 件次
            COUNTER 台 账风阶湾
            COUNTER 台套=台
            COUNTER 台(套)=台
            COUNTER 辆
            COUNTER 辆次
            COUNTER 艘
            COUNTER 架 构
            COUNTER 列 入为
            COUNTER 班 子组
            COUNTER 场 所地景馆合面
            COUNTER 场次=场
            COUNTER 次 会年日要于全党生
            COUNTER 所 有需在属以得谓
            COUNTER 部 门分委队位级长署
            COUNTER 处 级置理罚室长于在
            COUNTER 栋
            COUNTER 幢
            COUNTER 座 谈位落
            COUNTER 条 例件款街
            COUNTER 张 家力
            COUNTER 株
            COUNTER 棵
            COUNTER 宗 旨教
            COUNTER 起 步到来草点诉
            COUNTER 例 如会行
            COUNTER 头 部
            COUNTER 只 有要能是
            COUNTER 匹
            COUNTER 羽
            COUNTER 尾 矿
            COUNTER 对 于照接标策应口比
            COUNTER 组 织成建
            COUNTER 支 持撑付出行农援线
            COUNTER 批次
            COUNTER 批 准复示发次量
            COUNTER 种 植子类业质养
            COUNTER 款 项式
            COUNTER 份 额
            COUNTER 封
            COUNTER 笔
            COUNTER 篇 章
            COUNTER 册
            COUNTER 客 户运流车房服商厅栈座源群单观体气家
            COUNTER 人份=份
            COUNTER 餐 饮厅桌馆
            COUNTER 块
            COUNTER 盏
            COUNTER 口井=口
            COUNTER 眼
            COUNTER 根 据本
            COUNTER 趟
            COUNTER 床
            COUNTER 张床位=张
            COUNTER 门 类
            COUNTER 片 区
            COUNTER 台次
            COUNTER 架次
            COUNTER 班次
            COUNTER 标箱=标准箱
            """;

    private static final Map<String, Name> NAMES = new HashMap<>();
    private static final int LONGEST;

    static {
        var longest = 0;
        for (var line : LIST.split("\n")) {
            var parts = line.split(" ");
            var equals = parts[1].indexOf('=');
            var written = equals < 0 ? parts[1] : parts[1].substring(0, equals);
            var unit = equals < 0 ? parts[1] : parts[1].substring(equals + 1);
            NAMES.put(written, new Name(written, unit, Sort.valueOf(parts[0]), parts.length > 2 ? parts[2] : ""));
            longest = Math.max(longest, written.length());
        }
        LONGEST = longest;
    }

    private UnitWords() {
    }

    /** The longest name of a unit that begins at a place of a plain text, or null. */
    public static @Nullable Name at(String text, int at) {
        for (var length = Math.min(LONGEST, text.length() - at); length > 0; length--) {
            var name = NAMES.get(text.substring(at, at + length));
            if (name != null) {
                var end = at + length;
                return end < text.length() && name.notBefore().indexOf(text.charAt(end)) >= 0
                        || Signs.isLatin(name.written().charAt(0)) && end < text.length()
                                && Signs.isLatin(text.charAt(end)) ? null : name;
            }
        }
        return null;
    }

    /** The unit kept under a name, or null: the name that a table writes in its head. */
    public static @Nullable Name named(String written) {
        return NAMES.get(written);
    }

    /** The unit kept under a name that is one. */
    static Name known(String written) {
        var name = NAMES.get(written);
        if (name == null) {
            throw new IllegalArgumentException("No unit: " + written);
        }
        return name;
    }
}
