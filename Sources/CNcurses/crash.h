// Gives a terminal back when the program dies. All of it may run in a signal handler, so it calls only what POSIX lists
// as safe there. The state is one copy for each file that includes this: only CrashGuard.swift may use it.
#ifndef SENDTOP_CNCURSES_CRASH_H
#define SENDTOP_CNCURSES_CRASH_H

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

enum {
    SENDTOP_LEAVING_LIMIT = 512,
    SENDTOP_STACK_SIZE = 65536,
    SENDTOP_REPORT_LIMIT = 65536,
    SENDTOP_SIGNAL_COUNT = 10,
    /// The first of the signals that the program may handle itself.
    SENDTOP_FIRST_REQUEST = 7
};

static struct {
    struct sigaction before[SENDTOP_SIGNAL_COUNT];
    bool is_caught[SENDTOP_SIGNAL_COUNT];
    int terminal;
    struct termios settings;
    /// Two, so that a signal finds one of them whole.
    unsigned char leaving[2][SENDTOP_LEAVING_LIMIT];
    size_t counts[2];
    volatile sig_atomic_t current;
    int standard_error;
    int report;
    /// For the handler, when the program's own stack is full.
    unsigned char stack[SENDTOP_STACK_SIZE];
} sendtop_crash = {.terminal = -1, .standard_error = -1, .report = -1};

static inline int sendtop_crash_signal(int index) {
    const int signals[SENDTOP_SIGNAL_COUNT] = {
        SIGSEGV, SIGBUS, SIGABRT, SIGILL, SIGTRAP, SIGFPE, SIGQUIT, SIGHUP, SIGINT, SIGTERM
    };
    return signals[index];
}

/// Writes bytes as the terminal takes them, for at most a time; returns how many it took.
static inline size_t sendtop_write_within(int terminal, const unsigned char *bytes, size_t count, int milliseconds) {
    const int step = 20;
    size_t written = 0;
    while (written < count) {
        struct pollfd room = {.fd = terminal, .events = POLLOUT};
        int ready = poll(&room, 1, milliseconds < step ? milliseconds : step);
        if (ready > 0 && (room.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0) break;
        // A few at a time: should the terminal be one that blocks, then only when it has no room for so few.
        size_t chunk = count - written < 64 ? count - written : 64;
        ssize_t result = ready > 0 ? write(terminal, bytes + written, chunk) : 0;
        if (result > 0) {
            written += (size_t)result;
        } else if (result < 0 && errno != EAGAIN && errno != EINTR) {
            break;
        } else if (milliseconds <= 0) {
            break;
        } else {
            if (ready > 0) poll(NULL, 0, step);
            milliseconds -= step;
        }
    }
    return written;
}

/// Has a terminal that Control-S stopped take bytes again; TCOON alone undoes only what TCOOFF did.
static inline void sendtop_unstop(int terminal) {
    tcflow(terminal, TCOOFF);
    tcflow(terminal, TCOON);
}

/// Sends the bytes that leave the terminal as it was, within a time. When it takes none for so long, what waits in the
/// line is dropped, so that there is room for them. Then gives the line its old settings back.
static inline void sendtop_leave(
    int terminal, const unsigned char *bytes, size_t count, const struct termios *settings, int milliseconds
) {
    static const unsigned char cancel = 0x18;
    sendtop_unstop(terminal);
    if (sendtop_write_within(terminal, bytes, count, milliseconds) < count) {
        tcflush(terminal, TCOFLUSH);
        // What was dropped may have ended inside of a sequence.
        sendtop_write_within(terminal, &cancel, 1, 0);
        sendtop_write_within(terminal, bytes, count, 0);
    }
    while (tcsetattr(terminal, TCSANOW, settings) != 0 && errno == EINTR) {}
}

/// Points standard error where it led before, and repeats there the end of what was written meanwhile.
static inline void sendtop_release_error(int standard_error, int report) {
    struct stat status;
    char buffer[1024];
    ssize_t count;
    if (standard_error < 0) return;
    dup2(standard_error, STDERR_FILENO);
    if (report < 0 || fstat(report, &status) != 0) return;
    off_t offset = status.st_size > SENDTOP_REPORT_LIMIT ? status.st_size - SENDTOP_REPORT_LIMIT : 0;
    while ((count = pread(report, buffer, sizeof buffer, offset)) > 0) {
        if (write(STDERR_FILENO, buffer, (size_t)count) != count) return;
        offset += count;
    }
}

static inline void sendtop_crash_handler(int number, siginfo_t *info, void *context) {
    const int error = errno;
    (void)context;
    if (sendtop_crash.terminal >= 0) {
        const int current = sendtop_crash.current;
        sendtop_leave(
            sendtop_crash.terminal, sendtop_crash.leaving[current], sendtop_crash.counts[current],
            &sendtop_crash.settings, 500
        );
        sendtop_release_error(sendtop_crash.standard_error, sendtop_crash.report);
        sendtop_crash.terminal = -1;
    }
    // Not to the handler from before: the Swift runtime's would take the terminal again, ask questions there and offer a
    // debugger, also to one who may only look.
    signal(number, SIG_DFL);
    errno = error;
    // A fault comes again by itself when the instruction is tried again, and then with its true cause.
    const bool is_fault = number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE;
    if (!is_fault || info == NULL || info->si_code <= 0) raise(number);
}

/// Chooses the bytes that leave the terminal as it was.
static inline void sendtop_crash_prepare(const unsigned char *bytes, size_t count) {
    const int next = 1 - (int)sendtop_crash.current;
    if (count > SENDTOP_LEAVING_LIMIT) count = SENDTOP_LEAVING_LIMIT;
    memcpy(sendtop_crash.leaving[next], bytes, count);
    sendtop_crash.counts[next] = count;
    sendtop_crash.current = next;
}

/// Has every signal that ends the program give the terminal back first.
static inline void sendtop_crash_arm(
    int terminal, const struct termios *settings, int standard_error, int report
) {
    stack_t stack;
    sendtop_crash.settings = *settings;
    sendtop_crash.standard_error = standard_error;
    sendtop_crash.report = report;
    sendtop_crash.terminal = terminal;
    if (sigaltstack(NULL, &stack) == 0 && (stack.ss_flags & SS_DISABLE) != 0) {
        stack = (stack_t){.ss_sp = sendtop_crash.stack, .ss_size = SENDTOP_STACK_SIZE};
        sigaltstack(&stack, NULL);
    }
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = sendtop_crash_handler;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    sigemptyset(&action.sa_mask);
    // Setting up a terminal from the background would stop the program otherwise.
    sigaddset(&action.sa_mask, SIGTTOU);
    for (int i = 0; i < SENDTOP_SIGNAL_COUNT; i++) {
        const int number = sendtop_crash_signal(i);
        sigaction(number, NULL, &sendtop_crash.before[i]);
        // Whoever handles a request already takes the graceful road.
        sendtop_crash.is_caught[i] = i < SENDTOP_FIRST_REQUEST || sendtop_crash.before[i].sa_handler == SIG_DFL;
        if (sendtop_crash.is_caught[i]) sigaction(number, &action, NULL);
    }
}

/// Gives the signals back.
static inline void sendtop_crash_disarm(void) {
    sendtop_crash.terminal = -1;
    for (int i = 0; i < SENDTOP_SIGNAL_COUNT; i++) {
        struct sigaction now;
        const int number = sendtop_crash_signal(i);
        if (!sendtop_crash.is_caught[i] || sigaction(number, NULL, &now) != 0) continue;
        if (now.sa_sigaction == sendtop_crash_handler) sigaction(number, &sendtop_crash.before[i], NULL);
        sendtop_crash.is_caught[i] = false;
    }
}

#endif
