package org.youju.extraction.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.youju.base.RuleViolation;
import org.youju.extraction.review.Drafts.Acceptance;
import org.youju.observation.CellKey;
import org.youju.reply.Reply;

/** Sifts candidates of one reply that are to be accepted together: those that need no look, and why others do. */
final class Sieve {

    private final Reply reply;
    private final boolean regionIsNamed;
    private final List<Acceptance> plain = new ArrayList<>();
    private final List<Batch.Refused> refused = new ArrayList<>();
    private final Set<Object> taken = new HashSet<>();

    /** @param regionIsNamed whether the reply says which region it speaks of; else that of a candidate is a guess */
    Sieve(Reply reply, boolean regionIsNamed) {
        this.reply = reply;
        this.regionIsNamed = regionIsNamed;
    }

    /** Takes the next candidate, in the order of the text. */
    void add(Acceptance next) {
        refusal(next).ifPresentOrElse(why -> refused.add(new Batch.Refused(next.candidate(), why)),
                () -> plain.add(next));
    }

    List<Acceptance> plain() {
        return plain;
    }

    List<Batch.Refused> refused() {
        return refused;
    }

    private Optional<RuleViolation> refusal(Acceptance it) {
        var preview = it.preview();
        if (preview.refusal() != null) {
            return Optional.of(preview.refusal());
        }
        if (!preview.departures().isEmpty()) {
            return Optional.of(new RuleViolation("review.candidate.differs", it.candidate().span()));
        }
        if (!regionIsNamed && it.candidate().decidedBy() == null) {
            return Optional.of(new RuleViolation("review.candidate.noRegion", it.candidate().number()));
        }
        var own = Previews.own(reply, preview.standings());
        if (own != null && !Previews.isRecorded(own)) {
            return Optional.of(new RuleViolation("review.candidate.recorded", own.stored().figure().printed()));
        }
        var contrary = preview.standings().stream().filter(other -> Preview.isContrary(other.agreement())).findFirst();
        if (contrary.isPresent()) {
            var stored = contrary.get().stored();
            return Optional.of(new RuleViolation("review.candidate.contrary", stored.figure().printed(),
                    stored.reply().label()));
        }
        if (it.isRecorded(reply) || taken.add(becomes(it.terms()))) {
            return Optional.empty();
        }
        return Optional.of(it.isPromise() ? Previews.drafted(Objects.requireNonNull(preview.figure()))
                : Previews.drafted(it.terms()));
    }

    /** What a reply can state or promise once. */
    private static Object becomes(Terms terms) {
        var promise = terms.promise();
        return promise == null ? new CellKey(terms.indicator(), terms.region(), terms.period())
                : List.of(terms.indicator(), terms.region(), promise.kind(), promise.from(),
                        Optional.ofNullable(promise.to()));
    }
}
