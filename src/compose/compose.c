#include "compose/compose.h"

#include "compose/measure.h"
#include "compose/page_fields.h"
#include "compose/page_fill.h"
#include "compose/page_place.h"
#include "compose/structure_build.h"
#include "compose/table_memory.h"
#include "compose/table_repeats.h"

/* What the steps share; it ends with the composing. */
struct composing {
	struct arena *arena;
	const struct document *document;
	struct faces *faces;
	const struct limits *limits;
	struct diagnostics *diagnostics;
	struct part_content *parts; /* one of each part of the document */
	GArray *sheets;
};

/* Blocks get their sizes. */
static void measure_parts(struct composing *composing)
{
	const struct document *document = composing->document;
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	composing->parts = arena_new_array(
		composing->arena, struct part_content, document->part_count);
	for (size_t i = 0; i < document->part_count; i++) {
		const struct document_part *part = &document->parts[i];
		struct measuring measuring = {
			.arena = composing->arena,
			.faces = composing->faces,
			.diagnostics = composing->diagnostics,
			.lines = lines,
			.page = part->master->area.height,
		};
		struct part_content *content = &composing->parts[i];
		content->part = part;
		content->list =
			measure_shape(&measuring, part->blocks, part->block_count);
		measure_set(&measuring, &content->list, part->master->area.width);
		table_repeats(&measuring, &content->list);
	}
	g_array_free(lines, TRUE);
}

/* Measured blocks are shared out among sheets; false where there would be too many. */
static bool fill_sheets(struct composing *composing)
{
	struct page_filling filling = {
		.arena = composing->arena,
		.limits = composing->limits,
		.diagnostics = composing->diagnostics,
		.sheets = composing->sheets,
	};
	for (size_t i = 0; i < composing->document->part_count; i++) {
		if (!page_fill(&filling, &composing->parts[i])) {
			return false;
		}
	}
	return true;
}

/* What the pages are about outlives the document. */
static void copy_metadata(struct pages *pages, const struct document_metadata *from)
{
	struct metadata *metadata = &pages->metadata;
	metadata->title = from->title;
	metadata->author = from->organ;
	metadata->subject = from->subject;
	metadata->keywords = from->keywords;
	metadata->reference = from->reference;
	metadata->date = from->date;
	metadata->layout = from->layout;
	metadata->language = "zh-CN";
	const char **texts[] = {&metadata->title, &metadata->author, &metadata->subject,
		&metadata->keywords, &metadata->reference, &metadata->date,
		&metadata->layout};
	for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
		*texts[i] = *texts[i] ? arena_copy_string(pages->arena, *texts[i]) : NULL;
	}
}

typedef void sheet_visit(const struct fragment *fragment, guint sheet);

static void visit(const struct composing *composing, guint number, sheet_visit *visit_one)
{
	const struct sheet *sheet =
		&g_array_index(composing->sheets, struct sheet, number);
	for (int i = 0; i < sheet->placed_count; i++) {
		if (sheet->placed[i].fragment) {
			visit_one(sheet->placed[i].fragment, number);
		}
	}
}

/* Sheets become pages, their content items at fixed places. */
static struct pages *place_sheets(const struct composing *composing)
{
	struct pages *pages = pages_create();
	copy_metadata(pages, &composing->document->metadata);
	for (size_t i = 0; i < composing->document->part_count; i++) {
		structure_build(pages, pages->structure, &composing->parts[i].list);
	}
	for (guint i = 0; i < composing->sheets->len; i++) {
		visit(composing, i, table_memory_note);
	}
	for (guint i = 0; i < composing->sheets->len; i++) {
		page_place(pages, &g_array_index(composing->sheets, struct sheet, i));
		visit(composing, i, table_memory_release);
	}
	page_fields(pages, composing->sheets, composing->faces);
	return pages;
}

struct pages *compose(const struct document *document, struct faces *faces,
	const struct limits *limits, struct diagnostics *diagnostics)
{
	struct composing composing = {
		.arena = arena_create(),
		.document = document,
		.faces = faces,
		.limits = limits,
		.diagnostics = diagnostics,
		.sheets = g_array_new(FALSE, FALSE, sizeof(struct sheet)),
	};
	measure_parts(&composing);
	struct pages *pages = fill_sheets(&composing) ? place_sheets(&composing) : NULL;
	g_array_free(composing.sheets, TRUE);
	arena_destroy(composing.arena);
	return pages;
}
