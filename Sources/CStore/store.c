#define _GNU_SOURCE
#include "store.h"

#include <fcntl.h>
#include <sched.h>
#include <sqlite3.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

enum {
    /// The size that SQLite takes by default: what the cursor of a wide table needs fits in.
    SLOT = 1200,
    SLOTS = 400
};

const int sendtop_sched_idle = SCHED_IDLE;

bool sendtop_find(const char *path, struct sendtop_file *file) {
    struct statx found;
    if (statx(AT_FDCWD, path, 0, STATX_INO, &found) != 0) return false;
    file->device = makedev(found.stx_dev_major, found.stx_dev_minor);
    file->number = found.stx_ino;
    return true;
}

void sendtop_prepare_sqlite(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, SLOT, SLOTS);
}

void sendtop_use_triggers(struct sqlite3 *connection, bool used) {
    sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, (int)used, NULL);
}
