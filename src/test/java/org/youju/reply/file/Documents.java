package org.youju.reply.file;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;

/** Makes the files that the tests hand in. */
final class Documents {

    /** A word processor's 97 format, which no library writes anew: a heading, a paragraph and a table. */
    static final String WORD_97 = "/reply/word97.doc";

    private static final double TOP = 760;
    private static final double LETTER = 16;
    private static final double PITCH = 28;

    private Documents() {
    }

    /** Paragraphs as they are; one that begins with {@code |} is a row of a table. */
    static byte[] docx(String... paragraphs) {
        try (var document = new XWPFDocument(); var out = new ByteArrayOutputStream()) {
            var rows = new ArrayList<String[]>();
            for (var paragraph : paragraphs) {
                if (paragraph.startsWith("|")) {
                    rows.add(paragraph.substring(1).split("\\|"));
                } else {
                    document.createParagraph().createRun().setText(paragraph);
                }
            }
            if (!rows.isEmpty()) {
                var table = document.createTable(rows.size(), rows.getFirst().length);
                for (int row = 0; row < rows.size(); row++) {
                    for (int cell = 0; cell < rows.get(row).length; cell++) {
                        table.getRow(row).getCell(cell).setText(rows.get(row)[cell].strip());
                    }
                }
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encryptedDocx() {
        try (var container = new POIFSFileSystem(); var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var inner = encryptor.getDataStream(container)) {
                inner.write(docx("机密"));
            }
            container.writeFilesystem(out);
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] doc() {
        try (var in = Documents.class.getResourceAsStream(WORD_97)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encryptedDoc() {
        Biff8EncryptionKey.setCurrentUserPassword("secret");
        try (var document = new HWPFDocument(new ByteArrayInputStream(doc())); var out = new ByteArrayOutputStream()) {
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    /** A line of a page: its words and how many letters it is indented. */
    record Line(double indent, String text) {
    }

    static Line line(String text) {
        return new Line(0, text);
    }

    static Line indented(String text) {
        return new Line(2, text);
    }

    /** Pages of lines, 28 letters wide, in a Chinese font that is named and not embedded. */
    @SafeVarargs
    static byte[] pdf(List<Line>... pages) {
        try (var document = pdfDocument(pages)) {
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encryptedPdf(String userPassword, boolean mayExtract) {
        try (var document = pdfDocument(List.of(line("机密")))) {
            var permission = new AccessPermission();
            permission.setCanExtractContent(mayExtract);
            document.protect(new StandardProtectionPolicy("owner", userPassword, permission));
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages that hold a picture each and no words. */
    static byte[] scannedPdf() {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            var picture = new PDStream(document, new ByteArrayInputStream(new byte[] {0}));
            picture.getCOSObject().setItem(COSName.TYPE, COSName.XOBJECT);
            picture.getCOSObject().setItem(COSName.SUBTYPE, COSName.IMAGE);
            var pictures = new COSDictionary();
            pictures.setItem("Im1", picture);
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.XOBJECT, pictures);
            document.addPage(page);
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] blankPdf(int pages) {
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page whose content inflates to that many blanks. */
    static byte[] pdfBomb(int size) {
        return packedPdf(deflated(size), null, "FlateDecode");
    }

    /** The same inside hexadecimal digits. */
    static byte[] hexPdfBomb(int size) {
        return packedPdf(HexFormat.of().formatHex(deflated(size)).getBytes(StandardCharsets.US_ASCII), null,
                "ASCIIHexDecode", "FlateDecode");
    }

    /** The same in a file that anyone may open, whose streams are encrypted nevertheless. */
    static byte[] encryptedPdfBomb(int size) {
        return packedPdf(deflated(size), new StandardProtectionPolicy("owner", "", new AccessPermission()),
                "FlateDecode");
    }

    /** One page whose content is runs of 128 blanks, that many in all. */
    static byte[] runLengthPdfBomb(int size) {
        var runs = new byte[size / 128 * 2];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
            runs[i + 1] = ' ';
        }
        return packedPdf(runs, null, "RunLengthDecode");
    }

    /** One page whose content is at least that many blanks: each code stands for one blank more than the last. */
    static byte[] lzwPdfBomb(int size) {
        var bits = new StringBuilder();
        int width = 9;
        for (long blanks = 0; blanks < size;) {
            bits.append(binary(256, width)).append(binary(' ', 9));
            width = 9;
            for (int code = 258; code < 4095; code++) {
                bits.append(binary(code, width));
                blanks += code - 256;
                width = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(code + 2), 9, 12);
            }
        }
        bits.append(binary(257, width)).append("0".repeat(7));
        var packed = new byte[bits.length() / 8];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return packedPdf(packed, null, "LZWDecode");
    }

    private static String binary(int code, int width) {
        return Integer.toBinaryString(code | 1 << width).substring(1);
    }

    private static byte[] deflated(int size) {
        var blanks = new byte[size];
        Arrays.fill(blanks, (byte) ' ');
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(blanks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] packedPdf(byte[] packed, @Nullable StandardProtectionPolicy policy, String... packings) {
        try (var document = new PDDocument()) {
            var names = new COSArray();
            for (var packing : packings) {
                names.add(COSName.getPDFName(packing));
            }
            var content = new PDStream(document);
            try (var out = content.getCOSObject().createRawOutputStream()) {
                out.write(packed);
            }
            content.getCOSObject().setItem(COSName.FILTER, names);
            var page = new PDPage(PDRectangle.A4);
            page.setContents(content);
            document.addPage(page);
            if (policy != null) {
                document.protect(policy);
            }
            return bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SafeVarargs
    private static PDDocument pdfDocument(List<Line>... pages) throws IOException {
        var document = new PDDocument();
        for (var lines : pages) {
            var content = new StringBuilder("BT\n/F1 ").append(LETTER).append(" Tf\n");
            double y = TOP;
            for (var line : lines) {
                content.append("1 0 0 1 ").append(72 + line.indent() * LETTER).append(' ').append(y).append(" Tm <")
                        .append(HexFormat.of().formatHex(line.text().getBytes(StandardCharsets.UTF_16BE)))
                        .append("> Tj\n");
                y -= PITCH;
            }
            content.append("ET");
            var page = new PDPage(PDRectangle.A4);
            page.setContents(new PDStream(document,
                    new ByteArrayInputStream(content.toString().getBytes(StandardCharsets.US_ASCII)),
                    COSName.FLATE_DECODE));
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.FONT, fonts());
            document.addPage(page);
        }
        return document;
    }

    private static COSDictionary fonts() {
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("GB1"));
        system.setInt(COSName.SUPPLEMENT, 4);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName("FontName", "STSong-Light");
        descriptor.setInt("Flags", 6);
        var glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setName(COSName.SUBTYPE, "CIDFontType0");
        glyphs.setName("BaseFont", "STSong-Light");
        glyphs.setItem(COSName.CIDSYSTEMINFO, system);
        glyphs.setItem(COSName.FONT_DESC, descriptor);
        glyphs.setInt(COSName.DW, 1000);
        glyphs.setItem(COSName.W, halfWidths());
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName(COSName.SUBTYPE, "Type0");
        font.setName("BaseFont", "STSong-Light");
        font.setName("Encoding", "UniGB-UTF16-H");
        var descendants = new COSArray();
        descendants.add(glyphs);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        var fonts = new COSDictionary();
        fonts.setItem("F1", font);
        return fonts;
    }

    /** Of the letters and digits of ASCII. */
    private static COSArray halfWidths() {
        var widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(COSInteger.get(95));
        widths.add(COSInteger.get(500));
        return widths;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** Pages of lines, as the standard has them: 210 mm wide, letters of 5 mm. */
    @SafeVarargs
    static byte[] ofd(List<Line>... pages) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("OFD.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD">
                <ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>
                <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"""));
        var tree = new StringBuilder();
        for (int page = 0; page < pages.length; page++) {
            tree.append("<ofd:Page ID=\"%d\" BaseLoc=\"Pages/Page_%d/Content.xml\"/>".formatted(page + 10, page));
            entries.put("Doc_0/Pages/Page_" + page + "/Content.xml", utf8(ofdPage(pages[page])));
        }
        entries.put("Doc_0/Document.xml", utf8("""
                <?xml version="1.0" encoding="UTF-8"?>
                <ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID>
                <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>
                <ofd:Pages>%s</ofd:Pages></ofd:Document>""".formatted(tree)));
        return zip(entries);
    }

    private static String ofdPage(List<Line> lines) {
        var content = new StringBuilder();
        double y = 40;
        for (var line : lines) {
            var steps = new StringBuilder();
            for (int i = 1; i < line.text().length(); i++) {
                steps.append(line.text().charAt(i - 1) < 0x250 ? "2.5 " : "5 ");
            }
            content.append("""
                    <ofd:TextObject ID="1" Boundary="%s %s 160 5" Font="2" Size="5">
                    <ofd:TextCode X="0" Y="4" DeltaX="%s">%s</ofd:TextCode></ofd:TextObject>
                    """.formatted(28 + 5 * line.indent(), y, steps.toString().strip(), line.text()));
            y += 9;
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content><ofd:Layer ID="3">%s</ofd:Layer>
                </ofd:Content></ofd:Page>""".formatted(content);
    }

    static byte[] zip(Map<String, byte[]> entries) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A zip with one of its entries replaced or added. */
    static byte[] with(byte[] zip, String name, byte[] content) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.put(name, content);
        return zip(entries);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
