/* Blocks are set one after another; a page ends where nothing more may stand on it. */
#include "compose/page_fill.h"

#include "compose/measure.h"
#include "compose/page_keep.h"
#include "compose/table_plan.h"
#include "compose/table_stretch.h"
#include "compose/table_sums.h"

#include <inttypes.h>
#include <math.h>

/* The page that is being filled. */
struct filling {
	const struct page_filling *task;
	const struct document_part *part;
	struct page_room room;
	GArray *placed; /* struct placed: what stands on it */
	bool begins_part;
	bool turned; /* it holds a turned table, nothing else */
};

bool page_add_sheet(const struct page_filling *task, struct sheet sheet)
{
	if ((int64_t)task->sheets->len >= task->limits->pages) {
		diagnostics_fault(task->diagnostics, FAULT_LIMIT, "limit-pages",
			"文档超过 %" PRId64 " 页", task->limits->pages);
		return false;
	}
	if (sheet.number == 0) {
		guint count = task->sheets->len;
		sheet.number =
			count > 0 ? g_array_index(task->sheets, struct sheet, count - 1)
						    .number +
					    1
				  : 1;
	}
	g_array_append_val(task->sheets, sheet);
	return true;
}

static bool end_page(struct filling *page)
{
	const struct page_numbering *numbering = &page->part->numbering;
	struct sheet sheet = {
		.master = page->part->master,
		.unnumbered = numbering->none,
		.number = page->begins_part ? numbering->from : 0,
		.numerals = numbering->numerals,
		.begins_part = page->begins_part,
		.placed = arena_copy(page->task->arena, page->placed->data,
			page->placed->len * sizeof(struct placed)),
		.placed_count = (int)page->placed->len,
		.foot = page->turned ? HUGE_VAL : fmax(page->room.y, page->room.reach),
	};
	g_array_set_size(page->placed, 0);
	page->begins_part = false;
	page->room.y = 0;
	page->room.last = 0;
	page->room.reach = 0;
	page->room.empty = true;
	return page_add_sheet(page->task, sheet);
}

static void put(struct filling *page, struct placed placed, double foot)
{
	g_array_append_val(page->placed, placed);
	page->room.y = foot;
	page->room.empty = false;
}

static bool set_text(struct filling *page, const struct measured_list *list, int index)
{
	const struct measured *block = &list->blocks[index];
	const struct style *style = block->text->style;
	const struct line_grid *grid = &page->room.grid;
	int first = 0;
	for (;;) {
		double top = page_block_top(&page->room, block);
		int take = lines_take(block->line_count, first,
			grid_line_room(grid, style, top),
			page->room.empty ? TAKE_ANYWAY : TAKE_WELL);
		take = page_leave_company(
			&page->room, list, index, (struct lines_taken){top, first, take});
		if (take > 0) {
			page->room.last = grid_line_top(grid, style, top, take - 1);
			put(page,
				(struct placed){.block = block,
					.y = top,
					.first = first,
					.end = first + take},
				grid_line_top(grid, style, top, take));
			first += take;
		}
		if (first == block->line_count) {
			page->room.y += measured_after(block);
			return true;
		}
		if (!end_page(page)) {
			return false;
		}
	}
}

/* A table is shared out among pages before its first row is set; `bound`: what stands on
 * this page stays with it. */
static bool set_table(struct filling *page, const struct measured *block, bool bound)
{
	double height = page->room.grid.height;
	struct plan_task task = {block->table, page->task->arena,
		height - page_block_top(&page->room, block), height, page->room.empty,
		bound};
	struct table_plan plan = table_plan(&task);
	const struct table_state *state = NULL;
	for (int i = 0; i < plan.count; i++) {
		if (i > 0 && !end_page(page)) {
			return false;
		}
		double top = page_block_top(&page->room, block);
		struct room room = {
			.arena = page->task->arena,
			.height = height - top,
			.page = height,
			.insistence = TAKE_ANYWAY,
			.diagnostics = page->task->diagnostics,
		};
		const struct fragment *fragment =
			table_fill_cut(block->table, state, &room, plan.cuts[i]);
		if (fragment && table_is_stretched(fragment) && !page_stays(block)) {
			fragment = table_stretch(fragment, &room);
		}
		if (fragment) {
			table_sums_write(page->task->measuring, fragment);
			put(page,
				(struct placed){
					.block = block, .y = top, .fragment = fragment},
				top + fragment->height);
			state = fragment->next;
		}
	}
	return true;
}

/* A turned table has pages of its own; their height is across the type area. */
static bool set_turned(struct filling *page, const struct measured *block)
{
	const struct line_grid upright = page->room.grid;
	page->room.grid = (struct line_grid){page->part->master->area.width, 0};
	page->turned = true;
	bool good = set_table(page, block, false) && end_page(page);
	page->turned = false;
	page->room.grid = upright;
	return good;
}

static struct place signature_place(const struct signature_block *signature)
{
	const struct text_block *text = signature->signatory_count
						? signature->signatories[0].name
						: signature->date;
	return text->runs[0].passage.place;
}

/* GB/T 9704-2012 7.3.5.5: there is text on the page of a signature, and seals do not
 * leave the type area. */
static void report_signature(
	const struct filling *page, const struct measured *block, double reach)
{
	struct diagnostics *diagnostics = page->task->diagnostics;
	if (!block->signature) {
		return;
	}
	if (page->room.empty && !page->begins_part) {
		diagnostics_warning(diagnostics, signature_place(block->signature),
			"signature-alone",
			"落款所在的一面没有正文（GB/T 9704-2012 "
			"7.3.5.5），请增减正文或表格的行数");
	}
	if (reach > page->room.grid.height + LENGTH_TOLERANCE) {
		diagnostics_warning(diagnostics, signature_place(block->signature),
			"signature-too-high",
			"落款和印章一面排不下：署名太多、太长，或者印章太大");
	}
}

static bool set_solid(struct filling *page, const struct measured *block)
{
	if (block->rule && block->rule->fixed > 0) {
		struct placed placed = {.block = block};
		g_array_append_val(page->placed, placed);
		return true;
	}
	double height = measured_solid_height(block);
	double reach = measured_solid_reach(block);
	double top = page_block_top(&page->room, block);
	if (!page->room.empty &&
		top + reach > page->room.grid.height + LENGTH_TOLERANCE) {
		if (!end_page(page)) {
			return false;
		}
		top = page_block_top(&page->room, block);
	}
	report_signature(page, block, top + reach);
	page->room.reach = fmax(page->room.reach, top + reach);
	put(page, (struct placed){.block = block, .y = top}, top + height);
	return true;
}

static bool set_block(struct filling *page, const struct measured_list *list, int index)
{
	const struct measured *block = &list->blocks[index];
	bool bound = index > 0 && page_stays(&list->blocks[index - 1]);
	if (block->text) {
		return set_text(page, list, index);
	}
	if (!block->table) {
		return set_solid(page, block);
	}
	if (block->table->turned) {
		return set_turned(page, block);
	}
	bool good = set_table(page, block, bound);
	page->room.y += measured_after(block);
	return good;
}

static bool set_blocks(struct filling *page, const struct measured_list *list)
{
	struct page_hold hold = {0};
	for (int i = 0; i < list->count; i++) {
		const struct measured *block = &list->blocks[i];
		bool begins_page = block->begins_page || measured_is_turned(block);
		if (begins_page && !page->room.empty && !end_page(page)) {
			return false;
		}
		if (i >= hold.end) {
			hold = page_hold_chain(list, i, hold.loose, &page->room);
			if (hold.new_page && !end_page(page)) {
				return false;
			}
		}
		if (!set_block(page, list, i)) {
			return false;
		}
	}
	return true;
}

/* The page number of the next sheet is odd where their count is even. */
static bool begin_odd(const struct page_filling *task)
{
	if (task->sheets->len % 2 == 0) {
		return true;
	}
	const struct sheet *last =
		&g_array_index(task->sheets, struct sheet, task->sheets->len - 1);
	return page_add_sheet(
		task, (struct sheet){.master = last->master, .blank = true});
}

bool page_fill(const struct page_filling *task, const struct part_content *content)
{
	const struct page_master *master = content->part->master;
	if (content->part->begins_odd && !begin_odd(task)) {
		return false;
	}
	struct filling page = {
		.task = task,
		.part = content->part,
		.room = {.grid = {master->area.height, master->row}, .empty = true},
		.placed = g_array_new(FALSE, FALSE, sizeof(struct placed)),
		.begins_part = true,
	};
	bool good = set_blocks(&page, &content->list);
	if (good && (!page.room.empty || page.begins_part)) {
		good = end_page(&page);
	}
	g_array_free(page.placed, TRUE);
	return good;
}
