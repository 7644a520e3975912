package org.youju.reply.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Parses a PDF whose streams are measured, whatever they are packed with, before one is held in memory whole. A stream
 * that nobody needs, such as a picture, is not unpacked and may be of any size.
 */
final class Inflation extends PDFParser {

    private static final long LARGEST = 64L * 1024 * 1024;
    private static final long LARGEST_ALL = 512L * 1024 * 1024;
    /** What text and fonts are packed with; pictures have others. */
    private static final Set<COSName> PACKINGS = Set.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION,
            COSName.LZW_DECODE, COSName.LZW_DECODE_ABBREVIATION, COSName.RUN_LENGTH_DECODE,
            COSName.RUN_LENGTH_DECODE_ABBREVIATION, COSName.ASCII_HEX_DECODE, COSName.ASCII_HEX_DECODE_ABBREVIATION,
            COSName.ASCII85_DECODE, COSName.ASCII85_DECODE_ABBREVIATION, COSName.CRYPT);

    private final Watch watch;
    private long all;

    /** @throws IOException if the bytes are no PDF */
    Inflation(byte[] bytes, Watch watch) throws IOException {
        super(new RandomAccessReadBuffer(bytes));
        this.watch = watch;
        document.close();
        document = new MeasuredDocument();
    }

    private void measure(COSStream stream) throws IOException {
        var filters = filters(stream);
        var packed = stream.createRawInputStream();
        for (int i = 0; i < filters.size(); i++) {
            var unpacked = new Measured(i + 1 < filters.size());
            filters.get(i).decode(packed, unpacked, stream, i);
            packed = unpacked.content();
        }
    }

    /** @throws IOException if the stream is a picture, or packed twice in one way, which the parser would skip */
    private static List<Filter> filters(COSStream stream) throws IOException {
        var names = new ArrayList<COSName>();
        if (stream.getFilters() instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        } else if (stream.getFilters() instanceof COSName name) {
            names.add(name);
        }
        var filters = new ArrayList<Filter>();
        for (var name : names) {
            if (!PACKINGS.contains(name)) {
                throw new IOException("No packing of text: " + name.getName());
            }
            filters.add(FilterFactory.INSTANCE.getFilter(name));
        }
        if (new HashSet<>(filters).size() < filters.size()) {
            throw new IOException("Packed twice alike: " + names);
        }
        return filters;
    }

    /** Makes every stream that the parser finds a measured one. */
    private final class MeasuredDocument extends COSDocument {

        private final RandomAccessStreamCache memory = IOUtils.createMemoryOnlyStreamCache().create();

        MeasuredDocument() throws IOException {
            super(Inflation.this);
        }

        @Override
        public COSStream createCOSStream(COSDictionary dictionary, long start, long length) throws IOException {
            var stream = new MeasuredStream(memory, start, length);
            dictionary.forEach(stream::setItem);
            stream.setKey(dictionary.getKey());
            return stream;
        }
    }

    private final class MeasuredStream extends COSStream {

        private boolean measured;

        MeasuredStream(RandomAccessStreamCache memory, long start, long length) throws IOException {
            super(memory, createRandomAccessReadView(start, length));
        }

        @Override
        public COSInputStream createInputStream(DecodeOptions options) throws IOException {
            measureOnce();
            return super.createInputStream(options);
        }

        @Override
        public RandomAccessRead createView() throws IOException {
            measureOnce();
            return super.createView();
        }

        private void measureOnce() throws IOException {
            if (!measured) {
                measure(this);
                measured = true;
            }
        }
    }

    /** Counts what is written, and keeps it only where it is packed still. */
    private final class Measured extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keeps;
        private long size;

        Measured(boolean keeps) {
            this.keeps = keeps;
        }

        @Override
        public void write(int unit) {
            grow(1);
            if (keeps) {
                kept.write(unit);
            }
        }

        @Override
        public void write(byte[] units, int start, int length) {
            grow(length);
            if (keeps) {
                kept.write(units, start, length);
            }
        }

        private void grow(int more) {
            watch.check();
            size += more;
            all += more;
            if (size > LARGEST || all > LARGEST_ALL) {
                throw Refusal.BOMB.with();
            }
        }

        InputStream content() {
            return new ByteArrayInputStream(kept.toByteArray());
        }
    }
}
