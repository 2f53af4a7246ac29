/* What `--help` prints. GLib's own would be in the words of a locale that need not be
 * there. */
#ifndef COMMAND_HELP_H
#define COMMAND_HELP_H

#include "command/command.h"

/** Prints a command's usage, its summary, its own options and the common ones; the texts
 * of the options are translated here. */
void help_print(const struct command_line *line, const GOptionEntry *common);

#endif
