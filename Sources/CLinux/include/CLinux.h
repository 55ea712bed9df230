// What Linux offers, and Swift cannot import: glibc declares it for GNU programs only.
#ifndef SENDTOP_CLINUX_H
#define SENDTOP_CLINUX_H

#include <stdbool.h>
#include <stdint.h>

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

#endif
