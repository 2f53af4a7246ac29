/* Types in words, and when two are the same. */
#include "model/model_parts.h"

#include <string.h>

static const char *choices_name(
	struct arena *arena, const char *word, const struct type *type)
{
	GString *name = arena_text(arena);
	g_string_append_printf(name, "%s [", word);
	for (size_t i = 0; type->choices[i]; i++) {
		g_string_append_printf(name, "%s%s", i ? ", " : "", type->choices[i]);
	}
	g_string_append_c(name, ']');
	return name->str;
}

const char *type_name(struct arena *arena, const struct type *type)
{
	switch (type->kind) {
	case TYPE_TEXT:
		return "text";
	case TYPE_PROSE:
		return "prose";
	case TYPE_DECIMAL:
		return type->unit ? arena_printf(arena, "decimal %s", type->unit)
				  : "decimal";
	case TYPE_PERCENT:
		return "percent";
	case TYPE_DATE:
		return "date";
	case TYPE_YEAR:
		return "year";
	case TYPE_PERIOD:
		return "period";
	case TYPE_TARGET:
		return "target";
	case TYPE_CHOICE:
		return choices_name(arena, "choice", type);
	case TYPE_CHOICES:
		return choices_name(arena, "choices", type);
	case TYPE_BOOLEAN:
		return "boolean";
	case TYPE_LIST:
		return arena_printf(arena, "list of %s", type_name(arena, type->element));
	case TYPE_RECORD:
		return arena_printf(arena, "record %s", type->record->name);
	case TYPE_YEARS:
		return arena_printf(
			arena, "years of %s", type_name(arena, type->element));
	}
	return "";
}

static bool choices_equal(const char *const *left, const char *const *right)
{
	if (!left || !right) {
		return left == right;
	}
	size_t i = 0;
	while (left[i] && right[i] && strcmp(left[i], right[i]) == 0) {
		i++;
	}
	return !left[i] && !right[i];
}

bool type_equal(const struct type *left, const struct type *right)
{
	if (!left || !right) {
		return left == right;
	}
	return left->kind == right->kind && left->record == right->record &&
	       g_strcmp0(left->unit, right->unit) == 0 &&
	       choices_equal(left->choices, right->choices) &&
	       type_equal(left->element, right->element);
}
