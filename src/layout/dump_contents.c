#include "layout/dump_contents.h"

void dump_listing(const struct listing_layout *listing, GString *out)
{
	if (listing->level > 0) {
		g_string_append_printf(out, " listed %d%s", listing->level,
			listing->text ? " short" : "");
	}
}

void dump_contents(const struct contents_layout *contents, int depth, GString *out)
{
	g_string_append(out, "contents\n");
	for (size_t i = 0; i < contents->level_count; i++) {
		const struct contents_level *level = &contents->levels[i];
		g_string_append_printf(
			out, "%*slevel style %s", 2 * depth + 2, "", level->style->name);
		if (level->numbered) {
			g_string_append_printf(
				out, " number %s|%s", level->before, level->after);
		}
		if (level->style->leader) {
			g_string_append_printf(out, " leader %s", level->style->leader);
		}
		g_string_append_c(out, '\n');
	}
}
