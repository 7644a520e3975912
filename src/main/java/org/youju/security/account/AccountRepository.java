package org.youju.security.account;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;
import static org.youju.db.Tables.API_TOKEN;
import static org.youju.db.Tables.APP_ACCOUNT;
import static org.youju.db.Tables.APP_ACCOUNT_DEPARTMENT;
import static org.youju.db.Tables.APP_ACCOUNT_REGION;
import static org.youju.db.Tables.DEPARTMENT;
import static org.youju.db.Tables.REGION;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;
import org.youju.base.RuleViolation;
import org.youju.security.Role;
import org.youju.security.Scope;

/** Reads and writes accounts and tokens. */
@Repository
class AccountRepository {

    private static final SelectField<Scope> SCOPE = row(
            multiset(select(REGION.CODE)
                    .from(APP_ACCOUNT_REGION)
                    .join(REGION)
                    .on(REGION.ID.eq(APP_ACCOUNT_REGION.REGION_ID))
                    .where(APP_ACCOUNT_REGION.ACCOUNT_ID.eq(APP_ACCOUNT.ID)))
                    .convertFrom(codes -> codes.intoSet(REGION.CODE)),
            multiset(select(DEPARTMENT.CODE)
                    .from(APP_ACCOUNT_DEPARTMENT)
                    .join(DEPARTMENT)
                    .on(DEPARTMENT.ID.eq(APP_ACCOUNT_DEPARTMENT.DEPARTMENT_ID))
                    .where(APP_ACCOUNT_DEPARTMENT.ACCOUNT_ID.eq(APP_ACCOUNT.ID)))
                    .convertFrom(codes -> codes.intoSet(DEPARTMENT.CODE)))
            .mapping(Scope::new);

    private static final SelectField<Account> ACCOUNT = row(
            APP_ACCOUNT.ID,
            APP_ACCOUNT.VERSION,
            APP_ACCOUNT.USERNAME,
            APP_ACCOUNT.DISPLAY_NAME,
            APP_ACCOUNT.ROLE.convertFrom(Role::valueOf),
            SCOPE,
            APP_ACCOUNT.ENABLED,
            APP_ACCOUNT.LOCKED,
            APP_ACCOUNT.MUST_CHANGE_PASSWORD,
            APP_ACCOUNT.SAMPLE)
            .mapping(Account::new);

    /** An account together with its password's hash. */
    record Credentials(Account account, String hash) {
    }

    private final DSLContext dsl;
    private final boolean samples;

    @Autowired
    AccountRepository(DSLContext dsl, Environment settings) {
        this(dsl, settings.acceptsProfiles(Profiles.of(DemoAccounts.PROFILE)));
    }

    /** @param samples whether sample accounts may log in */
    AccountRepository(DSLContext dsl, boolean samples) {
        this.dsl = dsl;
        this.samples = samples;
    }

    /** Everything that {@code work} does here happens, or nothing of it. */
    <T> T inTransaction(Function<AccountRepository, T> work) {
        return dsl.transactionResult(transaction -> work.apply(new AccountRepository(transaction.dsl(), samples)));
    }

    List<Account> list() {
        return dsl.select(ACCOUNT)
                .from(APP_ACCOUNT)
                .orderBy(APP_ACCOUNT.USERNAME)
                .fetch(Record1::value1);
    }

    Optional<Account> find(long id) {
        return dsl.select(ACCOUNT)
                .from(APP_ACCOUNT)
                .where(APP_ACCOUNT.ID.eq(id))
                .fetchOptional(Record1::value1);
    }

    Optional<Account> find(String username) {
        return dsl.select(ACCOUNT)
                .from(APP_ACCOUNT)
                .where(APP_ACCOUNT.USERNAME.eq(username))
                .fetchOptional(Record1::value1);
    }

    /** The account that may try to log in under this name. */
    Optional<Credentials> credentials(String username) {
        return dsl.select(ACCOUNT, APP_ACCOUNT.PASSWORD_HASH)
                .from(APP_ACCOUNT)
                .where(APP_ACCOUNT.USERNAME.eq(username))
                .and(usable())
                .fetchOptional(mapping(Credentials::new));
    }

    /** Whether anybody could log in. */
    boolean anybody() {
        return dsl.fetchExists(dsl.selectOne().from(APP_ACCOUNT).where(usable()));
    }

    /** The administrators who can log in; within a transaction nobody else changes them until it ends. */
    List<Long> lockAdministrators() {
        return dsl.select(APP_ACCOUNT.ID)
                .from(APP_ACCOUNT)
                .where(APP_ACCOUNT.ROLE.eq(Role.ADMIN.name()))
                .and(APP_ACCOUNT.ENABLED)
                .andNot(APP_ACCOUNT.LOCKED)
                .and(usable())
                .orderBy(APP_ACCOUNT.ID)
                .forUpdate()
                .fetch(APP_ACCOUNT.ID);
    }

    private Condition usable() {
        return samples ? trueCondition() : APP_ACCOUNT.SAMPLE.isFalse();
    }

    /** @throws RuleViolation if the name is taken */
    long insert(AccountData data, String hash, boolean mustChangePassword, boolean sample) {
        try {
            var id = dsl.insertInto(APP_ACCOUNT)
                    .set(APP_ACCOUNT.USERNAME, data.username())
                    .set(APP_ACCOUNT.DISPLAY_NAME, data.displayName())
                    .set(APP_ACCOUNT.ROLE, data.role().name())
                    .set(APP_ACCOUNT.PASSWORD_HASH, hash)
                    .set(APP_ACCOUNT.MUST_CHANGE_PASSWORD, mustChangePassword)
                    .set(APP_ACCOUNT.SAMPLE, sample)
                    .returningResult(APP_ACCOUNT.ID)
                    .fetchSingle(APP_ACCOUNT.ID);
            writeScope(id, data.scope());
            return id;
        } catch (IntegrityConstraintViolationException | DataIntegrityViolationException e) {
            throw new RuleViolation("security.rule.username.taken", data.username());
        }
    }

    /** @return false if somebody else changed the account since {@code version} */
    boolean update(long id, int version, AccountData data) {
        var changed = dsl.update(APP_ACCOUNT)
                .set(APP_ACCOUNT.DISPLAY_NAME, data.displayName())
                .set(APP_ACCOUNT.ROLE, data.role().name())
                .set(APP_ACCOUNT.VERSION, APP_ACCOUNT.VERSION.plus(1))
                .where(APP_ACCOUNT.ID.eq(id))
                .and(APP_ACCOUNT.VERSION.eq(version))
                .execute() == 1;
        if (changed) {
            writeScope(id, data.scope());
        }
        return changed;
    }

    /** @return false if somebody else changed the account since {@code version} */
    boolean update(long id, int version, boolean enabled, boolean locked) {
        return dsl.update(APP_ACCOUNT)
                .set(APP_ACCOUNT.ENABLED, enabled)
                .set(APP_ACCOUNT.LOCKED, locked)
                .set(APP_ACCOUNT.VERSION, APP_ACCOUNT.VERSION.plus(1))
                .where(APP_ACCOUNT.ID.eq(id))
                .and(APP_ACCOUNT.VERSION.eq(version))
                .execute() == 1;
    }

    /** @return false if somebody else changed the account since {@code version} */
    boolean update(long id, int version, String hash, boolean mustChangePassword) {
        return dsl.update(APP_ACCOUNT)
                .set(APP_ACCOUNT.PASSWORD_HASH, hash)
                .set(APP_ACCOUNT.MUST_CHANGE_PASSWORD, mustChangePassword)
                .set(APP_ACCOUNT.VERSION, APP_ACCOUNT.VERSION.plus(1))
                .where(APP_ACCOUNT.ID.eq(id))
                .and(APP_ACCOUNT.VERSION.eq(version))
                .execute() == 1;
    }

    private void writeScope(long account, Scope scope) {
        dsl.deleteFrom(APP_ACCOUNT_REGION)
                .where(APP_ACCOUNT_REGION.ACCOUNT_ID.eq(account))
                .execute();
        dsl.deleteFrom(APP_ACCOUNT_DEPARTMENT)
                .where(APP_ACCOUNT_DEPARTMENT.ACCOUNT_ID.eq(account))
                .execute();
        dsl.insertInto(APP_ACCOUNT_REGION, APP_ACCOUNT_REGION.ACCOUNT_ID, APP_ACCOUNT_REGION.REGION_ID)
                .select(dsl.select(val(account), REGION.ID)
                        .from(REGION)
                        .where(REGION.CODE.in(scope.regions())))
                .execute();
        dsl.insertInto(APP_ACCOUNT_DEPARTMENT, APP_ACCOUNT_DEPARTMENT.ACCOUNT_ID, APP_ACCOUNT_DEPARTMENT.DEPARTMENT_ID)
                .select(dsl.select(val(account), DEPARTMENT.ID)
                        .from(DEPARTMENT)
                        .where(DEPARTMENT.CODE.in(scope.departments())))
                .execute();
    }

    List<Place> regions() {
        return dsl.select(REGION.CODE, REGION.NAME_ZH, REGION.NAME_EN)
                .from(REGION)
                .orderBy(REGION.CODE)
                .fetch(mapping(Place::new));
    }

    List<Place> departments() {
        return dsl.select(DEPARTMENT.CODE, DEPARTMENT.NAME_ZH, DEPARTMENT.NAME_EN)
                .from(DEPARTMENT)
                .orderBy(DEPARTMENT.CODE)
                .fetch(mapping(Place::new));
    }

    /** The account of a token that is neither revoked nor expired at a moment, if both may be used. */
    Optional<Account> findByToken(String tokenHash, Instant at) {
        return dsl.select(ACCOUNT)
                .from(API_TOKEN)
                .join(APP_ACCOUNT)
                .on(APP_ACCOUNT.ID.eq(API_TOKEN.ACCOUNT_ID))
                .where(API_TOKEN.TOKEN_HASH.eq(tokenHash))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .and(API_TOKEN.EXPIRES_AT.isNull().or(API_TOKEN.EXPIRES_AT.gt(at)))
                .and(APP_ACCOUNT.ENABLED)
                .andNot(APP_ACCOUNT.LOCKED)
                .and(usable())
                .fetchOptional(Record1::value1);
    }

    boolean hasToken(String tokenHash) {
        return dsl.fetchExists(API_TOKEN, API_TOKEN.TOKEN_HASH.eq(tokenHash));
    }

    /** Every token of an account, newest first. */
    List<ApiTokens.Token> tokens(long account) {
        return dsl.select(API_TOKEN.ID, API_TOKEN.NAME, API_TOKEN.CREATED_AT, API_TOKEN.EXPIRES_AT,
                        API_TOKEN.REVOKED_AT)
                .from(API_TOKEN)
                .where(API_TOKEN.ACCOUNT_ID.eq(account))
                .orderBy(API_TOKEN.CREATED_AT.desc(), API_TOKEN.ID.desc())
                .fetch(mapping(ApiTokens.Token::new));
    }

    /** @param expires null for a token that does not expire */
    long insertToken(long account, String name, String tokenHash, Instant at, @Nullable Instant expires) {
        return dsl.insertInto(API_TOKEN)
                .set(API_TOKEN.ACCOUNT_ID, account)
                .set(API_TOKEN.NAME, name)
                .set(API_TOKEN.TOKEN_HASH, tokenHash)
                .set(API_TOKEN.CREATED_AT, at)
                .set(API_TOKEN.EXPIRES_AT, expires)
                .returningResult(API_TOKEN.ID)
                .fetchSingle(API_TOKEN.ID);
    }

    /** Revokes a token from a moment on, unless it is revoked already. */
    void revokeToken(long id, Instant at) {
        dsl.update(API_TOKEN)
                .set(API_TOKEN.REVOKED_AT, at)
                .where(API_TOKEN.ID.eq(id))
                .and(API_TOKEN.REVOKED_AT.isNull())
                .execute();
    }
}
