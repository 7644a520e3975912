package org.youju.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reply answers (提案, 建议).
 *
 * @param body           whose it is
 * @param term           the body's term of office (届)
 * @param session        the session of that term (次会议)
 * @param number         as printed: 050
 * @param region         code of the region whose body it is
 * @param title          its subject (案由)
 * @param proposers      who put it forward, in the printed order
 * @param result         how it was dealt with, in the words of the code list of the issuing place, or null
 * @param resultCodeList the code list that the result is of, or null
 * @param leadDepartment the department that answers (主办), or null
 */
public record Proposal(Body body, int term, int session, String number, String region, String title,
        List<String> proposers, @Nullable String result, @Nullable String resultCodeList,
        @Nullable String leadDepartment) {

    private static final String[] DIGITS = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    /** The two bodies whose members put proposals forward. */
    public enum Body {
        /** 政协, the political-consultative conference. */
        CPPCC,
        /** 人大, the people's congress. */
        NPC
    }

    public Proposal {
        proposers = List.copyOf(proposers);
    }

    /** A term or session as Chinese writes it: 十五; beyond 1 to 99 in digits. */
    public static String inChinese(int number) {
        if (number < 1 || number > 99) {
            return Integer.toString(number);
        }
        var tens = number < 10 ? "" : number < 20 ? "十" : DIGITS[number / 10] + "十";
        return tens + DIGITS[number % 10];
    }
}
