/* Cuts an expression into words. Full-width punctuation counts as its ASCII form, since
 * layouts are typed with Chinese input methods. */
#include "expr/lexer.h"

#include <string.h>

struct spelling {
	const char *text;
	enum token_kind kind;
};

/* Longer spellings stand before their beginnings. */
static const struct spelling marks[] = {
	{"??", TOKEN_FALLBACK},
	{"？？", TOKEN_FALLBACK},
	{"==", TOKEN_EQUAL},
	{"=", TOKEN_EQUAL},
	{"＝", TOKEN_EQUAL},
	{"!=", TOKEN_UNEQUAL},
	{"≠", TOKEN_UNEQUAL},
	{"<=", TOKEN_AT_MOST},
	{"≤", TOKEN_AT_MOST},
	{"<", TOKEN_LESS},
	{"＜", TOKEN_LESS},
	{">=", TOKEN_AT_LEAST},
	{"≥", TOKEN_AT_LEAST},
	{">", TOKEN_MORE},
	{"＞", TOKEN_MORE},
	{"+", TOKEN_PLUS},
	{"＋", TOKEN_PLUS},
	{"-", TOKEN_MINUS},
	{"−", TOKEN_MINUS},
	{"*", TOKEN_TIMES},
	{"×", TOKEN_TIMES},
	{"/", TOKEN_OVER},
	{"÷", TOKEN_OVER},
	{"(", TOKEN_OPEN},
	{"（", TOKEN_OPEN},
	{")", TOKEN_CLOSE},
	{"）", TOKEN_CLOSE},
	{"[", TOKEN_INDEX_OPEN},
	{"]", TOKEN_INDEX_CLOSE},
	{",", TOKEN_COMMA},
	{"，", TOKEN_COMMA},
	{".", TOKEN_DOT},
	{"|", TOKEN_PIPE},
	{"｜", TOKEN_PIPE},
	{"%", TOKEN_PERCENT},
	{"％", TOKEN_PERCENT},
};

static const struct spelling keywords[] = {
	{"if", TOKEN_IF},
	{"then", TOKEN_THEN},
	{"else", TOKEN_ELSE},
	{"and", TOKEN_AND},
	{"or", TOKEN_OR},
	{"not", TOKEN_NOT},
	{"in", TOKEN_IN},
	{"true", TOKEN_TRUE},
	{"false", TOKEN_FALSE},
};

static const char *const quotes[][2] = {
	{"'", "'"},
	{"\"", "\""},
	{"‘", "’"},
	{"“", "”"},
};

const char *lexer_closing_quote(const char *text, size_t *opening_length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(quotes); i++) {
		if (g_str_has_prefix(text, quotes[i][0])) {
			*opening_length = strlen(quotes[i][0]);
			return quotes[i][1];
		}
	}
	return NULL;
}

/* The character at a byte; 0 at the end, U+FFFD for what is no UTF-8. */
static gunichar character_at(const struct lexer *lexer, size_t at, size_t *length)
{
	*length = 1;
	if (at >= lexer->end) {
		return 0;
	}
	const char *text = lexer->passage->text + at;
	gunichar character = g_utf8_get_char_validated(text, (gssize)(lexer->end - at));
	if (character == 0 || character == (gunichar)-1 || character == (gunichar)-2) {
		return 0xFFFD;
	}
	*length = (size_t)g_unichar_to_utf8(character, NULL);
	return character;
}

static bool is_digit_at(const struct lexer *lexer, size_t at)
{
	return at < lexer->end && g_ascii_isdigit(lexer->passage->text[at]);
}

static bool is_name_character(gunichar character)
{
	return character == '_' || g_unichar_isalnum(character);
}

/* The byte behind a run of letters, digits and underscores. */
static size_t name_end(const struct lexer *lexer, size_t at)
{
	size_t length;
	while (is_name_character(character_at(lexer, at, &length))) {
		at += length;
	}
	return at;
}

static void skip_spaces(struct lexer *lexer)
{
	size_t length;
	while (g_unichar_isspace(character_at(lexer, lexer->at, &length))) {
		lexer->at += length;
	}
}

static bool at_prefix(const struct lexer *lexer, const char *prefix)
{
	size_t length = strlen(prefix);
	return length <= lexer->end - lexer->at &&
	       memcmp(lexer->passage->text + lexer->at, prefix, length) == 0;
}

static bool read_string(struct lexer *lexer, struct token *token)
{
	size_t opening;
	const char *closing =
		lexer_closing_quote(lexer->passage->text + lexer->at, &opening);
	token->kind = TOKEN_STRING;
	lexer->at += opening;
	while (lexer->at < lexer->end && !at_prefix(lexer, closing)) {
		lexer->at++;
	}
	if (lexer->at == lexer->end) {
		diagnostics_error(lexer->diagnostics,
			passage_place(lexer->passage, token->start), "string-unclosed",
			"引号没有配对，缺少“%s”", closing);
		return false;
	}
	lexer->at += strlen(closing);
	token->end = lexer->at;
	return true;
}

/* The unit that stands right behind a number: a percent sign or a run of letters. */
static const char *read_unit(struct lexer *lexer)
{
	size_t start = lexer->at;
	if (at_prefix(lexer, "%") || at_prefix(lexer, "％")) {
		lexer->at += at_prefix(lexer, "%") ? 1 : strlen("％");
		return "%";
	}
	if (at_prefix(lexer, "‰")) {
		lexer->at += strlen("‰");
		return "‰";
	}
	lexer->at = name_end(lexer, start);
	return arena_copy_bytes(
		lexer->arena, lexer->passage->text + start, lexer->at - start);
}

/* Commas do not group here: they part arguments. */
static bool read_number(struct lexer *lexer, struct token *token)
{
	size_t at = token->start;
	while (is_digit_at(lexer, at)) {
		at++;
	}
	if (at < lexer->end && lexer->passage->text[at] == '.' &&
		is_digit_at(lexer, at + 1)) {
		for (at++; is_digit_at(lexer, at);) {
			at++;
		}
	}
	const char *digits = arena_copy_bytes(
		lexer->arena, lexer->passage->text + token->start, at - token->start);
	size_t read;
	if (!decimal_parse(digits, &token->number, &read)) {
		diagnostics_error(lexer->diagnostics,
			passage_place(lexer->passage, token->start), "number-overflow",
			"数“%s”太大，或小数超过六位", digits);
		return false;
	}
	lexer->at = at;
	token->kind = TOKEN_NUMBER;
	token->unit = read_unit(lexer);
	token->end = lexer->at;
	return true;
}

static void read_name(struct lexer *lexer, struct token *token)
{
	lexer->at = name_end(lexer, lexer->at);
	token->kind = TOKEN_NAME;
	token->end = lexer->at;
	for (size_t i = 0; i < G_N_ELEMENTS(keywords); i++) {
		size_t length = strlen(keywords[i].text);
		if (token->end - token->start == length &&
			memcmp(lexer->passage->text + token->start, keywords[i].text,
				length) == 0) {
			token->kind = keywords[i].kind;
		}
	}
}

static void read_mark(struct lexer *lexer, struct token *token)
{
	size_t length;
	character_at(lexer, lexer->at, &length);
	token->kind = TOKEN_OTHER;
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		if (at_prefix(lexer, marks[i].text)) {
			token->kind = marks[i].kind;
			length = strlen(marks[i].text);
			break;
		}
	}
	lexer->at += length;
	token->end = lexer->at;
}

bool lexer_next(struct lexer *lexer, struct token *token)
{
	skip_spaces(lexer);
	*token = (struct token){.start = lexer->at, .end = lexer->at, .unit = ""};
	size_t length;
	gunichar character = character_at(lexer, lexer->at, &length);
	if (lexer->at >= lexer->end) {
		token->kind = TOKEN_END;
		return true;
	}
	if (lexer_closing_quote(lexer->passage->text + lexer->at, &length)) {
		return read_string(lexer, token);
	}
	if (character < 0x80 && g_ascii_isdigit((char)character)) {
		return read_number(lexer, token);
	}
	if (is_name_character(character)) {
		read_name(lexer, token);
	} else {
		read_mark(lexer, token);
	}
	return true;
}
