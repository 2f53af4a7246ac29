#include "command/help.h"

#include "base/language.h"
#include "base/shown.h"

#include <stdio.h>

/* An option as it is written: `  -o, --output=FILE`. The caller frees it. */
static char *option_words(const GOptionEntry *entry)
{
	GString *words = g_string_new("  ");
	if (entry->short_name) {
		g_string_append_printf(words, "-%c, ", entry->short_name);
	}
	g_string_append_printf(words, "--%s", entry->long_name);
	if (entry->arg_description) {
		g_string_append_printf(words, "=%s", _(entry->arg_description));
	}
	return g_string_free(words, FALSE);
}

static int widest(const GOptionEntry *entries)
{
	int width = 0;
	for (; entries && entries->long_name; entries++) {
		char *words = option_words(entries);
		width = MAX(width, shown_width(words));
		g_free(words);
	}
	return width;
}

static void append_options(GString *out, const GOptionEntry *entries, int width)
{
	for (; entries && entries->long_name; entries++) {
		char *words = option_words(entries);
		shown_append_padded(out, words, width + 2);
		g_string_append(out, _(entries->description));
		g_string_append_c(out, '\n');
		g_free(words);
	}
}

void help_print(const struct command_line *line, const GOptionEntry *common)
{
	int width = MAX(widest(line->entries), widest(common));
	GString *out = g_string_new(NULL);
	g_string_append_printf(out, _("用法：\n  jixiao %s [选项…] %s\n\n"), line->name,
		line->usage ? line->usage : "");
	g_string_append_printf(out, "%s\n\n", _(line->summary));
	g_string_append(out, _("选项：\n"));
	append_options(out, line->entries, width);
	append_options(out, common, width);
	fputs(out->str, stdout);
	g_string_free(out, TRUE);
}
