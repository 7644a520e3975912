package org.youju.security.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.youju.db.Tables.APP_ACCOUNT;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.youju.BothEnginesTest;
import org.youju.TestServices;
import org.youju.security.Role;
import org.youju.security.audit.Audited;

class PeopleTest extends BothEnginesTest {

    @Test
    void a_person_is_called_by_the_display_name_and_the_product_by_words_of_the_language() {
        dsl.insertInto(APP_ACCOUNT, APP_ACCOUNT.USERNAME, APP_ACCOUNT.DISPLAY_NAME, APP_ACCOUNT.PASSWORD_HASH,
                        APP_ACCOUNT.ROLE)
                .values("li", "李明", "-", Role.STATISTICIAN.name())
                .execute();
        try (var services = new TestServices(database, "org.youju.indicator")) {
            var people = services.get(People.class);
            assertThat(people.name("li", UnaryOperator.identity())).isEqualTo("李明");
            assertThat(people.name("system-releaser", UnaryOperator.identity())).isEqualTo("security.system.RELEASER");
            assertThat(people.name("gone", UnaryOperator.identity())).isEqualTo("gone");
        }
    }

    @Test
    void a_name_is_read_once_until_an_account_changes() {
        dsl.insertInto(APP_ACCOUNT, APP_ACCOUNT.USERNAME, APP_ACCOUNT.DISPLAY_NAME, APP_ACCOUNT.PASSWORD_HASH,
                        APP_ACCOUNT.ROLE)
                .values("wu", "吴一", "-", Role.STATISTICIAN.name())
                .execute();
        try (var services = new TestServices(database, "org.youju.indicator")) {
            var people = services.get(People.class);
            assertThat(people.name("wu", UnaryOperator.identity())).isEqualTo("吴一");
            dsl.update(APP_ACCOUNT).set(APP_ACCOUNT.DISPLAY_NAME, "吴二").where(APP_ACCOUNT.USERNAME.eq("wu")).execute();
            people.changed(Audited.did("update", "unit", "亿元"));
            assertThat(people.name("wu", UnaryOperator.identity())).as("kept in memory").isEqualTo("吴一");
            people.changed(Audited.did("update", "account", "wu"));
            assertThat(people.name("wu", UnaryOperator.identity())).isEqualTo("吴二");
        }
    }
}
