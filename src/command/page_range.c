#include "command/page_range.h"

struct page_span {
	gint64 first;
	gint64 last;
};

/* `3` or `3-5`. */
static bool parse_span(const char *text, struct page_span *span)
{
	char **ends = g_strsplit(text, "-", 2);
	bool sound = ends[0] && g_ascii_string_to_signed(
					ends[0], 10, 1, G_MAXINT, &span->first, NULL);
	if (sound && ends[1]) {
		sound = g_ascii_string_to_signed(
			ends[1], 10, span->first, G_MAXINT, &span->last, NULL);
	} else {
		span->last = span->first;
	}
	g_strfreev(ends);
	return sound;
}

bool page_range_is_sound(const char *range)
{
	char **parts = g_strsplit(range, ",", -1);
	bool sound = parts[0] != NULL;
	for (char **part = parts; *part; part++) {
		struct page_span span;
		sound = sound && parse_span(*part, &span);
	}
	g_strfreev(parts);
	return sound;
}

bool page_range_parse(struct arena *arena, const char *range, int count, bool **wanted)
{
	bool any = false;
	*wanted = arena_new_array(arena, bool, count);
	char **parts = g_strsplit(range, ",", -1);
	for (char **part = parts; *part; part++) {
		struct page_span span = {0};
		if (!parse_span(*part, &span)) {
			continue;
		}
		for (gint64 page = span.first; page <= MIN(span.last, count); page++) {
			(*wanted)[page - 1] = true;
			any = true;
		}
	}
	g_strfreev(parts);
	return any;
}
