/* Paragraphs are shaped when their block is met and broken when the width is known. */
#include "compose/measure.h"

#include "compose/arrangement.h"
#include "compose/contents_numbers.h"
#include "compose/table_fill.h"
#include "text/breaks.h"

#include <math.h>
#include <stdint.h>

/* Characters that a column holds side by side at least: two for short texts, four for
 * longer ones, not three: the many names of four are whole or halved. */
static const double SHORT_TEXT = 8;
static const double SHORT_SIDE_BY_SIDE = 2;
static const double SIDE_BY_SIDE = 4;

/* ---- shaping ---- */

/* Where the blocks of a part or a cell are gathered. */
struct gathering {
	const struct measuring *measuring;
	GArray *blocks;  /* struct measured */
	bool page_break; /* met, and nothing after it yet */
};

/* What was shaped before of the same runs is taken again; of what is shaped on the scale
 * nothing is kept, since it lives no longer than that. */
static const struct paragraph *shape_once(
	const struct measuring *measuring, const struct text_block *text)
{
	const struct paragraph *paragraph =
		measuring->shaped ? g_hash_table_lookup(measuring->shaped, text->runs)
				  : NULL;
	if (paragraph && paragraph->style == text->style) {
		return paragraph;
	}
	if (!measuring->shaped) {
		return shaped_texts_shape(
			measuring->texts, measuring->arena, measuring->faces, text);
	}
	paragraph = paragraph_create(measuring->arena, measuring->faces, text->style,
		text->runs, text->run_count);
	if (!measuring->scale) {
		g_hash_table_insert(measuring->shaped, (void *)(uintptr_t)text->runs,
			(void *)(uintptr_t)paragraph);
	}
	return paragraph;
}

static struct measured shape_text(
	const struct measuring *measuring, const struct text_block *text)
{
	const struct paragraph *paragraph = shape_once(measuring, text);
	if (measuring->scale) {
		text = type_scale_text(measuring->scale, text);
		paragraph = type_scale_paragraph(measuring->scale, paragraph);
	}
	return (struct measured){
		.text = text,
		.paragraph = paragraph,
		.keep = text->style->keep_with_next,
	};
}

static void gather(
	struct gathering *gathering, const struct block *source, struct measured block)
{
	block.manner = source->manner;
	block.begins_page = gathering->page_break;
	gathering->page_break = false;
	g_array_append_val(gathering->blocks, block);
}

static void gather_blocks(struct gathering *gathering, const struct block *const *blocks,
	size_t block_count);

static void gather_group(struct gathering *gathering, const struct group_block *group)
{
	guint first = gathering->blocks->len;
	gather_blocks(gathering, group->blocks, group->block_count);
	for (guint i = first; i < gathering->blocks->len; i++) {
		struct measured *block =
			&g_array_index(gathering->blocks, struct measured, i);
		block->whole = true;
		block->grouped = block->grouped || i + 1 < gathering->blocks->len;
	}
}

static void gather_contents(struct gathering *gathering, const struct block *block)
{
	for (size_t i = 0; i < block->contents.entry_count; i++) {
		gather(gathering, block,
			contents_entry_shape(
				gathering->measuring, &block->contents.entries[i]));
	}
}

static void gather_block(struct gathering *gathering, const struct block *block)
{
	const struct measuring *measuring = gathering->measuring;
	switch (block->kind) {
	case BLOCK_TEXT:
		gather(gathering, block, shape_text(measuring, &block->text));
		break;
	case BLOCK_TABLE:
		gather(gathering, block,
			(struct measured){.table = table_shape(measuring, block)});
		break;
	case BLOCK_GROUP:
		gather_group(gathering, &block->group);
		break;
	case BLOCK_RULE:
		gather(gathering, block, (struct measured){.rule = &block->rule});
		break;
	case BLOCK_SIGNATURE:
		gather(gathering, block,
			(struct measured){.signature = &block->signature});
		break;
	case BLOCK_MARK:
		gather(gathering, block, (struct measured){.mark = &block->mark});
		break;
	case BLOCK_CONTENTS:
		gather_contents(gathering, block);
		break;
	case BLOCK_PAGE_BREAK:
		gathering->page_break = true;
		break;
	}
}

/* Of a block's two places only one holds. */
static bool stands(const struct measuring *measuring, const struct block *block)
{
	enum block_stand stand = block->manner ? block->manner->stand : STANDS_ALWAYS;
	return stand == STANDS_ALWAYS || (stand == STANDS_CROWDED) == measuring->crowded;
}

static void gather_blocks(struct gathering *gathering, const struct block *const *blocks,
	size_t block_count)
{
	for (size_t i = 0; i < block_count; i++) {
		if (stands(gathering->measuring, blocks[i])) {
			gather_block(gathering, blocks[i]);
		}
	}
}

struct measured_list measure_shape(const struct measuring *measuring,
	const struct block *const *blocks, size_t block_count)
{
	struct gathering gathering = {
		.measuring = measuring,
		.blocks = g_array_new(FALSE, FALSE, sizeof(struct measured)),
	};
	gather_blocks(&gathering, blocks, block_count);
	struct measured_list list = {
		.blocks = arena_copy(measuring->arena, gathering.blocks->data,
			gathering.blocks->len * sizeof(struct measured)),
		.count = (int)gathering.blocks->len,
	};
	g_array_free(gathering.blocks, TRUE);
	return list;
}

/* ---- widths ---- */

static gunichar character_at(const struct paragraph *paragraph, int index)
{
	return g_utf8_get_char(paragraph->text + paragraph->clusters[index].text_offset);
}

/* Whether a date goes on at a cluster: 2024年|6月|30日. Lines may break there. */
static bool goes_on_with_date(const struct paragraph *paragraph, int index)
{
	gunichar before = character_at(paragraph, index - 1);
	return index > 1 && (before == 0x5E74 || before == 0x6708) && /* 年, 月 */
	       g_unichar_isdigit(character_at(paragraph, index)) &&
	       g_unichar_isdigit(character_at(paragraph, index - 2));
}

/* The widest part of a paragraph that ought not to be broken: a date, a number with what
 * it counts. */
static double unbroken_width(const struct paragraph *paragraph)
{
	double widest = 0;
	int first = 0;
	for (int i = 1; i <= paragraph->cluster_count; i++) {
		if (i < paragraph->cluster_count &&
			(paragraph->clusters[i].break_before != BREAK_ALLOWED ||
				goes_on_with_date(paragraph, i))) {
			continue;
		}
		double width = paragraph->edges[i] - paragraph->edges[first];
		widest =
			fmax(widest, width + (first == 0 ? paragraph->style->indent : 0));
		first = i;
	}
	return widest + paragraph->style->start + paragraph->style->end;
}

/* What a few characters side by side take. */
static double readable_width(const struct style *style, double widest)
{
	double inset = style->start + style->end;
	bool is_short = widest - inset <= SHORT_TEXT * style->pitch + LENGTH_TOLERANCE;
	double characters = is_short ? SHORT_SIDE_BY_SIDE : SIDE_BY_SIDE;
	return fmin(widest, characters * style->pitch + inset);
}

static struct width_need text_width_need(const struct measured *block)
{
	const struct style *style = block->text->style;
	double narrowest = paragraph_narrowest(block->paragraph);
	double widest = fmax(narrowest, paragraph_widest(block->paragraph));
	double comfortable =
		fmax(unbroken_width(block->paragraph), readable_width(style, widest));
	return (struct width_need){
		.at = {narrowest, fmax(narrowest, fmin(widest, comfortable)), widest}};
}

struct width_need measure_width_need(const struct measured_list *list)
{
	struct width_need need = {0};
	for (int i = 0; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		struct width_need own = block->text ? text_width_need(block)
						    : table_width_need(block->table, 0);
		for (int level = 0; level < WIDTH_LEVELS; level++) {
			need.at[level] = fmax(need.at[level], own.at[level]);
		}
	}
	return need;
}

/* ---- lines ---- */

static struct cell_lines count_text(
	const struct measuring *measuring, const struct measured *block, double width)
{
	double widest = paragraph_widest(block->paragraph);
	if (widest <= width) {
		return (struct cell_lines){1, widest};
	}
	struct cell_lines lines = {0};
	g_array_set_size(measuring->lines, 0);
	paragraph_lines(block->paragraph, width, measuring->lines);
	for (guint i = 0; i < measuring->lines->len; i++) {
		const struct line *line =
			&g_array_index(measuring->lines, struct line, i);
		lines.width = fmax(lines.width, line->width + width - line->room);
	}
	lines.count = (int)measuring->lines->len;
	lines.width += LENGTH_TOLERANCE; /* sums may round */
	return lines;
}

double measure_line_height(const struct measured_list *list)
{
	for (int i = 0; i < list->count; i++) {
		if (list->blocks[i].text && list->blocks[i].text->style->leading > 0) {
			return list->blocks[i].text->style->leading;
		}
	}
	return 1;
}

struct cell_lines measure_lines(
	const struct measuring *measuring, const struct measured_list *list, double width)
{
	struct cell_lines sum = {0};
	if (list->count == 1 && list->blocks[0].text &&
		list->blocks[0].paragraph->style->leading > 0) {
		return count_text(measuring, &list->blocks[0], width);
	}
	double line = measure_line_height(list);
	for (int i = 0; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		double height;
		double used = width;
		if (block->text) {
			struct cell_lines lines = count_text(measuring, block, width);
			height = lines.count * block->text->style->leading;
			used = lines.width;
		} else {
			height = table_rough_height(measuring, block->table, width);
		}
		sum.count += (int)ceil(height / line - LENGTH_TOLERANCE);
		sum.width = fmax(sum.width, used);
	}
	return sum;
}

static bool line_is_too_wide(const struct line *line)
{
	return line->emergency || line->width > line->room + LENGTH_TOLERANCE;
}

/* Reports a word that did not fit, once however many lines it takes. */
static void report_wide_words(
	const struct measuring *measuring, const struct measured *block)
{
	for (int i = 0; i < block->line_count; i++) {
		const struct line *line = &block->lines[i];
		if (!line_is_too_wide(line) || line->first == line->end ||
			(i > 0 && line_is_too_wide(line - 1))) {
			continue;
		}
		const struct cluster *clusters = block->paragraph->clusters;
		size_t start = clusters[line->first].text_offset;
		size_t end = clusters[line->end - 1].text_offset +
			     clusters[line->end - 1].text_length;
		diagnostics_warning(measuring->diagnostics,
			passage_place(&block->paragraph->passage, start),
			"word-wider-than-column", "“%.*s”处的词比栏宽，已在中间断开",
			(int)(end - start), block->paragraph->text + start);
	}
}

static void set_text(
	const struct measuring *measuring, struct measured *block, double width)
{
	text_shrink(measuring, block, width);
	g_array_set_size(measuring->lines, 0);
	paragraph_lines(block->paragraph, width, measuring->lines);
	block->line_count = (int)measuring->lines->len;
	block->lines = arena_copy(measuring->arena, measuring->lines->data,
		measuring->lines->len * sizeof(struct line));
	report_wide_words(measuring, block);
}

void measure_set(
	const struct measuring *measuring, const struct measured_list *list, double width)
{
	for (int i = 0; i < list->count; i++) {
		struct measured *block = &list->blocks[i];
		if (block->text) {
			set_text(measuring, block, width);
		} else if (block->table) {
			table_set(measuring, block->table, width);
		} else if (block->signature) {
			block->arranged = signature_measure(
				measuring, block->signature, width, measuring->row);
		} else if (block->mark) {
			block->arranged = mark_measure(measuring, block->mark, width);
		}
	}
}

struct measured *measure_text(
	const struct measuring *measuring, const struct text_block *text, double width)
{
	struct measured *block = arena_new(measuring->arena, struct measured);
	*block = shape_text(measuring, text);
	set_text(measuring, block, width);
	return block;
}

/* ---- heights ---- */

double measured_solid_height(const struct measured *block)
{
	const struct rule_block *rule = block->rule;
	if (rule && rule->fixed > 0) {
		return 0;
	}
	if (rule) {
		double second = rule->second > 0
					? rule->gap + (rule->weight + rule->second) / 2
					: 0;
		return rule->before + second + rule->after;
	}
	return block->arranged ? block->arranged->height : 0;
}

double measured_solid_reach(const struct measured *block)
{
	return block->arranged ? block->arranged->reach : measured_solid_height(block);
}

static double glyph_rise(const struct cluster *cluster, const struct glyph *glyph)
{
	hb_glyph_extents_t extents;
	if (!hb_font_get_glyph_extents(cluster->face->hb_font, glyph->id, &extents)) {
		return 0;
	}
	return (extents.y_bearing / cluster->face->units_per_em +
		       (double)glyph->y_offset) *
	       cluster->style->size;
}

double measured_ink_rise(const struct measured *block, int line)
{
	const struct paragraph *paragraph = block->paragraph;
	double rise = 0;
	for (int i = block->lines[line].first; i < block->lines[line].end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		for (guint32 j = 0; cluster->face && j < cluster->glyph_count; j++) {
			rise = fmax(rise,
				glyph_rise(cluster,
					&paragraph->glyphs[cluster->first_glyph + j]));
		}
	}
	return rise;
}

bool measured_is_turned(const struct measured *block)
{
	return block->table && block->table->turned;
}

double measured_before(const struct measured *block)
{
	if (block->text) {
		return block->text->style->before;
	}
	if (!block->table) {
		return block->arranged ? block->arranged->before : 0;
	}
	const struct measured_list *above = &block->table->above.content;
	double before = above->count > 0 ? measured_before(&above->blocks[0]) : 0;
	return fmax(before, block->table->block->style->before);
}

double measured_after(const struct measured *block)
{
	if (block->text) {
		return block->text->style->after;
	}
	if (!block->table) {
		return block->arranged ? block->arranged->after : 0;
	}
	const struct measured_list *below = &block->table->below.content;
	double after =
		below->count > 0 ? measured_after(&below->blocks[below->count - 1]) : 0;
	return fmax(after, block->table->block->style->after);
}

double measure_gaps(const struct measured_list *list)
{
	double gaps = 0;
	for (int i = 1; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		gaps += measured_after(block - 1) + measured_before(block);
	}
	return gaps;
}

double measure_height(const struct measured_list *list)
{
	double height = measure_gaps(list);
	for (int i = 0; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		height += block->text    ? block->line_count * block->text->style->leading
			  : block->table ? table_natural_height(block->table)
					 : measured_solid_height(block);
	}
	return height;
}
