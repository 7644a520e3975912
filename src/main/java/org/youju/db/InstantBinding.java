package org.youju.db;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.impl.AbstractBinding;
import org.jooq.impl.DSL;

/**
 * Moments as the drivers hand them over. Without it every moment would be printed as text by the driver and parsed
 * again, which takes an eighth of the time in which the statements of a dashboard are read.
 */
public final class InstantBinding extends AbstractBinding<OffsetDateTime, Instant> {

    private static final long serialVersionUID = 1;

    private static final Converter<OffsetDateTime, Instant> CONVERTER = Converter.ofNullable(OffsetDateTime.class,
            Instant.class, OffsetDateTime::toInstant, moment -> moment.atOffset(ZoneOffset.UTC));

    @Override
    public Converter<OffsetDateTime, Instant> converter() {
        return CONVERTER;
    }

    @Override
    protected void sqlInline(BindingSQLContext<Instant> context) {
        context.render().visit(DSL.inline(context.value()));
    }

    @Override
    public void set(BindingSetStatementContext<Instant> context) throws SQLException {
        context.statement().setObject(context.index(), CONVERTER.to(context.value()));
    }

    @Override
    public void get(BindingGetResultSetContext<Instant> context) throws SQLException {
        context.value(CONVERTER.from(context.resultSet().getObject(context.index(), OffsetDateTime.class)));
    }
}
