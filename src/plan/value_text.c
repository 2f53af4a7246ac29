/* One line of text, a declared word, yes or no. */
#include "plan/plan_reader.h"

#include "base/language.h"
#include "plan/text_form.h"

#include <string.h>

/* A text in an unusual form may still be what its author wants: a warning. */
static void check_form(const struct plan_reader *reader, const struct slot *slot,
	const struct value *value)
{
	const struct field *field = slot->field;
	const char *text = value->written.text;
	if (!field || !field->forms || !*text) {
		return;
	}
	for (size_t i = 0; field->forms[i]; i++) {
		if (text_has_form(text, field->forms[i])) {
			return;
		}
	}
	diagnostics_warning(reader->diagnostics, value->written.place, "text-form",
		"“%s”的写法不合规定%s%s%s，实为“%s”", slot_name(slot),
		field->clause ? _("（") : "", field->clause ? field->clause : "",
		field->clause ? _("）") : "", text_excerpt(reader->arena, text));
	const char *formed = text_formed(reader->arena, text, field->forms);
	if (formed) {
		diagnostics_hint(reader->diagnostics, "应写作“%s”", formed);
	} else if (field->example) {
		diagnostics_hint(reader->diagnostics, "例如“%s”", field->example);
	}
}

bool value_read_text(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	const char *line_end = strchr(value->written.text, '\n');
	if (line_end) {
		size_t next = (size_t)(line_end - value->written.text) + 1;
		diagnostics_error(reader->diagnostics,
			passage_place(&value->written, next), "text-lines",
			"“%s”应为一行文字，此处另起了一行", slot_name(slot));
		return false;
	}
	value->kind = VALUE_TEXT;
	check_form(reader, slot, value);
	return true;
}

bool value_read_choice(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	const char *const *choices = slot->type->choices;
	GString *expected = arena_text(reader->arena);
	for (size_t i = 0; choices[i]; i++) {
		if (strcmp(value->written.text, choices[i]) == 0) {
			value->kind = VALUE_TEXT;
			return true;
		}
		g_string_append_printf(expected, "%s“%s”", i ? _("、") : "", choices[i]);
	}
	diagnostics_error(reader->diagnostics, value->written.place, "choice-unknown",
		"“%s”应为%s之一，实为“%s”", slot_name(slot), expected->str,
		text_excerpt(reader->arena, value->written.text));
	diagnostics_hint_word(
		reader->diagnostics, nearest_word(choices, value->written.text));
	return false;
}

bool value_read_boolean(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	static const char *const words[] = {"是", "true", "yes", "否", "false", "no"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (g_ascii_strcasecmp(value->written.text, words[i]) == 0) {
			value->kind = VALUE_BOOLEAN;
			value->truth = i < G_N_ELEMENTS(words) / 2;
			return true;
		}
	}
	return report_value(reader, slot, value, "boolean-invalid", _("“是”或“否”"));
}
