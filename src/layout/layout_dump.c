#include "layout/dump_contents.h"
#include "layout/dump_official.h"
#include "layout/form_layout.h"
#include "layout/reader.h"

#include <string.h>

static void indent(GString *out, int depth)
{
	g_string_append_printf(out, "%*s", 2 * depth, "");
}

static void dump_points(GString *out, const char *name, double points)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(number, sizeof number, "%.2f", points);
	g_string_append_printf(out, " %s %s", name, number);
}

/* The same where it is not nothing, which most lengths of a style are. */
static void dump_some(GString *out, const char *name, double points)
{
	if (points != 0) {
		dump_points(out, name, points);
	}
}

static void dump_flag(GString *out, const char *name, bool flag)
{
	g_string_append_printf(out, "%s%s", flag ? " " : "", flag ? name : "");
}

static int compare_keys(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The things of a table by name: its own order changes from run to run. */
static GPtrArray *sorted_things(GHashTable *table)
{
	guint count;
	const char **names = (const char **)g_hash_table_get_keys_as_array(table, &count);
	GPtrArray *things = g_ptr_array_new();
	qsort(names, count, sizeof *names, compare_keys);
	for (guint i = 0; i < count; i++) {
		g_ptr_array_add(things, g_hash_table_lookup(table, names[i]));
	}
	g_free(names);
	return things;
}

static const char *const align_words[] = {"justify", "start", "centre", "end"};
static const char *const vertical_words[] = {"top", "middle", "bottom"};
static const char *const side_words[] = {"left", "centre", "right", "outside", "inside"};

static void dump_colour(GString *out, const struct colour *colour)
{
	int red = (int)(colour->red * 255 + 0.5);
	int green = (int)(colour->green * 255 + 0.5);
	int blue = (int)(colour->blue * 255 + 0.5);
	if (red || green || blue) {
		g_string_append_printf(out, " #%02X%02X%02X", red, green, blue);
	}
}

static void dump_style(const struct style *style, GString *out)
{
	g_string_append_printf(out, "style %s: %s/%s %s/%s", style->name, style->face,
		style->latin, style->emphasis, style->latin_emphasis);
	dump_points(out, "size", style->size);
	dump_points(out, "pitch", style->pitch);
	dump_points(out, "leading", style->leading);
	dump_some(out, "indent", style->indent);
	dump_some(out, "start", style->start);
	dump_some(out, "end", style->end);
	dump_some(out, "before", style->before);
	dump_some(out, "after", style->after);
	dump_some(out, "latin-space", style->latin_space);
	dump_colour(out, &style->colour);
	g_string_append_printf(out, " %s", align_words[style->align]);
	dump_flag(out, "keep", style->keep_with_next);
	dump_flag(out, "balanced", style->balanced);
	dump_flag(out, "grid", style->on_grid);
	g_string_append_c(out, '\n');
}

/* A rule's weight where it is not that of the next more general ones. */
static void dump_rule(GString *out, const char *name, double weight, double other)
{
	if (weight < other || weight > other) {
		dump_points(out, name, weight);
	}
}

static void dump_table_style(const struct table_style *style, GString *out)
{
	g_string_append_printf(out, "table style %s:", style->name);
	dump_points(out, "padding", style->padding_across);
	dump_points(out, "by", style->padding_down);
	dump_points(out, "rules", style->outer_rule);
	dump_points(out, "and", style->inner_rule);
	dump_rule(out, "side", style->side_rule, style->outer_rule);
	dump_rule(out, "across", style->across_rule, style->inner_rule);
	dump_rule(out, "down", style->down_rule, style->inner_rule);
	dump_rule(out, "head", style->head_rule, style->across_rule);
	dump_points(out, "row", style->minimum_row);
	dump_some(out, "before", style->before);
	dump_some(out, "after", style->after);
	dump_colour(out, &style->colour);
	g_string_append_printf(out, " %s", vertical_words[style->vertical]);
	dump_flag(out, "repeat-head", style->repeat_head);
	dump_flag(out, "repeat-labels", style->repeat_labels);
	dump_flag(out, "close", style->close_fragments);
	g_string_append_printf(
		out, " cell %s head %s\n", style->cell->name, style->head->name);
}

static void dump_master(const struct page_master *master, GString *out)
{
	g_string_append_printf(out, "page %s:", master->name);
	dump_points(out, "sheet", master->width);
	dump_points(out, "by", master->height);
	dump_points(out, "x", master->area.x);
	dump_points(out, "y", master->area.y);
	dump_points(out, "width", master->area.width);
	dump_points(out, "height", master->area.height);
	dump_points(out, "row", master->row);
	dump_flag(out, "mirrored", master->mirrored);
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < master->field_count; i++) {
		const struct page_field *field = &master->fields[i];
		g_string_append_printf(out, "  field “%s” style %s %s", field->text,
			field->style->name, side_words[field->side]);
		dump_points(out, "inset", field->inset);
		if (field->top > 0) {
			dump_points(out, "top", field->top);
		} else {
			dump_points(out, "below", field->below);
		}
		g_string_append(out, field->first_only ? " first-only" : "");
		g_string_append(out, field->on_first ? "\n" : " not-first\n");
	}
}

static void dump_length(GString *out, const char *name, struct length length)
{
	static const char *const units[] = {"pt", "em", "lines", "of all"};
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(number, sizeof number, "%.2f", length.value);
	g_string_append_printf(out, " %s %s%s", name, number, units[length.unit]);
}

static void dump_column(const struct column_layout *column, int depth, GString *out)
{
	indent(out, depth);
	g_string_append(out, "column");
	if (column->made) {
		g_string_append_printf(out, " each %s", column->each.name);
	}
	dump_flag(out, "equal", column->equal);
	dump_flag(out, "head", column->head);
	const struct cell_layout *cell = &column->cell;
	if (cell->text) {
		g_string_append_printf(out, " text %s %s %s", cell->style->name,
			align_words[cell->style->align], vertical_words[cell->vertical]);
	}
	if (cell->contents) {
		cell_contents_dump(cell->contents, out);
	}
	if (column->merge) {
		g_string_append_printf(out, " merge %s", column->merge);
	}
	dump_flag(out, "merge-equal", column->merge_equal);
	if (column->within) {
		g_string_append_printf(out, " within %s", column->within);
	}
	dump_flag(out, "page-sum", column->page_sum);
	dump_flag(out, "names-rows", cell->names_rows);
	if (column->has_width) {
		dump_length(out, "width", column->width);
	}
	if (column->minimum.value > 0) {
		dump_length(out, "minimum", column->minimum);
	}
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < column->column_count; i++) {
		dump_column(&column->columns[i], depth + 1, out);
	}
}

/* The parts of explicit rows: `3` spans three columns, `*` the rest, `-2` leaves two. */
static void dump_parts(const struct row_part *parts, size_t count, GString *out)
{
	for (size_t i = 0; i < count; i++) {
		const struct row_part *part = &parts[i];
		if (part->kind == ROW_EACH) {
			g_string_append_printf(out, " each %s (", part->each.name);
			dump_parts(part->parts, part->part_count, out);
			g_string_append(out, " )");
			continue;
		}
		bool leave = part->kind == ROW_LEAVE;
		int columns = leave ? part->columns : part->cell.columns;
		g_string_append(out, leave ? " -" : " ");
		if (columns) {
			g_string_append_printf(out, "%d", columns);
		} else {
			g_string_append_c(out, '*');
		}
	}
}

static void dump_explicit_rows(
	const struct rows_layout *rows, const char *name, int depth, GString *out)
{
	for (size_t i = 0; i < rows->count; i++) {
		indent(out, depth);
		g_string_append_printf(
			out, "%s%s", name, rows->list[i].when ? " when" : "");
		dump_parts(rows->list[i].parts, rows->list[i].part_count, out);
		g_string_append_c(out, '\n');
	}
}

static void dump_band(const struct row_band *band, int depth, GString *out)
{
	indent(out, depth);
	g_string_append_printf(out, "rows as %s", band->each.name);
	if (band->fixed) {
		g_string_append_printf(out, " fixed %zu", band->fixed->item_count);
	}
	dump_flag(out, "where", band->where);
	dump_flag(out, "when", band->when);
	g_string_append_c(out, '\n');
	dump_explicit_rows(&band->first, "first", depth + 1, out);
	dump_explicit_rows(&band->head, "head", depth + 1, out);
	dump_explicit_rows(&band->foot, "foot", depth + 1, out);
	dump_explicit_rows(&band->last, "last", depth + 1, out);
}

static void dump_table_lines(const struct table_line *lines, size_t count,
	const char *name, int depth, GString *out)
{
	for (size_t i = 0; i < count; i++) {
		indent(out, depth);
		g_string_append(out, name);
		dump_flag(out, "when", lines[i].when);
		dump_flag(out, "left", lines[i].parts[LINE_LEFT]);
		dump_flag(out, "middle", lines[i].parts[LINE_MIDDLE]);
		dump_flag(out, "right", lines[i].parts[LINE_RIGHT]);
		g_string_append_printf(out, " style %s\n", lines[i].text.style->name);
	}
}

static void dump_fit(const struct table_layout *table, GString *out)
{
	dump_flag(out, "equal", table->equal);
	dump_flag(out, "fit", table->fit.page);
	dump_flag(out, "fill-page", table->fit.fill == FILL_PAGE);
	dump_flag(out, "fill-rows", table->fit.fill == FILL_ROWS);
	dump_some(out, "floor", table->fit.floor);
	dump_flag(out, "turned", table->fit.turned == TABLE_TURNED);
	dump_flag(out, "turned-if-wide", table->fit.turned == TABLE_TURNED_WIDE);
	dump_listing(&table->listing, out);
	if (table->fit.stub_columns) {
		g_string_append_printf(out, " stubs %d", table->fit.stub_columns);
	}
	if (table->least_rows) {
		g_string_append_printf(out, " least %d", table->least_rows);
	}
	dump_flag(out, "page-sums", table->page_sums);
	dump_flag(out, "repeat-lines", table->lines.repeat);
}

static void dump_blocks(const struct layout_blocks *blocks, int depth, GString *out);

static void dump_table(const struct table_layout *table, int depth, GString *out)
{
	indent(out, depth);
	g_string_append_printf(out, "table %s style %s", table->name ? table->name : "-",
		table->style->name);
	if (table->of) {
		g_string_append_printf(
			out, " of %s as %s", table->of_record->name, table->of);
	}
	dump_flag(out, "when", table->when);
	dump_flag(out, "caption", table->caption);
	dump_flag(out, "continued", table->caption_continued);
	dump_flag(out, "empty", table->empty);
	dump_fit(table, out);
	g_string_append_c(out, '\n');
	if (table->above.count) {
		indent(out, depth + 1);
		g_string_append(out, "above\n");
		dump_blocks(&table->above, depth + 2, out);
	}
	dump_table_lines(table->lines.above, table->lines.above_count, "line above",
		depth + 1, out);
	dump_table_lines(table->lines.below, table->lines.below_count, "line below",
		depth + 1, out);
	if (table->form) {
		form_layout_dump(table->form, depth + 1, out);
	}
	for (const struct row_band *band = table->rows; band; band = band->rows) {
		dump_band(band, ++depth, out);
	}
	for (size_t i = 0; i < table->column_count; i++) {
		dump_column(&table->columns[i], depth + 1, out);
	}
}

static void dump_sections(const struct sections_layout *sections, int depth, GString *out)
{
	static const char *const kinds[] = {"prose", "sections", "tables", "blocks"};
	g_string_append_printf(out, "sections as %s title %s number %s%s",
		sections->each.name, sections->title_field,
		sections->number_field ? sections->number_field : "-",
		sections->run_in ? " run-in" : "");
	dump_flag(out, "contents", sections->listed);
	dump_flag(out, "contents-below", sections->listed_below);
	if (sections->listed_level > 1) {
		g_string_append_printf(out, " listed %d", sections->listed_level);
	}
	g_string_append_c(out, '\n');
	for (size_t i = 0; i < sections->level_count; i++) {
		const struct section_level *level = &sections->levels[i];
		indent(out, depth + 1);
		g_string_append_printf(out, "level %s|%s|%s style %s run-in %s%s\n",
			level->number.before,
			level->number.numerals ? level->number.numerals : "",
			level->number.after, level->style->name, level->run_in->name,
			level->contents ? " short" : "");
	}
	for (size_t i = 0; i < sections->content_count; i++) {
		indent(out, depth + 1);
		const struct section_content *content = &sections->contents[i];
		g_string_append_printf(out, "content %s %s%s%s%s\n", content->field,
			kinds[content->kind], content->style ? " " : "",
			content->style ? content->style->name : "",
			content->manner.hang_number ? " hang-number" : "");
		dump_blocks(&content->blocks, depth + 2, out);
	}
}

static void dump_manner(const struct text_manner *manner, GString *out)
{
	if (manner->hang_after) {
		g_string_append_printf(out, " hang-after “%s”", manner->hang_after);
	}
	g_string_append(out, manner->hang_number ? " hang-number" : "");
	if (manner->spread.value > 0) {
		dump_length(out, "spread", manner->spread);
	}
	g_string_append_c(out, '\n');
}

static void dump_text(const struct text_layout *text, GString *out)
{
	static const char *const roles[] = {"paragraph", "title", "heading"};
	g_string_append(out, roles[text->role]);
	if (text->role == TEXT_HEADING) {
		g_string_append_printf(out, " %d", text->level);
	}
	g_string_append_printf(out, " style %s", text->style->name);
	dump_listing(&text->listing, out);
	dump_manner(&text->manner, out);
}

static void dump_names(const struct names_layout *names, GString *out)
{
	g_string_append_printf(out, "names as %s style %s%s", names->each.name,
		names->style->name, names->label ? " label" : "");
	dump_length(out, "name", names->name_width);
	dump_length(out, "label", names->label_width);
	dump_length(out, "gap", names->gap);
	if (names->in_row) {
		g_string_append_printf(out, " in row %d", names->in_row);
	}
	g_string_append_c(out, '\n');
}

static void dump_block(const struct layout_block *block, int depth, GString *out)
{
	indent(out, depth);
	g_string_append(out, block->when ? "when " : "");
	dump_block_manner(block->manner, out);
	switch (block->kind) {
	case LAYOUT_TEXT:
		dump_text(&block->text, out);
		break;
	case LAYOUT_NAMES:
		dump_names(&block->names, out);
		break;
	case LAYOUT_SECTIONS:
		dump_sections(&block->sections, depth, out);
		break;
	case LAYOUT_TABLE:
		g_string_append(out, "block\n");
		dump_table(block->table, depth + 1, out);
		break;
	case LAYOUT_GROUP:
		g_string_append(out, "group\n");
		dump_blocks(&block->group, depth + 1, out);
		break;
	case LAYOUT_EACH:
		g_string_append_printf(out, "each as %s\n", block->each.clause.name);
		dump_blocks(&block->each.blocks, depth + 1, out);
		break;
	case LAYOUT_RULE:
		dump_rule_block(&block->rule, out);
		break;
	case LAYOUT_CONTENTS:
		dump_contents(&block->contents, depth, out);
		break;
	case LAYOUT_SIGNATURE:
		dump_signature(&block->signature, out);
		break;
	case LAYOUT_PART:
		dump_part(&block->part, out);
		dump_blocks(&block->part.blocks, depth + 1, out);
		break;
	case LAYOUT_MARK:
		dump_mark(&block->mark, out);
		break;
	case LAYOUT_INSERT:
		g_string_append(out, "insert\n");
		break;
	case LAYOUT_PAGE_BREAK:
		g_string_append(out, "page break\n");
		break;
	}
}

static void dump_blocks(const struct layout_blocks *blocks, int depth, GString *out)
{
	for (size_t i = 0; i < blocks->count; i++) {
		dump_block(blocks->list[i], depth, out);
	}
}

static void dump_header(const struct layout *layout, GString *out)
{
	const struct layout_header *header = &layout->header;
	g_string_append_printf(out, "layout %s “%s” %s %s %s", header->name,
		header->title, header->organ ? header->organ : "-",
		header->year ? header->year : "-",
		header->version ? header->version : "-");
	g_string_append_printf(
		out, " inherit %s\n", header->inherit ? header->inherit : "-");
}

static void dump_uses(const struct layout *layout, GString *out)
{
	const struct layout_metadata *metadata = &layout->metadata;
	g_string_append_printf(
		out, "uses page %s", layout->master ? layout->master->name : "-");
	dump_flag(out, "title", metadata->title);
	dump_flag(out, "organ", metadata->organ);
	dump_flag(out, "subject", metadata->subject);
	dump_flag(out, "keywords", metadata->keywords);
	dump_flag(out, "reference", metadata->reference);
	dump_flag(out, "date", metadata->date);
	dump_flag(out, "file", layout->file);
	g_string_append_c(out, '\n');
}

void layout_dump(const struct layout *layout, GString *out)
{
	GPtrArray *masters = sorted_things(layout->masters);
	GPtrArray *styles = sorted_things(layout->styles);
	GPtrArray *table_styles = sorted_things(layout->table_styles);
	GPtrArray *tables = sorted_things(layout->tables);
	dump_header(layout, out);
	for (guint i = 0; i < masters->len; i++) {
		dump_master(g_ptr_array_index(masters, i), out);
	}
	for (guint i = 0; i < styles->len; i++) {
		dump_style(g_ptr_array_index(styles, i), out);
	}
	for (guint i = 0; i < table_styles->len; i++) {
		dump_table_style(g_ptr_array_index(table_styles, i), out);
	}
	for (guint i = 0; i < tables->len; i++) {
		dump_table(g_ptr_array_index(tables, i), 0, out);
	}
	dump_uses(layout, out);
	dump_blocks(&layout->blocks, 0, out);
	if (layout->imprint.master) {
		g_string_append_printf(out, "imprint %s%s%s\n",
			layout->imprint.master->name, layout->imprint.even ? " even" : "",
			layout->imprint.when ? " when" : "");
		dump_blocks(&layout->imprint.blocks, 1, out);
	}
	dump_copies(&layout->copies, out);
	g_ptr_array_free(tables, TRUE);
	g_ptr_array_free(table_styles, TRUE);
	g_ptr_array_free(styles, TRUE);
	g_ptr_array_free(masters, TRUE);
}
