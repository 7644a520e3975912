package org.youju.api;

import org.youju.indicator.Region;
import org.youju.reply.Proposal;

/** Names the session that a proposal was put forward in as Chinese documents do: 区政协十五届三次会议. */
final class SessionName {

    private static final String DIGITS = "零一二三四五六七八九";

    private SessionName() {
    }

    static String of(Proposal proposal, Region region) {
        var level = region.nameZh().substring(region.nameZh().length() - 1);
        var term = ordinal(proposal.term());
        var session = ordinal(proposal.session());
        return switch (proposal.body()) {
            case CPPCC -> level + "政协" + term + "届" + session + "次会议";
            case NPC -> level + term + "届人大" + session + "次会议";
        };
    }

    private static String ordinal(int number) {
        if (number < 1 || number > 99) {
            return Integer.toString(number);
        }
        var tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
        return number % 10 == 0 ? tens : tens + DIGITS.charAt(number % 10);
    }
}
