/* A sign of life while work takes long: a line on the terminal, gone when it ends. */
#ifndef COMMAND_PROGRESS_H
#define COMMAND_PROGRESS_H

struct progress;

/** Begins to watch over work on something (a plan's path, which must last). After a
 * second a line on standard error tells what is done and for how long, if that is a
 * terminal; NULL where it is none. */
struct progress *progress_begin(const char *what);

/** Ends it and clears the line; before anything else is printed. Accepts NULL. */
void progress_end(struct progress *progress);

#endif
