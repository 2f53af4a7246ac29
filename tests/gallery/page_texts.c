#include "page_texts.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* em: what characters cover at least, and what of a line's height ink may reach. */
static const double HAN = 1;
static const double MARK = 0.5; /* commas, brackets: the rest may be trimmed */
static const double WESTERN = 0.2;
static const double INK_ABOVE = 0.8;
static const double INK_BELOW = 0.06;

static const double TOLERANCE = 0.1; /* points */

/* ---- reading ---- */

static double least_width(const char *text, double size)
{
	double width = 0;
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		gunichar code = g_utf8_get_char(at);
		bool han = g_unichar_get_script(code) == G_UNICODE_SCRIPT_HAN;
		width += han ? HAN : code < 0x80 ? WESTERN : 0;
		width += !han && g_unichar_iswide(code) ? MARK : 0;
	}
	return width * size;
}

/* Of an opening bracket at the beginning of a line the blank half is trimmed: its origin
 * lies so far before it. */
static double trimmed(const char *text, double size)
{
	gunichar code = g_utf8_get_char(text);
	bool mark = g_unichar_iswide(code) &&
		    g_unichar_get_script(code) != G_UNICODE_SCRIPT_HAN;
	return mark ? MARK * size : 0;
}

static char *unquoted(const char *quoted)
{
	GString *text = g_string_new(NULL);
	for (const char *at = quoted; *at != '"'; at++) {
		at += *at == '\\';
		g_string_append_c(text, *at);
	}
	return g_string_free(text, FALSE);
}

/* The path behind what is said of a text; NULL: an artifact. */
static const char *node_of(char *before_text)
{
	char *node = strstr(before_text, " Document");
	return node ? g_strstrip(node) : NULL;
}

static bool read_text(char *line, struct mark *mark)
{
	char *quote = strstr(line, " \"");
	if (!quote || sscanf(line, "text %lf %lf", &mark->x, &mark->y) != 2) {
		return false;
	}
	mark->text = unquoted(quote + 2);
	*quote = '\0';
	mark->node = g_strdup(node_of(line));
	/* The size is the last number before the path: names of faces may hold digits. */
	char *end = strstr(line, mark->node ? mark->node : " artifact");
	if (end) {
		*end = '\0';
	}
	mark->size = g_ascii_strtod(strrchr(g_strchomp(line), ' '), NULL);
	mark->left = mark->x + trimmed(mark->text, mark->size);
	mark->right = mark->x + least_width(mark->text, mark->size);
	mark->top = mark->y - INK_ABOVE * mark->size;
	mark->bottom = mark->y + INK_BELOW * mark->size;
	return true;
}

/* A box to tick, with or without its tick, which lies in it. */
static bool read_box(char *line, struct mark *mark)
{
	char *quote = strstr(line, " \"");
	double unused;
	if (!quote ||
		sscanf(line, "path %lf %lf %lf %lf %lf %lf", &mark->left, &mark->top,
			&mark->right, &unused, &unused, &mark->bottom) != 6) {
		return false;
	}
	mark->text = unquoted(quote + 2);
	*quote = '\0';
	mark->node = g_strdup(node_of(line));
	mark->x = mark->left;
	mark->y = mark->bottom;
	return true;
}

static bool read_rule(const char *line, struct mark *mark)
{
	double width;
	if (sscanf(line, "rule %lf %lf %lf %lf width %lf", &mark->x, &mark->y, &mark->x2,
		    &mark->y2, &width) != 5) {
		return false;
	}
	double across = mark->y == mark->y2 ? 0 : width / 2;
	double down = mark->x == mark->x2 ? 0 : width / 2;
	mark->left = mark->x - across;
	mark->right = mark->x2 + across;
	mark->top = mark->y - down;
	mark->bottom = mark->y2 + down;
	return true;
}

static void clear_mark(gpointer data)
{
	struct mark *mark = data;
	g_free(mark->text);
	g_free((gpointer)(uintptr_t)mark->node);
}

GArray *page_marks_read(const char *dump)
{
	GArray *marks = g_array_new(FALSE, TRUE, sizeof(struct mark));
	g_array_set_clear_func(marks, clear_mark);
	char **lines = g_strsplit(dump, "\n", -1);
	guint page = 0;
	for (char **line = lines; *line && !g_str_has_prefix(*line, "structure");
		line++) {
		struct mark mark = {0};
		page += g_str_has_prefix(*line, "page ") ? 1 : 0;
		mark.page = page;
		if (read_text(*line, &mark) || read_box(*line, &mark) ||
			read_rule(*line, &mark)) {
			g_array_append_val(marks, mark);
		}
	}
	g_strfreev(lines);
	return marks;
}

/* ---- printing ---- */

/* Texts by a key, in the order of the keys. */
struct grouped {
	GHashTable *texts; /* key -> GString */
	GPtrArray *keys;
};

static struct grouped grouped_begin(void)
{
	return (struct grouped){
		g_hash_table_new(g_str_hash, g_str_equal), g_ptr_array_new()};
}

/* What a key has so far; takes the key over. */
static GString *grouped_text(struct grouped *grouped, char *key)
{
	GString *text = g_hash_table_lookup(grouped->texts, key);
	if (text) {
		g_free(key);
		return text;
	}
	text = g_string_new(NULL);
	g_hash_table_insert(grouped->texts, key, text);
	g_ptr_array_add(grouped->keys, key);
	return text;
}

static void grouped_end(struct grouped *grouped)
{
	for (guint i = 0; i < grouped->keys->len; i++) {
		char *key = g_ptr_array_index(grouped->keys, i);
		g_string_free(g_hash_table_lookup(grouped->texts, key), TRUE);
		g_free(key);
	}
	g_hash_table_destroy(grouped->texts);
	g_ptr_array_free(grouped->keys, TRUE);
}

/* The row of a cell, or the paragraph itself. */
static char *row_of(const char *node)
{
	const char *row = g_strrstr(node, "/TR");
	const char *end = row ? strchr(row + 1, '/') : NULL;
	const char *part = g_strrstr(node, "/Caption");
	end = part ? part : end;
	return end ? g_strndup(node, (gsize)(end - node)) : g_strdup(node);
}

GString *page_texts_print(const GArray *marks)
{
	struct grouped cells = grouped_begin();
	struct grouped rows = grouped_begin();
	struct grouped pages = grouped_begin();
	for (guint i = 0; i < marks->len; i++) {
		const struct mark *mark = &g_array_index(marks, struct mark, i);
		if (mark->text && mark->node) {
			GString *cell = grouped_text(&cells, g_strdup(mark->node));
			g_string_append(cell, mark->text);
		} else if (mark->text) {
			char *key = g_strdup_printf("page %u", mark->page);
			g_string_append(grouped_text(&pages, key), mark->text);
		}
	}
	for (guint i = 0; i < cells.keys->len; i++) {
		const char *node = g_ptr_array_index(cells.keys, i);
		const GString *cell = g_hash_table_lookup(cells.texts, node);
		GString *row = grouped_text(&rows, row_of(node));
		g_string_append_printf(row, "%s%s", row->len ? "|" : "", cell->str);
	}
	GString *out = g_string_new(NULL);
	struct grouped *const parts[] = {&rows, &pages};
	for (size_t k = 0; k < G_N_ELEMENTS(parts); k++) {
		for (guint i = 0; i < parts[k]->keys->len; i++) {
			const char *key = g_ptr_array_index(parts[k]->keys, i);
			const GString *text = g_hash_table_lookup(parts[k]->texts, key);
			g_string_append_printf(out, "%s: %s\n", key, text->str);
		}
	}
	grouped_end(&cells);
	grouped_end(&rows);
	grouped_end(&pages);
	return out;
}

/* ---- boxes ---- */

/* How far below a slanted stroke a point is. */
static double below_stroke(const struct mark *rule, double x, double y)
{
	double down = (rule->y2 - rule->y) / (rule->x2 - rule->x);
	return y - rule->y - down * (x - rule->x);
}

bool marks_overlap(const struct mark *one, const struct mark *other)
{
	bool boxes = one->left < other->right - TOLERANCE &&
		     other->left < one->right - TOLERANCE &&
		     one->top < other->bottom - TOLERANCE &&
		     other->top < one->bottom - TOLERANCE;
	bool slanted = !other->text && other->x < other->x2 && other->y < other->y2;
	return boxes &&
	       (!slanted || (below_stroke(other, one->right, one->top) < 0 &&
				    below_stroke(other, one->left, one->bottom) > 0));
}
