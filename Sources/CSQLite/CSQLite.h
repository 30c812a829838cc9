// The part of the SQLite 3 interface that PhaseLoomStores calls, declared anew so that the library suffices to build and
// no header package is needed. The interface is stable: https://www.sqlite.org/capi3ref.html

#ifndef PHASELOOM_CSQLITE_H
#define PHASELOOM_CSQLITE_H

#include <stdint.h>

typedef struct sqlite3 sqlite3;
typedef struct sqlite3_stmt sqlite3_stmt;

// Results; the low byte of an extended one.
#define SQLITE_OK 0
#define SQLITE_ERROR 1
#define SQLITE_PERM 3
#define SQLITE_BUSY 5
#define SQLITE_LOCKED 6
#define SQLITE_READONLY 8
#define SQLITE_IOERR 10
#define SQLITE_CORRUPT 11
#define SQLITE_FULL 13
#define SQLITE_CANTOPEN 14
#define SQLITE_PROTOCOL 15
#define SQLITE_TOOBIG 18
#define SQLITE_CONSTRAINT 19
#define SQLITE_NOTADB 26
#define SQLITE_IOERR_SHORT_READ 522
#define SQLITE_ROW 100
#define SQLITE_DONE 101

#define SQLITE_OPEN_READONLY 0x00000001
#define SQLITE_OPEN_READWRITE 0x00000002
#define SQLITE_OPEN_URI 0x00000040
#define SQLITE_OPEN_NOMUTEX 0x00008000
#define SQLITE_PREPARE_PERSISTENT 0x01
#define SQLITE_FCNTL_FILE_POINTER 7
#define SQLITE_FCNTL_HAS_MOVED 20

// The type of a column without a value.
#define SQLITE_NULL 5

int sqlite3_open_v2(const char *path, sqlite3 **database, int flags, const char *vfs);
int sqlite3_close_v2(sqlite3 *database);
int sqlite3_extended_result_codes(sqlite3 *database, int on);
int sqlite3_extended_errcode(sqlite3 *database);
const char *sqlite3_errmsg(sqlite3 *database);
int sqlite3_system_errno(sqlite3 *database);
int sqlite3_busy_timeout(sqlite3 *database, int milliseconds);
int sqlite3_get_autocommit(sqlite3 *database);
int sqlite3_db_readonly(sqlite3 *database, const char *name);
int sqlite3_file_control(sqlite3 *database, const char *name, int operation, void *argument);
const char *sqlite3_db_filename(sqlite3 *database, const char *name);
int64_t sqlite3_last_insert_rowid(sqlite3 *database);

int sqlite3_prepare_v3(
    sqlite3 *database, const char *sql, int bytes, unsigned int flags, sqlite3_stmt **statement, const char **rest);
int sqlite3_step(sqlite3_stmt *statement);
int sqlite3_reset(sqlite3_stmt *statement);
int sqlite3_finalize(sqlite3_stmt *statement);
int sqlite3_clear_bindings(sqlite3_stmt *statement);
int sqlite3_bind_int64(sqlite3_stmt *statement, int index, int64_t value);
int sqlite3_bind_null(sqlite3_stmt *statement, int index);
int sqlite3_bind_blob64(
    sqlite3_stmt *statement, int index, const void *bytes, uint64_t count, void (*release)(void *));
int sqlite3_bind_text64(
    sqlite3_stmt *statement, int index, const char *text, uint64_t count, void (*release)(void *),
    unsigned char encoding);
int sqlite3_column_type(sqlite3_stmt *statement, int index);
int64_t sqlite3_column_int64(sqlite3_stmt *statement, int index);
const void *sqlite3_column_blob(sqlite3_stmt *statement, int index);
int sqlite3_column_bytes(sqlite3_stmt *statement, int index);

// The beginning of a file that SQLite has opened, and of its methods: https://www.sqlite.org/c3ref/io_methods.html
typedef struct pl_sqlite3_file {
    const struct pl_sqlite3_methods {
        int iVersion;
        int (*xClose)(struct pl_sqlite3_file *);
        int (*xRead)(struct pl_sqlite3_file *, void *, int, int64_t);
    } *methods;
} pl_sqlite3_file;

// Reads the first bytes of the file, zeros beyond its end, and touches nothing else: no lock, no log, no other page.
static inline int pl_sqlite3_read_head(sqlite3 *database, void *bytes, int count) {
    pl_sqlite3_file *file = 0;
    int code = sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code != SQLITE_OK) return code;
    if (!file || !file->methods) return SQLITE_CANTOPEN;
    return file->methods->xRead(file, bytes, count, 0);
}

// SQLite copies what is bound; Swift cannot write the pointer that asks for it.
static inline int pl_sqlite3_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, uint64_t count) {
    return sqlite3_bind_blob64(statement, index, bytes, count, (void (*)(void *))-1);
}

// The 1 says that the text is UTF-8.
static inline int pl_sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, uint64_t count) {
    return sqlite3_bind_text64(statement, index, text, count, (void (*)(void *))-1, 1);
}

#endif
