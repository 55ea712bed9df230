// What the store needs, and Swift cannot import: glibc declares it for GNU programs only, or it takes arguments of any
// number.
#ifndef SENDTOP_STORE_H
#define SENDTOP_STORE_H

#include <stdbool.h>
#include <stdint.h>

struct sqlite3;

/// What the system knows a file by, whatever its name.
struct sendtop_file {
    uint64_t device;
    uint64_t number;
};

/// Finds the file of a path, and says whether there is one.
///
/// It does not ask when the file was changed, as `stat` does: after that, the next write has to give the file a new
/// time, and the next sync may have to write it down.
bool sendtop_find(const char *path, struct sendtop_file *file);

/// The scheduling policy of threads that run when nobody else wants the processor.
extern const int sendtop_sched_idle;

/// Makes SQLite ask for less memory, and ask without waiting: each connection has some of its own, and nobody counts
/// what all of them have, for which there is one lock.
///
/// To be called before SQLite is used; later it changes nothing.
void sendtop_prepare_sqlite(void);

/// Says whether the statements of a connection run the triggers of what they change; from the start they do.
///
/// Where that changes, SQLite prepares each of the connection's statements anew when it next runs.
void sendtop_use_triggers(struct sqlite3 *connection, bool used);

#endif
