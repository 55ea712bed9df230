// Swift cannot import ncurses' globals, its attribute macros and some calls of the system; these wrappers stand in for
// them. The state that signal handlers need lives here too, since Swift code cannot run in them.
#ifndef SENDTOP_CNCURSES_SHIM_H
#define SENDTOP_CNCURSES_SHIM_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#define NCURSES_WIDECHAR 1
#include <ncurses.h>
#include <term.h>

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// The system's headers show these only to who asks for them before any other header.
extern int wcwidth(wchar_t character);
#ifdef __linux__
extern int memfd_create(const char *name, unsigned int flags);
#endif

/// The window of the screen that `set_term` chose; `stdscr` itself is a mutable global, which Swift 6 refuses.
static inline WINDOW *sendtop_stdscr(void) { return stdscr; }

static inline int sendtop_bold(void) { return (int)A_BOLD; }
static inline int sendtop_dim(void) { return (int)A_DIM; }
static inline int sendtop_reverse(void) { return (int)A_REVERSE; }
static inline int sendtop_underline(void) { return (int)A_UNDERLINE; }

/// A terminfo string; NULL when the terminal has none. `tigetstr` says that in two ways, one of them -1.
static inline const char *sendtop_capability(const char *name) {
    const char *value = tigetstr(name);
    return value == (char *)-1 ? NULL : value;
}

/// The terminfo string that moves the cursor; NULL when the terminal cannot.
static inline const char *sendtop_move(int row, int column) {
    const char *address = sendtop_capability("cup");
    return address == NULL ? NULL : tparm(address, row, column);
}

/// The terminfo string that has all rows scroll, up to the last one; NULL when the terminal has none.
static inline const char *sendtop_region(int last) {
    const char *region = sendtop_capability("csr");
    return region == NULL ? NULL : tparm(region, 0, last);
}

/// Starts curses for a terminal type on a file that is no terminal, and leaves no signal handler behind: curses'
/// own would leave the program, or the screen in a state that nobody else knows of.
static inline SCREEN *sendtop_newterm(const char *type, FILE *file) {
    const int signals[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
    struct sigaction before[4];
    for (int i = 0; i < 4; i++) sigaction(signals[i], NULL, &before[i]);
    SCREEN *screen = newterm(type, file, file);
    for (int i = 0; i < 4; i++) sigaction(signals[i], &before[i], NULL);
    return screen;
}

/// The names of capabilities in the order of the compiled form; NULL behind the last. Swift does not import the arrays.
static inline const char *sendtop_boolean_name(int index) { return boolnames[index]; }
static inline const char *sendtop_number_name(int index) { return numnames[index]; }
static inline const char *sendtop_string_name(int index) { return strnames[index]; }

/// Starts curses as above, for an entry that a variable holds (`TERMINFO=b64:…`).
///
/// Curses reads it from the environment. `setenv` might free what other threads read just then; so a copy of the
/// environment stands in for it meanwhile, and is never freed.
static inline SCREEN *sendtop_newterm_held(const char *type, const char *variable, FILE *file) {
    extern char **environ;
    char **before = environ;
    size_t count = 0;
    while (before != NULL && before[count] != NULL) count++;
    char **copy = calloc(count + 2, sizeof *copy);
    char *held = strdup(variable);
    if (copy == NULL || held == NULL) return NULL;
    size_t kept = 0;
    copy[kept++] = held;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(before[i], "TERMINFO=", 9) != 0) copy[kept++] = before[i];
    }
    environ = copy;
    SCREEN *screen = sendtop_newterm(type, file);
    environ = before;
    return screen;
}

/// How many cells curses, and by its word the terminal, gives a text that is one cluster; -1 when it cannot be drawn.
static inline int sendtop_width(const wchar_t *text, int count) {
    if (count < 1 || count > CCHARW_MAX) return -1;
    for (int i = 1; i < count; i++) {
        if (wcwidth(text[i]) != 0) return -1;
    }
    return wcwidth(text[0]);
}

/// Writes one cluster of at most `CCHARW_MAX` characters into a window.
static inline int sendtop_put(
    WINDOW *window, int row, int column, const wchar_t *text, int count, int attributes, int pair
) {
    wchar_t characters[CCHARW_MAX + 1] = {0};
    cchar_t cell;
    if (count < 1 || count > CCHARW_MAX) return ERR;
    memcpy(characters, text, (size_t)count * sizeof(wchar_t));
    if (setcchar(&cell, characters, (attr_t)attributes, 0, &pair) == ERR) return ERR;
    return mvwadd_wch(window, row, column, &cell);
}

/// A file in memory; -1 when there is none to be had.
static inline int sendtop_memory_file(void) {
#ifdef __linux__
    return memfd_create("sendtop", 1 /* MFD_CLOEXEC */);
#else
    FILE *file = tmpfile();
    return file == NULL ? -1 : fcntl(fileno(file), F_DUPFD_CLOEXEC, 0);
#endif
}

#endif
