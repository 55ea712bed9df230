// Swift cannot import ncurses' globals and macros; these wrappers stand in for them.
#ifndef SENDTOP_CNCURSES_SHIM_H
#define SENDTOP_CNCURSES_SHIM_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <ncurses.h>
#include <term.h>

/// The screen that `newterm` made; `stdscr` itself is a mutable global, which Swift 6 refuses.
static inline WINDOW *sendtop_stdscr(void) { return stdscr; }

#endif
