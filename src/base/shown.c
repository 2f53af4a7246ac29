#include "base/shown.h"

#include <stdbool.h>
#include <string.h>

/* Whether a character can be shown as it is: not a control, not a direction override. */
static bool is_showable(gunichar character)
{
	if (character == 0xFFFD) {
		return true;
	}
	GUnicodeType type = g_unichar_type(character);
	return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT &&
	       type != G_UNICODE_SURROGATE && type != G_UNICODE_LINE_SEPARATOR &&
	       type != G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* Terminal cells of a character: Chinese is two wide; what is narrow in some places and
 * wide in others (“, …, ①) is narrow in terminals of today. */
static int cell_width(gunichar character)
{
	if (g_unichar_iszerowidth(character)) {
		return 0;
	}
	return g_unichar_iswide(character) ? 2 : 1;
}

/* The character at *next, which moves on; U+FFFD for a byte that is no UTF-8. */
static gunichar next_character(const char **next, const char *end)
{
	gunichar character = g_utf8_get_char_validated(*next, end - *next);
	if (character == (gunichar)-1 || character == (gunichar)-2) {
		*next += 1;
		return 0xFFFD;
	}
	*next = g_utf8_next_char(*next);
	return character;
}

struct shown shown_next(const char **next, const char *end)
{
	struct shown cell = {.width = 1};
	gunichar character = next_character(next, end);
	if (character == '\t') {
		character = ' ';
	} else if (!is_showable(character)) {
		character = 0xFFFD;
	}
	cell.width = cell_width(character);
	g_unichar_to_utf8(character, cell.bytes);
	return cell;
}

int shown_width(const char *text)
{
	const char *end = text + strlen(text);
	int width = 0;
	while (text < end) {
		width += shown_next(&text, end).width;
	}
	return width;
}

void shown_append(GString *out, const char *text)
{
	const char *end = text + strlen(text);
	while (text < end) {
		struct shown cell = shown_next(&text, end);
		g_string_append(out, cell.bytes);
	}
}

void shown_append_padded(GString *out, const char *text, int width)
{
	shown_append(out, text);
	for (int at = shown_width(text); at < width; at++) {
		g_string_append_c(out, ' ');
	}
}

static void append_json_character(GString *out, gunichar character)
{
	if (character == '"' || character == '\\') {
		g_string_append_printf(out, "\\%c", (int)character);
	} else if (is_showable(character)) {
		g_string_append_unichar(out, character);
	} else if (character <= 0xFFFF) {
		g_string_append_printf(out, "\\u%04x", character);
	} else {
		gunichar rest = character - 0x10000;
		g_string_append_printf(out, "\\u%04x\\u%04x", 0xD800 + (rest >> 10),
			0xDC00 + (rest & 0x3FF));
	}
}

void shown_append_json(GString *out, const char *text)
{
	const char *end = text + strlen(text);
	g_string_append_c(out, '"');
	while (text < end) {
		append_json_character(out, next_character(&text, end));
	}
	g_string_append_c(out, '"');
}
