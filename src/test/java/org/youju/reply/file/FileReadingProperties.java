package org.youju.reply.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.youju.base.RuleViolation;

/** Whatever is handed in, there is a text or a sentence. */
class FileReadingProperties {

    private static final List<byte[]> VALID = List.of(
            Documents.docx("2024年，全区完成税收约310亿元。", "|税收|310"),
            Documents.doc(),
            Documents.pdf(List.of(Documents.line("2024年，全区完成税收约310亿元。"))),
            Documents.ofd(List.of(Documents.line("2024年，全区完成税收约310亿元。"))),
            Documents.utf8("<!DOCTYPE html><html><body><table><tr><td>税收<td>310</table></body></html>"));
    private static final List<String> NAMES = List.of("a.docx", "a.doc", "a.pdf", "a.ofd", "a.html");

    @Provide
    Arbitrary<byte[]> bytes() {
        var heads = Arbitraries.of(new byte[0], new byte[] {'P', 'K', 3, 4}, Documents.utf8("%PDF-1.7\n"),
                Documents.utf8("<html>"), Arrays.copyOf(Documents.doc(), 512), new byte[] {-1, -2});
        return Combinators.combine(heads, Arbitraries.bytes().array(byte[].class).ofMaxSize(400)).as((head, tail) -> {
            var all = Arrays.copyOf(head, head.length + tail.length);
            System.arraycopy(tail, 0, all, head.length, tail.length);
            return all;
        });
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("a.docx", "a.doc", "a.pdf", "a.ofd", "a.html", "a.txt", "a.md", "a", "", ".", "a.", "…");
    }

    @Property(tries = 300)
    void any_bytes(@ForAll("bytes") byte[] bytes, @ForAll("names") String name) {
        assertAnswered(bytes, name);
    }

    @Property(tries = 150)
    void any_file_cut_short(@ForAll("kinds") int kind, @ForAll Random random) {
        var valid = VALID.get(kind);
        assertAnswered(Arrays.copyOf(valid, random.nextInt(valid.length)), NAMES.get(kind));
    }

    @Property(tries = 150)
    void any_file_with_some_bytes_changed(@ForAll("kinds") int kind, @ForAll Random random) {
        var changed = VALID.get(kind).clone();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        assertAnswered(changed, NAMES.get(kind));
    }

    @Provide
    Arbitrary<Integer> kinds() {
        return Arbitraries.integers().between(0, VALID.size() - 1);
    }

    private static void assertAnswered(byte[] bytes, String name) {
        try {
            assertThat(FileReading.read(bytes, name, Progress.NONE).text()).isNotBlank();
        } catch (RuleViolation refused) {
            assertThat(refused.key()).startsWith("reply.file.").isNotEqualTo("reply.file.tooSlow");
        }
    }
}
