package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.youju.base.RuleViolation;
import org.youju.extraction.ExtractionAnswer;
import org.youju.extraction.Extractor;
import org.youju.extraction.FileText;
import org.youju.extraction.review.ReviewService;
import org.youju.reply.file.FileReading;
import org.youju.security.Access;
import org.youju.security.Permission;

/** Reads the figures out of a text or a file that is handed in, and stores nothing. */
@RestController
@RequestMapping("/api/v1/extractions")
class ExtractionController {

    private static final String FILE = "file";

    private final ReviewService reviews;
    private final Access access;

    ExtractionController(ReviewService reviews, Access access) {
        this.reviews = reviews;
        this.access = access;
    }

    /**
     * Takes {@code text/plain}, in UTF-8 or the encoding that it names, or {@code multipart/form-data} with a
     * {@code file}. The body is not read before the caller is known to see candidates.
     */
    @PostMapping
    ExtractionAnswer extract(HttpServletRequest request) throws IOException {
        access.require(Permission.READ_DRAFTS);
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (multipart != null) {
            var text = fileOf(multipart);
            return answer(text, text);
        }
        return answer(textOf(request), null);
    }

    private ExtractionAnswer answer(String text, @Nullable String shown) {
        var extraction = Extractor.read(text);
        return ExtractionAnswer.of(extraction, reviews.guess(text, extraction.figures()), shown);
    }

    private static String fileOf(MultipartHttpServletRequest request) throws IOException {
        MultipartFile file;
        try {
            file = request.getFile(FILE);
        } catch (MaxUploadSizeExceededException e) {
            throw FileReading.tooBig(request.getContentLengthLong());
        }
        var problems = new ArrayList<BadParameters.Problem>();
        if (file == null) {
            problems.add(new BadParameters.Problem(FILE, "api.bad.file"));
        }
        Stream.concat(request.getFileMap().keySet().stream(), request.getParameterMap().keySet().stream())
                .filter(name -> !name.equals(FILE))
                .forEach(name -> problems.add(new BadParameters.Problem(name, "api.bad.unknown", name, FILE)));
        if (file == null || !problems.isEmpty()) {
            throw new BadParameters(problems);
        }
        if (file.getSize() > FileReading.LARGEST) {
            throw FileReading.tooBig(file.getSize());
        }
        try (var in = file.getInputStream()) {
            return FileText.of(in, Objects.requireNonNullElse(file.getOriginalFilename(), ""));
        }
    }

    private static String textOf(HttpServletRequest request) throws IOException {
        var type = typeOf(request);
        if (type == null || !MediaType.TEXT_PLAIN.isCompatibleWith(type)) {
            throw new UnsupportedBody();
        }
        if (request.getContentLengthLong() > FileReading.LARGEST) {
            throw FileReading.tooBig(request.getContentLengthLong());
        }
        var bytes = request.getInputStream().readNBytes(FileReading.LARGEST + 1);
        if (bytes.length == 0 || bytes.length > FileReading.LARGEST) {
            return FileText.of(bytes, "");
        }
        try {
            return decode(bytes, Objects.requireNonNullElse(type.getCharset(), StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            if (type.getCharset() != null) {
                throw new RuleViolation("reply.file.encoding");
            }
            return FileText.of(bytes, "");
        }
    }

    /** The type of the body, null where it is not given or none. */
    private static @Nullable MediaType typeOf(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
