#include "compose/compose.h"

#include "compose/contents_numbers.h"
#include "compose/copy_marks.h"
#include "compose/first_page.h"
#include "compose/measure.h"
#include "compose/page_fields.h"
#include "compose/page_fill.h"
#include "compose/page_imprint.h"
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
	const struct copy_manner *manner;
	struct faces *faces;
	const struct limits *limits;
	struct diagnostics *diagnostics;
	struct part_content *parts; /* one of each part of the document */
	GArray *sheets;
	GArray *lines; /* scratch */
	struct measured_list imprint;
	bool crowded; /* the first page has no room for all that usually stands there */
};

/* What measuring a part works with. */
static struct measuring measuring_of(
	const struct composing *composing, const struct page_master *master)
{
	return (struct measuring){
		.arena = composing->arena,
		.faces = composing->faces,
		.diagnostics = composing->diagnostics,
		.lines = composing->lines,
		.page = master->area.height,
		.width = master->area.width,
		.row = master->row,
		.crowded = composing->crowded,
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

static void measure_imprint(struct composing *composing)
{
	const struct document_imprint *imprint = &composing->document->imprint;
	if (imprint->block_count == 0) {
		return;
	}
	const struct measuring measuring = measuring_of(composing, imprint->master);
	composing->imprint =
		measure_shape(&measuring, imprint->blocks, imprint->block_count);
	measure_set(&measuring, &composing->imprint, imprint->master->area.width);
}

static void measure_part(struct composing *composing, size_t index)
{
	const struct document_part *part = &composing->document->parts[index];
	const struct measuring measuring = measuring_of(composing, part->master);
	struct part_content *content = &composing->parts[index];
	content->part = part;
	content->list = measure_shape(&measuring, part->blocks, part->block_count);
	shape_sums(&measuring, &content->list);
	table_fit(&measuring, &content->list);
	table_lines_loosen(&measuring, &content->list);
	table_repeats(&measuring, &content->list);
}

/* Blocks get their sizes. */
static void measure_parts(struct composing *composing)
{
	for (size_t i = 0; i < composing->document->part_count; i++) {
		measure_part(composing, i);
	}
	measure_imprint(composing);
}

static struct page_filling filling_of(const struct composing *composing)
{
	return (struct page_filling){
		.arena = composing->arena,
		.limits = composing->limits,
		.diagnostics = composing->diagnostics,
		.sheets = composing->sheets,
	};
}

static bool fill_part(const struct composing *composing, size_t index)
{
	const struct part_content *content = &composing->parts[index];
	struct measuring measuring = measuring_of(composing, content->part->master);
	struct page_filling filling = filling_of(composing);
	filling.measuring = &measuring;
	return page_fill(&filling, content);
}

/* Measured blocks are shared out among sheets; false where there would be too many. */
static bool fill_sheets(struct composing *composing)
{
	const struct document *document = composing->document;
	for (size_t i = 0; i < document->part_count; i++) {
		if (!fill_part(composing, i)) {
			return false;
		}
	}
	const struct page_filling filling = filling_of(composing);
	return page_imprint(&filling, &document->imprint, &composing->imprint);
}

/* ---- contents ---- */

enum {
	MOST_PASSES = 12 /* entries only grow, which few do more than once */
};

static bool fill_anew(struct composing *composing)
{
	g_array_set_size(composing->sheets, 0);
	return fill_sheets(composing);
}

/* Pages are filled until the numbers in the contents are those on the pages. */
static bool fill_numbered(struct composing *composing, struct contents_numbers *contents)
{
	struct measuring measuring = {
		.arena = composing->arena,
		.faces = composing->faces,
		.diagnostics = composing->diagnostics,
		.lines = composing->lines,
	};
	for (int pass = 0; pass < MOST_PASSES; pass++) {
		if (!fill_anew(composing)) {
			return false;
		}
		if (contents_numbers_set(contents, &measuring, composing->sheets)) {
			return true;
		}
	}
	return fill_anew(composing); /* what is not true then is reported */
}

/* What is reported of pages is said of those that are taken. */
static bool fill_with_contents(struct composing *composing)
{
	struct contents_numbers *contents = contents_numbers_create(
		composing->arena, composing->parts, composing->document->part_count);
	if (!contents) {
		return fill_sheets(composing);
	}
	struct diagnostics *said = composing->diagnostics;
	struct diagnostics *unread = diagnostics_create();
	composing->diagnostics = unread;
	bool good = fill_numbered(composing, contents);
	composing->diagnostics = said;
	if (diagnostics_count(unread) > 0) {
		good = fill_anew(composing);
	}
	if (good) {
		contents_numbers_report(contents, composing->sheets, said);
	}
	diagnostics_destroy(unread);
	return good;
}

/* ---- the first page ---- */

/* Tries the first part: what is wrong with it will be reported when it is composed. */
static bool is_crowded(const struct composing *composing)
{
	struct diagnostics *unread = diagnostics_create();
	struct composing probe = *composing;
	probe.diagnostics = unread;
	probe.sheets = g_array_new(FALSE, FALSE, sizeof(struct sheet));
	measure_part(&probe, 0);
	bool crowded = fill_part(&probe, 0) &&
		       first_page_lacks_body(&probe.parts[0], probe.sheets);
	g_array_free(probe.sheets, TRUE);
	diagnostics_destroy(unread);
	return crowded;
}

static void report_crowding(const struct composing *composing)
{
	const struct part_content *first = &composing->parts[0];
	if (composing->document->part_count == 0) {
		return;
	}
	if (first_page_lacks_body(first, composing->sheets)) {
		diagnostics_warning(composing->diagnostics, first_page_body(first),
			"first-page-without-body",
			"公文首页必须显示正文（GB/T 9704-2012 "
			"7.3.3），这里正文排不进首页");
	} else if (composing->crowded) {
		diagnostics_note(composing->diagnostics, first_page_body(first),
			"first-page-crowded",
			"正文原本排不进首页，主送机关已移到版记（GB/T 9704-2012 7.3.2）");
	}
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

static void set_margins(const struct composing *composing)
{
	for (guint i = 0; i < composing->sheets->len; i++) {
		struct sheet *sheet = &g_array_index(composing->sheets, struct sheet, i);
		enum copy_margins margins = composing->manner->margins;
		sheet->mirrored = margins == MARGINS_AS_LAID_OUT
					  ? sheet->master->mirrored
					  : margins == MARGINS_MIRRORED;
	}
}

/* A page with all that stands on its sheet. */
static void place_sheet(
	const struct composing *composing, struct pages *pages, guint number)
{
	const struct sheet *sheet =
		&g_array_index(composing->sheets, struct sheet, number);
	const struct text_block *watermark = composing->document->copies.watermark;
	struct page *page = page_begin(pages, sheet);
	if (composing->manner->draft_marks && watermark && !sheet->blank) {
		const struct measuring measuring = measuring_of(composing, sheet->master);
		copy_watermark(&measuring, watermark, pages, page);
	}
	page_place(pages, page, sheet);
	visit(composing, number, table_memory_release);
}

/* What stands on pages besides their content. */
static void complete_pages(const struct composing *composing, struct pages *pages)
{
	const struct document_copies *copies = &composing->document->copies;
	const struct copy_manner *manner = composing->manner;
	page_fields(pages, composing->sheets, composing->faces);
	if (manner->draft_marks && copies->label) {
		page_fields_add(
			pages, composing->sheets, composing->faces, copies->label);
	}
	if (manner->filing_stamp) {
		copy_stamp(&copies->stamp, pages);
	}
	if (manner->whole_sheets) {
		copy_whole_sheets(pages);
	}
}

/* Sheets become pages, their content items at fixed places. */
static struct pages *place_sheets(const struct composing *composing)
{
	struct pages *pages = pages_create();
	copy_metadata(pages, &composing->document->metadata);
	set_margins(composing);
	for (size_t i = 0; i < composing->document->part_count; i++) {
		structure_build(pages, pages->structure, &composing->parts[i].list);
	}
	structure_build(pages, pages->structure, &composing->imprint);
	for (guint i = 0; i < composing->sheets->len; i++) {
		visit(composing, i, table_memory_note);
	}
	for (guint i = 0; i < composing->sheets->len; i++) {
		place_sheet(composing, pages, i);
	}
	complete_pages(composing, pages);
	return pages;
}

struct pages *compose_copy(const struct document *document,
	const struct copy_manner *manner, struct faces *faces,
	const struct limits *limits, struct diagnostics *diagnostics)
{
	struct composing composing = {
		.arena = arena_create(),
		.document = document,
		.manner = manner,
		.faces = faces,
		.limits = limits,
		.diagnostics = diagnostics,
		.sheets = g_array_new(FALSE, FALSE, sizeof(struct sheet)),
		.lines = g_array_new(FALSE, FALSE, sizeof(struct line)),
	};
	composing.parts = arena_new_array(
		composing.arena, struct part_content, document->part_count);
	composing.crowded = first_page_can_give(document) && is_crowded(&composing);
	measure_parts(&composing);
	struct pages *pages =
		fill_with_contents(&composing) ? place_sheets(&composing) : NULL;
	if (pages) {
		report_crowding(&composing);
	}
	g_array_free(composing.sheets, TRUE);
	g_array_free(composing.lines, TRUE);
	arena_destroy(composing.arena);
	return pages;
}

struct pages *compose(const struct document *document, struct faces *faces,
	const struct limits *limits, struct diagnostics *diagnostics)
{
	return compose_copy(
		document, &(struct copy_manner){0}, faces, limits, diagnostics);
}
