package org.youju.extraction.intake;

import org.youju.reply.Reply;

/**
 * A newer text of a reply that was recorded before.
 *
 * @param number  counts the versions of the reply from 1
 * @param found   how many of its citations stand in the newer text
 * @param orphans how many of them a person has to place again
 */
public record NewVersion(Reply reply, int number, int found, int orphans) {
}
