package org.youju.extraction;

/**
 * A numeric expression of a text that is not proposed as a figure, and why. Positions index the text that was read, in
 * UTF-16 units.
 *
 * @param start where it begins
 * @param end   where it ends
 * @param why   what it is instead
 */
public record PassedOver(int start, int end, Why why) {

    /** What a numeric expression is that states no figure. */
    public enum Why {
        /** Says when: 2023年, 截至目前, 近3年. */
        DATE,
        /** The term and session of a body: 十五届三次会议. */
        SESSION,
        /** The number of the proposal: 第050号. */
        PROPOSAL_NO,
        /** The number of a document: 〔2024〕19号. */
        DOC_NO,
        /** Counts the parts of the text: 一、 (二) 三是. */
        ENUMERATOR,
        /** Stands in a title: 《…2021—2030年…》. */
        IN_TITLE,
        /** A short quotation, the name of a plan or a slogan: “3+3”. */
        PLAN_NAME,
        /** A telephone number. */
        PHONE,
        /** A street, a house, a room, a road, a web address. */
        ADDRESS,
        /** In the letterhead or a line of record: 索引号, 浏览次数. */
        RECORD,
        /** A place in a row: 第三轮, 二期. */
        ORDINAL,
        /** Selects and states nothing: 30户以上的自然村, 60岁及以上. */
        CRITERION,
        /** A way of parting the matter: 三个方面, 五项原则. */
        STRUCTURE,
        /** Names no number: 一批, 两三家. */
        INDEFINITE,
        /** How long something goes on: 三年行动, 5年内. */
        DURATION,
        /** Part of a word or a name: 5G, PM2.5. */
        LEXICAL,
        /** Parts in a proportion: 5:3:2. */
        RATIO,
        /** Counts the demands of the proposal itself: 您提出的3条建议. */
        DEMAND,
        /** Has no unit that the grammar knows. */
        NO_UNIT
    }

    public PassedOver {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("No stretch: " + start + "–" + end);
        }
    }
}
