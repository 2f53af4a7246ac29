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

static void note_band(
	const struct measured_table *table, const struct band *band, guint sheet)
{
	for (int i = 0; i < band->cell_count; i++) {
		memory_of(table, band->cells[i].cell->cell->row)->last_sheet = sheet;
	}
}

void table_memory_note(const struct fragment *fragment, guint sheet)
{
	if (!fragment->table->memories) {
		return;
	}
	if (fragment->head) {
		note_band(fragment->table, fragment->head, sheet);
	}
	note_band(fragment->table, &fragment->body, sheet);
}

static void release_band(
	const struct measured_table *table, const struct band *band, guint sheet)
{
	for (int i = 0; i < band->cell_count; i++) {
		struct row_memory *memory =
			memory_of(table, band->cells[i].cell->cell->row);
		if (memory->last_sheet == sheet) {
			arena_destroy(memory->arena);
			memory->arena = NULL;
		}
	}
}

void table_memory_release(const struct fragment *fragment, guint sheet)
{
	if (!fragment->table->memories) {
		return;
	}
	if (fragment->head) {
		release_band(fragment->table, fragment->head, sheet);
	}
	release_band(fragment->table, &fragment->body, sheet);
}
