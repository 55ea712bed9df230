#define _GNU_SOURCE
#include "CLinux.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

const int sendtop_sched_idle = SCHED_IDLE;

bool sendtop_find(const char *path, struct sendtop_file *file) {
    struct statx found;
    if (statx(AT_FDCWD, path, 0, STATX_INO, &found) != 0) return false;
    file->device = makedev(found.stx_dev_major, found.stx_dev_minor);
    file->number = found.stx_ino;
    return true;
}
