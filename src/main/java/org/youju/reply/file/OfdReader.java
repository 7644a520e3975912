package org.youju.reply.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ofdrw.core.basicStructure.pageObj.layer.PageBlockType;
import org.ofdrw.core.basicStructure.pageObj.layer.block.CT_PageBlock;
import org.ofdrw.core.basicStructure.pageObj.layer.block.ImageObject;
import org.ofdrw.core.basicStructure.pageObj.layer.block.TextObject;
import org.ofdrw.core.basicType.ST_Array;
import org.ofdrw.core.text.TextCode;
import org.ofdrw.reader.DeltaTool;
import org.ofdrw.reader.OFDReader;

/** Reads {@code .ofd} (GB/T 33190): lines as they are printed, set into paragraphs by their place on the paper. */
final class OfdReader {

    /** Pages nest no deeper in anything that a program wrote. */
    private static final int DEEPEST = 50;

    private final Watch watch;
    private boolean pictures;

    private OfdReader(Watch watch) {
        this.watch = watch;
    }

    static Draft read(Archive archive, Watch watch) throws IOException {
        var folder = Files.createTempDirectory("youju-ofd");
        try {
            unpack(archive, folder, watch);
            return new OfdReader(watch).read(folder);
        } finally {
            remove(folder);
        }
    }

    private Draft read(Path folder) throws IOException {
        try (var document = new OFDReader(folder.toString(), false)) {
            int pages = watch.pages(document.getNumberOfPages());
            var lines = new ArrayList<List<PrintedLine>>();
            for (int page = 1; page <= pages; page++) {
                watch.at(page - 1, pages);
                var words = new ArrayList<Words>();
                for (var layer : document.getPageInfo(page).getAllLayer()) {
                    collect(layer.getPageBlocks(), words, 0);
                }
                lines.add(lines(words));
            }
            var text = Paragraphs.of(lines);
            if (text.isBlank() && pictures) {
                throw Refusal.SCANNED.with();
            }
            return new Draft(text, Draft.Lines.AS_PRINTED, pages);
        }
    }

    private void collect(List<PageBlockType> blocks, List<Words> words, int depth) {
        for (var block : blocks) {
            watch.check();
            switch (block) {
                case TextObject text -> collect(text, words);
                case CT_PageBlock inner when depth < DEEPEST -> collect(inner.getPageBlocks(), words, depth + 1);
                case ImageObject image -> pictures = true;
                default -> { }
            }
        }
    }

    /** A place in an object is set by its matrix and then by the object's place on the page. */
    private void collect(TextObject text, List<Words> words) {
        var box = text.getBoundary();
        var matrix = matrix(text.getCTM());
        double letter = text.getSize() == null ? 0 : text.getSize();
        double x = 0;
        double y = 0;
        for (var code : text.getTextCodes()) {
            watch.check();
            var content = code.getContent();
            x = code.getX() == null ? x : code.getX();
            y = code.getY() == null ? y : code.getY();
            if (content == null || content.isBlank()) {
                continue;
            }
            double end = x + width(code, content, letter);
            words.add(new Words(content,
                    box.getTopLeftX() + matrix[0] * x + matrix[2] * y + matrix[4],
                    box.getTopLeftX() + matrix[0] * end + matrix[2] * y + matrix[4],
                    box.getTopLeftY() + matrix[1] * x + matrix[3] * y + matrix[5],
                    letter * Math.max(Math.hypot(matrix[2], matrix[3]), 1e-6)));
        }
    }

    private static double width(TextCode code, String content, double letter) {
        double last = content.charAt(content.length() - 1) < 0x250 ? letter / 2 : letter;
        var steps = code.getDeltaX();
        if (steps == null) {
            return letter * content.length();
        }
        // a group of equal steps names its own size, so that a few letters could claim billions
        for (int i = 0; i < steps.size() - 1; i++) {
            if ("g".equals(steps.getArray().get(i))
                    && Integer.parseInt(steps.getArray().get(i + 1)) > 2 * content.length() + 16) {
                return letter * content.length();
            }
        }
        return DeltaTool.getDelta(steps, content.length() - 1).stream()
                .limit(content.length() - 1).mapToDouble(Float::doubleValue).sum() + last;
    }

    private static double[] matrix(@Nullable ST_Array matrix) {
        if (matrix == null || matrix.size() != 6) {
            return new double[] {1, 0, 0, 1, 0, 0};
        }
        return matrix.expectArr(6);
    }

    /** Words on one height make a line. */
    private List<PrintedLine> lines(List<Words> words) {
        words.sort(Comparator.comparingDouble(Words::baseline));
        var lines = new PrintedLine.Collector();
        for (int from = 0; from < words.size();) {
            watch.check();
            int to = from + 1;
            double reach = words.get(from).baseline() + words.get(from).size() / 2;
            while (to < words.size() && words.get(to).baseline() <= reach) {
                to++;
            }
            words.subList(from, to).stream()
                    .sorted(Comparator.comparingDouble(Words::left))
                    .forEach(it -> lines.add(it.text(), it.left(), it.right(), it.baseline(), it.size()));
            lines.endLine();
            from = to;
        }
        return lines.end();
    }

    private static void unpack(Archive archive, Path folder, Watch watch) throws IOException {
        for (var entry : archive.entries().entrySet()) {
            watch.check();
            var file = folder.resolve(entry.getKey().replace('\\', '/')).normalize();
            if (!file.startsWith(folder) || file.equals(folder)) {
                throw Refusal.DAMAGED.with();
            }
            Files.createDirectories(file.getParent());
            Files.write(file, entry.getValue());
        }
    }

    private static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private record Words(String text, double left, double right, double baseline, double size) {
    }
}
