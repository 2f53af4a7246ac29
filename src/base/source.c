#include "base/source.h"

#include <string.h>

struct source *source_create(
	struct arena *arena, const char *path, const char *bytes, size_t length)
{
	struct source *source = arena_new(arena, struct source);
	source->arena = arena;
	source->path = arena_copy_string(arena, path);
	source->bytes = arena_copy_bytes(arena, bytes, length);
	source->length = length;
	source->line_starts = arena_values(arena, sizeof(size_t));
	size_t start = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	g_array_append_val(source->line_starts, start);
	for (size_t offset = 0; offset < length; offset++) {
		if (bytes[offset] == '\n') {
			start = offset + 1;
			g_array_append_val(source->line_starts, start);
		}
	}
	return source;
}

/* The index of the last line that starts at or before an offset. */
static guint line_index(const struct source *source, size_t offset)
{
	guint low = 0, high = source->line_starts->len - 1;
	while (low < high) {
		guint middle = low + (high - low + 1) / 2;
		if (g_array_index(source->line_starts, size_t, middle) <= offset) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}

struct place source_place(const struct source *source, size_t offset)
{
	if (offset > source->length) {
		offset = source->length;
	}
	guint line = line_index(source, offset);
	int column = 1;
	for (size_t at = g_array_index(source->line_starts, size_t, line); at < offset;
		at++) {
		/* Count the bytes that begin a character. */
		column += ((unsigned char)source->bytes[at] & 0xC0) != 0x80;
	}
	return (struct place){source, (int)line + 1, column};
}

const char *source_line(const struct source *source, int line, size_t *length)
{
	if (line < 1 || (guint)line > source->line_starts->len) {
		return NULL;
	}
	size_t start = g_array_index(source->line_starts, size_t, line - 1);
	size_t end = start;
	while (end < source->length && source->bytes[end] != '\n') {
		end++;
	}
	if (end > start && source->bytes[end - 1] == '\r') {
		end--;
	}
	*length = end - start;
	return source->bytes + start;
}

struct place source_whole(const struct source *source)
{
	return (struct place){source, 0, 0};
}
