// In C because signal handlers may call only async-signal-safe functions and must not allocate,
// which Swift does not guarantee.

#define _DEFAULT_SOURCE
#include "Signals.h"

#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/// The exit status of an internal error, as in `ExitStatus`.
enum { internal_error = 70 };

static const int termination_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
static const int fault_signals[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};

static _Atomic(char *) temporary_file;
static volatile sig_atomic_t shows_line_break;
static volatile sig_atomic_t reads_keys;
static struct termios line_mode;

static void remove_temporary_file(void) {
  const char *path = atomic_load(&temporary_file);
  if (path) unlink(path);
}

static void restore_line_mode(void) {
  if (reads_keys) tcsetattr(STDIN_FILENO, TCSANOW, &line_mode);
  reads_keys = 0;
}

static void end(int number) {
  remove_temporary_file();
  restore_line_mode();
  if (number == SIGINT && shows_line_break && write(STDERR_FILENO, "\n", 1) < 0) _exit(128 + number);
  // SA_RESETHAND restored the default action, so the parent sees which signal it was.
  raise(number);
  // Only reached as process 1 of a container, which the default action does not end.
  _exit(128 + number);
}

static void report_fault(int number) {
  static const char message[] =
      "cdtadvise: internal error; please report it with the command line and the output of "
      "'cdtadvise --version'\n";
  (void)number;
  remove_temporary_file();
  restore_line_mode();
  if (write(STDERR_FILENO, message, sizeof message - 1) < 0) _exit(internal_error);
  _exit(internal_error);
}

static void handle(const int *numbers, size_t count, void (*handler)(int), sigset_t *handled) {
  for (size_t i = 0; i < count; i++) {
    struct sigaction action;
    if (sigaction(numbers[i], NULL, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = (int)SA_RESETHAND | SA_NODEFER | SA_ONSTACK;
    sigaction(numbers[i], &action, NULL);
    sigaddset(handled, numbers[i]);
  }
}

void handle_signals(void) {
  // A fault may be a stack overflow.
  static char stack_bytes[1 << 14];
  const stack_t stack = {.ss_sp = stack_bytes, .ss_size = sizeof stack_bytes};
  sigaltstack(&stack, NULL);
  shows_line_break = isatty(STDERR_FILENO);
  // Turns exceeding the file size limit into an error of `write`, which is reported.
  signal(SIGXFSZ, SIG_IGN);
  sigset_t handled;
  sigemptyset(&handled);
  handle(termination_signals, sizeof termination_signals / sizeof *termination_signals, end, &handled);
  handle(fault_signals, sizeof fault_signals / sizeof *fault_signals, report_fault, &handled);
  sigprocmask(SIG_UNBLOCK, &handled, NULL);
}

void remove_on_signal(const char *path) {
  // The previous path is not freed, because a handler may be reading it; there is only one per run.
  atomic_store(&temporary_file, path ? strdup(path) : NULL);
}

bool read_keys(bool on) {
  if (!on) {
    restore_line_mode();
    return true;
  }
  if (!reads_keys && tcgetattr(STDIN_FILENO, &line_mode) != 0) return false;
  struct termios key_mode = line_mode;
  key_mode.c_lflag &= ~(tcflag_t)(ICANON | ECHO | IEXTEN);
  key_mode.c_cc[VMIN] = 1;
  key_mode.c_cc[VTIME] = 0;
  key_mode.c_cc[VSUSP] = _POSIX_VDISABLE;
  reads_keys = 1;
  return tcsetattr(STDIN_FILENO, TCSADRAIN, &key_mode) == 0;
}
