/* Writing JSON line by line, indented. */
#ifndef COMMAND_JSON_WRITER_H
#define COMMAND_JSON_WRITER_H

#include <glib.h>
#include <stdbool.h>

struct json_writer {
	GString *out;
	int depth;
	bool filled; /* something stands in the object or array at hand */
};

/** Opens an object (`{`) or an array (`[`), under a key in an object (NULL: none), and
 * closes it. */
void json_open(struct json_writer *writer, const char *key, char bracket);
void json_close(struct json_writer *writer, char bracket);

/** Adds a text, null, or JSON as it is written here (a number, a short list). */
void json_text(struct json_writer *writer, const char *key, const char *text);
void json_raw(struct json_writer *writer, const char *key, const char *json);

#endif
