/* Nested bands of rows over the plan's lists, with the rows that the layout writes out
 * around them -> the rows, each with the items that it comes from. */
#include "document/row_bands.h"

#include <string.h>

struct rows {
	struct arranger *arranger;
	GArray *list;        /* struct body_row */
	GPtrArray *listed;   /* struct entry: of bands that join, as first seen */
	GHashTable *entries; /* the entry's value -> struct entry */
};

/* An entry of a list that some bands join to what stands around them. */
struct entry {
	struct place place;
	struct place where; /* of the band's condition */
	bool taken;         /* by one of the items around */
};

enum keeping {
	KEEP_BELOW, /* not parted from what is below */
	KEEP_ABOVE,
};

/* ---- single rows ---- */

/* One row more than is allowed tells that there are too many. */
static bool has_room(const struct rows *rows)
{
	return (int64_t)rows->list->len <= rows->arranger->limits->rows;
}

static struct body_row *row_at(const struct rows *rows, guint index)
{
	return &g_array_index(rows->list, struct body_row, index);
}

static struct body_row *add_row(
	struct rows *rows, enum body_row_kind kind, const struct scope *scope)
{
	const struct body_row row = {.kind = kind, .scope = scope};
	g_array_append_val(rows->list, row);
	return row_at(rows, rows->list->len - 1);
}

static bool holds(
	struct rows *rows, const struct expr *condition, const struct scope *scope)
{
	return !condition || expr_holds(condition, scope, arrange_scratch(rows->arranger),
				     rows->arranger->diagnostics);
}

static void add_explicit_rows(struct rows *rows, const struct rows_layout *layouts,
	const struct scope *scope, enum keeping keeping)
{
	for (size_t i = 0; i < layouts->count && has_room(rows); i++) {
		const struct row_layout *layout = &layouts->list[i];
		if (!holds(rows, layout->when, scope)) {
			continue;
		}
		if (keeping == KEEP_ABOVE && rows->list->len > 0) {
			row_at(rows, rows->list->len - 1)->with_next = true;
		}
		struct body_row *row = add_row(rows, BODY_EXPLICIT, scope);
		row->layout = layout;
		row->with_next = keeping == KEEP_BELOW;
	}
}

enum {
	BLANK_ROWS = 6 /* of a table in an empty form */
};

/* ---- what bands list ---- */

struct listing {
	const struct value *const *items;
	const struct value *const *keys; /* the plan's values behind the items: those
					  * are made anew each time for years */
	size_t count;
};

static struct listing list_items(
	struct rows *rows, const struct row_band *band, const struct scope *scope)
{
	struct arranger *arranger = rows->arranger;
	const struct value *list =
		band->fixed ? band->fixed
			    : expr_value(band->each.list, scope, arranger->arena,
				      arranger->diagnostics);
	struct listing listing = {0};
	if (list) {
		listing.items = expr_each(arranger->arena, list, &listing.count);
		listing.keys = list->kind == VALUE_LIST ? list->items : listing.items;
	}
	return listing;
}

static struct scope *item_scope(struct rows *rows, const struct scope *outer,
	const struct row_band *band, const struct value *item)
{
	struct scope *inner = arena_new(rows->arranger->arena, struct scope);
	inner->outer = outer;
	inner->name = band->each.name;
	inner->value = item;
	return inner;
}

/* Whether an entry of a list belongs to the item around; notes which ever do. */
static bool belongs(struct rows *rows, const struct row_band *band,
	const struct scope *scope, const struct value *key)
{
	if (!band->where) {
		return true;
	}
	bool taken = holds(rows, band->where, scope);
	gpointer pointer = (gpointer)(uintptr_t)key;
	struct entry *entry = g_hash_table_lookup(rows->entries, pointer);
	if (!entry && key) {
		entry = arena_new(rows->arranger->arena, struct entry);
		entry->place = key->place;
		entry->where = band->where_place;
		g_hash_table_insert(rows->entries, pointer, entry);
		g_ptr_array_add(rows->listed, entry);
	}
	if (entry) {
		entry->taken = entry->taken || taken;
	}
	return taken;
}

static void report_unmatched(struct rows *rows)
{
	struct diagnostics *diagnostics = rows->arranger->diagnostics;
	for (guint i = 0; i < rows->listed->len && has_room(rows); i++) {
		const struct entry *entry = g_ptr_array_index(rows->listed, i);
		if (!entry->taken) {
			diagnostics_warning(diagnostics, entry->place, "row-unmatched",
				"这一项归不到表中的任何一类，没有印出");
			diagnostics_related(diagnostics, entry->where, "版式在这里归类");
		}
	}
}

/* ---- bands ---- */

/* An item with nothing listed in it keeps a row for what it has itself; the names of the
 * bands below it are absent there. */
static void add_bare_row(
	struct rows *rows, const struct row_band *band, const struct scope *scope)
{
	for (; band; band = band->rows) {
		scope = item_scope(rows, scope, band, NULL);
	}
	add_row(rows, BODY_ITEM, scope);
}

static void expand_band(
	struct rows *rows, const struct row_band *band, const struct scope *scope);

static void expand_item(
	struct rows *rows, const struct row_band *band, const struct scope *scope)
{
	guint begin = rows->list->len;
	add_explicit_rows(rows, &band->head, scope, KEEP_BELOW);
	guint body = rows->list->len;
	if (band->rows) {
		expand_band(rows, band->rows, scope);
	} else {
		add_row(rows, BODY_ITEM, scope);
	}
	if (rows->list->len == body) {
		g_array_set_size(rows->list, begin);
		return;
	}
	add_explicit_rows(rows, &band->foot, scope, KEEP_ABOVE);
	for (guint i = begin; i < body; i++) {
		row_at(rows, i)->group_rows = (int)(rows->list->len - i - 1);
	}
}

/* Gives how many items of the list belong here. */
static size_t expand_items(
	struct rows *rows, const struct row_band *band, const struct scope *scope)
{
	const struct listing listing = list_items(rows, band, scope);
	size_t count = 0;
	for (size_t i = 0; i < listing.count && has_room(rows); i++) {
		struct scope trial = {scope, band->each.name, listing.items[i], NULL};
		if (!belongs(rows, band, &trial, listing.keys[i])) {
			continue;
		}
		count++;
		if (holds(rows, band->when, &trial)) {
			expand_item(rows, band,
				item_scope(rows, scope, band, listing.items[i]));
		}
	}
	return count;
}

static void expand_band(
	struct rows *rows, const struct row_band *band, const struct scope *scope)
{
	GArray *list = rows->list;
	guint begin = list->len;
	add_explicit_rows(rows, &band->first, scope, KEEP_BELOW);
	guint body = list->len;
	size_t count = expand_items(rows, band, scope);
	if (list->len > body) {
		add_explicit_rows(rows, &band->last, scope, KEEP_ABOVE);
		return;
	}
	g_array_set_size(list, begin);
	if (count == 0) {
		add_bare_row(rows, band, scope);
	}
}

static struct rows begin_rows(struct arranger *arranger, GArray *list)
{
	return (struct rows){
		arranger, list, g_ptr_array_new(), g_hash_table_new(NULL, NULL)};
}

static void end_rows(struct rows *rows)
{
	report_unmatched(rows);
	g_ptr_array_free(rows->listed, TRUE);
	g_hash_table_destroy(rows->entries);
}

void arrange_body_rows(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope, GArray *list)
{
	struct rows rows = begin_rows(arranger, list);
	add_explicit_rows(&rows, &table->rows->first, scope, KEEP_BELOW);
	guint body = list->len;
	expand_items(&rows, table->rows, scope);
	if (list->len == body && table->empty) {
		add_row(&rows, BODY_EMPTY, scope);
	}
	int least =
		arranger->blank ? MAX(table->least_rows, BLANK_ROWS) : table->least_rows;
	while (list->len - body < (guint)least && has_room(&rows)) {
		add_row(&rows, BODY_BLANK, scope);
	}
	if (list->len > body) {
		add_explicit_rows(&rows, &table->rows->last, scope, KEEP_ABOVE);
	} else {
		g_array_set_size(list, 0);
	}
	end_rows(&rows);
}

GPtrArray *arrange_rows(
	struct arranger *arranger, const struct row_band *band, const struct scope *scope)
{
	GPtrArray *scopes = arena_pointers(arranger->arena);
	GArray *list = g_array_new(FALSE, FALSE, sizeof(struct body_row));
	struct rows rows = begin_rows(arranger, list);
	expand_items(&rows, band, scope);
	end_rows(&rows);
	for (guint i = 0; i < list->len; i++) {
		const struct body_row *row = &g_array_index(list, struct body_row, i);
		g_ptr_array_add(scopes, (gpointer)(uintptr_t)row->scope);
	}
	g_array_free(list, TRUE);
	return scopes;
}

/* ---- what rows have in common ---- */

const struct value *scope_item(const struct scope *scope, const char *name)
{
	for (; scope; scope = scope->outer) {
		if (scope->name && strcmp(scope->name, name) == 0) {
			return scope->value;
		}
	}
	return NULL;
}

int rows_of_one_item(const GPtrArray *rows, const char *name, guint row)
{
	const struct value *item =
		name ? scope_item(g_ptr_array_index(rows, row), name) : NULL;
	guint end = row + 1;
	/* Absent items have nothing in common. */
	while (item && end < rows->len &&
		scope_item(g_ptr_array_index(rows, end), name) == item) {
		end++;
	}
	return (int)(end - row);
}
