/* What the author wrote and no document reads. Only values that are texts, numbers or
 * lists of these can be printed: records and lists around them are as lost as all that
 * they hold. */
#include "document/arranger.h"

#include <string.h>

/* The places of one field that nothing reads. */
struct loss {
	const struct field *field;
	struct place place; /* the first */
	int count;
};

struct losses {
	GHashTable *used;
	GArray *list;         /* struct loss, as found */
	GHashTable *by_field; /* struct field -> its index in the list, from 1 */
};

/* Written for the program: what to make and how, never printed itself. The forms of an
 * organ's name are there to choose from. */
static bool is_for_program(const struct value *record, const char *name)
{
	static const char *const of_plan[] = {
		"文档", "版式", "稿次", "核对说明", "单位", NULL};
	return record->parent ? strcmp(name, "排法") == 0
			      : g_strv_contains(of_plan, name);
}

static bool is_used(const struct losses *losses, const struct value *value)
{
	return g_hash_table_contains(losses->used, value);
}

/* What of a value can be printed, and how much of it was read. */
struct tally {
	size_t parts;
	size_t used;
};

static void tally(
	const struct losses *losses, const struct value *value, struct tally *sum)
{
	if (!value || value->kind == VALUE_MARK) {
		return;
	}
	if (value->kind == VALUE_RECORD) {
		for (size_t i = 0; i < value->written_count; i++) {
			const struct field *field = value->written_order[i];
			if (!is_for_program(value, field->name)) {
				tally(losses, value->fields[field->index], sum);
			}
		}
		return;
	}
	struct tally inside = {0};
	for (size_t i = 0; value->kind == VALUE_LIST && i < value->item_count; i++) {
		tally(losses, value->items[i], &inside);
	}
	bool of_records = value->kind == VALUE_LIST && value->item_count > 0 &&
			  value->items[0] && value->items[0]->kind == VALUE_RECORD;
	if (value->kind != VALUE_LIST) {
		inside.parts = 1;
	}
	sum->parts += inside.parts;
	sum->used += !of_records && is_used(losses, value) ? inside.parts : inside.used;
}

static void add_loss(struct losses *losses, const struct field *field, struct place place)
{
	guint index = GPOINTER_TO_UINT(g_hash_table_lookup(losses->by_field, field));
	if (index == 0) {
		const struct loss loss = {.field = field, .place = place};
		g_array_append_val(losses->list, loss);
		index = losses->list->len;
		g_hash_table_insert(losses->by_field, (gpointer)(uintptr_t)field,
			GUINT_TO_POINTER(index));
	}
	g_array_index(losses->list, struct loss, index - 1).count++;
}

/* Finds what is lost at the highest level that holds nothing else. */
static void find_losses(struct losses *losses, const struct field *field,
	struct place place, const struct value *value)
{
	struct tally sum = {0};
	tally(losses, value, &sum);
	if (sum.used == sum.parts) {
		return;
	}
	if (field && sum.used == 0) {
		add_loss(losses, field, place);
		return;
	}
	for (size_t i = 0; i < value->item_count; i++) {
		if (value->items[i]) {
			find_losses(
				losses, field, value->items[i]->place, value->items[i]);
		}
	}
	for (size_t i = 0; i < value->written_count; i++) {
		const struct field *inner = value->written_order[i];
		if (!is_for_program(value, inner->name)) {
			find_losses(losses, inner, value->written_keys[i]->place,
				value->fields[inner->index]);
		}
	}
}

void document_report_unprinted(const struct plan *plan, struct diagnostics *diagnostics)
{
	if (diagnostics_exit_status(diagnostics, false) >= FAULT_LIMIT) {
		return; /* a document that ends early has not read what follows */
	}
	struct losses losses = {
		.used = plan->used,
		.list = g_array_new(FALSE, FALSE, sizeof(struct loss)),
		.by_field = g_hash_table_new(NULL, NULL),
	};
	find_losses(&losses, NULL, plan->root->place, plan->root);
	for (guint i = 0; i < losses.list->len; i++) {
		const struct loss *loss = &g_array_index(losses.list, struct loss, i);
		if (loss->count > 1) {
			diagnostics_warning(diagnostics, loss->place, "field-unprinted",
				"“%s”有 %d 处没有任何版式印出，这是第一处",
				loss->field->name, loss->count);
		} else {
			diagnostics_warning(diagnostics, loss->place, "field-unprinted",
				"“%s”没有任何版式印出", loss->field->name);
		}
	}
	g_array_free(losses.list, TRUE);
	g_hash_table_destroy(losses.by_field);
}
