package org.youju.security.account;

import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.youju.security.SystemAccount;

/** What people are called where a page tells what they did. */
@Service
public class People {

    private final AccountRepository accounts;

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
                .orElseGet(() -> accounts.find(username).map(Account::displayName).orElse(username));
    }
}
