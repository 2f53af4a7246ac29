#include "command/json_writer.h"

#include "base/shown.h"

static void begin_item(struct json_writer *writer, const char *key)
{
	if (writer->filled) {
		g_string_append_c(writer->out, ',');
	}
	if (writer->depth) {
		g_string_append_c(writer->out, '\n');
	}
	for (int i = 0; i < writer->depth; i++) {
		g_string_append(writer->out, "  ");
	}
	if (key) {
		shown_append_json(writer->out, key);
		g_string_append(writer->out, ": ");
	}
	writer->filled = true;
}

void json_open(struct json_writer *writer, const char *key, char bracket)
{
	begin_item(writer, key);
	g_string_append_c(writer->out, bracket);
	writer->depth++;
	writer->filled = false;
}

void json_close(struct json_writer *writer, char bracket)
{
	writer->depth--;
	if (writer->filled) {
		g_string_append_c(writer->out, '\n');
		for (int i = 0; i < writer->depth; i++) {
			g_string_append(writer->out, "  ");
		}
	}
	g_string_append_c(writer->out, bracket);
	writer->filled = true;
}

void json_text(struct json_writer *writer, const char *key, const char *text)
{
	begin_item(writer, key);
	shown_append_json(writer->out, text);
}

void json_raw(struct json_writer *writer, const char *key, const char *json)
{
	begin_item(writer, key);
	g_string_append(writer->out, json);
}
