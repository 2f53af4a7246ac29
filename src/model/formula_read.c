/* Fields that are worked out. Their expressions are parsed where they are used, since
 * only then all fields are known. */
#include "base/language.h"
#include "model/model_parts.h"

#include <string.h>

static bool report(const struct yaml_node *node, struct diagnostics *diagnostics,
	const char *code, const char *message)
{
	diagnostics_error(diagnostics, node->place, code, "%s", message);
	return false;
}

static bool check_attributes(
	const struct yaml_node *node, struct diagnostics *diagnostics)
{
	static const char *const known[] = {"formula", "note", NULL};
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_entry *entry = &node->entries[i];
		if (!g_strv_contains(known, yaml_text(entry->key))) {
			report(entry->key, diagnostics, "attribute-unknown",
				_("公式只有 formula 和 note 两项"));
			return false;
		}
		if (!yaml_text(entry->value)) {
			return report(entry->value, diagnostics, "declaration-invalid",
				_("公式及其说明应为文字"));
		}
	}
	return true;
}

static bool is_shared(const struct model *model, const struct formula *formula)
{
	return formula->place.source == model->shared;
}

/* A layout may say it otherwise than all do; two layouts may not contradict each other.
 */
static bool replace(const struct model *model, struct formula *known,
	const struct formula *again, struct diagnostics *diagnostics)
{
	if (strcmp(known->text.text, again->text.text) == 0) {
		return true;
	}
	if (!is_shared(model, known) || is_shared(model, again)) {
		diagnostics_error(diagnostics, again->place, "formula-conflict",
			"公式“%s”与别处所写不同", again->name);
		diagnostics_related(diagnostics, known->place, "先在此声明");
		return false;
	}
	const char *note = again->note ? again->note : known->note;
	*known = *again;
	known->note = note;
	return true;
}

bool formula_read(struct model *model, struct record *record,
	const struct yaml_entry *entry, struct diagnostics *diagnostics)
{
	if (!check_attributes(entry->value, diagnostics)) {
		return false;
	}
	struct formula *formula = arena_new(model->arena, struct formula);
	*formula = (struct formula){
		.name = name_without_spaces(model->arena, yaml_text(entry->key)),
		.text = yaml_get(entry->value, "formula")->scalar,
		.note = yaml_text(yaml_get(entry->value, "note")),
		.place = entry->key->place,
	};
	const struct field *field = record_field(record, formula->name);
	if (field) {
		diagnostics_error(diagnostics, formula->place, "synonym-conflict",
			"“%s”已是字段“%s”的名称", formula->name, field->name);
		diagnostics_related(
			diagnostics, field->place, "“%s”在此声明", field->name);
		return false;
	}
	struct formula *known =
		(struct formula *)(uintptr_t)record_formula(record, formula->name);
	if (known) {
		return replace(model, known, formula, diagnostics);
	}
	record->formulas =
		record->formulas ? record->formulas : arena_pointers(model->arena);
	g_ptr_array_add(record->formulas, formula);
	return true;
}
