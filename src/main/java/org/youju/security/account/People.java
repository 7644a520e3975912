package org.youju.security.account;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.youju.base.Word;
import org.youju.security.SystemAccount;
import org.youju.security.audit.Audited;

/** What people are called where a page tells what they did. */
@Service
public class People {

    private final AccountRepository accounts;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    People(AccountRepository accounts) {
        this.accounts = accounts;
    }

    /**
     * The display name of an account; of one that is no more its user name.
     *
     * @param words gives the words of a key in the language of the page, for what the product did itself
     */
    @Transactional(readOnly = true)
    public String name(String username, UnaryOperator<String> words) {
        return SystemAccount.of(username).map(it -> words.apply(it.key()))
                .orElseGet(() -> Optional.ofNullable(known.get(username)).orElseGet(() -> read(username)));
    }

    /** The same as a part of a sentence. */
    @Transactional(readOnly = true)
    public Object called(String username) {
        return SystemAccount.of(username).<Object>map(it -> new Word(it.key()))
                .orElseGet(() -> name(username, key -> key));
    }

    private String read(String username) {
        var name = accounts.find(username).map(Account::displayName);
        name.ifPresent(it -> known.put(username, it));
        return name.orElse(username);
    }

    /** Names are read anew once anything of an account has changed. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(Audited done) {
        if (done.entity().equals("account")) {
            known.clear();
        }
    }
}
