/* Before parsing: only UTF-8, and only characters that mean what they show. */
#include "yaml/yaml_parts.h"

#include <string.h>

enum {
	BYTE_ORDER_MARK = 0xFEFF,
	REPORTS_MOST = 20, /* of refused characters in a file; the others are counted */
};

bool yaml_character_refused(gunichar character)
{
	if (character < 0x20) {
		return character != '\t' && character != '\n';
	}
	return (character >= 0x7F && character < 0xA0) ||
	       (character >= 0x200E && character <= 0x200F) || character == 0x061C ||
	       (character >= 0x2028 && character <= 0x202E) ||
	       (character >= 0x2066 && character <= 0x2069) ||
	       character == BYTE_ORDER_MARK ||
	       (character >= 0xFDD0 && character <= 0xFDEF) ||
	       (character & 0xFFFE) == 0xFFFE;
}

/* Whether the bytes are UTF-16: with its mark, or with the line ends that only UTF-16 has
 * and more than the odd NUL. */
static bool is_utf16(const struct source *source)
{
	const char *bytes = source->bytes;
	size_t length = source->length;
	if (length >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
				   memcmp(bytes, "\xFE\xFF", 2) == 0)) {
		return true;
	}
	size_t zeros = 0;
	for (size_t i = 0; i < length; i++) {
		zeros += bytes[i] == '\0';
	}
	return zeros > length / 16 &&
	       (memmem(bytes, length, "\n\0", 2) || memmem(bytes, length, "\0\n", 2));
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
	if (is_utf16(source)) {
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
	struct place place = source_place(source, (size_t)(at - source->bytes));
	if (character == '\r') {
		diagnostics_error(diagnostics, place, "character-refused",
			"单独的回车符 U+000D；换行应为 LF 或 CR LF");
		diagnostics_hint(diagnostics, "请在编辑器里把换行符改为 LF 后另存");
		return;
	}
	diagnostics_error(diagnostics, place, "character-refused",
		"不能使用的字符 U+%04X（控制、方向或分行字符）", character);
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

/* Writes a character as long over a refused one, such as no rule of YAML is about. */
static void replace_character(char *at, gunichar character)
{
	static const char *const stand_ins[] = {"_", "·", "\uFFFD", "\U0001F000"};
	int length = g_unichar_to_utf8(character, NULL);
	const char *stand_in = character == '\r' ? " " : stand_ins[length - 1];
	memcpy(at, stand_in, (size_t)length);
}

static bool refused_at(const struct source *source, const char *at, gunichar character)
{
	bool opens = character == BYTE_ORDER_MARK && at == source->bytes;
	bool ends_line = character == '\r' && at[1] == '\n';
	return yaml_character_refused(character) && !opens && !ends_line;
}

bool yaml_text_check(struct arena *arena, const struct source *source,
	struct diagnostics *diagnostics, struct yaml_text *text)
{
	const char *bad = first_bad_byte(source);
	if (bad || is_utf16(source)) {
		report_encoding(source, bad ? bad : source->bytes, diagnostics);
		return false;
	}
	const char *end = source->bytes + source->length;
	char *replaced = NULL;
	int count = 0;
	bool doubtful = false;
	for (const char *at = source->bytes; at < end; at = g_utf8_next_char(at)) {
		if ((unsigned char)*at >= ' ' && (unsigned char)*at < 0x7F) {
			continue; /* many, and quickly */
		}
		gunichar character = g_utf8_get_char(at);
		doubtful = doubtful || yaml_character_doubtful(character);
		if (!refused_at(source, at, character)) {
			continue;
		}
		if (!replaced) {
			replaced = arena_copy_bytes(arena, source->bytes, source->length);
		}
		replace_character(replaced + (at - source->bytes), character);
		if (++count <= REPORTS_MOST) {
			report_character(source, at, character, diagnostics);
		}
	}
	if (count > REPORTS_MOST) {
		diagnostics_error(diagnostics, source_whole(source), "character-refused",
			"另有 %d 处不能使用的字符", count - REPORTS_MOST);
	}
	*text = (struct yaml_text){
		.source = source,
		.bytes = replaced ? replaced : source->bytes,
		.doubtful = doubtful,
		.signs = yaml_find_signs(arena, source),
	};
	return true;
}
