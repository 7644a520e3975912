package org.youju.extraction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letterhead, the address and the end of a reply say; each null or empty where nothing says it. For a person
 * to check. Contact persons are no part of it.
 *
 * @param docNo      发文字号: 长发改〔2024〕19号
 * @param title      subject of the proposal, or else of the document
 * @param body       whose session it is, as printed: 区政协; empty if not said
 * @param term       the term of that body (届)
 * @param session    the session of that term (次会议)
 * @param sessionName both as printed: 区政协十五届三次会议
 * @param proposalNo number of the proposal as printed, with its zeros: 050
 * @param proposers  who put it forward, in their order
 * @param result     办理结果 as printed
 * @param signatory  签发人
 * @param issuer     who answers
 * @param issuedOn   the date of the document
 * @param publicity  公开属性 as printed: 公开发布, 主动公开, 依申请公开, 不予公开
 */
public record DocumentHeader(@Nullable String docNo, @Nullable String title, String body, @Nullable Integer term,
        @Nullable Integer session, @Nullable String sessionName, @Nullable String proposalNo, List<String> proposers,
        @Nullable String result, @Nullable String signatory, @Nullable String issuer, @Nullable LocalDate issuedOn,
        @Nullable String publicity) {

    /** Units {@code [start, end)} of the text. */
    public record Span(int start, int end) {
    }

    public DocumentHeader {
        proposers = List.copyOf(proposers);
    }
}
