/* The lines of an entry depend on the room that its number takes, not on the number: of
 * all entries of a level the widest number's room is kept free.
 *
 *     |一、使命和愿景 . . . . . . . . .  ( 4 )|
 *     |二、关键指标 . . . . . . . . . . ( 16 )|      both as if it were ( 16 )
 */
#include "compose/contents_numbers.h"

#include "compose/page_fields.h"

#include <math.h>

enum {
	MOST_LEVELS = 9
};

/* Two figures: as many as most documents need. */
static const char UNKNOWN[] = "88";

struct numbered_entry {
	struct measured *block;
	double width;      /* of its measure */
	const char *label; /* of its page; NULL: unknown, or there is none */
	bool found;        /* its heading stands on a page */
	int most_lines;    /* that it had with a true number */
};

struct contents_numbers {
	struct arena *arena;
	GArray *entries;                /* struct numbered_entry */
	double widest[MOST_LEVELS + 1]; /* numbers of each level so far, points */
	GHashTable *sheets; /* struct contents_listing -> number of its sheet, from 1 */
};

/* ---- an entry ---- */

/* The entry's text with a tab and a number behind it; without them where it has none. */
static const struct text_block *numbered_text(const struct measuring *measuring,
	const struct contents_entry *entry, const char *label)
{
	const struct text_block *text = &entry->text;
	if (!entry->before || !label) {
		return text;
	}
	struct text_block *numbered = arena_copy(measuring->arena, text, sizeof *text);
	struct text_run *runs =
		arena_new_array(measuring->arena, struct text_run, text->run_count + 1);
	for (size_t i = 0; i < text->run_count; i++) {
		runs[i] = text->runs[i];
	}
	const char *number = arena_printf(
		measuring->arena, "\t%s%s%s", entry->before, label, entry->after);
	runs[text->run_count] = (struct text_run){
		.passage = passage_plain(number, entry->target->place),
		.style = text->style,
	};
	numbered->runs = runs;
	numbered->run_count = text->run_count + 1;
	return numbered;
}

static void shape(const struct measuring *measuring, const char *label,
	const struct contents_entry *entry, struct measured *block)
{
	block->entry = entry;
	block->text = numbered_text(measuring, entry, label);
	block->paragraph = paragraph_create(measuring->arena, measuring->faces,
		block->text->style, block->text->runs, block->text->run_count);
}

struct measured contents_entry_shape(
	const struct measuring *measuring, const struct contents_entry *entry)
{
	struct measured block = {.keep = entry->text.style->keep_with_next};
	shape(measuring, UNKNOWN, entry, &block);
	return block;
}

static double number_width(const struct paragraph *paragraph)
{
	int first = paragraph->tab.end;
	return first > 0 ? paragraph->edges[paragraph->cluster_count] -
				   paragraph->edges[first]
			 : 0;
}

/* Keeps room for the widest number of its level. */
static void keep_room(const struct contents_numbers *contents,
	const struct measuring *measuring, struct measured *block)
{
	double widest = contents->widest[block->entry->target->level];
	double own = number_width(block->paragraph);
	if (block->paragraph->tab.end > 0 && widest > own) {
		struct paragraph *roomy =
			arena_copy(measuring->arena, block->paragraph, sizeof *roomy);
		roomy->tab.gap += widest - own;
		block->paragraph = roomy;
	}
}

/* ---- where headings stand ---- */

static void note_fragment(
	GHashTable *sheets, const struct fragment *fragment, guint sheet);

static void note_placed(
	GHashTable *sheets, const struct placed *placed, int count, guint sheet)
{
	for (int i = 0; i < count; i++) {
		const struct text_block *text = placed[i].block->text;
		const struct contents_listing *listing = text ? text->listing : NULL;
		if (placed[i].fragment) {
			note_fragment(sheets, placed[i].fragment, sheet);
		} else if (listing && placed[i].first == 0 &&
			   !g_hash_table_contains(sheets, listing)) {
			g_hash_table_insert(sheets, (gpointer)(guintptr)listing,
				GUINT_TO_POINTER(sheet + 1));
		}
	}
}

static void note_band(GHashTable *sheets, const struct band *band, guint sheet)
{
	for (int i = 0; band && i < band->cell_count; i++) {
		const struct placed_cell *cell = &band->cells[i];
		if (!cell->repeated && !cell->cell->again) {
			note_placed(sheets, cell->content, cell->content_count, sheet);
		}
	}
}

static void note_fragment(
	GHashTable *sheets, const struct fragment *fragment, guint sheet)
{
	if (!fragment->resumed) {
		note_placed(
			sheets, fragment->above.content, fragment->above.count, sheet);
		note_band(sheets, fragment->head, sheet);
	}
	note_band(sheets, &fragment->body, sheet);
	note_placed(sheets, fragment->below.content, fragment->below.count, sheet);
}

static bool is_hidden(const struct placed *placed)
{
	return placed->block->manner && placed->block->manner->hidden;
}

static void find_sheets(const struct contents_numbers *contents, const GArray *sheets)
{
	g_hash_table_remove_all(contents->sheets);
	for (guint i = 0; i < sheets->len; i++) {
		const struct sheet *sheet = &g_array_index(sheets, struct sheet, i);
		for (int j = 0; j < sheet->placed_count; j++) {
			if (!is_hidden(&sheet->placed[j])) {
				note_placed(contents->sheets, &sheet->placed[j], 1, i);
			}
		}
	}
}

/* ---- all entries ---- */

static void collect(struct contents_numbers *contents, const struct part_content *part)
{
	for (int i = 0; i < part->list.count; i++) {
		struct numbered_entry entry = {
			.block = &part->list.blocks[i],
			.width = part->part->master->area.width,
		};
		if (entry.block->entry) {
			g_array_append_val(contents->entries, entry);
		}
	}
}

struct contents_numbers *contents_numbers_create(
	struct arena *arena, const struct part_content *parts, size_t part_count)
{
	struct contents_numbers *contents = arena_new(arena, struct contents_numbers);
	contents->arena = arena;
	contents->entries = arena_values(arena, sizeof(struct numbered_entry));
	contents->sheets = g_hash_table_new(NULL, NULL);
	arena_own(arena, contents->sheets, (GDestroyNotify)g_hash_table_destroy);
	for (size_t i = 0; i < part_count; i++) {
		collect(contents, &parts[i]);
	}
	return contents->entries->len > 0 ? contents : NULL;
}

static struct numbered_entry *entry_at(
	const struct contents_numbers *contents, guint index)
{
	return &g_array_index(contents->entries, struct numbered_entry, index);
}

static void take_number(const struct contents_numbers *contents, const GArray *sheets,
	struct numbered_entry *entry)
{
	guint number = GPOINTER_TO_UINT(
		g_hash_table_lookup(contents->sheets, entry->block->entry->target));
	entry->found = number > 0;
	entry->label = number > 0
			       ? page_label(contents->arena,
					 &g_array_index(sheets, struct sheet, number - 1))
			       : NULL;
}

/* A measure that holds no number beside a word breaks the number itself: then an entry
 * that had more lines with another number keeps them, blank. */
static void keep_lines(const struct measuring *measuring, struct numbered_entry *entry)
{
	struct measured *block = entry->block;
	if (block->line_count < entry->most_lines) {
		struct line *lines =
			arena_new_array(measuring->arena, struct line, entry->most_lines);
		for (int i = 0; i < entry->most_lines; i++) {
			lines[i] = block->lines[MIN(i, block->line_count - 1)];
			if (i >= block->line_count) {
				lines[i].first = lines[i].end;
				lines[i].tabbed = false;
			}
		}
		block->lines = lines;
		block->line_count = entry->most_lines;
	}
	entry->most_lines = block->line_count;
}

/* Breaks an entry anew; whether it has as many lines as before. */
static bool set_lines(const struct contents_numbers *contents,
	const struct measuring *measuring, struct numbered_entry *entry)
{
	struct measured *block = entry->block;
	int lines = block->line_count;
	struct measured_list one = {block, 1};
	keep_room(contents, measuring, block);
	measure_set(measuring, &one, entry->width);
	keep_lines(measuring, entry);
	return block->line_count == lines;
}

bool contents_numbers_set(struct contents_numbers *contents,
	const struct measuring *measuring, const GArray *sheets)
{
	bool same = true;
	find_sheets(contents, sheets);
	for (guint i = 0; i < contents->entries->len; i++) {
		struct numbered_entry *entry = entry_at(contents, i);
		const struct contents_entry *source = entry->block->entry;
		double *widest = &contents->widest[source->target->level];
		take_number(contents, sheets, entry);
		shape(measuring, entry->label, source, entry->block);
		*widest = fmax(*widest, number_width(entry->block->paragraph));
	}
	for (guint i = 0; i < contents->entries->len; i++) {
		same = set_lines(contents, measuring, entry_at(contents, i)) && same;
	}
	return same;
}

static char *entry_words(const struct text_block *text)
{
	GString *words = g_string_new(NULL);
	for (size_t i = 0; i < text->run_count; i++) {
		g_string_append(words, text->runs[i].passage.text);
	}
	return g_string_free(words, FALSE);
}

static void report_entry(const struct contents_numbers *contents, const GArray *sheets,
	const struct numbered_entry *entry, struct diagnostics *diagnostics)
{
	const struct contents_entry *source = entry->block->entry;
	struct numbered_entry now = *entry;
	char *words = entry_words(&source->text);
	take_number(contents, sheets, &now);
	if (!now.found) {
		diagnostics_error(diagnostics, source->target->place, "contents-target",
			"“%s”列在目录里，却没有印在任何一页上", words);
	} else if (!now.label && source->before) {
		diagnostics_warning(diagnostics, source->target->place,
			"contents-unnumbered",
			"“%s”所在的一面不印页码，目录里也就没有它的页码", words);
	} else if (g_strcmp0(now.label, entry->label) != 0) {
		diagnostics_error(diagnostics, source->target->place, "contents-unstable",
			"“%s”的页码定不下来：目录太窄，页码一变，目录的行数就变", words);
	}
	g_free(words);
}

void contents_numbers_report(const struct contents_numbers *contents,
	const GArray *sheets, struct diagnostics *diagnostics)
{
	find_sheets(contents, sheets);
	for (guint i = 0; i < contents->entries->len; i++) {
		report_entry(contents, sheets, entry_at(contents, i), diagnostics);
	}
}
