/* Declarations become records of fields; those of several layouts unite. */
#include "base/language.h"
#include "model/model_parts.h"

#include <string.h>

static const char *const no_synonyms[] = {NULL};

struct model *model_create(struct arena *arena)
{
	struct model *model = arena_new(arena, struct model);
	model->arena = arena;
	model->records = arena_pointers(arena);
	model->records_by_name = arena_table(arena);
	model->mentions = arena_values(arena, sizeof(struct record_mention));
	return model;
}

struct record *model_record_named(struct model *model, const char *name)
{
	struct record *record = g_hash_table_lookup(model->records_by_name, name);
	if (!record) {
		record = arena_new(model->arena, struct record);
		record->name = arena_copy_string(model->arena, name);
		record->fields = arena_pointers(model->arena);
		record->lookup = arena_table(model->arena);
		g_ptr_array_add(model->records, record);
		g_hash_table_insert(model->records_by_name,
			(gpointer)(uintptr_t)record->name, record);
	}
	return record;
}

/* What one call of model_add() carries along. */
struct declaration {
	struct model *model;
	struct diagnostics *diagnostics;
	struct record *record;
	const struct yaml_node *key; /* the field's name */
	struct field field;          /* as declared here, not yet united */
};

static bool expect_kind(const struct yaml_node *node, enum yaml_kind kind,
	struct diagnostics *diagnostics)
{
	if (node->kind == kind) {
		return true;
	}
	diagnostics_error(diagnostics, node->place, "declaration-invalid",
		"应为%s，实为%s", yaml_kind_name(kind), yaml_kind_name(node->kind));
	return false;
}

static bool report_attribute(const struct yaml_node *key, const char *const *known,
	const char *what, struct diagnostics *diagnostics)
{
	diagnostics_error(diagnostics, key->place, "attribute-unknown",
		"%s没有“%s”这一项", what, yaml_text(key));
	diagnostics_hint_nearest(diagnostics, known, yaml_text(key));
	return false;
}

static bool read_type(struct declaration *declaration, const struct yaml_node *node)
{
	return expect_kind(node, YAML_SCALAR, declaration->diagnostics) &&
	       type_read(declaration->model, &node->scalar, &declaration->field.type,
		       declaration->diagnostics);
}

static bool read_text(
	struct declaration *declaration, const struct yaml_node *node, const char **text)
{
	if (!expect_kind(node, YAML_SCALAR, declaration->diagnostics)) {
		return false;
	}
	*text = yaml_text(node);
	return true;
}

static bool read_required(struct declaration *declaration, const struct yaml_node *node)
{
	const char *text;
	if (!read_text(declaration, node, &text)) {
		return false;
	}
	static const char *const words[] = {"yes", "true", "是", "no", "false", "否"};
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		if (strcmp(text, words[i]) == 0) {
			declaration->field.required = i < G_N_ELEMENTS(words) / 2;
			return true;
		}
	}
	diagnostics_error(declaration->diagnostics, node->place, "declaration-invalid",
		"应为 yes 或 no，实为“%s”", text);
	return false;
}

/* The texts of a list, ended by NULL; what is no text is left out. */
static bool read_texts(struct declaration *declaration, const struct yaml_node *node,
	const char ***texts)
{
	if (!expect_kind(node, YAML_SEQUENCE, declaration->diagnostics)) {
		return false;
	}
	*texts = arena_new_array(
		declaration->model->arena, const char *, node->item_count + 1);
	size_t count = 0;
	bool sound = true;
	for (size_t i = 0; i < node->item_count; i++) {
		if (read_text(declaration, node->items[i], &(*texts)[count])) {
			count++;
		} else {
			sound = false;
		}
	}
	return sound;
}

static bool read_synonyms(struct declaration *declaration, const struct yaml_node *node)
{
	const char **synonyms = NULL;
	bool sound = read_texts(declaration, node, &synonyms);
	if (!synonyms) {
		return false;
	}
	for (size_t i = 0; synonyms[i]; i++) {
		synonyms[i] = name_without_spaces(declaration->model->arena, synonyms[i]);
	}
	declaration->field.synonyms = synonyms;
	return sound;
}

/* How often a form may be tried grows with each `*` in it. */
static bool read_forms(struct declaration *declaration, const struct yaml_node *node)
{
	const char **forms;
	if (!read_texts(declaration, node, &forms)) {
		return false;
	}
	for (size_t i = 0; i < node->item_count; i++) {
		const char *any = strchr(forms[i], '*');
		if (any && strchr(any + 1, '*')) {
			diagnostics_error(declaration->diagnostics, node->items[i]->place,
				"declaration-invalid", "一种写法里只能有一个 *");
			return false;
		}
	}
	declaration->field.forms = forms;
	return true;
}

static bool read_attribute(
	struct declaration *declaration, const struct yaml_entry *entry)
{
	static const char *const known[] = {"type", "synonyms", "required", "note",
		"example", "forms", "clause", NULL};
	const char *name = yaml_text(entry->key);
	if (strcmp(name, "type") == 0) {
		return read_type(declaration, entry->value);
	}
	if (strcmp(name, "synonyms") == 0) {
		return read_synonyms(declaration, entry->value);
	}
	if (strcmp(name, "required") == 0) {
		return read_required(declaration, entry->value);
	}
	if (strcmp(name, "note") == 0) {
		return read_text(declaration, entry->value, &declaration->field.note);
	}
	if (strcmp(name, "example") == 0) {
		return read_text(declaration, entry->value, &declaration->field.example);
	}
	if (strcmp(name, "forms") == 0) {
		return read_forms(declaration, entry->value);
	}
	if (strcmp(name, "clause") == 0) {
		return read_text(declaration, entry->value, &declaration->field.clause);
	}
	return report_attribute(entry->key, known, _("字段"), declaration->diagnostics);
}

static bool read_attributes(struct declaration *declaration, const struct yaml_node *node)
{
	if (node->kind == YAML_SCALAR) {
		return read_type(declaration, node);
	}
	if (!expect_kind(node, YAML_MAPPING, declaration->diagnostics)) {
		return false;
	}
	bool sound = true;
	for (size_t i = 0; i < node->entry_count; i++) {
		sound &= read_attribute(declaration, &node->entries[i]);
	}
	if (!yaml_get(node, "type")) {
		diagnostics_error(declaration->diagnostics, declaration->key->place,
			"attribute-missing", "字段“%s”没有 type",
			declaration->field.name);
		return false;
	}
	return sound;
}

/* Makes a name lead to a field, unless it leads to another one already. */
static bool claim_name(
	struct declaration *declaration, struct field *field, const char *name)
{
	struct field *holder = g_hash_table_lookup(declaration->record->lookup, name);
	if (holder && holder != field) {
		diagnostics_error(declaration->diagnostics, declaration->key->place,
			"synonym-conflict", "“%s”已是字段“%s”的名称", name, holder->name);
		diagnostics_related(declaration->diagnostics, holder->place,
			"“%s”在此声明", holder->name);
		return false;
	}
	g_hash_table_insert(
		declaration->record->lookup, (gpointer)(uintptr_t)name, field);
	return true;
}

/* Adds the synonyms of this declaration to those that the field has. */
static bool unite_synonyms(struct declaration *declaration, struct field *field)
{
	bool sound = true;
	GPtrArray *synonyms = arena_pointers(declaration->model->arena);
	for (size_t i = 0; field->synonyms[i]; i++) {
		g_ptr_array_add(synonyms, (gpointer)(uintptr_t)field->synonyms[i]);
	}
	for (size_t i = 0; declaration->field.synonyms[i]; i++) {
		const char *synonym = declaration->field.synonyms[i];
		if (g_hash_table_lookup(declaration->record->lookup, synonym) == field) {
			continue;
		}
		if (claim_name(declaration, field, synonym)) {
			g_ptr_array_add(synonyms, (gpointer)(uintptr_t)synonym);
		} else {
			sound = false;
		}
	}
	g_ptr_array_add(synonyms, NULL);
	field->synonyms = (const char *const *)(const void *)synonyms->pdata;
	return sound;
}

static bool add_field(struct declaration *declaration)
{
	struct record *record = declaration->record;
	const struct formula *formula = record_formula(record, declaration->field.name);
	if (formula) {
		diagnostics_error(declaration->diagnostics, declaration->key->place,
			"synonym-conflict", "“%s”已是公式的名称", formula->name);
		diagnostics_related(
			declaration->diagnostics, formula->place, "公式在此声明");
		return false;
	}
	struct field *field = arena_new(declaration->model->arena, struct field);
	*field = declaration->field;
	field->synonyms = no_synonyms;
	if (!claim_name(declaration, field, field->name)) {
		return false;
	}
	field->index = record->fields->len;
	g_ptr_array_add(record->fields, field);
	return unite_synonyms(declaration, field);
}

static bool unite_field(struct declaration *declaration, struct field *field)
{
	struct arena *arena = declaration->model->arena;
	const struct field *again = &declaration->field;
	if (!type_equal(&field->type, &again->type)) {
		diagnostics_error(declaration->diagnostics, again->place, "type-conflict",
			"字段“%s”在此为 %s，别处为 %s", field->name,
			type_name(arena, &again->type), type_name(arena, &field->type));
		diagnostics_related(declaration->diagnostics, field->place, "先在此声明");
		return false;
	}
	field->required |= again->required;
	field->note = field->note ? field->note : again->note;
	field->example = field->example ? field->example : again->example;
	field->forms = field->forms ? field->forms : again->forms;
	field->clause = field->clause ? field->clause : again->clause;
	return unite_synonyms(declaration, field);
}

static bool read_field(struct declaration declaration, const struct yaml_entry *entry)
{
	if (yaml_get(entry->value, "formula")) {
		return formula_read(declaration.model, declaration.record, entry,
			declaration.diagnostics);
	}
	declaration.key = entry->key;
	declaration.field = (struct field){
		.name = name_without_spaces(
			declaration.model->arena, yaml_text(entry->key)),
		.synonyms = no_synonyms,
		.place = entry->key->place,
	};
	if (!read_attributes(&declaration, entry->value)) {
		return false;
	}
	struct field *known =
		g_hash_table_lookup(declaration.record->lookup, declaration.field.name);
	if (known && strcmp(known->name, declaration.field.name) == 0) {
		return unite_field(&declaration, known);
	}
	return add_field(&declaration);
}

static bool read_records(struct model *model, const struct yaml_node *node,
	struct diagnostics *diagnostics)
{
	if (!expect_kind(node, YAML_MAPPING, diagnostics)) {
		return false;
	}
	bool sound = true;
	for (size_t i = 0; i < node->entry_count; i++) {
		const struct yaml_entry *entry = &node->entries[i];
		struct record *record = model_record_named(model, yaml_text(entry->key));
		if (!record->place.source) {
			record->place = entry->key->place;
		}
		if (!expect_kind(entry->value, YAML_MAPPING, diagnostics)) {
			sound = false;
			continue;
		}
		struct declaration declaration = {
			.model = model, .diagnostics = diagnostics, .record = record};
		for (size_t j = 0; j < entry->value->entry_count; j++) {
			sound &= read_field(declaration, &entry->value->entries[j]);
		}
	}
	return sound;
}

static bool read_root(struct model *model, const struct yaml_node *node,
	struct diagnostics *diagnostics)
{
	if (!expect_kind(node, YAML_SCALAR, diagnostics)) {
		return false;
	}
	if (model->root && strcmp(yaml_text(model->root), yaml_text(node)) != 0) {
		diagnostics_error(diagnostics, node->place, "root-conflict",
			"root 在此为“%s”，别处为“%s”", yaml_text(node),
			yaml_text(model->root));
		diagnostics_related(diagnostics, model->root->place, "先在此声明");
		return false;
	}
	model->root = model->root ? model->root : node;
	return true;
}

bool model_add(struct model *model, const struct yaml_node *declarations,
	struct diagnostics *diagnostics)
{
	static const char *const known[] = {"root", "records", NULL};
	if (!declarations) {
		return true;
	}
	if (!expect_kind(declarations, YAML_MAPPING, diagnostics)) {
		return false;
	}
	model->shared = model->shared ? model->shared : declarations->place.source;
	bool sound = true;
	for (size_t i = 0; i < declarations->entry_count; i++) {
		const struct yaml_entry *entry = &declarations->entries[i];
		if (strcmp(yaml_text(entry->key), "root") == 0) {
			sound &= read_root(model, entry->value, diagnostics);
		} else if (strcmp(yaml_text(entry->key), "records") == 0) {
			sound &= read_records(model, entry->value, diagnostics);
		} else {
			sound = report_attribute(
				entry->key, known, "model ", diagnostics);
		}
	}
	return sound;
}
