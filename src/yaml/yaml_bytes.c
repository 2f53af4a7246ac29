/* Before parsing: only UTF-8, and only characters that mean what they show. */
#include "yaml/yaml_parts.h"

#include <string.h>

enum {
	BYTE_ORDER_MARK = 0xFEFF
};

bool yaml_character_refused(gunichar character)
{
	if (character < 0x20) {
		return character != '\t' && character != '\n' && character != '\r';
	}
	return (character >= 0x7F && character < 0xA0) ||
	       (character >= 0x200E && character <= 0x200F) || character == 0x061C ||
	       (character >= 0x2028 && character <= 0x202E) ||
	       (character >= 0x2066 && character <= 0x2069) ||
	       character == BYTE_ORDER_MARK ||
	       (character >= 0xFDD0 && character <= 0xFDEF) ||
	       (character & 0xFFFE) == 0xFFFE;
}

static bool begins_with(const struct source *source, const char *bytes)
{
	return source->length >= 2 && memcmp(source->bytes, bytes, 2) == 0;
}

/* Whether the bytes read as GB18030: what Chinese office programs save when not told. */
static bool is_chinese_legacy(const struct source *source)
{
	char *converted = g_convert(source->bytes, (gssize)source->length, "UTF-8",
		"GB18030", NULL, NULL, NULL);
	g_free(converted);
	return converted != NULL;
}

static void report_encoding(
	const struct source *source, const char *bad, struct diagnostics *diagnostics)
{
	struct place place = source_place(source, (size_t)(bad - source->bytes));
	if (begins_with(source, "\xFF\xFE") || begins_with(source, "\xFE\xFF")) {
		diagnostics_error(diagnostics, source_whole(source), "encoding-refused",
			"文件是 UTF-16 编码，应为 UTF-8");
	} else if (is_chinese_legacy(source)) {
		diagnostics_error(diagnostics, place, "encoding-refused",
			"此处不是 UTF-8；文件似为 GBK/GB18030 编码");
	} else {
		diagnostics_error(diagnostics, place, "encoding-refused",
			"此处的字节不是 UTF-8 文字");
	}
	diagnostics_hint(diagnostics, "请在编辑器里选“另存为”，编码选 UTF-8");
}

static void report_character(const struct source *source, const char *at,
	gunichar character, struct diagnostics *diagnostics)
{
	diagnostics_error(diagnostics, source_place(source, (size_t)(at - source->bytes)),
		"character-refused", "不能使用的字符 U+%04X（控制、方向或分行字符）",
		character);
	diagnostics_hint(diagnostics, "请删去这个看不见的字符后重新输入");
}

/* The first byte that is no UTF-8; NUL is, though GLib stops at it. */
static const char *first_bad_byte(const struct source *source)
{
	const char *end = source->bytes + source->length;
	const char *at = source->bytes;
	while (!g_utf8_validate_len(at, (gsize)(end - at), &at)) {
		if (*at != '\0') {
			return at;
		}
		at++;
	}
	return NULL;
}

const char *yaml_bytes_checked(
	struct arena *arena, const struct source *source, struct diagnostics *diagnostics)
{
	const char *end = source->bytes + source->length;
	const char *bad = first_bad_byte(source);
	if (bad) {
		report_encoding(source, bad, diagnostics);
		return NULL;
	}
	char *checked = NULL;
	for (const char *at = source->bytes; at < end; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		bool is_mark = character == BYTE_ORDER_MARK && at == source->bytes;
		if ((unsigned char)*at < 0x7F
				? !yaml_character_refused((unsigned char)*at)
				: is_mark || !yaml_character_refused(character)) {
			continue;
		}
		report_character(source, at, character, diagnostics);
		checked =
			checked ? checked
				: arena_copy_bytes(arena, source->bytes, source->length);
		/* One character for one: two bytes become U+00B7, three U+FFFD. */
		size_t length = (size_t)(g_utf8_next_char(at) - at);
		const char *stand_in = length == 1 ? "?" : length == 2 ? "·" : "\uFFFD";
		memcpy(checked + (at - source->bytes), stand_in, length < 3 ? length : 3);
		if (length == 4) {
			memcpy(checked + (at - source->bytes), "\xF0\x9F\x80\x80", 4);
		}
	}
	return checked ? checked : source->bytes;
}
