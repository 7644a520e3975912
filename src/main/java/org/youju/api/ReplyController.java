package org.youju.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.youju.api.Answers.CitationAnswer;
import org.youju.api.Answers.ReplyAnswer;
import org.youju.base.NotFoundException;
import org.youju.commitment.Commitment;
import org.youju.commitment.CommitmentService;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.reply.Citation;
import org.youju.reply.Reply;
import org.youju.reply.ReplyQuery;
import org.youju.reply.ReplyService;
import org.youju.reply.ReplyText;

/** Documents, their texts and the spans that figures rest on. */
@RestController
@RequestMapping("/api/v1/replies")
class ReplyController {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 1000;

    private final IndicatorService indicators;
    private final ReplyService replies;
    private final ObservationService observations;
    private final CommitmentService commitments;
    private final Readable readable;
    private final Mapper mapper;

    ReplyController(IndicatorService indicators, ReplyService replies, ObservationService observations,
            CommitmentService commitments, Readable readable, Mapper mapper) {
        this.indicators = indicators;
        this.replies = replies;
        this.observations = observations;
        this.commitments = commitments;
        this.readable = readable;
        this.mapper = mapper;
    }

    /**
     * Newest first; {@code q} is looked for in title, issuer and document number, {@code docNo} is exact. A page holds
     * {@code limit} of them, 100 unless told and 1000 at most, from {@code offset} on; a {@code Link} leads to the
     * following one.
     */
    @GetMapping
    ResponseEntity<List<ReplyAnswer>> replies(@RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request) {
        var parameters = new Parameters(given);
        var query = new ReplyQuery(parameters.text("q"), parameters.text("docNo"), null, null,
                !readable.everything());
        var limit = parameters.count("limit", 1, LARGEST_PAGE, PAGE);
        var offset = parameters.count("offset", 0, Integer.MAX_VALUE, 0);
        parameters.check();
        var found = replies.search(query, offset, limit + 1);
        var answer = ResponseEntity.ok();
        if (found.size() > limit) {
            answer.header(HttpHeaders.LINK,
                    "<" + NextPage.address(request, (long) offset + limit) + ">; rel=\"next\"");
        }
        return answer.body(answers(found.stream().limit(limit).toList()));
    }

    private List<ReplyAnswer> answers(List<Reply> page) {
        var catalogue = indicators.catalogue();
        var ids = page.stream().map(Reply::id).toList();
        var proposals = replies.proposalsOf(ids);
        var texts = replies.textsOf(ids);
        return page.stream()
                .map(reply -> mapper.reply(reply, proposals.get(reply.id()), texts.get(reply.id()), catalogue))
                .toList();
    }

    @GetMapping("/{id}")
    ReplyAnswer reply(@PathVariable String id) {
        return answers(List.of(find(id))).getFirst();
    }

    private Reply find(String id) {
        var reply = replies.reply(Ids.number(id, "reply.notFound"));
        if (!readable.includes(reply)) {
            throw new NotFoundException("reply.notFound", id);
        }
        return reply;
    }

    /**
     * In the order of the text, as {@link ReplyService#citationsOf} gives them; without a token only spans that
     * something public rests on.
     */
    @GetMapping("/{id}/citations")
    List<CitationAnswer> citations(@PathVariable String id) {
        var reply = find(id);
        var catalogue = indicators.catalogue();
        var stated = readable.statements(catalogue, observations.statementsOf(reply.id()));
        var promised = commitments.commitmentsOf(reply.id()).stream()
                .filter(c -> catalogue.find(c.indicator()).map(readable::includes).orElse(readable.everything()))
                .toList();
        var text = replies.textOf(reply.id()).map(ReplyText::text).map(readable::words).orElse(null);
        return replies.citationsOf(reply.id()).stream()
                .map(citation -> answer(citation, text, stated, promised))
                .filter(c -> readable.everything() || !c.observations().isEmpty() || !c.commitments().isEmpty())
                .toList();
    }

    /** The words around a span are cut from the text as the caller may read it, so that no contact shows in them. */
    private CitationAnswer answer(Citation c, @Nullable String text, List<Observation> stated,
            List<Commitment> promised) {
        var start = c.start();
        var end = c.end();
        var anchored = text != null && start != null && end != null && end + c.suffix().length() <= text.length()
                && start >= c.prefix().length();
        return new CitationAnswer(c.id(), start, end, c.page(),
                anchored ? text.substring(start, end) : readable.words(c.exact()),
                anchored ? text.substring(start - c.prefix().length(), start) : readable.words(c.prefix()),
                anchored ? text.substring(end, end + c.suffix().length()) : readable.words(c.suffix()),
                c.state().name(),
                stated.stream().filter(o -> o.citations().stream().anyMatch(it -> it.id() == c.id()))
                        .map(Observation::id).toList(),
                promised.stream().filter(p -> p.citation().id() == c.id()).map(Commitment::code).toList());
    }
}
