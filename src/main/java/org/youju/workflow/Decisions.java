package org.youju.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.youju.base.NotFoundException;
import org.youju.base.RuleViolation;
import org.youju.observation.KeptBack;

/**
 * Decides about a batch of items in one transaction. Where the whole of it can go, it goes together; where not, all
 * goes that can, and each of the others is answered with the reason.
 */
@Service
public class Decisions {

    private final ToDo toDo;
    private final TransactionTemplate batch;
    private final TransactionTemplate step;

    Decisions(ToDo toDo, PlatformTransactionManager transactions) {
        this.toDo = toDo;
        batch = new TransactionTemplate(transactions);
        step = new TransactionTemplate(transactions);
        step.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What has become of a batch.
     *
     * @param done how many items went
     * @param left why each of the others stays as it is
     */
    public record Answer(int done, SequencedMap<Item, RuleViolation> left) {
    }

    /** Hands over for approval what of a batch can be. */
    public Answer submit(List<Item> items) {
        return decide(items, toDo::submit);
    }

    /** Takes back what of a batch can be. */
    public Answer recall(List<Item> items) {
        return decide(items, toDo::recall);
    }

    /** Approves what of a batch can be. */
    public Answer approve(List<Item> items) {
        return decide(items, toDo::approve);
    }

    /**
     * Sends back what of a batch can be.
     *
     * @param reason why; where it is blank nothing can be
     */
    public Answer giveBack(List<Item> items, String reason) {
        return decide(items, some -> toDo.giveBack(some, reason));
    }

    private Answer decide(List<Item> items, Consumer<Collection<Item>> deed) {
        return batch.execute(transaction -> {
            var left = left(items, deed);
            return new Answer(items.size() - left.size(), left);
        });
    }

    /** Again as long as something goes: what a figure is held against may be in the batch too. */
    private SequencedMap<Item, RuleViolation> left(List<Item> items, Consumer<Collection<Item>> deed) {
        List<Item> waiting = items;
        while (true) {
            var left = new LinkedHashMap<Item, RuleViolation>();
            inParts(waiting, deed, left);
            if (left.isEmpty() || left.size() == waiting.size()) {
                return left;
            }
            waiting = new ArrayList<>(left.keySet());
        }
    }

    /**
     * Those that a refusal names are taken out at once; where it names none, what can't go together is halved until
     * what can't go is alone, so that few refusals cost few attempts.
     */
    private void inParts(List<Item> items, Consumer<Collection<Item>> deed, Map<Item, RuleViolation> left) {
        var refusal = refusal(items, deed);
        if (refusal.isEmpty()) {
            return;
        }
        var named = named(items, refusal.get());
        if (!named.isEmpty()) {
            left.putAll(named);
            var rest = items.stream().filter(item -> !named.containsKey(item)).toList();
            if (!rest.isEmpty()) {
                inParts(rest, deed, left);
            }
        } else if (items.size() > 1) {
            inParts(items.subList(0, items.size() / 2), deed, left);
            inParts(items.subList(items.size() / 2, items.size()), deed, left);
        } else {
            items.forEach(item -> left.put(item, refusal.get()));
        }
    }

    /** The items that a refusal names, each with its reason. */
    private static Map<Item, RuleViolation> named(List<Item> items, RuleViolation refusal) {
        var named = new LinkedHashMap<Item, RuleViolation>();
        if (refusal instanceof KeptBack keptBack) {
            items.stream().filter(Item.Statement.class::isInstance)
                    .filter(item -> keptBack.rows().containsKey(item.id()))
                    .forEach(item -> named.put(item, keptBack.rows().get(item.id())));
        }
        return named;
    }

    /** Why some items can't go together; nothing of it is done then. */
    private Optional<RuleViolation> refusal(Collection<Item> items, Consumer<Collection<Item>> deed) {
        try {
            step.executeWithoutResult(transaction -> deed.accept(items));
            return Optional.empty();
        } catch (RuleViolation refusal) {
            return Optional.of(refusal);
        } catch (NotFoundException gone) {
            return Optional.of(new RuleViolation(gone.key(), gone.arguments()));
        } catch (AccessDeniedException denied) {
            return Optional.of(new RuleViolation(String.valueOf(denied.getMessage())));
        }
    }
}
