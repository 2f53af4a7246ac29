/* What hands used to Word put where YAML has a sign of its own: full-width colons, dashes
 * and blanks. Each slip is found on its line, which is shown as it should be. */
#include "base/language.h"
#include "yaml/yaml_parts.h"

#include <string.h>

enum {
	SHOWN_CHARACTERS = 60, /* of a corrected line */
	INDENT_MOST = 1000,    /* where nobody begins a text */
};

/* A line of a file, without its line end. */
struct line {
	const struct source *source;
	const char *start;
	const char *text; /* behind the indent, in which wide blanks and tabs count */
	const char *end;
};

/* How many cells of an indent a character takes; 0: it is none. */
static int indent_cells(gunichar character)
{
	switch (character) {
	case ' ':
	case 0xA0:
		return 1;
	case '\t':
	case 0x3000:
	case 0x2003:
		return 2;
	default:
		return 0;
	}
}

static bool line_at(const struct source *source, int number, struct line *line)
{
	size_t length = 0;
	const char *start = source_line(source, number, &length);
	if (!start) {
		return false;
	}
	*line = (struct line){source, start, start, start + length};
	while (line->text < line->end && indent_cells(g_utf8_get_char(line->text))) {
		line->text = g_utf8_next_char(line->text);
	}
	return true;
}

/* Whether bytes of a line hold a colon that ends a key. */
bool yaml_ends_key(const char *text, size_t length)
{
	return g_strstr_len(text, (gssize)length, ": ") ||
	       (length && text[length - 1] == ':');
}

/* ---- the line as it should be ---- */

/* The line with something else from `from` to `to`; without its indent, unless that is
 * what is wrong. */
static const char *corrected(const struct line *line, const char *from, const char *to,
	const char *replacement)
{
	struct arena *arena = line->source->arena;
	bool indent = from == line->start && to == line->text;
	const char *start = indent ? from : line->text;
	GString *text = arena_text(arena);
	g_string_append_len(text, start, from - start);
	g_string_append(text, replacement);
	g_string_append_len(text, to, line->end - to);
	if (g_utf8_strlen(text->str, -1) > SHOWN_CHARACTERS) {
		char *cut = g_utf8_offset_to_pointer(text->str, SHOWN_CHARACTERS);
		g_string_truncate(text, (gsize)(cut - text->str));
		g_string_append(text, "…");
	}
	return g_strchomp(text->str);
}

/* A text in quotes: double ones, or single ones where the text has what double ones give
 * a meaning. */
static char *quoted(const char *text, const char *end)
{
	while (end > text && g_ascii_isspace(end[-1])) {
		end--;
	}
	GString *out = g_string_new_len(text, end - text);
	bool plain = !strpbrk(out->str, "\"\\");
	if (!plain) {
		g_string_replace(out, "'", "''", 0);
	}
	g_string_prepend_c(out, plain ? '"' : '\'');
	g_string_append_c(out, plain ? '"' : '\'');
	return g_string_free(out, FALSE);
}

const char *yaml_line_quoted(struct place place)
{
	struct line line;
	if (!place.source || !line_at(place.source, place.line, &line)) {
		return NULL;
	}
	const char *at = line.start;
	for (int column = 1; column < place.column && at < line.end; column++) {
		at = g_utf8_next_char(at);
	}
	char *text = quoted(at, line.end);
	const char *whole = corrected(&line, at, line.end, text);
	g_free(text);
	return whole;
}

const char *yaml_line_wide_colon(struct place place)
{
	struct line line;
	if (!line_at(place.source, place.line, &line)) {
		return NULL;
	}
	const char *at = line.start;
	for (int column = 1; column < place.column && at < line.end; column++) {
		at = g_utf8_next_char(at);
	}
	const char *behind = at;
	while (behind < line.end && (behind == at || *behind == ' ')) {
		behind++;
	}
	return corrected(&line, at, behind, "：");
}

/* Behind the key of a line, and behind the signs of items. */
static const char *value_start(const struct line *line)
{
	const char *at = line->text;
	while (line->end - at > 2 && at[0] == '-' && at[1] == ' ') {
		at += 2;
	}
	const char *colon = g_strstr_len(at, line->end - at, ": ");
	at = colon ? colon + 2 : at;
	while (at < line->end && *at == ' ') {
		at++;
	}
	return at;
}

/* `[2017]86号` as 〔2017〕86号. */
static char *with_year_brackets(const char *text, const char *end)
{
	const char *close = memchr(text, ']', (size_t)(end - text));
	if (!close || close == text + 1 ||
		strspn(text + 1, "0123456789") != (size_t)(close - text - 1)) {
		return NULL;
	}
	return g_strdup_printf("〔%.*s〕%.*s", (int)(close - text - 1), text + 1,
		(int)(end - close - 1), close + 1);
}

/* `"甲"乙` with Chinese quotes. */
static char *with_chinese_quotes(const char *text, const char *end)
{
	GString *out = g_string_new(NULL);
	bool open = false;
	for (const char *at = text; at < end; at++) {
		if (*at == *text) {
			open = !open;
			g_string_append(out, open ? "“" : "”");
		} else {
			g_string_append_c(out, *at);
		}
	}
	return g_string_free(out, FALSE);
}

const char *yaml_line_reopened(const struct source *source, int number)
{
	struct line line;
	if (!line_at(source, number, &line)) {
		return NULL;
	}
	const char *start = value_start(&line);
	bool quote = *start == '"' || *start == '\'';
	char *text = quote           ? with_chinese_quotes(start, line.end)
		     : *start == '[' ? with_year_brackets(start, line.end)
				     : NULL;
	text = text ? text : quoted(start, line.end);
	const char *whole = corrected(&line, start, line.end, text);
	g_free(text);
	return whole;
}

/* ---- slips ---- */

static bool set_slip(const struct line *line, const char *from, const char *to,
	const char *replacement, struct yaml_slip *slip)
{
	slip->place = source_place(line->source, (size_t)(from - line->source->bytes));
	slip->corrected = corrected(line, from, to, replacement);
	return true;
}

/* As many blanks as an indent has cells. */
static char *plain_indent(const struct line *line)
{
	int cells = 0;
	for (const char *at = line->start; at < line->text; at = g_utf8_next_char(at)) {
		cells += indent_cells(g_utf8_get_char(at));
	}
	return g_strnfill((gsize)cells, ' ');
}

static bool find_indent(const struct line *line, struct yaml_slip *slip)
{
	const char *wrong = line->start;
	while (wrong < line->text && *wrong == ' ') {
		wrong++;
	}
	if (wrong == line->text || line->text == line->end) {
		return false;
	}
	bool unbroken = g_utf8_get_char(wrong) == 0xA0;
	slip->message = *wrong == '\t' ? N_("缩进用了制表符")
			: unbroken     ? N_("缩进用了不换行空格")
				       : N_("缩进用了全角空格");
	slip->hint = N_("缩进只能用半角空格");
	char *spaces = plain_indent(line);
	set_slip(line, line->start, line->text, spaces, slip);
	g_free(spaces);
	slip->place = source_place(line->source, (size_t)(wrong - line->source->bytes));
	return true;
}

/* Whether a character begins words: a number may follow a minus. */
static bool begins_words(gunichar character)
{
	return g_unichar_isalpha(character) || g_unichar_iswide(character);
}

/* An item whose dash is full-width or another sign, or has no blank after it. */
static bool find_dash(const struct line *line, struct yaml_slip *slip)
{
	const char *at = line->text;
	if (at >= line->end) {
		return false;
	}
	gunichar dash = g_utf8_get_char(at);
	const char *behind = g_utf8_next_char(at);
	if (behind >= line->end) {
		return false;
	}
	gunichar next = g_utf8_get_char(behind);
	bool blank = next == ' ' || next == '\t' || next == 0xA0 || next == 0x3000;
	bool narrow = dash == '-';
	bool wide = g_utf8_strchr("－﹣−‐‑–—•*", -1, dash) != NULL;
	bool words = begins_words(next) && next != dash && !blank;
	if (narrow ? !words && next != 0x3000 && next != 0xA0
		   : !wide || !(blank || (dash == U'－' && words))) {
		return false;
	}
	const char *text = behind;
	while (text < line->end && indent_cells(g_utf8_get_char(text))) {
		text = g_utf8_next_char(text);
	}
	slip->message = narrow ? N_("列表项的“-”之后没有半角空格")
			       : N_("列表项开头应是半角的“-”");
	slip->hint = N_("列表的一项以半角“-”加一个空格开头");
	return set_slip(line, at, text, "- ", slip);
}

/* A line that was meant as `key: value`: its colon is full-width, or has no space after
 * it. */
static bool find_colon(const struct line *line, struct yaml_slip *slip)
{
	size_t length = (size_t)(line->end - line->start);
	if (yaml_ends_key(line->start, length)) {
		return false;
	}
	const char *wide = g_strstr_len(line->start, (gssize)length, "：");
	const char *narrow = memchr(line->start, ':', length);
	if (narrow && g_str_has_prefix(narrow, "://")) {
		narrow = NULL;
	}
	const char *colon = wide && (!narrow || wide < narrow) ? wide : narrow;
	if (!colon) {
		return false;
	}
	slip->message = colon == wide ? N_("键之后的冒号是全角的")
				      : N_("键之后的冒号后面没有空格");
	slip->hint = N_("此处应为半角冒号加一个空格");
	const char *behind = g_utf8_next_char(colon);
	while (behind < line->end && indent_cells(g_utf8_get_char(behind))) {
		behind = g_utf8_next_char(behind);
	}
	return set_slip(line, colon, behind, behind < line->end ? ": " : ":", slip);
}

bool yaml_find_line_slip(const struct source *source, int number, struct yaml_slip *slip)
{
	struct line line;
	return line_at(source, number, &line) &&
	       (find_indent(&line, slip) || find_dash(&line, slip) ||
		       find_colon(&line, slip));
}

/* Whether a line's first text begins at a place. */
static bool opens_line(const struct line *line, struct place place)
{
	struct place first =
		source_place(line->source, (size_t)(line->text - line->source->bytes));
	return place.column <= first.column;
}

bool yaml_find_item_slip(struct place place, struct yaml_slip *slip)
{
	struct line line;
	return place.column < INDENT_MOST && line_at(place.source, place.line, &line) &&
	       opens_line(&line, place) &&
	       (find_indent(&line, slip) || find_dash(&line, slip));
}

void yaml_report_slip(struct diagnostics *diagnostics, const struct yaml_slip *slip)
{
	diagnostics_error(
		diagnostics, slip->place, "yaml-syntax", "%s", _(slip->message));
	if (slip->hint && slip->corrected) {
		diagnostics_hint(
			diagnostics, "%s，可写作：%s", _(slip->hint), slip->corrected);
	} else if (slip->hint) {
		diagnostics_hint(diagnostics, "%s", _(slip->hint));
	}
}
