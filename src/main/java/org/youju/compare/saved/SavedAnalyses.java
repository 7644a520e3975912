package org.youju.compare.saved;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.compare.Selection;
import org.youju.compare.SelectionAddress;
import org.youju.security.Access;
import org.youju.security.Permission;
import org.youju.security.audit.Audited;

/** Keeps comparisons under names: for their owners alone, or shared with everybody who reads. */
@Service
public class SavedAnalyses {

    /** The longest name. */
    public static final int LONGEST_NAME = 80;

    private static final String ENTITY = "analysis";

    private final SavedAnalysisRepository repository;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SavedAnalyses(SavedAnalysisRepository repository, Access access, Clock clock, ApplicationEventPublisher events) {
        this.repository = repository;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** One's own and those that are shared, by name. */
    @Transactional(readOnly = true)
    public List<SavedAnalysis> visible() {
        var who = access.require(Permission.READ_PUBLISHED).username();
        return repository.visibleTo(who).stream().map(SavedAnalyses::analysis).toList();
    }

    /**
     * Keeps a comparison under a name.
     *
     * @throws RuleViolation if the name is missing, too long, or one's own of another; or nothing is chosen
     */
    @Transactional
    public SavedAnalysis save(String name, Selection selection, boolean shared) {
        var who = access.require(Permission.SAVE_VIEWS).username();
        var called = name.strip();
        if (called.isEmpty()) {
            throw new RuleViolation("compare.saved.name.empty");
        }
        if (called.length() > LONGEST_NAME) {
            throw new RuleViolation("compare.saved.name.long", LONGEST_NAME);
        }
        if (selection.indicators().isEmpty()) {
            throw new RuleViolation("compare.saved.nothing");
        }
        if (repository.find(who, called).isPresent()) {
            throw new RuleViolation("compare.saved.name.taken", called);
        }
        var query = write(selection);
        try {
            long id = repository.insert(called, query, shared, who, clock.instant().truncatedTo(ChronoUnit.MICROS));
            events.publishEvent(Audited.made("create", ENTITY, called, (shared ? "shared " : "private ") + query));
            return repository.find(id).map(SavedAnalyses::analysis).orElseThrow();
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("compare.saved.name.taken", called);
        }
    }

    /**
     * Forgets one of one's own.
     *
     * @throws NotFoundException     if there is none of that number
     * @throws AccessDeniedException if it is somebody else's
     */
    @Transactional
    public void delete(long id) {
        var who = access.require(Permission.SAVE_VIEWS).username();
        var row = repository.find(id)
                .orElseThrow(() -> new NotFoundException("compare.saved.gone", Long.toString(id)));
        if (!row.owner().equals(who)) {
            throw new AccessDeniedException("compare.saved.foreign");
        }
        repository.delete(id);
        events.publishEvent(Audited.changed("delete", ENTITY, row.name(), row.query(), ""));
    }

    private static SavedAnalysis analysis(SavedAnalysisRepository.Row row) {
        return new SavedAnalysis(row.id(), row.name(), SelectionAddress.read(read(row.query())).selection(), row.shared(),
                row.owner(), row.savedAt());
    }

    private static String write(Selection selection) {
        return SelectionAddress.write(selection).entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, List<String>> read(String query) {
        var parts = new HashMap<String, List<String>>();
        for (var part : query.split("&")) {
            int at = part.indexOf('=');
            if (at > 0) {
                parts.put(part.substring(0, at),
                        List.of(URLDecoder.decode(part.substring(at + 1), StandardCharsets.UTF_8)));
            }
        }
        return parts;
    }
}
