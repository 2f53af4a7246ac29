/* What a text has in it that nobody sees: characters that word processors leave behind,
 * blanks that line ends became, and words that the parser took for a comment. */
#include "base/language.h"
#include "yaml/yaml_parts.h"

#include <string.h>

/* Characters without a look of their own. Those that choose the form of a rare character
 * (U+E0100 and on) are not among them. */
static bool is_invisible(gunichar character)
{
	return character == 0xAD || character == 0x34F || character == 0x180E ||
	       (character >= 0x200B && character <= 0x200D) ||
	       (character >= 0x2060 && character <= 0x2064) ||
	       (character >= 0xFE00 && character <= 0xFE0F);
}

/* Characters that each machine may draw as it likes. */
static bool is_private(gunichar character)
{
	bool plane = character >= 0xF0000 && (character & 0xFFFE) != 0xFFFE;
	return (character >= 0xE000 && character <= 0xF8FF) || plane;
}

bool yaml_character_doubtful(gunichar character)
{
	return is_invisible(character) || is_private(character);
}

/* What was found of a kind in one text: one report will do. */
struct finding {
	gunichar first;
	size_t offset;
	size_t count;
};

static void find(struct finding *finding, gunichar character, size_t offset)
{
	if (finding->count++ == 0) {
		finding->first = character;
		finding->offset = offset;
	}
}

static void report_invisible(struct diagnostics *diagnostics,
	const struct passage *passage, const struct finding *found)
{
	struct place place = passage_place(passage, found->offset);
	const char *name = found->first == 0xAD ? _("软连字符") : _("不可见字符");
	if (found->count == 1) {
		diagnostics_warning(diagnostics, place, "character-invisible",
			"此处有%s U+%04X，已略去", name, found->first);
	} else if (found->count > 1) {
		diagnostics_warning(diagnostics, place, "character-invisible",
			"此处有%s U+%04X，本段共 %zu 个不可见字符，已略去", name,
			found->first, found->count);
	} else {
		return;
	}
	diagnostics_hint(diagnostics, "多半是从网页或 Word 粘贴时带来的，请删去");
}

static void report_private(struct diagnostics *diagnostics, const struct passage *passage,
	const struct finding *found)
{
	struct place place = passage_place(passage, found->offset);
	if (found->count == 1) {
		diagnostics_warning(diagnostics, place, "character-private",
			"此处是专用区字符 U+%04X，换一种字体就是另一个字", found->first);
	} else if (found->count > 1) {
		diagnostics_warning(diagnostics, place, "character-private",
			"此处是专用区字符 U+%04X，本段共 %zu 个，换一种字体就是别的字",
			found->first, found->count);
	} else {
		return;
	}
	diagnostics_hint(diagnostics, "请用输入法重新输入");
}

/* A walk through a passage that leaves characters out. */
struct copying {
	const struct passage *passage;
	size_t step; /* of the passage: the next one */
	struct place place;
	bool moved; /* the next character does not stand beside the last one */
	GString *text;
	GArray *steps; /* struct passage_step */
	struct place first;
};

/* Follows the passage's places to an offset. */
static void reach(struct copying *copying, size_t offset)
{
	const struct passage *passage = copying->passage;
	while (copying->step < passage->step_count &&
		passage->steps[copying->step].offset <= offset) {
		copying->place = passage->steps[copying->step++].place;
		copying->moved = true;
	}
}

static void mark_place(struct copying *copying)
{
	if (copying->text->len == 0) {
		copying->first = copying->place;
	} else if (copying->moved) {
		struct passage_step step = {copying->text->len, copying->place};
		g_array_append_val(copying->steps, step);
	}
	copying->moved = false;
}

/* A passage without the characters at these offsets (rising). */
static struct passage passage_without(
	struct arena *arena, const struct passage *passage, const GArray *offsets)
{
	if (offsets->len == 0) {
		return *passage;
	}
	struct copying copying = {
		.passage = passage,
		.place = passage->place,
		.first = passage->place,
		.text = arena_text(arena),
		.steps = arena_values(arena, sizeof(struct passage_step)),
	};
	guint next = 0;
	for (size_t offset = 0; offset < passage->length; copying.place.column++) {
		const char *at = passage->text + offset;
		size_t length = (size_t)(g_utf8_next_char(at) - at);
		reach(&copying, offset);
		if (next < offsets->len &&
			g_array_index(offsets, size_t, next) == offset) {
			copying.moved = true;
			next++;
		} else {
			mark_place(&copying);
			g_string_append_len(copying.text, at, (gssize)length);
		}
		offset += length;
	}
	reach(&copying, passage->length);
	mark_place(&copying);
	return (struct passage){
		.text = copying.text->str,
		.length = copying.text->len,
		.place = copying.first,
		.steps = (const void *)copying.steps->data,
		.step_count = copying.steps->len,
	};
}

struct passage yaml_passage_seen(struct arena *arena, const struct passage *passage,
	struct diagnostics *diagnostics)
{
	struct finding invisible = {0};
	struct finding private = {0};
	const char *end = passage->text + passage->length;
	GArray *offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
	for (const char *at = passage->text; at < end; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		size_t offset = (size_t)(at - passage->text);
		if (is_private(character)) {
			find(&private, character, offset);
		} else if (is_invisible(character)) {
			find(&invisible, character, offset);
			g_array_append_val(offsets, offset);
		}
	}
	report_invisible(diagnostics, passage, &invisible);
	report_private(diagnostics, passage, &private);
	struct passage seen = passage_without(arena, passage, offsets);
	g_array_free(offsets, TRUE);
	return seen;
}

/* Characters that stand side by side without a blank: Chinese ones and their signs, and
 * what will be left out between them. */
static bool is_chinese(gunichar character)
{
	GUnicodeScript script = g_unichar_get_script(character);
	return (g_unichar_iswide(character) && script != G_UNICODE_SCRIPT_HANGUL) ||
	       (character >= 0x2014 && character <= 0x201D) || character == 0x2026 ||
	       character == 0xB7 || is_invisible(character);
}

struct passage yaml_passage_closed_up(
	struct arena *arena, const struct passage *passage, const GArray *folds)
{
	GArray *offsets = g_array_new(FALSE, FALSE, sizeof(size_t));
	for (guint i = 0; i < folds->len; i++) {
		size_t offset = g_array_index(folds, size_t, i);
		const char *blank = passage->text + offset;
		if (offset > 0 && offset + 1 < passage->length && *blank == ' ' &&
			is_chinese(g_utf8_get_char(g_utf8_prev_char(blank))) &&
			is_chinese(g_utf8_get_char(blank + 1))) {
			g_array_append_val(offsets, offset);
		}
	}
	struct passage closed = passage_without(arena, passage, offsets);
	g_array_free(offsets, TRUE);
	return closed;
}

/* A `#` right before words is text more often than not: those who comment set a blank
 * behind it. */
static bool hides_words(const char *sign, const char *line, const char *line_end)
{
	return sign > line && (sign[-1] == ' ' || sign[-1] == '\t') &&
	       sign + 1 < line_end && !strchr(" \t\r#!-=", sign[1]) &&
	       !g_unichar_isspace(g_utf8_get_char(sign + 1));
}

static void find_in_line(const struct source *source, int number, GArray *signs)
{
	size_t length = 0;
	const char *line = source_line(source, number, &length);
	const char *line_end = line + length;
	const char *counted = line;
	int column = 1; /* of `counted` */
	for (const char *sign = line;
		(sign = memchr(sign, '#', (size_t)(line_end - sign))) != NULL; sign++) {
		if (!hides_words(sign, line, line_end)) {
			continue;
		}
		const char *text_end = sign;
		while (text_end > counted && strchr(" \t", text_end[-1])) {
			text_end--;
		}
		for (; counted < text_end; counted = g_utf8_next_char(counted)) {
			column++;
		}
		struct yaml_sign found = {{source, number, column}, sign};
		g_array_append_val(signs, found);
	}
}

GArray *yaml_find_signs(struct arena *arena, const struct source *source)
{
	GArray *signs = arena_values(arena, sizeof(struct yaml_sign));
	if (!memchr(source->bytes, '#', source->length)) {
		return signs;
	}
	for (int number = 1; number <= (int)source->line_starts->len; number++) {
		find_in_line(source, number, signs);
	}
	return signs;
}

static int compare_places(const void *left, const void *right)
{
	const struct yaml_sign *one = left;
	const struct yaml_sign *other = right;
	return one->text_end.line != other->text_end.line
		       ? one->text_end.line - other->text_end.line
		       : one->text_end.column - other->text_end.column;
}

void yaml_check_comment(const struct yaml_text *text, struct place start,
	struct place end, struct diagnostics *diagnostics)
{
	const struct yaml_sign wanted = {.text_end = end};
	guint index;
	if (!g_array_binary_search(text->signs, &wanted, compare_places, &index)) {
		return;
	}
	const struct yaml_sign *found =
		&g_array_index(text->signs, struct yaml_sign, index);
	const struct source *source = text->source;
	struct place place = source_place(source, (size_t)(found->sign - source->bytes));
	diagnostics_warning(diagnostics, place, "comment-swallows",
		"空格之后的“#”是注释的开头，从这里到行尾不会印出");
	bool empty = start.line == end.line && start.column == end.column;
	diagnostics_hint(diagnostics,
		"若是文字请加引号，可写作：%s；若是注释请在 # 之后加一个空格",
		yaml_line_quoted(empty ? place : start));
}
