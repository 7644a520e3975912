package org.youju.reply.file;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.poi.EncryptedDocumentException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.youju.base.RuleViolation;

/**
 * Reads the text out of {@code .docx}, {@code .doc}, {@code .pdf}, {@code .ofd}, {@code .html}, {@code .md} and
 * {@code .txt} files. Whatever the bytes are, the answer is a text or one sentence that says why there is none.
 */
public final class FileReading {

    private static final int MEGABYTE = 1024 * 1024;
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 20 * MEGABYTE;
    /** The most pages that are read. */
    public static final int MOST_PAGES = Watch.PAGES;
    /** The longest that a reading may take. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(FileReading.class);
    private static final int GLANCE_MILLIS = 50;
    /** As many are read at once as memory bears; the others wait for their turn. */
    private static final Semaphore PLACES = new Semaphore(3, true);

    private FileReading() {
    }

    /**
     * Reads a file. Blocks until it is read, refused or cancelled, or until it has waited for its turn or been read for
     * {@link #LONGEST}.
     *
     * @param name as the person's computer calls it; only its ending counts
     * @throws RuleViolation if the file holds no text that can be read, or is beyond a limit
     */
    public static ReadText read(byte[] bytes, String name, Progress progress) {
        return read(bytes, name, progress, LONGEST);
    }

    /**
     * The refusal of a file that is larger than {@link #LARGEST}.
     *
     * @param size in bytes, as far as it is known
     */
    public static RuleViolation tooBig(long size) {
        return Refusal.TOO_BIG.with(BigDecimal.valueOf(Math.max(size, LARGEST + 1L))
                .divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.CEILING).stripTrailingZeros().toPlainString(),
                LARGEST / MEGABYTE);
    }

    static ReadText read(byte[] bytes, String name, Progress progress, Duration limit) {
        return read(bytes, name, progress, limit, PLACES);
    }

    /** @param places each kept by a reading until its thread has ended, also where nobody waits for it any more */
    static ReadText read(byte[] bytes, String name, Progress progress, Duration limit, Semaphore places) {
        if (bytes.length == 0) {
            throw Refusal.EMPTY.with();
        }
        if (bytes.length > LARGEST) {
            throw tooBig(bytes.length);
        }
        takePlace(places, progress, limit);
        var watch = new Watch(progress, limit);
        var task = new FutureTask<>(() -> text(bytes, name, watch));
        var thread = new Thread(() -> {
            try {
                task.run();
            } finally {
                places.release();
            }
        }, "file-reading");
        thread.setDaemon(true);
        var started = false;
        try {
            thread.start();
            started = true;
        } finally {
            if (!started) {
                places.release();
            }
        }
        return await(task, thread, watch);
    }

    private static void takePlace(Semaphore places, Progress progress, Duration limit) {
        var start = System.nanoTime();
        try {
            while (!places.tryAcquire(GLANCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (progress.cancelled()) {
                    throw Refusal.CANCELLED.with();
                }
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw Refusal.BUSY.with(limit.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.CANCELLED.with();
        }
    }

    /** A library may loop where no reader can ask the watch, so the one who waits asks too. */
    private static ReadText await(FutureTask<ReadText> task, Thread thread, Watch watch) {
        try {
            while (true) {
                try {
                    return task.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    watch.check();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.CANCELLED.with();
        } catch (ExecutionException e) {
            throw refusal(e.getCause());
        } finally {
            thread.interrupt();
        }
    }

    /** Parsers answer hostile bytes with any exception there is, with deep recursion and with huge arrays. */
    private static RuleViolation refusal(@Nullable Throwable cause) {
        for (var at = cause; at != null; at = at.getCause()) {
            if (at instanceof RuleViolation known) {
                return known;
            }
            if (at instanceof EncryptedDocumentException) {
                return Refusal.ENCRYPTED.with();
            }
            if (at instanceof IOException && at.getMessage() != null && at.getMessage().startsWith("Zip bomb")) {
                return Refusal.BOMB.with();
            }
        }
        if (cause instanceof Error fault && !(cause instanceof StackOverflowError)
                && !(cause instanceof OutOfMemoryError) && !(cause instanceof AssertionError)) {
            throw fault;
        }
        LOG.debug("A file could not be read", cause);
        return Refusal.DAMAGED.with();
    }

    private static ReadText text(byte[] bytes, String name, Watch watch) throws Exception {
        var named = Format.named(name).orElse(null);
        Picture.kindOf(bytes).ifPresent(kind -> {
            throw Refusal.PICTURE.with(name, kind);
        });
        return switch (Format.containerOf(bytes)) {
            case ZIP -> zipped(bytes, name, named, watch);
            case OLE2 -> {
                var kind = DocReader.kindOf(bytes);
                switch (kind) {
                    case ENCRYPTED -> throw Refusal.ENCRYPTED.with();
                    case OTHER -> throw Refusal.WRONG_TYPE.with(name);
                    case WORD -> Format.agree(named, Format.DOC, name);
                }
                yield read(DocReader.read(bytes, watch), Format.DOC, bytes, watch);
            }
            case PDF -> {
                Format.agree(named, Format.PDF, name);
                yield read(PdfReader.read(bytes, watch), Format.PDF, bytes, watch);
            }
            case CHARACTERS -> characters(bytes, name, named, watch);
        };
    }

    private static ReadText zipped(byte[] bytes, String name, @Nullable Format named, Watch watch) throws Exception {
        var archive = Archive.open(bytes, watch);
        if (archive.has("word/document.xml")) {
            Format.agree(named, Format.DOCX, name);
            return read(DocxReader.read(bytes, watch), Format.DOCX, bytes, watch);
        }
        if (archive.has("OFD.xml")) {
            Format.agree(named, Format.OFD, name);
            return read(OfdReader.read(archive, watch), Format.OFD, bytes, watch);
        }
        throw Refusal.WRONG_TYPE.with(name);
    }

    private static ReadText characters(byte[] bytes, String name, @Nullable Format named, Watch watch) {
        if (named != null && named.ordinal() < Format.HTML.ordinal() && !Characters.plausible(bytes)) {
            throw Refusal.DAMAGED.with();
        }
        var text = Characters.decode(bytes, name);
        var format = Format.ofCharacters(text, named);
        Format.agree(named, format, name);
        var draft = format == Format.HTML
                ? HtmlReader.read(text, watch)
                : new Draft(text, Draft.Lines.PARAGRAPHS, 0);
        return read(draft, format, bytes, watch);
    }

    private static ReadText read(Draft draft, Format format, byte[] bytes, Watch watch) {
        var content = NormalisedText.of(draft);
        watch.check();
        if (content.text().isBlank()) {
            throw Refusal.EMPTY.with();
        }
        return new ReadText(content, format, sha256(bytes), draft.pages(), pageStarts(draft, content));
    }

    /** Null where a format knows no pages, or says that there are more of them than it shows the beginning of. */
    private static @Nullable List<Integer> pageStarts(Draft draft, NormalisedText content) {
        var starts = content.pageStarts(draft.turns());
        return draft.pages() > starts.size() + 1 || draft.pages() == 0 && starts.isEmpty() ? null : starts;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
