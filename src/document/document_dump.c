#include "document/document.h"

static void dump_block(const struct block *block, int depth, GString *out);

static void dump_width(double width, const char *name, GString *out)
{
	if (width > 0) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];
		g_ascii_formatd(number, sizeof number, "%.4g", width);
		g_string_append_printf(out, "<%s %s ", name, number);
	}
}

/* A bar where turnover lines begin, `~` before a unit that stays, `<spread 3 组长>`
 * around what is spread, `!` before what is drawn. */
static void dump_runs(const struct text_run *runs, size_t count, GString *out)
{
	for (size_t i = 0; i < count; i++) {
		const char *mark = runs[i].emphasis ? "**" : "";
		g_string_append(out, runs[i].hangs_here ? "|" : "");
		g_string_append(out, runs[i].stays ? "~" : "");
		dump_width(runs[i].spread, "spread", out);
		dump_width(runs[i].step, "step", out);
		const char *shape = runs[i].shape == RUN_TEXT ? "" : "!";
		g_string_append_printf(
			out, "%s%s%s%s", shape, mark, runs[i].passage.text, mark);
		g_string_append(out, runs[i].spread > 0 ? ">" : "");
	}
}

static void dump_text(const struct text_block *text, GString *out)
{
	static const char *const purposes[] = {
		"paragraph", "title", "heading", "caption"};
	g_string_append(out, purposes[text->purpose]);
	if (text->purpose == PURPOSE_HEADING) {
		g_string_append_printf(out, " %d", text->level);
	}
	g_string_append_printf(out, " [%s]%s%s ", text->style->name,
		text->style->keep_with_next ? " keep" : "",
		text->style->stacked ? " stacked" : "");
	if (text->outline) {
		g_string_append_printf(
			out, "outline %d “%s” ", text->outline_level, text->outline);
	}
	if (text->listing) {
		g_string_append_printf(out, "listed %d ", text->listing->level);
	}
	dump_runs(text->runs, text->run_count, out);
	g_string_append_c(out, '\n');
}

static void dump_points(GString *out, const char *name, double points)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(number, sizeof number, "%.2f", points);
	g_string_append_printf(out, " %s%s", name, number);
}

static void dump_manner(const struct cell_manner *manner, GString *out)
{
	static const char *const edges[] = {"top ", "right ", "bottom ", "left "};
	if (manner->minimum_height > 0) {
		dump_points(out, "height ", manner->minimum_height);
	}
	g_string_append(out, manner->decimal ? " decimal" : "");
	g_string_append(out, manner->diagonal ? " diagonal" : "");
	g_string_append(out, manner->flush ? " flush" : "");
	for (int edge = 0; edge < CELL_EDGES; edge++) {
		if (manner->has_weight[edge]) {
			dump_points(out, edges[edge], manner->weights[edge]);
		}
	}
}

/* With the side at which each line stands. */
static void dump_foot(const struct cell_manner *manner, int depth, GString *out)
{
	static const char *const aligns[] = {"justify", "start", "centre", "end"};
	for (size_t i = 0; i < manner->foot_count; i++) {
		const struct text_block *text = &manner->foot[i]->text;
		g_string_append_printf(
			out, "%*sfoot %s ", 2 * depth, "", aligns[text->style->align]);
		dump_text(text, out);
	}
}

static void dump_cell(const struct table_cell *cell, int depth, GString *out)
{
	g_string_append_printf(out, "%*s%s%s %d,%d", 2 * depth, "",
		cell->head ? "head" : "cell", cell->names_rows ? " of rows" : "",
		cell->row, cell->column);
	if (cell->row_span > 1 || cell->column_span > 1) {
		g_string_append_printf(
			out, " spans %dx%d", cell->row_span, cell->column_span);
	}
	if (cell->manner) {
		dump_manner(cell->manner, out);
	}
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < cell->block_count; i++) {
		dump_block(cell->blocks[i], depth + 1, out);
	}
	if (cell->manner && cell->manner->foot_count) {
		dump_foot(cell->manner, depth + 1, out);
	}
}

static void dump_column(const struct table_column *column, GString *out)
{
	static const char *const kinds[] = {"fixed ", "share ", "content"};
	if (column->kind == COLUMN_CONTENT) {
		g_string_append(out, " content");
	} else {
		dump_points(out, kinds[column->kind], column->width);
	}
	if (column->minimum > 0) {
		dump_points(out, "minimum ", column->minimum);
	}
	if (column->equal_group > 0) {
		g_string_append_printf(out, " equal %d", column->equal_group);
	}
}

static void dump_fitting(const struct table_fitting *fitting, GString *out)
{
	static const char *const turns[] = {"", " turned", " turned if wide"};
	g_string_append(out, fitting->fit_page ? " fit page" : "");
	g_string_append(out, fitting->fill_page ? " fill page" : "");
	g_string_append(out, fitting->fill_rows ? " fill rows" : "");
	if (fitting->floor > 0) {
		dump_points(out, "floor ", fitting->floor);
	}
	if (fitting->stub_columns > 0) {
		g_string_append_printf(out, " stubs %d", fitting->stub_columns);
	}
	g_string_append(out, turns[fitting->turned]);
}

static void dump_lines(
	const struct table_lines *lines, const char *where, int depth, GString *out)
{
	if (lines->block_count) {
		g_string_append_printf(out, "%*s%s\n", 2 * depth, "", where);
	}
	for (size_t i = 0; i < lines->block_count; i++) {
		dump_block(lines->blocks[i], depth + 1, out);
	}
}

static void dump_sum(
	const struct table_block *table, const struct page_sum *sum, GString *out)
{
	g_string_append_printf(out, "sum of %d [%s] places %d%s", sum->column,
		sum->style->name, sum->places, sum->grouped ? " grouped" : "");
	struct arena *arena = arena_create();
	for (int i = 0; i < table->row_count - table->head_rows; i++) {
		g_string_append_printf(out, "%s %s", i ? "," : ":",
			decimal_text(arena, sum->values[i], 0));
	}
	arena_destroy(arena);
	g_string_append_c(out, '\n');
}

static void dump_page_sums(const struct table_block *table, int depth, GString *out)
{
	const struct page_sums *sums = table->page_sums;
	if (!sums) {
		return;
	}
	g_string_append_printf(out, "%*spage sums %s|%s|%s at %d over %d [%s]", 2 * depth,
		"", sums->page ? sums->page : "", sums->forward ? sums->forward : "",
		sums->brought ? sums->brought : "", sums->label_column, sums->label_span,
		sums->label_style->name);
	if (sums->closing > 0) {
		g_string_append_printf(out, " closing %d", sums->closing);
	}
	g_string_append_c(out, '\n');
	for (int i = 0; i < sums->sum_count; i++) {
		g_string_append_printf(out, "%*s", 2 * (depth + 1), "");
		dump_sum(table, &sums->sums[i], out);
	}
}

static void dump_caption(
	const struct text_block *caption, const char *where, int depth, GString *out)
{
	if (caption) {
		g_string_append_printf(out, "%*s%s", 2 * depth, "", where);
		dump_text(caption, out);
	}
}

/* Rows of which something is said. */
static void dump_row(const struct table_row *row, int number, GString *out)
{
	g_string_append_printf(out, "row %d", number);
	g_string_append(out, row->with_next ? " with-next" : "");
	if (row->group_rows) {
		g_string_append_printf(out, " over %d", row->group_rows);
	}
	if (row->minimum > 0) {
		dump_points(out, "minimum ", (double)row->minimum);
	}
	if (row->grow > 0) {
		dump_points(out, "grow ", (double)row->grow);
	}
	g_string_append_c(out, '\n');
}

static void dump_rows(const struct table_block *table, int depth, GString *out)
{
	for (int i = 0; i < table->row_count; i++) {
		const struct table_row *row = &table->rows[i];
		if (row->with_next || row->group_rows || row->minimum > 0 ||
			row->grow > 0) {
			g_string_append_printf(out, "%*s", 2 * depth, "");
			dump_row(row, i, out);
		}
	}
}

static void dump_table(const struct table_block *table, int depth, GString *out)
{
	g_string_append_printf(out, "%s %dx%d head %d [%s]",
		table->plain ? "line" : "table", table->row_count, table->column_count,
		table->head_rows, table->style->name);
	dump_fitting(&table->fitting, out);
	for (int i = 0; i < table->column_count; i++) {
		g_string_append(out, i ? "," : " columns");
		dump_column(&table->columns[i], out);
	}
	g_string_append_c(out, '\n');
	dump_lines(&table->over, "over", depth + 1, out);
	dump_caption(table->caption, "", depth + 1, out);
	dump_caption(table->caption_continued, "continued ", depth + 1, out);
	dump_lines(&table->above, "above", depth + 1, out);
	dump_lines(&table->above_continued, "above continued", depth + 1, out);
	dump_page_sums(table, depth + 1, out);
	dump_rows(table, depth + 1, out);
	for (int i = 0; i < table->cell_count; i++) {
		dump_cell(&table->cells[i], depth + 1, out);
	}
	dump_lines(&table->below, "below", depth + 1, out);
}

static void dump_rule(const struct rule_block *rule, GString *out)
{
	g_string_append(out, "rule");
	dump_points(out, "weight ", rule->weight);
	if (rule->second > 0) {
		dump_points(out, "second ", rule->second);
		dump_points(out, "gap ", rule->gap);
	}
	if (rule->width > 0) {
		dump_points(out, "width ", rule->width);
	}
	g_string_append_c(out, '\n');
}

static void dump_signature(
	const struct signature_block *signature, int depth, GString *out)
{
	static const char *const kinds[] = {"plain", "sealed", "stamped"};
	g_string_append_printf(out, "signature %s\n", kinds[signature->kind]);
	for (size_t i = 0; i < signature->signatory_count; i++) {
		const struct signatory *signatory = &signature->signatories[i];
		g_string_append_printf(out, "%*ssignatory", 2 * depth + 2, "");
		if (signatory->seal > 0) {
			dump_points(out, "seal ", signatory->seal);
		}
		g_string_append_c(out, ' ');
		dump_text(signatory->name, out);
	}
	if (signature->date) {
		g_string_append_printf(out, "%*sdate ", 2 * depth + 2, "");
		dump_text(signature->date, out);
	}
}

static void dump_mark(const struct mark_block *mark, int depth, GString *out)
{
	g_string_append(out, "mark");
	if (mark->most_height > 0) {
		dump_points(out, "at most ", mark->most_height);
	}
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < mark->name_count; i++) {
		g_string_append_printf(out, "%*sname ", 2 * depth + 2, "");
		dump_text(mark->names[i], out);
	}
	if (mark->beside) {
		g_string_append_printf(out, "%*sbeside ", 2 * depth + 2, "");
		dump_text(mark->beside, out);
	}
}

static void dump_contents(const struct contents_block *contents, int depth, GString *out)
{
	g_string_append(out, "contents\n");
	for (size_t i = 0; i < contents->entry_count; i++) {
		const struct contents_entry *entry = &contents->entries[i];
		g_string_append_printf(out, "%*sentry %d [%s] ", 2 * depth + 2, "",
			entry->target->level, entry->text.style->name);
		dump_runs(entry->text.runs, entry->text.run_count, out);
		if (entry->before) {
			g_string_append_printf(
				out, "\t%s{page}%s", entry->before, entry->after);
		}
		g_string_append_c(out, '\n');
	}
}

static void dump_block_manner(const struct block_manner *manner, GString *out)
{
	static const char *const stands[] = {"", "usually ", "crowded "};
	if (!manner) {
		return;
	}
	if (manner->element) {
		g_string_append_printf(out, "<%s> ", manner->element);
	}
	if (manner->has_ink_top) {
		char number[G_ASCII_DTOSTR_BUF_SIZE];
		g_ascii_formatd(number, sizeof number, "%.2f", manner->ink_top);
		g_string_append_printf(out, "ink top %s ", number);
	}
	g_string_append(out, stands[manner->stand]);
	g_string_append(out, manner->hidden ? "hidden " : "");
	g_string_append(out, manner->body ? "body " : "");
	g_string_append(out, manner->beside_above ? "beside above " : "");
}

static void dump_block(const struct block *block, int depth, GString *out)
{
	g_string_append_printf(out, "%*s", 2 * depth, "");
	dump_block_manner(block->manner, out);
	switch (block->kind) {
	case BLOCK_TEXT:
		dump_text(&block->text, out);
		break;
	case BLOCK_TABLE:
		dump_table(&block->table, depth, out);
		break;
	case BLOCK_GROUP:
		g_string_append(out, "group\n");
		for (size_t i = 0; i < block->group.block_count; i++) {
			dump_block(block->group.blocks[i], depth + 1, out);
		}
		break;
	case BLOCK_RULE:
		dump_rule(&block->rule, out);
		break;
	case BLOCK_SIGNATURE:
		dump_signature(&block->signature, depth, out);
		break;
	case BLOCK_MARK:
		dump_mark(&block->mark, depth, out);
		break;
	case BLOCK_CONTENTS:
		dump_contents(&block->contents, depth, out);
		break;
	case BLOCK_PAGE_BREAK:
		g_string_append(out, "page break\n");
		break;
	}
}

static void dump_metadata(const struct document_metadata *metadata, GString *out)
{
	const struct {
		const char *name;
		const char *text;
	} entries[] = {
		{"title", metadata->title},
		{"organ", metadata->organ},
		{"subject", metadata->subject},
		{"keywords", metadata->keywords},
		{"reference", metadata->reference},
		{"date", metadata->date},
		{"layout", metadata->layout},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
		if (entries[i].text) {
			g_string_append_printf(
				out, "%s: %s\n", entries[i].name, entries[i].text);
		}
	}
}

static void dump_part(const struct document_part *part, GString *out)
{
	const struct page_numbering *numbering = &part->numbering;
	g_string_append_printf(
		out, "part %s%s", part->master->name, part->begins_odd ? " odd" : "");
	g_string_append(out, numbering->none ? " numbers none" : "");
	if (numbering->from > 0) {
		g_string_append_printf(out, " numbers from %d", numbering->from);
	}
	if (numbering->numerals) {
		g_string_append_printf(out, " numerals %s", numbering->numerals);
	}
	g_string_append_c(out, '\n');
}

static void dump_copies(const struct document_copies *copies, GString *out)
{
	if (copies->label) {
		g_string_append_printf(out, "draft label %s “%s”\n",
			copies->label->style->name, copies->label->text);
	}
	if (copies->watermark) {
		g_string_append(out, "draft watermark ");
		dump_text(copies->watermark, out);
	}
	if (copies->stamp.width > 0) {
		g_string_append(out, "filing stamp");
		dump_points(out, "", copies->stamp.width);
		dump_points(out, "by ", copies->stamp.height);
		g_string_append_c(out, '\n');
	}
}

void document_dump(const struct document *document, GString *out)
{
	dump_metadata(&document->metadata, out);
	for (size_t i = 0; i < document->part_count; i++) {
		const struct document_part *part = &document->parts[i];
		dump_part(part, out);
		for (size_t j = 0; j < part->block_count; j++) {
			dump_block(part->blocks[j], 1, out);
		}
	}
	const struct document_imprint *imprint = &document->imprint;
	dump_copies(&document->copies, out);
	if (imprint->block_count) {
		g_string_append_printf(out, "imprint %s%s\n", imprint->master->name,
			imprint->even ? " even" : "");
	}
	for (size_t i = 0; i < imprint->block_count; i++) {
		dump_block(imprint->blocks[i], 1, out);
	}
}
