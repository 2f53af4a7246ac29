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

static int compare_keys(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The keys of a table in a fixed order: its own changes from run to run. */
static const char **sorted_keys(GHashTable *table, guint *count)
{
	const char **keys = (const char **)g_hash_table_get_keys_as_array(table, count);
	qsort(keys, *count, sizeof *keys, compare_keys);
	return keys;
}

static void dump_styles(const struct layout *layout, GString *out)
{
	guint count;
	const char **names = sorted_keys(layout->styles, &count);
	for (guint i = 0; i < count; i++) {
		const struct style *style = g_hash_table_lookup(layout->styles, names[i]);
		g_string_append_printf(out, "style %s: %s/%s %s/%s", style->name,
			style->face, style->latin, style->emphasis,
			style->latin_emphasis);
		dump_points(out, "size", style->size);
		dump_points(out, "pitch", style->pitch);
		dump_points(out, "leading", style->leading);
		dump_points(out, "indent", style->indent);
		g_string_append_c(out, '\n');
	}
	g_free(names);
}

static void dump_masters(const struct layout *layout, GString *out)
{
	guint count;
	const char **names = sorted_keys(layout->masters, &count);
	for (guint i = 0; i < count; i++) {
		const struct page_master *master =
			g_hash_table_lookup(layout->masters, names[i]);
		g_string_append_printf(out, "page %s:", master->name);
		dump_points(out, "x", master->area.x);
		dump_points(out, "y", master->area.y);
		dump_points(out, "width", master->area.width);
		dump_points(out, "height", master->area.height);
		dump_points(out, "row", master->row);
		g_string_append_printf(out, " fields %zu\n", master->field_count);
	}
	g_free(names);
}

static void dump_column(const struct column_layout *column, int depth, GString *out)
{
	indent(out, depth);
	g_string_append_printf(out, "column%s%s%s%s\n", column->head ? " head" : "",
		column->text ? " text" : "", column->merge ? " merge " : "",
		column->merge ? column->merge : "");
	for (size_t i = 0; i < column->column_count; i++) {
		dump_column(&column->columns[i], depth + 1, out);
	}
}

static void dump_table(const struct table_layout *table, int depth, GString *out)
{
	indent(out, depth);
	g_string_append_printf(out, "table %s style %s\n",
		table->name ? table->name : "-", table->style->name);
	for (const struct row_band *band = table->rows; band; band = band->rows) {
		indent(out, ++depth);
		g_string_append_printf(out, "rows as %s\n", band->each.name);
	}
	for (size_t i = 0; i < table->column_count; i++) {
		dump_column(&table->columns[i], depth + 1, out);
	}
}

static void dump_blocks(const struct layout_blocks *blocks, int depth, GString *out);

static void dump_sections(const struct sections_layout *sections, int depth, GString *out)
{
	static const char *const kinds[] = {"prose", "sections", "tables"};
	g_string_append_printf(out, "sections as %s\n", sections->each.name);
	for (size_t i = 0; i < sections->level_count; i++) {
		const struct section_level *level = &sections->levels[i];
		indent(out, depth + 1);
		g_string_append_printf(out, "level %s|%s|%s style %s\n",
			level->number.before,
			level->number.numerals ? level->number.numerals : "",
			level->number.after, level->style->name);
	}
	for (size_t i = 0; i < sections->content_count; i++) {
		indent(out, depth + 1);
		g_string_append_printf(out, "content %s %s\n",
			sections->contents[i].field, kinds[sections->contents[i].kind]);
	}
}

static void dump_width(GString *out, const char *name, struct length length)
{
	static const char *const units[] = {"pt", "em", "lines", "shares"};
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(number, sizeof number, "%.2f", length.value);
	g_string_append_printf(out, " %s %s%s", name, number, units[length.unit]);
}

static void dump_manner(const struct text_manner *manner, GString *out)
{
	if (manner->hang_after) {
		g_string_append_printf(out, " hang-after “%s”", manner->hang_after);
	}
	g_string_append(out, manner->hang_number ? " hang-number" : "");
	if (manner->spread.value > 0) {
		dump_width(out, "spread", manner->spread);
	}
	g_string_append_c(out, '\n');
}

static void dump_names(const struct names_layout *names, GString *out)
{
	g_string_append_printf(out, "names as %s style %s%s", names->each.name,
		names->style->name, names->label ? " label" : "");
	dump_width(out, "name", names->name_width);
	dump_width(out, "label", names->label_width);
	dump_width(out, "gap", names->gap);
	g_string_append_c(out, '\n');
}

static void dump_block(const struct layout_block *block, int depth, GString *out)
{
	indent(out, depth);
	g_string_append(out, block->when ? "when " : "");
	switch (block->kind) {
	case LAYOUT_TEXT:
		g_string_append_printf(out, "text style %s", block->text.style->name);
		dump_manner(&block->text.manner, out);
		break;
	case LAYOUT_NAMES:
		dump_names(&block->names, out);
		break;
	case LAYOUT_SECTIONS:
		dump_sections(&block->sections, depth, out);
		break;
	case LAYOUT_TABLE:
		dump_table(block->table, 0, out);
		break;
	case LAYOUT_GROUP:
		g_string_append(out, "group\n");
		dump_blocks(&block->group, depth + 1, out);
		break;
	case LAYOUT_EACH:
		g_string_append_printf(out, "each as %s\n", block->each.clause.name);
		dump_blocks(&block->each.blocks, depth + 1, out);
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

void layout_dump(const struct layout *layout, GString *out)
{
	g_string_append_printf(out, "layout %s\n", layout->header.name);
	dump_masters(layout, out);
	dump_styles(layout, out);
	guint count;
	const char **names = sorted_keys(layout->tables, &count);
	for (guint i = 0; i < count; i++) {
		dump_table(g_hash_table_lookup(layout->tables, names[i]), 0, out);
	}
	g_free(names);
	dump_blocks(&layout->blocks, 0, out);
}
