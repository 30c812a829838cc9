// The interface between SQLite and the file layer below it, which tests put themselves into:
// https://www.sqlite.org/c3ref/vfs.html and https://www.sqlite.org/c3ref/io_methods.html

#ifndef PHASELOOM_CSQLITE_FILES_H
#define PHASELOOM_CSQLITE_FILES_H

#include <stdint.h>

#define SQLITE_OK 0
#define SQLITE_FULL 13
#define SQLITE_IOERR_WRITE 778
#define SQLITE_IOERR_FSYNC 1034
#define SQLITE_IOERR_TRUNCATE 1546
#define SQLITE_IOERR_DELETE 2570

#pragma clang assume_nonnull begin

typedef struct sqlite3_io_methods sqlite3_io_methods;
typedef struct sqlite3_vfs sqlite3_vfs;

typedef struct sqlite3_file {
    const sqlite3_io_methods *_Nullable pMethods;
} sqlite3_file;

struct sqlite3_io_methods {
    int iVersion;
    int (*xClose)(sqlite3_file *);
    int (*xRead)(sqlite3_file *, void *, int, int64_t);
    int (*xWrite)(sqlite3_file *, const void *, int, int64_t);
    int (*xTruncate)(sqlite3_file *, int64_t);
    int (*xSync)(sqlite3_file *, int);
    int (*xFileSize)(sqlite3_file *, int64_t *);
    int (*xLock)(sqlite3_file *, int);
    int (*xUnlock)(sqlite3_file *, int);
    int (*xCheckReservedLock)(sqlite3_file *, int *);
    int (*xFileControl)(sqlite3_file *, int, void *);
    int (*xSectorSize)(sqlite3_file *);
    int (*xDeviceCharacteristics)(sqlite3_file *);
    int (*xShmMap)(sqlite3_file *, int, int, int, void volatile *_Nullable *_Nonnull);
    int (*xShmLock)(sqlite3_file *, int, int, int);
    void (*xShmBarrier)(sqlite3_file *);
    int (*xShmUnmap)(sqlite3_file *, int);
};

struct sqlite3_vfs {
    int iVersion;
    int szOsFile;
    int mxPathname;
    sqlite3_vfs *_Nullable pNext;
    const char *zName;
    void *_Nullable pAppData;
    int (*xOpen)(sqlite3_vfs *, const char *_Nullable, sqlite3_file *, int, int *_Nullable);
    int (*xDelete)(sqlite3_vfs *, const char *, int);
    int (*xAccess)(sqlite3_vfs *, const char *, int, int *);
    int (*xFullPathname)(sqlite3_vfs *, const char *, int, char *);
    void *(*xDlOpen)(sqlite3_vfs *, const char *);
    void (*xDlError)(sqlite3_vfs *, int, char *);
    void (*(*xDlSym)(sqlite3_vfs *, void *, const char *))(void);
    void (*xDlClose)(sqlite3_vfs *, void *);
    int (*xRandomness)(sqlite3_vfs *, int, char *);
    int (*xSleep)(sqlite3_vfs *, int);
    int (*xCurrentTime)(sqlite3_vfs *, double *);
    int (*xGetLastError)(sqlite3_vfs *, int, char *);
    int (*xCurrentTimeInt64)(sqlite3_vfs *, int64_t *);
    int (*xSetSystemCall)(sqlite3_vfs *, const char *, void (*)(void));
    void (*(*xGetSystemCall)(sqlite3_vfs *, const char *))(void);
    const char *(*xNextSystemCall)(sqlite3_vfs *, const char *);
};

sqlite3_vfs *_Nullable sqlite3_vfs_find(const char *_Nullable name);
int sqlite3_vfs_register(sqlite3_vfs *layer, int makeDefault);
int sqlite3_vfs_unregister(sqlite3_vfs *layer);

// A file of the layer in between; the file of the layer below follows it in memory.
typedef struct {
    sqlite3_file base;
    void *disk;
    void *path;
} pl_file;

#pragma clang assume_nonnull end

#endif
