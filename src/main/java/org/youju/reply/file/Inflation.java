package org.youju.reply.file;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Refuses the streams of a PDF that inflate without measure, before a parser holds one in memory whole. */
final class Inflation {

    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final long LARGEST_ALL = 512L * 1024 * 1024;
    private static final int ZLIB = 0x78;

    private Inflation() {
    }

    static void refuseBombs(byte[] bytes, Watch watch) {
        var piece = new byte[64 * 1024];
        long all = 0;
        for (int at = next(bytes, 0); at >= 0; at = next(bytes, at)) {
            watch.check();
            int start = at;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n' || bytes[start] == ' ')) {
                start++;
            }
            if (start < bytes.length && (bytes[start] & 0x0F) == (ZLIB & 0x0F)) {
                all += size(bytes, start, piece, watch);
                if (all > LARGEST_ALL) {
                    throw Refusal.BOMB.with();
                }
            }
        }
    }

    private static long size(byte[] bytes, int start, byte[] piece, Watch watch) {
        var inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            long size = 0;
            int read = inflater.inflate(piece);
            while (read > 0) {
                watch.check();
                size += read;
                if (size > LARGEST) {
                    throw Refusal.BOMB.with();
                }
                read = inflater.inflate(piece);
            }
            return size;
        } catch (DataFormatException e) {
            return 0;
        } finally {
            inflater.end();
        }
    }

    /** The unit after the next keyword that opens a stream, or −1. */
    private static int next(byte[] bytes, int from) {
        for (int i = from; i <= bytes.length - STREAM.length; i++) {
            int matched = 0;
            while (matched < STREAM.length && bytes[i + matched] == STREAM[matched]) {
                matched++;
            }
            if (matched == STREAM.length) {
                return i + STREAM.length;
            }
        }
        return -1;
    }
}
