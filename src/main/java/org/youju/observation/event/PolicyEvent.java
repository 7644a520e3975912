package org.youju.observation.event;

import java.time.Instant;
import java.util.Locale;
import org.youju.reply.IssueDate;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;

/**
 * Something that happened in a region and that its figures may follow from, as one document tells of it.
 *
 * @param id       number of the recorded row
 * @param number   what stays the same from one version of it to the next
 * @param region   code
 * @param happened the day, month or year of it
 * @param nameZh   what happened, in Chinese
 * @param nameEn   the same in English
 * @param citation number of the citation of the words that tell of it
 * @param quote    those words
 * @param reply    the document they stand in
 * @param by       user name of whoever recorded this version
 * @param from     since when it stands in the records
 */
public record PolicyEvent(long id, int number, String region, IssueDate happened, String nameZh, String nameEn,
        long citation, String quote, Reply reply, String by, Instant from) {

    /** What happened, in a language. */
    public String name(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? nameZh : nameEn;
    }

    /** Whether everybody may read the document that tells of it. */
    public boolean isPublic() {
        return reply.publicity() == Publicity.PUBLIC;
    }

    /** The year of it. */
    public int year() {
        return happened.lastDay().getYear();
    }
}
