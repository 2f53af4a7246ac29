#include "expr/text_find.h"

#include "expr/results.h"

#include <string.h>

/* GLib's macro casts const away. */
static const char *next_character(const char *at)
{
	return at + g_utf8_skip[(unsigned char)*at];
}

/* Characters that stand for others, and how many of one kind must follow each other. */
static const struct {
	const char *characters;
	int least;
} fillers[] = {
	{"XxＸｘ×", 2},
	{"_＿", 2},
	{"○", 2},
	{"*＊", 3},
};

static const char *const words[] = {"待定", "待补充", "待补", "待填写", "待填", "待核实",
	"待明确", "TODO", "TBD", NULL};

static bool is_letter(gunichar character)
{
	return character < 0x80 && g_ascii_isalpha((gchar)character);
}

/* XX stands for something, XXL and MAXX are words. */
static bool stands_in_word(const char *start, const char *at, const char *end)
{
	bool letters = is_letter(g_utf8_get_char(at));
	bool before = at > start && is_letter(g_utf8_get_char(g_utf8_prev_char(at)));
	return letters && (before || is_letter(g_utf8_get_char(end)));
}

/* Behind the run of fillers at a place; the place itself: there is none. */
static const char *skip_fillers(const char *start, const char *at)
{
	for (size_t i = 0; i < G_N_ELEMENTS(fillers); i++) {
		const char *end = at;
		int count = 0;
		while (*end &&
			g_utf8_strchr(fillers[i].characters, -1, g_utf8_get_char(end))) {
			end = next_character(end);
			count++;
		}
		if (count >= fillers[i].least && !stands_in_word(start, at, end)) {
			return end;
		}
	}
	return at;
}

static const char *skip_word(const char *at)
{
	for (const char *const *word = words; *word; word++) {
		if (g_str_has_prefix(at, *word)) {
			return at + strlen(*word);
		}
	}
	return at;
}

/* Most characters begin none, and are passed by their first byte. */
static bool may_begin(const char *at)
{
	static const char first[] = "Xx_*T\xC3\xE2\xEF";
	return strchr(first, *at) || g_str_has_prefix(at, "待");
}

void placeholders_find(
	struct arena *arena, const struct passage *text, GPtrArray *placeholders)
{
	for (const char *at = text->text; *at;) {
		const char *end = may_begin(at) ? skip_fillers(text->text, at) : at;
		end = end == at && may_begin(at) ? skip_word(at) : end;
		if (end == at) {
			at = next_character(at);
			continue;
		}
		const struct value *found = result_text(
			arena, passage_part(arena, text, (size_t)(at - text->text),
				       (size_t)(end - text->text)));
		g_ptr_array_add(placeholders, (gpointer)(uintptr_t)found);
		at = end;
	}
}

static bool is_wording(const struct value *value)
{
	return value->kind == VALUE_TEXT || value->kind == VALUE_PROSE ||
	       (value->kind == VALUE_TARGET && !value->has_number);
}

/* No deeper than plans may nest. */
void texts_find(const struct value *value, GPtrArray *texts)
{
	if (!value) {
		return;
	}
	if (is_wording(value)) {
		g_ptr_array_add(texts, (gpointer)(uintptr_t)value);
	}
	for (size_t i = 0; value->kind == VALUE_LIST && i < value->item_count; i++) {
		texts_find(value->items[i], texts);
	}
	for (size_t i = 0; value->kind == VALUE_RECORD && i < value->written_count; i++) {
		texts_find(value->fields[value->written_order[i]->index], texts);
	}
}

int64_t text_length(const struct passage *text)
{
	int64_t length = 0;
	for (const char *at = text->text; *at; at = next_character(at)) {
		length += !g_unichar_isspace(g_utf8_get_char(at));
	}
	return length;
}
