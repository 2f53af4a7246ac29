/* Where a paragraph's turnover lines begin and what of it is spread, as marks on its
 * runs. */
#include "document/arranger.h"

#include <string.h>

enum {
	DIGITS_AT_MOST = 3, /* of a paragraph's number; 2016、2017 are years */
};

/* ---- numbers that paragraphs begin with ---- */

static bool is_in(gunichar character, const char *set)
{
	return character && g_utf8_strchr(set, -1, character);
}

static bool is_numeral(gunichar character)
{
	return (character >= '0' && character <= '9') ||
	       (character >= 0xFF10 && character <= 0xFF19) ||
	       is_in(character, "〇零一二三四五六七八九十百");
}

/* ① ⑴ ⒈ and ㈠ need nothing behind them. */
static bool is_whole_number(gunichar character)
{
	return (character >= 0x2460 && character <= 0x249B) ||
	       (character >= 0x3220 && character <= 0x3229);
}

static const char *skip_numerals(const char *text)
{
	for (int i = 0; i < DIGITS_AT_MOST && is_numeral(g_utf8_get_char(text)); i++) {
		text = g_utf8_next_char(text);
	}
	return text;
}

static const char *skip_blanks(const char *text)
{
	while (g_unichar_isspace(g_utf8_get_char(text))) {
		text = g_utf8_next_char(text);
	}
	return text;
}

/* 1. 1． 1、 1） 一、 1.2 1.2.3; NULL: none of them */
static const char *skip_plain_number(const char *text)
{
	const char *end = skip_numerals(text);
	bool levels = false;
	while (end > text && *end == '.' && is_numeral(g_utf8_get_char(end + 1))) {
		end = skip_numerals(end + 1);
		levels = true;
	}
	if (end > text && is_in(g_utf8_get_char(end), ".．、)）")) {
		return g_utf8_next_char(end);
	}
	return levels && g_unichar_isspace(g_utf8_get_char(end)) ? end : NULL;
}

/* How many bytes the number takes that a text begins with, and the blanks behind it. */
static size_t number_length(const char *text)
{
	const char *end = NULL;
	gunichar first = g_utf8_get_char(text);
	if (is_whole_number(first)) {
		end = g_utf8_next_char(text);
	} else if (is_in(first, "(（")) {
		const char *inner = g_utf8_next_char(text);
		const char *close = skip_numerals(inner);
		bool closed = close > inner && is_in(g_utf8_get_char(close), ")）");
		end = closed ? g_utf8_next_char(close) : NULL;
	} else {
		end = skip_plain_number(text);
	}
	return end ? (size_t)(skip_blanks(end) - text) : 0;
}

/* ---- runs ---- */

/* Parts the runs at a byte of the text; gives the run that begins there. */
static size_t split_runs(
	struct arena *arena, struct text_run *runs, size_t *count, size_t offset)
{
	size_t at = 0;
	while (at < *count && offset >= runs[at].passage.length) {
		offset -= runs[at++].passage.length;
	}
	if (at == *count || offset == 0) {
		return at;
	}
	memmove(&runs[at + 1], &runs[at], (*count - at) * sizeof *runs);
	const struct passage whole = runs[at].passage;
	runs[at].passage = passage_part(arena, &whole, 0, offset);
	runs[at + 1].passage = passage_part(arena, &whole, offset, whole.length);
	++*count;
	return at + 1;
}

bool character_is_han(gunichar character)
{
	return g_unichar_get_script(character) == G_UNICODE_SCRIPT_HAN;
}

struct passage text_closed_up(struct arena *arena, const struct passage *text)
{
	struct passage_builder builder = passage_builder_begin(arena);
	bool han = true;
	size_t next;
	for (size_t at = 0; at < text->length; at = next) {
		gunichar character = g_utf8_get_char(text->text + at);
		next = (size_t)(g_utf8_next_char(text->text + at) - text->text);
		if (!g_unichar_isspace(character)) {
			struct passage one = passage_part(arena, text, at, next);
			passage_builder_add_passage(&builder, &one);
			han = han && character_is_han(character);
		}
	}
	struct passage closed = passage_builder_end(&builder);
	return han && closed.length ? closed : *text;
}

double run_width(struct length length, const struct style *style)
{
	return length_points(length, style->pitch, style->leading, 0) / style->pitch;
}

static void spread_runs(struct arranger *arranger, const struct text_manner *manner,
	struct text_run *runs, size_t count)
{
	if (count == 1) {
		runs->spread = run_width(manner->spread, runs->style);
		runs->passage = text_closed_up(arranger->arena, &runs->passage);
	} else if (count > 1) {
		diagnostics_warning(arranger->diagnostics, manner->place, "spread-mixed",
			"要拉开的文字一部分强调、一部分不强调，照原样排");
	}
}

/* ---- marks ---- */

/* Bytes of a paragraph's text that marks are about. */
struct extents {
	bool found;        /* the string */
	size_t spread_end; /* of what is spread, from the beginning */
	size_t hang;       /* where turnover lines begin; 0: as the style says */
};

static struct extents find_extents(const struct text_manner *manner, const char *text)
{
	const char *string = manner->hang_after ? strstr(text, manner->hang_after) : NULL;
	if (manner->hang_after && !string) {
		return (struct extents){0};
	}
	struct extents extents = {.found = true, .spread_end = strlen(text)};
	if (string) {
		extents.spread_end = (size_t)(string - text);
		extents.hang = extents.spread_end + strlen(manner->hang_after);
	}
	if (manner->hang_number) {
		extents.hang += number_length(text + extents.hang);
	}
	return extents;
}

bool mark_manner(struct arranger *arranger, const struct text_manner *manner,
	struct text_block *text)
{
	bool spread = manner->spread.value > 0;
	if (!manner->hang_after && !manner->hang_number && !spread) {
		return true;
	}
	struct arena *arena = arranger->arena;
	size_t count = text->run_count;
	struct extents extents =
		find_extents(manner, runs_text(arena, text->runs, count));
	struct text_run *runs = arena_new_array(arena, struct text_run, count + 2);
	memcpy(runs, text->runs, count * sizeof *runs);
	size_t hang = split_runs(arena, runs, &count, extents.hang);
	if (extents.hang > 0 && hang < count) {
		runs[hang].hangs_here = true;
	}
	if (spread && extents.found) {
		size_t end = split_runs(arena, runs, &count, extents.spread_end);
		spread_runs(arranger, manner, runs, end);
	}
	text->runs = runs;
	text->run_count = count;
	return extents.found;
}

/* ---- reports ---- */

void report_hang_absent(const struct arranger *arranger, const struct text_manner *manner)
{
	diagnostics_warning(arranger->diagnostics, manner->place, "hang-absent",
		"文字里没有“%s”，回行照常", manner->hang_after);
}

void hanging_note(struct hanging *hanging, const struct text_manner *manner, bool found)
{
	gpointer key = (gpointer)(uintptr_t)manner;
	if (!g_hash_table_contains(hanging->found, key)) {
		g_ptr_array_add(hanging->manners, key);
		g_hash_table_insert(hanging->found, key, GINT_TO_POINTER(found));
	} else if (found) {
		g_hash_table_insert(hanging->found, key, GINT_TO_POINTER(true));
	}
}

void hanging_report(const struct arranger *arranger)
{
	const struct hanging *hanging = &arranger->hanging;
	for (guint i = 0; i < hanging->manners->len; i++) {
		const struct text_manner *manner = g_ptr_array_index(hanging->manners, i);
		if (!g_hash_table_lookup(hanging->found, manner)) {
			report_hang_absent(arranger, manner);
		}
	}
}
