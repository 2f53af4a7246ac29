#include "model/model_parts.h"

static void dump_field(const struct field *field, struct arena *arena, GString *out)
{
	g_string_append_printf(
		out, "  %s: %s", field->name, type_name(arena, &field->type));
	if (field->required) {
		g_string_append(out, " required");
	}
	for (size_t i = 0; field->synonyms[i]; i++) {
		g_string_append_printf(out, " = %s", field->synonyms[i]);
	}
	if (field->note) {
		g_string_append_printf(out, " # %s", field->note);
	}
	for (size_t i = 0; field->forms && field->forms[i]; i++) {
		g_string_append_printf(out, " form %s", field->forms[i]);
	}
	if (field->clause) {
		g_string_append_printf(out, " by %s", field->clause);
	}
	if (field->example) {
		g_string_append_printf(out, " (%s)", field->example);
	}
	g_string_append_c(out, '\n');
}

void model_dump(const struct model *model, GString *out)
{
	struct arena *arena = arena_create();
	g_string_append_printf(
		out, "root %s\n", model->root ? yaml_text(model->root) : "-");
	for (guint i = 0; i < model->records->len; i++) {
		const struct record *record = g_ptr_array_index(model->records, i);
		g_string_append_printf(out, "%s\n", record->name);
		for (guint j = 0; j < record->fields->len; j++) {
			dump_field(g_ptr_array_index(record->fields, j), arena, out);
		}
		for (guint j = 0; record->formulas && j < record->formulas->len; j++) {
			const struct formula *formula =
				g_ptr_array_index(record->formulas, j);
			g_string_append_printf(
				out, "  %s := %s\n", formula->name, formula->text.text);
		}
	}
	arena_destroy(arena);
}
