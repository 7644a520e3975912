package org.youju.api;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.youju.base.NotFoundException;
import org.youju.commitment.Judged;
import org.youju.indicator.Catalogue;
import org.youju.indicator.Indicator;
import org.youju.indicator.Region;
import org.youju.observation.Observation;
import org.youju.reply.Contacts;
import org.youju.reply.Publicity;
import org.youju.reply.Reply;
import org.youju.security.Access;
import org.youju.security.Permission;

/** What whoever calls may read: all that is approved, or without an account only what is public. */
@Component
class Readable {

    private final Access access;

    Readable(Access access) {
        this.access = access;
    }

    boolean everything() {
        return access.may(Permission.READ_PUBLISHED);
    }

    List<Indicator> indicators(Catalogue catalogue) {
        return catalogue.indicators().stream().filter(this::includes).toList();
    }

    /** @throws NotFoundException if there is none of that code, or it is not for the caller */
    Indicator indicator(Catalogue catalogue, String code) {
        var indicator = catalogue.indicator(code);
        if (!includes(indicator)) {
            throw new NotFoundException("indicator.notFound", code);
        }
        return indicator;
    }

    /** The codes asked for; all that the caller may read where none are. */
    Set<String> indicators(Catalogue catalogue, Set<String> codes) {
        codes.forEach(code -> indicator(catalogue, code));
        return !codes.isEmpty() ? codes : indicators(catalogue).stream()
                .map(Indicator::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The codes asked for, or all where none are.
     *
     * @throws NotFoundException if there is none of a code
     */
    static Set<String> regions(Catalogue catalogue, Set<String> codes) {
        codes.forEach(catalogue::region);
        return codes.isEmpty() ? catalogue.regions().stream().map(Region::code).collect(Collectors.toSet()) : codes;
    }

    boolean includes(Indicator indicator) {
        return indicator.isPublic() || everything();
    }

    boolean includes(Reply reply) {
        return reply.publicity() == Publicity.PUBLIC || everything();
    }

    /** Words of a document: without a token with every contact person and number hidden, each position unchanged. */
    String words(String words) {
        return everything() ? words : Contacts.mask(words);
    }

    List<Observation> statements(Catalogue catalogue, Collection<Observation> statements) {
        return statements.stream().filter(s -> includes(catalogue, s)).toList();
    }

    boolean includes(Catalogue catalogue, Observation statement) {
        return includes(statement.reply())
                && catalogue.find(statement.indicator()).map(this::includes).orElse(everything());
    }

    /** A promise whose verdict rests on anything that the caller may not read is left out with it. */
    boolean includes(Catalogue catalogue, Judged judged) {
        return includes(judged.commitment().reply())
                && catalogue.find(judged.commitment().indicator()).map(this::includes).orElse(everything())
                && judged.verdict().inputs().stream().allMatch(s -> includes(catalogue, s));
    }
}
