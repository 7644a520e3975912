package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.youju.api.Answers.CommitmentAnswer;
import org.youju.indicator.IndicatorService;

/** Promises and what became of them. */
@RestController
@RequestMapping("/api/v1/commitments")
class CommitmentController {

    private final IndicatorService indicators;
    private final CommitmentReader commitments;
    private final Readable readable;

    CommitmentController(IndicatorService indicators, CommitmentReader commitments, Readable readable) {
        this.indicators = indicators;
        this.commitments = commitments;
        this.readable = readable;
    }

    @GetMapping
    List<CommitmentAnswer> commitments(@RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
        var parameters = new Parameters(given);
        var codes = parameters.codes("indicator");
        var places = parameters.codes("region");
        var asOf = parameters.day("asOf");
        parameters.check();
        var catalogue = indicators.catalogue();
        return commitments.read(catalogue, readable.indicators(catalogue, codes),
                Readable.regions(catalogue, places), asOf, Language.of(request));
    }
}
