#include "compose/compose.h"

#include "compose/measure.h"
#include "compose/page_fields.h"
#include "compose/page_fill.h"
#include "compose/page_place.h"
#include "compose/structure_build.h"
#include "compose/table_fit.h"
#include "compose/table_lines.h"
#include "compose/table_memory.h"
#include "compose/table_repeats.h"
#include "compose/table_sums.h"

/* What the steps share; it ends with the composing. */
struct composing {
	struct arena *arena;
	const struct document *document;
	struct faces *faces;
	const struct limits *limits;
	struct diagnostics *diagnostics;
	struct part_content *parts; /* one of each part of the document */
	GArray *sheets;
	GArray *lines; /* scratch */
};

/* What measuring a part works with. */
static struct measuring measuring_of(
	const struct composing *composing, const struct document_part *part)
{
	return (struct measuring){
		.arena = composing->arena,
		.faces = composing->faces,
		.diagnostics = composing->diagnostics,
		.lines = composing->lines,
		.page = part->master->area.height,
	};
}

/* Tables of the text, not those in cells, are summed up by the page. */
static void shape_sums(
	const struct measuring *measuring, const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		if (list->blocks[i].table) {
			table_sums_shape(measuring, list->blocks[i].table);
		}
	}
}

/* Blocks get their sizes. */
static void measure_parts(struct composing *composing)
{
	const struct document *document = composing->document;
	composing->parts = arena_new_array(
		composing->arena, struct part_content, document->part_count);
	for (size_t i = 0; i < document->part_count; i++) {
		const struct document_part *part = &document->parts[i];
		struct measuring measuring = measuring_of(composing, part);
		struct part_content *content = &composing->parts[i];
		content->part = part;
		content->list =
			measure_shape(&measuring, part->blocks, part->block_count);
		shape_sums(&measuring, &content->list);
		table_fit(&measuring, &content->list, part->master->area.width);
		table_lines_loosen(&measuring, &content->list);
		table_repeats(&measuring, &content->list);
	}
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
		struct measuring measuring =
			measuring_of(composing, composing->parts[i].part);
		filling.measuring = &measuring;
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
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
	};
	measure_parts(&composing);
	struct pages *pages = fill_sheets(&composing) ? place_sheets(&composing) : NULL;
	g_array_free(composing.sheets, TRUE);
	g_array_free(composing.lines, TRUE);
	arena_destroy(composing.arena);
	return pages;
}
