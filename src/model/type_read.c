/* The notation of types: words from left to right, the element type last. */
#include "base/language.h"
#include "model/model_parts.h"

#include <string.h>

enum {
	NESTING_MOST = 3
}; /* `years of list of text` is as deep as forms go */

struct notation {
	struct model *model;
	struct diagnostics *diagnostics;
	const struct passage *passage;
	size_t at;
	int nesting;
};

static const struct {
	const char *word;
	enum type_kind kind;
} type_words[] = {
	{"text", TYPE_TEXT},
	{"prose", TYPE_PROSE},
	{"decimal", TYPE_DECIMAL},
	{"percent", TYPE_PERCENT},
	{"date", TYPE_DATE},
	{"year", TYPE_YEAR},
	{"period", TYPE_PERIOD},
	{"target", TYPE_TARGET},
	{"boolean", TYPE_BOOLEAN},
	{"choice", TYPE_CHOICE},
	{"choices", TYPE_CHOICES},
	{"record", TYPE_RECORD},
	{"list", TYPE_LIST},
	{"years", TYPE_YEARS},
};

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n';
}

static void skip_spaces(struct notation *notation)
{
	while (is_space(notation->passage->text[notation->at])) {
		notation->at++;
	}
}

static struct place place_here(const struct notation *notation)
{
	return passage_place(notation->passage, notation->at);
}

/* The next word; empty at the end and before a bracket. */
static const char *next_word(struct notation *notation)
{
	skip_spaces(notation);
	const char *text = notation->passage->text;
	size_t start = notation->at;
	while (text[notation->at] && !is_space(text[notation->at]) &&
		text[notation->at] != '[') {
		notation->at++;
	}
	return arena_copy_bytes(
		notation->model->arena, text + start, notation->at - start);
}

static bool find_kind(const char *word, enum type_kind *kind)
{
	for (size_t i = 0; i < G_N_ELEMENTS(type_words); i++) {
		if (strcmp(word, type_words[i].word) == 0) {
			*kind = type_words[i].kind;
			return true;
		}
	}
	return false;
}

static void report_unknown(
	struct notation *notation, const char *word, struct place place)
{
	const char *words[G_N_ELEMENTS(type_words) + 1] = {NULL};
	for (size_t i = 0; i < G_N_ELEMENTS(type_words); i++) {
		words[i] = type_words[i].word;
	}
	diagnostics_error(
		notation->diagnostics, place, "type-unknown", "没有“%s”这种类型", word);
	diagnostics_hint_nearest(notation->diagnostics, words, word);
}

static bool fail(struct notation *notation, const char *message)
{
	diagnostics_error(notation->diagnostics, place_here(notation), "type-invalid",
		"类型“%s”%s", notation->passage->text, message);
	return false;
}

/* One choice of a list in brackets, surrounding spaces dropped; `at` moves past its
 * comma. */
static const char *next_choice(struct notation *notation)
{
	static const char wide_comma[] = "，";
	const char *text = notation->passage->text;
	skip_spaces(notation);
	size_t start = notation->at;
	while (text[notation->at] && text[notation->at] != ',' &&
		text[notation->at] != ']' &&
		!g_str_has_prefix(text + notation->at, wide_comma)) {
		notation->at++;
	}
	size_t end = notation->at;
	while (end > start && is_space(text[end - 1])) {
		end--;
	}
	if (text[notation->at] == ',') {
		notation->at++;
	} else if (text[notation->at] && text[notation->at] != ']') {
		notation->at += strlen(wide_comma);
	}
	return arena_copy_bytes(notation->model->arena, text + start, end - start);
}

static bool read_choices(struct notation *notation, struct type *type)
{
	const char *text = notation->passage->text;
	skip_spaces(notation);
	if (text[notation->at] != '[') {
		return fail(notation, _("缺少选项，应写作 choice [甲, 乙]"));
	}
	notation->at++;
	GPtrArray *choices = arena_pointers(notation->model->arena);
	while (text[notation->at] && text[notation->at] != ']') {
		const char *choice = next_choice(notation);
		if (!*choice) {
			return fail(notation, _("有一个选项是空的"));
		}
		g_ptr_array_add(
			choices, arena_copy_string(notation->model->arena, choice));
		skip_spaces(notation);
	}
	if (!text[notation->at] || choices->len == 0) {
		return fail(notation, choices->len ? _("缺少“]”") : _("没有选项"));
	}
	notation->at++;
	g_ptr_array_add(choices, NULL);
	type->choices = (const char *const *)(const void *)choices->pdata;
	if (type->kind == TYPE_CHOICES) {
		struct type *element = arena_new(notation->model->arena, struct type);
		*element = (struct type){.kind = TYPE_CHOICE, .choices = type->choices};
		type->element = element;
	}
	return true;
}

static bool read_record(struct notation *notation, struct type *type)
{
	skip_spaces(notation);
	struct place place = place_here(notation);
	const char *name = next_word(notation);
	if (!*name) {
		return fail(notation, _("缺少记录的名称"));
	}
	type->record = model_record_named(notation->model, name);
	struct record_mention mention = {type->record, place};
	g_array_append_val(notation->model->mentions, mention);
	return true;
}

static bool read_one(struct notation *notation, struct type *type);

static bool read_element(struct notation *notation, struct type *type)
{
	if (strcmp(next_word(notation), "of") != 0) {
		return fail(notation, _("缺少 of，应写作 list of text"));
	}
	if (++notation->nesting >= NESTING_MOST) {
		return fail(notation, _("嵌套过深"));
	}
	struct type *element = arena_new(notation->model->arena, struct type);
	type->element = element;
	return read_one(notation, element);
}

static bool read_one(struct notation *notation, struct type *type)
{
	skip_spaces(notation);
	struct place place = place_here(notation);
	const char *word = next_word(notation);
	if (!find_kind(word, &type->kind)) {
		report_unknown(notation, word, place);
		return false;
	}
	switch (type->kind) {
	case TYPE_DECIMAL: {
		const char *unit = next_word(notation);
		type->unit = *unit ? unit : NULL;
		return true;
	}
	case TYPE_CHOICE:
	case TYPE_CHOICES:
		return read_choices(notation, type);
	case TYPE_RECORD:
		return read_record(notation, type);
	case TYPE_LIST:
	case TYPE_YEARS:
		return read_element(notation, type);
	case TYPE_TEXT:
	case TYPE_PROSE:
	case TYPE_PERCENT:
	case TYPE_DATE:
	case TYPE_YEAR:
	case TYPE_PERIOD:
	case TYPE_TARGET:
	case TYPE_BOOLEAN:
		return true;
	}
	return true;
}

bool type_read(struct model *model, const struct passage *passage, struct type *type,
	struct diagnostics *diagnostics)
{
	struct notation notation = {
		.model = model, .diagnostics = diagnostics, .passage = passage};
	*type = (struct type){.kind = TYPE_TEXT};
	if (!read_one(&notation, type)) {
		return false;
	}
	skip_spaces(&notation);
	return notation.at == passage->length || fail(&notation, _("后面有多余的内容"));
}
