#include "plan/text_form.h"

#include <glib.h>
#include <string.h>

/* What is left of a form: its own rest, and what follows the brackets around it. */
struct rest {
	const char *at;
	const struct rest *outer; /* NULL: nothing */
};

static bool match(const char *text, const struct rest *form);

/* The end of a choice within brackets: its `|` or `)`; of brackets: their `)`. */
static const char *choice_end(const char *at, bool whole)
{
	for (int depth = 0; *at; at++) {
		if (depth == 0 && (*at == ')' || (*at == '|' && !whole))) {
			return at;
		}
		depth += *at == '(' ? 1 : *at == ')' ? -1 : 0;
	}
	return at;
}

static bool match_choices(const char *text, const struct rest *form)
{
	const char *close = choice_end(form->at + 1, true);
	const struct rest behind = {*close ? close + 1 : close, form->outer};
	const char *choice = form->at;
	do {
		choice++;
		if (match(text, &(struct rest){choice, &behind})) {
			return true;
		}
		choice = choice_end(choice, false);
	} while (*choice == '|');
	return false;
}

static bool match_number(const char *text, const struct rest *form)
{
	const struct rest behind = {form->at + 1, form->outer};
	if (*text == '0') {
		return false;
	}
	while (g_ascii_isdigit(*text)) {
		text++;
		if (match(text, &behind)) {
			return true;
		}
	}
	return false;
}

static bool match_any(const char *text, const struct rest *form)
{
	const struct rest behind = {form->at + 1, form->outer};
	while (*text) {
		text = g_utf8_next_char(text);
		if (match(text, &behind)) {
			return true;
		}
	}
	return false;
}

static bool match(const char *text, const struct rest *form)
{
	const struct rest next = {form->at + (*form->at ? 1 : 0), form->outer};
	switch (*form->at) {
	case '\0':
		return form->outer ? match(text, form->outer) : *text == '\0';
	case '|':
	case ')':
		return form->outer ? match(text, form->outer) : *text == '\0';
	case '(':
		return match_choices(text, form);
	case '*':
		return match_any(text, form);
	case '#':
		return match_number(text, form);
	case '0':
		return g_ascii_isdigit(*text) && match(text + 1, &next);
	default:
		return *text == *form->at && match(text + 1, &next);
	}
}

bool text_has_form(const char *text, const char *form)
{
	return match(text, &(struct rest){form, NULL});
}

/* ---- what was meant ---- */

static gunichar closest(gunichar character)
{
	static const char *const alike[] = {
		"〔[［【〖({（｛「『", "〕]］】〗)}）｝」』", "★☆*＊✩✮⭐"};
	for (size_t i = 0; i < G_N_ELEMENTS(alike); i++) {
		if (g_utf8_strchr(alike[i], -1, character)) {
			return g_utf8_get_char(alike[i]);
		}
	}
	int digit = g_unichar_digit_value(character);
	return digit >= 0 ? (gunichar)('0' + digit) : character;
}

/* Numbers lose their leading zeros behind what is no digit, and 第 before them. */
static void shorten_numbers(GString *text)
{
	static const char ordinal[] = "第";
	for (gsize i = 0; i < text->len; i++) {
		gsize behind = i + strlen(ordinal);
		if (g_str_has_prefix(text->str + i, ordinal) &&
			g_ascii_isdigit(text->str[behind])) {
			g_string_erase(text, (gssize)i, (gssize)strlen(ordinal));
		}
		bool begins = i == 0 || !g_ascii_isdigit(text->str[i - 1]);
		while (begins && text->str[i] == '0' &&
			g_ascii_isdigit(text->str[i + 1])) {
			g_string_erase(text, (gssize)i, 1);
		}
	}
}

static bool has_a_form(const char *text, const char *const *forms)
{
	for (size_t i = 0; forms[i]; i++) {
		if (text_has_form(text, forms[i])) {
			return true;
		}
	}
	return false;
}

const char *text_formed(struct arena *arena, const char *text, const char *const *forms)
{
	GString *formed = arena_text(arena);
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (!g_unichar_isspace(character)) {
			g_string_append_unichar(formed, closest(character));
		}
	}
	if (has_a_form(formed->str, forms)) {
		return formed->str;
	}
	shorten_numbers(formed);
	return has_a_form(formed->str, forms) ? formed->str : NULL;
}
