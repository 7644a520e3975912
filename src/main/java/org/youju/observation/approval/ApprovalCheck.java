package org.youju.observation.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.youju.observation.approval.ApprovalRepository.Entity;
import org.youju.security.audit.StoreCheck;

/** Whether every approved row still says what was approved, and everything that was approved is still there. */
@Component
public class ApprovalCheck implements StoreCheck {

    private static final int PAGE = 5_000;
    private static final int NAMED = 20;

    private final ApprovalRepository repository;

    ApprovalCheck(ApprovalRepository repository) {
        this.repository = repository;
    }

    /** Whether an approved statement still says what was approved; one of before hashes were kept counts as whole. */
    @Transactional(readOnly = true)
    public boolean isWhole(long observation) {
        return repository.of(Entity.OBSERVATION, observation)
                .map(it -> it.hash() == null || it.hash().equals(repository.hash(Entity.OBSERVATION, observation)))
                .orElse(false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> check() {
        long rows = 0;
        long unhashed = 0;
        long wrong = 0;
        var named = new ArrayList<String>();
        for (var entity : Entity.values()) {
            var page = repository.after(entity, 0, PAGE);
            while (!page.isEmpty()) {
                for (var row : page) {
                    rows++;
                    if (row.recorded() && row.approved() == null) {
                        unhashed++;
                    } else if (!row.hash().equals(row.approved())) {
                        wrong++;
                        if (named.size() < NAMED) {
                            named.add(row.name());
                        }
                    }
                }
                page = repository.after(entity, page.getLast().id(), PAGE);
            }
        }
        var lines = new ArrayList<Line>();
        lines.add(wrong == 0 ? new Line(true, "approval.intact", List.of(rows, unhashed))
                : new Line(false, "approval.changed", List.of(wrong, String.join(", ", named))));
        checkLost().ifPresent(lines::add);
        return lines;
    }

    /** From the approvals to their rows. */
    private Optional<Line> checkLost() {
        long lost = 0;
        var named = new ArrayList<String>();
        for (var entity : Entity.values()) {
            var page = repository.lostAfter(entity, 0, PAGE);
            while (!page.isEmpty()) {
                lost += page.size();
                page.stream().limit(NAMED - named.size()).map(ApprovalRepository.Lost::name).forEach(named::add);
                page = repository.lostAfter(entity, page.getLast().id(), PAGE);
            }
        }
        return lost == 0 ? Optional.empty()
                : Optional.of(new Line(false, "approval.lost", List.of(lost, String.join(", ", named))));
    }
}
