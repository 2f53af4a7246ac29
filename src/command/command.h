/* The commands of the program, one file each, and what they share. */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/diagnostics.h"
#include "base/limits.h"

#include <glib.h>

enum exit_status {
	EXIT_GOOD = 0,
	EXIT_WRONG_USE = 2,
};

/** Options that every command has. */
struct common_options {
	char **layout_paths; /* NULL: none */
	char **font_paths;
	char **limits; /* NAME=VALUE */
	char *diagnostics;
	char *language; /* heeded before any command runs: command/language.h */
	gboolean strict;
	gboolean timings;
};

/** A command's arguments: its own entries and the common ones. */
struct command_line {
	const char *name;
	const char *usage; /* what follows its name: `PLAN.yaml` */
	const char *summary;
	const GOptionEntry *entries; /* ended by a NULL entry; NULL: none of its own */
	struct common_options common;
	char **arguments; /* the operands, ended by NULL */
	int argument_count;
	bool asked_help;
};

/** Fills a command line from argv, whose first element is the command. False after
 * printing what is wrong, or the help that was asked for. End it with
 * command_line_finish() either way. */
bool command_line_parse(struct command_line *line, int argc, char **argv);
void command_line_finish(struct command_line *line);

/** Prints `jixiao COMMAND: message` and how to get help; gives EXIT_WRONG_USE. */
int command_wrong_use(const char *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** The commands. argv[0] is the command's name; the result is the exit status. */
int command_build(int argc, char **argv);
int command_check(int argc, char **argv);
int command_layouts(int argc, char **argv);
int command_fonts(int argc, char **argv);
int command_schema(int argc, char **argv);
int command_init(int argc, char **argv);

/** Runs the program: finds the command by argv[1]. */
int command_main(int argc, char **argv);

#endif
