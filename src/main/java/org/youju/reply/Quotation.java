package org.youju.reply;

import org.youju.reply.Citation.Sentence;

/** Quotes a document as official Chinese writing does, whatever language the page is in: it is the source's. */
public final class Quotation {

    private Quotation() {
    }

    /**
     * A sentence with its source: “……约310亿元……”（上海市长宁区发展和改革委员会：《对区政协……的答复》，长发改〔2024〕19号，2024年4月25日）.
     *
     * @param sentence the words; an empty one leaves the source alone
     */
    public static String of(Reply reply, Sentence sentence) {
        var source = new StringBuilder();
        source.append(reply.issuer()).append("：《").append(reply.title()).append("》");
        if (reply.docNo() != null) {
            source.append("，").append(reply.docNo());
        }
        source.append("，").append(reply.issuedOn() == null ? "日期未印" : reply.issuedOn().chinese());
        var words = sentence.text().strip();
        return words.isEmpty() ? source.toString() : "“" + words + "”（" + source + "）";
    }
}
