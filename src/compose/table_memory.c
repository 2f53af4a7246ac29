#include "compose/table_memory.h"

enum {
	ROWS_TOGETHER = 256,
};

/* Of ROWS_TOGETHER rows. */
struct row_memory {
	struct arena *arena; /* NULL: freed */
	guint last_sheet;    /* that one of their cells stands on */
};

static void free_memory(gpointer data)
{
	struct row_memory *memory = data;
	arena_destroy(memory->arena);
	g_free(memory);
}

static void free_memories(gpointer memories)
{
	g_ptr_array_unref(memories);
}

void table_memory_create(struct arena *arena, struct measured_table *table)
{
	int count = (table->block->row_count - 1) / ROWS_TOGETHER + 1;
	if (count < 2) {
		return;
	}
	table->memories = g_ptr_array_new_full((guint)count, free_memory);
	arena_own(arena, table->memories, free_memories);
	for (int i = 0; i < count; i++) {
		struct row_memory *memory = g_new0(struct row_memory, 1);
		memory->arena = arena_create();
		g_ptr_array_add(table->memories, memory);
	}
}

static struct row_memory *memory_of(const struct measured_table *table, int row)
{
	return g_ptr_array_index(table->memories, row / ROWS_TOGETHER);
}

struct arena *table_memory_of(
	const struct measured_table *table, int row, struct arena *arena)
{
	return table->memories ? memory_of(table, row)->arena : arena;
}

/* What stands in a row; NULL: in one that only its page has. */
static struct row_memory *memory_under(
	const struct measured_table *table, const struct measured_cell *cell)
{
	bool own = cell >= table->cells && cell < table->cells + table->block->cell_count;
	return own ? memory_of(table, cell->cell->row) : NULL;
}

static void note_band(
	const struct measured_table *table, const struct band *band, guint sheet)
{
	for (int i = 0; i < band->cell_count; i++) {
		struct row_memory *memory = memory_under(table, band->cells[i].cell);
		if (memory) {
			memory->last_sheet = sheet;
		}
	}
}

static void release_band(
	const struct measured_table *table, const struct band *band, guint sheet)
{
	for (int i = 0; i < band->cell_count; i++) {
		struct row_memory *memory = memory_under(table, band->cells[i].cell);
		if (memory && memory->last_sheet == sheet) {
			arena_destroy(memory->arena);
			memory->arena = NULL;
		}
	}
}

typedef void band_visit(
	const struct measured_table *table, const struct band *band, guint sheet);

static void visit_bands(
	const struct fragment *fragment, band_visit *visit_band, guint sheet)
{
	if (fragment->table->memories && fragment->head) {
		visit_band(fragment->table, fragment->head, sheet);
	}
	if (fragment->table->memories) {
		visit_band(fragment->table, &fragment->body, sheet);
	}
}

void table_memory_note(const struct fragment *fragment, guint sheet)
{
	visit_bands(fragment, note_band, sheet);
}

void table_memory_release(const struct fragment *fragment, guint sheet)
{
	visit_bands(fragment, release_band, sheet);
}
