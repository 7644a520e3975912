package org.youju.reply.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * A zip from a stranger: counted while it is inflated, never trusted for the sizes that it names, and its XML free of
 * document types, so that no entity can be declared.
 */
final class Archive {

    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST = 160L * 1024 * 1024;
    /** Parsed XML takes ten times its size and more. */
    static final int LARGEST_XML = 40 * 1024 * 1024;

    private final Map<String, byte[]> entries;

    private Archive(Map<String, byte[]> entries) {
        this.entries = entries;
    }

    /**
     * Inflates an archive. Of its entries only those of XML are held.
     *
     * @throws org.youju.base.RuleViolation if it inflates beyond the limits, is encrypted or declares a document type
     * @throws IOException                  if it is damaged
     */
    static Archive open(byte[] bytes, Watch watch) throws IOException {
        var entries = new HashMap<String, byte[]>();
        long all = 0;
        long xml = 0;
        int count = 0;
        try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                watch.check();
                if (++count > MOST_ENTRIES) {
                    throw Refusal.BOMB.with();
                }
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw Refusal.ENCRYPTED.with();
                }
                if (entry.isDirectory()) {
                    continue;
                }
                boolean held = isXml(entry.getName());
                long most = held ? Math.min(LARGEST - all, LARGEST_XML - xml) : LARGEST - all;
                var content = held ? new ByteArrayOutputStream() : null;
                long size;
                try (var in = zip.getInputStream(entry)) {
                    size = inflate(in, content, most, watch);
                }
                all += size;
                if (content != null) {
                    xml += size;
                    refuseDocumentType(content.toByteArray());
                    entries.put(entry.getName(), content.toByteArray());
                }
            }
        }
        return new Archive(entries);
    }

    /** Whether it holds XML of that name. */
    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** What it holds of XML, by name. */
    Map<String, byte[]> entries() {
        return entries;
    }

    private static boolean isXml(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".XML");
    }

    private static long inflate(InputStream in, @Nullable ByteArrayOutputStream out, long most, Watch watch)
            throws IOException {
        var piece = new byte[64 * 1024];
        long size = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            watch.check();
            size += read;
            if (size > most) {
                throw Refusal.BOMB.with();
            }
            if (out != null) {
                out.write(piece, 0, read);
            }
        }
        return size;
    }

    /** Asks a parser, which knows every encoding that a document type could hide in; it stops before the first rule. */
    private static void refuseDocumentType(byte[] xml) throws IOException {
        var source = new InputSource(new ByteArrayInputStream(xml));
        var handler = new DefaultHandler2() {
            @Override
            public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) {
                throw Refusal.ENTITIES.with();
            }

            @Override
            public void startElement(String uri, String local, String name, org.xml.sax.Attributes attributes)
                    throws SAXException {
                throw new SAXException("the document type can only stand before the first element");
            }
        };
        try {
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var reader = factory.newSAXParser().getXMLReader();
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", handler);
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(source);
        } catch (SAXException e) {
            // the first element is reached, or it is no XML; its reader will say so
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
