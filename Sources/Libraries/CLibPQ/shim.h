#pragma once
#include <libpq-fe.h>
#include <sys/prctl.h>

// The diagnostic field codes are character macros, which Swift cannot import.
enum {
    pq_diag_severity_localized = PG_DIAG_SEVERITY,
    pq_diag_severity = PG_DIAG_SEVERITY_NONLOCALIZED,
    pq_diag_sqlstate = PG_DIAG_SQLSTATE,
    pq_diag_message_primary = PG_DIAG_MESSAGE_PRIMARY,
    pq_diag_message_detail = PG_DIAG_MESSAGE_DETAIL,
    pq_diag_message_hint = PG_DIAG_MESSAGE_HINT,
    pq_diag_statement_position = PG_DIAG_STATEMENT_POSITION,
    pq_diag_schema_name = PG_DIAG_SCHEMA_NAME,
    pq_diag_table_name = PG_DIAG_TABLE_NAME,
    pq_diag_column_name = PG_DIAG_COLUMN_NAME,
    pq_diag_constraint_name = PG_DIAG_CONSTRAINT_NAME,
    pq_diag_source_function = PG_DIAG_SOURCE_FUNCTION,
};

// The thread that carries a connection bears its name; Glibc's module lacks prctl, as it has
// variable arguments, and pthread_setname_np, as it is GNU's own.
static inline void pq_name_this_thread(const char *name) {
    prctl(PR_SET_NAME, name, 0, 0, 0);
}
