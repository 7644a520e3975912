package org.youju.observation.event;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.youju.reply.OtherPassages;

/** The words of a document that tell of policy events. */
@Component
class EventWords implements OtherPassages {

    private final PolicyEventRepository repository;

    EventWords(PolicyEventRepository repository) {
        this.repository = repository;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> of(long replyId, Locale locale) {
        return repository.standingOf(replyId).stream().collect(Collectors.toMap(PolicyEventRepository.Row::citation,
                it -> "zh".equals(locale.getLanguage()) ? it.nameZh() : it.nameEn(), (one, other) -> one + " · " + other));
    }
}
