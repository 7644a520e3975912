package org.youju.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.youju.indicator.Catalogue;
import org.youju.indicator.IndicatorService;
import org.youju.observation.Observation;
import org.youju.observation.ObservationService;
import org.youju.reply.Citation;
import org.youju.reply.Contacts;
import org.youju.reply.Reply;
import org.youju.reply.ReplyService;

/** Documents, their texts and the spans that figures rest on. */
@RestController
@RequestMapping("/api/v1/replies")
class ReplyController {

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

    /** Newest first; {@code q} is looked for in title, issuer and document number, {@code docNo} is exact. */
    @GetMapping
    List<ReplyAnswer> replies(@RequestParam MultiValueMap<String, String> given) {
        var parameters = new Parameters(given);
        var words = parameters.text("q");
        var docNo = parameters.text("docNo");
        parameters.check();
        var catalogue = indicators.catalogue();
        return replies.search(words, docNo).stream()
                .filter(readable::includes)
                .map(reply -> answer(reply, catalogue))
                .toList();
    }

    @GetMapping("/{id}")
    ReplyAnswer reply(@PathVariable String id) {
        return answer(find(id), indicators.catalogue());
    }

    private ReplyAnswer answer(Reply reply, Catalogue catalogue) {
        return mapper.reply(reply, replies.proposalOf(reply.id()),
                reply.textHeld() ? replies.textOf(reply.id()) : Optional.empty(),
                reply.textHeld() ? replies.readableTextOf(reply.id()) : Optional.empty(), catalogue);
    }

    private Reply find(String id) {
        var reply = replies.reply(Ids.number(id, "reply.notFound"));
        if (!readable.includes(reply)) {
            throw new NotFoundException("reply.notFound", id);
        }
        return reply;
    }

    /** In the order of the text; without the right to read drafts only spans that something approved rests on. */
    @GetMapping("/{id}/citations")
    List<CitationAnswer> citations(@PathVariable String id) {
        var reply = find(id);
        var catalogue = indicators.catalogue();
        var stated = readable.statements(catalogue, observations.statementsOf(reply.id()));
        var promised = commitments.commitmentsOf(reply.id()).stream()
                .filter(c -> catalogue.find(c.indicator()).map(readable::includes).orElse(readable.everything()))
                .toList();
        var text = replies.readableTextOf(reply.id()).orElse(null);
        return replies.citationsOf(reply.id()).stream()
                .map(citation -> answer(citation, text, stated, promised))
                .filter(c -> readable.drafts() || !c.observations().isEmpty() || !c.commitments().isEmpty())
                .toList();
    }

    /** The words around a span are cut from the text as the caller may read it, so that no contact shows in them. */
    private static CitationAnswer answer(Citation c, @Nullable String text, List<Observation> stated,
            List<Commitment> promised) {
        var start = c.start();
        var end = c.end();
        var anchored = text != null && start != null && end != null && end + c.suffix().length() <= text.length()
                && start >= c.prefix().length();
        return new CitationAnswer(c.id(), start, end,
                anchored ? text.substring(start, end) : Contacts.mask(c.exact()),
                anchored ? text.substring(start - c.prefix().length(), start) : Contacts.mask(c.prefix()),
                anchored ? text.substring(end, end + c.suffix().length()) : Contacts.mask(c.suffix()),
                c.state().name(),
                stated.stream().filter(o -> o.citations().stream().anyMatch(it -> it.id() == c.id()))
                        .map(Observation::id).toList(),
                promised.stream().filter(p -> p.citation().id() == c.id()).map(Commitment::code).toList());
    }
}
