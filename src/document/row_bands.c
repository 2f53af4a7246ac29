/* Nested bands of rows over the plan's lists -> the rows, each with the items that it
 * comes from. */
#include "document/arranger.h"

#include <string.h>

struct expansion {
	struct arranger *arranger;
	const struct scope *scope; /* around the bands */
	GPtrArray *rows;           /* const struct scope: what a row's texts may name */
};

/* One row more than is allowed tells that there are too many. */
static bool has_room(const struct expansion *all)
{
	return (int64_t)all->rows->len <= all->arranger->limits->rows;
}

static void add_row(struct expansion *all, const struct scope *scope)
{
	g_ptr_array_add(all->rows, (gpointer)(uintptr_t)scope);
}

static struct scope *inner_scope(struct expansion *all, const struct scope *outer,
	const struct row_band *band, const struct value *item)
{
	struct scope *inner = arena_new(all->arranger->arena, struct scope);
	inner->outer = outer;
	inner->name = band->each.name;
	inner->value = item;
	return inner;
}

/* An item with nothing listed in it keeps a row for what it has itself; the names of the
 * bands below it are absent there. */
static void add_bare_row(
	struct expansion *all, const struct row_band *band, const struct scope *scope)
{
	for (; band; band = band->rows) {
		scope = inner_scope(all, scope, band, NULL);
	}
	add_row(all, scope);
}

static void expand_band(
	struct expansion *all, const struct row_band *band, const struct scope *scope)
{
	struct arranger *arranger = all->arranger;
	size_t count;
	const struct value *const *items =
		clause_items(arranger, &band->each, scope, &count);
	if (count == 0 && scope != all->scope) {
		add_bare_row(all, band, scope);
	}
	for (size_t i = 0; i < count && has_room(all); i++) {
		struct scope *inner = inner_scope(all, scope, band, items[i]);
		if (band->when && !expr_holds(band->when, inner, arranger->arena,
					  arranger->diagnostics)) {
			continue;
		}
		if (band->rows) {
			expand_band(all, band->rows, inner);
		} else {
			add_row(all, inner);
		}
	}
}

GPtrArray *arrange_rows(
	struct arranger *arranger, const struct row_band *band, const struct scope *scope)
{
	struct expansion all = {arranger, scope, arena_pointers(arranger->arena)};
	expand_band(&all, band, scope);
	return all.rows;
}

static const struct value *bound(const struct scope *scope, const char *name)
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
		name ? bound(g_ptr_array_index(rows, row), name) : NULL;
	guint end = row + 1;
	/* Absent items have nothing in common. */
	while (item && end < rows->len &&
		bound(g_ptr_array_index(rows, end), name) == item) {
		end++;
	}
	return (int)(end - row);
}
