// Other tools of the toolchain.

#include <stdbool.h>

/// Runs a program to its end.
/// - Parameter command: the program's path and its arguments, with a null pointer behind them
/// - Returns: true when it succeeded and wrote nothing to standard output or standard error
bool run_quietly(char *const command[]);
