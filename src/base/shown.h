/* User text as it may be shown: control characters could drive a terminal, direction
 * characters turn a line about. */
#ifndef BASE_SHOWN_H
#define BASE_SHOWN_H

#include <glib.h>

/** A character as it is shown, and the cells of a terminal that it takes: Chinese is two
 * wide. */
struct shown {
	char bytes[8];
	int width;
};

/** The character at *next, which moves on: a tab as a space, U+FFFD for what cannot be
 * shown and for a byte that is no UTF-8. */
struct shown shown_next(const char **next, const char *end);

/** The cells that a text takes. */
int shown_width(const char *text);

/** Appends a text as it may be shown. */
void shown_append(GString *out, const char *text);

/** Appends a text with blanks up to so many cells. */
void shown_append_padded(GString *out, const char *text, int width);

/** Appends a text as a JSON string, with its quotes; what cannot be shown is escaped. */
void shown_append_json(GString *out, const char *text);

#endif
