package org.youju.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.youju.base.ui.Translations;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtractCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(String... files) {
        return run(Translations.ENGLISH, files);
    }

    private int run(Locale language, String... files) {
        return new ExtractCommand(language, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8)).run(files);
    }

    @Test
    void each_file_is_one_line_of_JSON_in_the_words_of_the_API(@TempDir Path folder) throws IOException {
        var text = "某某委员：\n2023年，完成综合税收约310亿元，同比增长约18%。\n2024年4月25日\n";
        var utf8 = Files.writeString(folder.resolve("a.txt"), text);
        var gb18030 = Files.write(folder.resolve("b.txt"), text.getBytes(Charset.forName("GB18030")));
        assertThat(run(utf8.toString(), gb18030.toString())).isZero();
        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        for (var line : lines) {
            var answer = JsonMapper.shared().readTree(line);
            assertThat(answer.at("/document/issuedOn").asString()).isEqualTo("2024-04-25");
            var figure = answer.at("/figures/0");
            assertThat(figure.get("span").asString()).isEqualTo("约310亿元");
            assertThat(figure.get("value").decimalValue()).isEqualByComparingTo("310");
            assertThat(figure.get("baseValue").toString()).isEqualTo("31000000000");
            assertThat(figure.get("low").decimalValue()).isEqualByComparingTo("305");
            assertThat(figure.get("period").get("code").asString()).isEqualTo("2023");
            assertThat(figure.get("period").get("kind").asString()).isEqualTo("YEAR");
            assertThat(answer.at("/figures/1/belongsTo").intValue()).isZero();
        }
    }

    @Test
    void a_file_that_is_not_there_is_named_and_the_others_are_read(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.txt"), "共有29个项目。");
        assertThat(run(folder.resolve("missing.txt").toString(), file.toString())).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("missing.txt: There is no such file");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("29个");
    }

    @Test
    void every_kind_of_file_is_read_and_its_places_count_in_its_text(@TempDir Path folder) throws IOException {
        var page = Files.writeString(folder.resolve("a.html"),
                "<!DOCTYPE html><html><body><p>2023年，完成综合税收约310亿元。</p></body></html>");
        var word = folder.resolve("a.docx");
        try (var document = new XWPFDocument(); var file = Files.newOutputStream(word)) {
            document.createParagraph().createRun().setText("2023年，完成综合税收约310亿元。");
            document.write(file);
        }
        assertThat(run(page.toString(), word.toString())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2).allSatisfy(line -> {
            var answer = JsonMapper.shared().readTree(line);
            var figure = answer.at("/figures/0");
            assertThat(answer.get("text").asString().substring(figure.get("start").intValue(),
                    figure.get("end").intValue())).isEqualTo("约310亿元");
        });
    }

    @Test
    void a_file_that_cannot_be_read_is_told_by_its_sentence(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("a.pdf"), "2023年，29个".getBytes(StandardCharsets.UTF_8));
        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith(file.toString()).doesNotContain("reply.file");
        assertThat(out.size()).isZero();
    }

    @Test
    void every_sentence_is_said_in_the_language_that_is_asked_for(@TempDir Path folder) throws IOException {
        var pdf = Files.write(folder.resolve("a.pdf"), "29个".getBytes(StandardCharsets.UTF_8));
        run(Translations.CHINESE);
        run(Translations.CHINESE, folder.resolve("missing.txt").toString(), folder.toString(), pdf.toString());
        assertThat(errors.toString(StandardCharsets.UTF_8).lines()).hasSize(4)
                .allMatch(line -> line.matches(".*\\p{IsHan}.*"))
                .anyMatch(line -> line.startsWith("用法："))
                .anyMatch(line -> line.endsWith("missing.txt：没有这个文件。请核对路径。"))
                .anyMatch(line -> line.startsWith(folder + "：文件打不开"))
                .anyMatch(line -> line.startsWith(pdf + "："));
        errors.reset();
        run(folder.resolve("missing.txt").toString(), folder.toString(), pdf.toString());
        assertThat(errors.toString(StandardCharsets.UTF_8).replace(folder.toString(), ""))
                .contains("can’t be opened").doesNotContainPattern("\\p{IsHan}");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,,,zh", "en,,zh_CN.UTF-8,zh", "en,C,zh_CN.UTF-8,en", "en,zh_CN,en_GB,zh", "de,,,en"})
    void it_speaks_the_language_of_the_machine(Locale machine, String all, String lang, String language) {
        var variables = new HashMap<String, String>();
        variables.put("LC_ALL", all);
        variables.put("LANG", lang);
        assertThat(ExtractCommand.language(machine, variables::get).getLanguage()).isEqualTo(language);
    }

    @Test
    void without_a_file_it_tells_its_usage() {
        assertThat(run()).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).startsWith("Usage");
    }
}
