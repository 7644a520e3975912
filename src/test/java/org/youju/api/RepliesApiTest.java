package org.youju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.youju.db.Tables.REPLY;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.youju.reply.Publicity;
import tools.jackson.databind.JsonNode;

/** The list of documents, page by page. */
class RepliesApiTest extends ApiTest {

    private static final Pattern NEXT = Pattern.compile("</api/v1(/replies\\?[^>]+)>; rel=\"next\"");

    @Autowired
    private DSLContext db;

    @Test
    void pages_follow_each_other_without_a_gap_and_the_last_leads_nowhere() {
        var whole = texts(read("/replies?limit=1000"), "id");
        var paged = new ArrayList<String>();
        var pages = 0;
        for (var path = "/replies?limit=30"; path != null; path = next(path)) {
            paged.addAll(texts(read(path), "id"));
            pages++;
        }
        assertEquals(whole, paged);
        assertEquals((whole.size() + 29) / 30, pages);
        assertThat(pages).isGreaterThan(2);
    }

    private String next(String path) {
        var link = call(path, null, null).getHeader("Link");
        if (link == null) {
            return null;
        }
        var next = NEXT.matcher(link);
        assertThat(next.matches()).as(link).isTrue();
        return next.group(1);
    }

    @Test
    void a_page_keeps_the_words_that_were_looked_for() {
        var first = "/replies?limit=1&q=%E9%95%BF%E5%AE%81";
        assertThat(next(first)).contains("q=%E9%95%BF%E5%AE%81").contains("limit=1").contains("offset=1");
        assertThat(texts(read(next(first)), "title").getFirst()).isNotEqualTo(texts(read(first), "title").getFirst());
    }

    @Test
    void a_document_that_is_not_public_leaves_no_hole_in_a_page() {
        var hidden = read("/replies").get(1).get("id").asLong();
        var third = read("/replies").get(2).get("id").asLong();
        publicity(hidden, Publicity.INTERNAL);
        try {
            assertThat(each(read("/replies?limit=2")).map(RepliesApiTest::id)).hasSize(2).contains(third);
            assertThat(each(read("/replies?limit=2", "demo-viewer")).map(RepliesApiTest::id)).contains(hidden);
        } finally {
            publicity(hidden, Publicity.PUBLIC);
        }
    }

    private static long id(JsonNode reply) {
        return reply.get("id").asLong();
    }

    private void publicity(long reply, Publicity publicity) {
        db.update(REPLY).set(REPLY.PUBLICITY, publicity.name()).where(REPLY.ID.eq(reply)).execute();
    }
}
