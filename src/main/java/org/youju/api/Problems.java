package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import org.youju.api.Answers.FieldError;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.base.ui.Translations;
import org.youju.base.ui.error.Failures;

/** Answers every failure of a call as a problem (RFC 9457) in the caller's language. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final String TOO_BIG = "reply.file.tooBig";

    private final Translations translations;

    Problems(Translations translations) {
        this.translations = translations;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(BadParameters e, HttpServletRequest request) {
        var locale = Language.of(request);
        return problem(HttpStatus.BAD_REQUEST, e.problems().stream()
                .map(p -> new FieldError(p.field(), translations.getTranslation(p.key(), locale, p.arguments())))
                .toList(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notThere(NotFoundException e, HttpServletRequest request) {
        var field = e.key().endsWith(".notFound") ? e.key().substring(0, e.key().lastIndexOf('.')) : "";
        return problem(HttpStatus.NOT_FOUND, field, e.key(), e.arguments(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(RuleViolation e, HttpServletRequest request) {
        return problem(e.key().equals(TOO_BIG) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST, "", e.key(),
                e.arguments(), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inPieces(MultipartException e, HttpServletRequest request) {
        return problem(HttpStatus.BAD_REQUEST, "file", "api.bad.file", new Object[0], request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unsupported(UnsupportedBody e, HttpServletRequest request) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, HttpHeaders.CONTENT_TYPE, "api.bad.body", new Object[0],
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e, HttpServletRequest request) {
        var key = String.valueOf(e.getMessage());
        return problem(HttpStatus.FORBIDDEN, "", key.startsWith("security.denied.") ? key : "api.denied",
                new Object[0], request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unacceptable(HttpMediaTypeNotAcceptableException e, HttpServletRequest request) {
        return problem(HttpStatus.NOT_ACCEPTABLE, "Accept", "api.bad.accept", new Object[0], request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(Exception e, HttpServletRequest request) {
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "", "api.failed", new Object[] {Failures.log(e)}, request);
    }

    private ResponseEntity<ProblemDetail> problem(HttpStatus status, String field, String key, Object[] arguments,
            HttpServletRequest request) {
        var locale = Language.of(request);
        return problem(status, List.of(new FieldError(field, translations.getTranslation(key, locale, arguments))),
                locale);
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, List<FieldError> errors, Locale locale) {
        var problem = ProblemDetail.forStatusAndDetail(status, String.join(
                "zh".equals(locale.getLanguage()) ? "" : " ", errors.stream().map(FieldError::message).toList()));
        problem.setProperty("errors", errors);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .body(problem);
    }
}
