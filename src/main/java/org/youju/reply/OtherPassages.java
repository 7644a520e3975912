package org.youju.reply;

import java.util.Locale;
import java.util.Map;

/**
 * The passages of a document that something other than a figure rests on. Each feature that quotes such words answers for
 * its own, so that the reader of a document can show them without knowing the feature, and counts no figure too many.
 */
public interface OtherPassages {

    /** What rests on them is called, by the numbers of the citations; only what every reader may see. */
    Map<Long, String> of(long replyId, Locale locale);
}
