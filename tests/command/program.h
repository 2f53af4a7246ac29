/* Running the program as its users do. */
#ifndef TESTS_COMMAND_PROGRAM_H
#define TESTS_COMMAND_PROGRAM_H

#include <glib.h>

struct run {
	int status;
	char *output;
	char *errors;
};

/** Runs the program with arguments (ended by NULL) in a folder (NULL: the current one)
 * and with an environment (NULL: this one). End it with run_finish(). */
struct run program_run(
	const char *folder, char **environment, ...) G_GNUC_NULL_TERMINATED;
void run_finish(struct run *run);

/** A fresh folder for a test; folder_remove() deletes it with all that it holds. */
char *folder_make(void);
void folder_remove(char *folder);

/** A file's content, and writing one; both fail the test where the disk does. */
char *file_read(const char *folder, const char *name, gsize *length);
void file_write(const char *folder, const char *name, const char *text);

/** A file of the source tree. */
char *source_file_read(const char *name);

/** Text with the one occurrence of `from` replaced; fails the test where there is not
 * one. */
char *replace_once(const char *text, const char *from, const char *to);

/** A sound plan of one page, with one amount in it: 120件. */
extern const char small_plan[];

/** How often a part occurs in a text. */
int count_of(const char *text, const char *part);

/** Fails where there is an error or a warning. Notes say which faces stand in for others:
 * with free faces alone there are always some. */
void assert_no_faults(const struct run *run);

#endif
