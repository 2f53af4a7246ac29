/* Pages as text, an item a line. Numbers have two places and a point whatever the locale,
 * and what is at its default is left out, so that a dump shows what was decided. */
#include "page/page.h"

#include <math.h>
#include <string.h>

static const char *const role_names[] = {
	[STRUCTURE_DOCUMENT] = "Document",
	[STRUCTURE_PART] = "Part",
	[STRUCTURE_SECTION] = "Sect",
	[STRUCTURE_TITLE] = "Title",
	[STRUCTURE_HEADING] = "H",
	[STRUCTURE_PARAGRAPH] = "P",
	[STRUCTURE_LIST] = "L",
	[STRUCTURE_LIST_ITEM] = "LI",
	[STRUCTURE_LABEL] = "Lbl",
	[STRUCTURE_LIST_BODY] = "LBody",
	[STRUCTURE_CONTENTS] = "TOC",
	[STRUCTURE_CONTENTS_ITEM] = "TOCI",
	[STRUCTURE_TABLE] = "Table",
	[STRUCTURE_TABLE_HEAD] = "THead",
	[STRUCTURE_TABLE_BODY] = "TBody",
	[STRUCTURE_TABLE_ROW] = "TR",
	[STRUCTURE_TABLE_HEADER_CELL] = "TH",
	[STRUCTURE_TABLE_CELL] = "TD",
	[STRUCTURE_CAPTION] = "Caption",
	[STRUCTURE_FIGURE] = "Figure",
	[STRUCTURE_LINK] = "Link",
	[STRUCTURE_NOTE] = "Note",
	[STRUCTURE_SPAN] = "Span",
};

static const char *const artifact_names[] = {
	[ARTIFACT_NONE] = "none",
	[ARTIFACT_PAGINATION] = "pagination",
	[ARTIFACT_LAYOUT] = "layout",
	[ARTIFACT_BACKGROUND] = "background",
};

static const char *const scope_names[] = {
	[SCOPE_NONE] = "none",
	[SCOPE_ROW] = "row",
	[SCOPE_COLUMN] = "column",
	[SCOPE_BOTH] = "both",
};

static const char *const turn_names[] = {
	[TURN_NONE] = "",
	[TURN_LEFT] = " turned left",
	[TURN_RISING] = " rising",
};

struct dump {
	GString *out;
	int *ordinals; /* of each node among its parent's children of its role, from 1 */
};

const char *structure_role_name(enum structure_role role)
{
	return role_names[role];
}

static void dump_number(GString *out, double number)
{
	char buffer[G_ASCII_DTOSTR_BUF_SIZE];
	double rounded = round(number * 100.0) / 100.0;
	/* Adding zero turns -0 into 0. */
	g_ascii_formatd(buffer, sizeof(buffer), "%.2f", rounded + 0.0);
	g_string_append(out, buffer);
}

static void dump_numbers(GString *out, const double *numbers, int count)
{
	for (int i = 0; i < count; i++) {
		g_string_append_c(out, ' ');
		dump_number(out, numbers[i]);
	}
}

static void dump_text(GString *out, const char *text, size_t length)
{
	g_string_append(out, " \"");
	for (const char *at = text; at < text + length;
		at = g_utf8_find_next_char(at, NULL)) {
		gunichar character = g_utf8_get_char(at);
		if (character == '"' || character == '\\') {
			g_string_append_c(out, '\\');
			g_string_append_unichar(out, character);
		} else if (g_unichar_isprint(character)) {
			g_string_append_unichar(out, character);
		} else {
			g_string_append_printf(out, "\\u{%X}", character);
		}
	}
	g_string_append_c(out, '"');
}

static void dump_string(GString *out, const char *text)
{
	dump_text(out, text, strlen(text));
}

/* Like `Document/Table/TR[2]/TD[3]`: the third cell of the second row. */
static void dump_path(const struct dump *dump, const struct structure_node *node)
{
	if (node->parent) {
		dump_path(dump, node->parent);
		g_string_append_c(dump->out, '/');
	}
	g_string_append(dump->out, role_names[node->role]);
	if (node->role == STRUCTURE_HEADING) {
		g_string_append_printf(dump->out, "%d", node->level);
	}
	if (dump->ordinals[node->number] > 1) {
		g_string_append_printf(dump->out, "[%d]", dump->ordinals[node->number]);
	}
}

static void dump_structure_of(const struct dump *dump, const struct item *item)
{
	g_string_append_c(dump->out, ' ');
	if (item->artifact != ARTIFACT_NONE) {
		g_string_append_printf(
			dump->out, "artifact %s", artifact_names[item->artifact]);
	} else {
		dump_path(dump, item->node);
	}
}

static void dump_colour(GString *out, const struct colour *colour)
{
	const double parts[] = {colour->red, colour->green, colour->blue};
	if (parts[0] != 0.0 || parts[1] != 0.0 || parts[2] != 0.0) {
		g_string_append(out, " colour");
		dump_numbers(out, parts, 3);
	}
}

static void dump_text_item(GString *out, const struct item_text *text)
{
	const double place[] = {text->x, text->y};
	g_string_append(out, "text");
	dump_numbers(out, place, 2);
	g_string_append_printf(out, " %s", text->face->name);
	dump_numbers(out, &text->size, 1);
	g_string_append(out, turn_names[text->turn]);
}

static void dump_path_item(GString *out, const struct item_path *path)
{
	g_string_append(out, "path");
	dump_numbers(out, path->points, 2 * path->point_count);
	if (path->closed) {
		g_string_append(out, " closed");
	}
	if (path->width > 0) {
		g_string_append(out, " width");
		dump_numbers(out, &path->width, 1);
	} else {
		g_string_append(out, " filled");
	}
}

static void dump_rule(GString *out, const struct item_rule *rule)
{
	const double ends[] = {rule->x1, rule->y1, rule->x2, rule->y2};
	g_string_append(out, "rule");
	dump_numbers(out, ends, 4);
	g_string_append(out, " width");
	dump_numbers(out, &rule->width, 1);
}

static void dump_fill(GString *out, const struct item_fill *fill)
{
	const double area[] = {fill->x, fill->y, fill->width, fill->height};
	g_string_append(out, "fill");
	dump_numbers(out, area, 4);
}

static void dump_link(GString *out, const struct item_link *link)
{
	const double area[] = {link->x, link->y, link->width, link->height};
	g_string_append(out, "link");
	dump_numbers(out, area, 4);
	g_string_append(out, link->destination ? " destination" : " uri");
	dump_string(out, link->destination ? link->destination : link->uri);
}

static void dump_item(const struct dump *dump, const struct item *item)
{
	switch (item->kind) {
	case ITEM_TEXT:
		dump_text_item(dump->out, &item->text);
		break;
	case ITEM_RULE:
		dump_rule(dump->out, &item->rule);
		break;
	case ITEM_FILL:
		dump_fill(dump->out, &item->fill);
		break;
	case ITEM_PATH:
		dump_path_item(dump->out, &item->path);
		break;
	case ITEM_LINK:
		dump_link(dump->out, &item->link);
		break;
	}
	dump_colour(dump->out, &item->colour);
	dump_structure_of(dump, item);
	if (item->kind == ITEM_TEXT) {
		dump_text(dump->out, item->text.text, item->text.text_length);
	} else if (item->kind == ITEM_PATH && item->path.text) {
		dump_string(dump->out, item->path.text);
	}
	g_string_append_c(dump->out, '\n');
}

static void dump_page(const struct dump *dump, const struct page *page, guint index)
{
	const double size[] = {page->width, page->height};
	g_string_append_printf(dump->out, "page %u", index + 1);
	dump_numbers(dump->out, size, 2);
	if (page->number != 0) {
		g_string_append_printf(dump->out, " number %d", page->number);
	}
	if (page->label) {
		g_string_append(dump->out, " label");
		dump_string(dump->out, page->label);
	}
	g_string_append_c(dump->out, '\n');
	for (guint i = 0; i < page->items->len; i++) {
		dump_item(dump, &g_array_index(page->items, struct item, i));
	}
}

static void number_children(struct dump *dump, const struct structure_node *node)
{
	int seen[G_N_ELEMENTS(role_names)] = {0};
	for (const struct structure_node *child = node->first_child; child;
		child = child->next) {
		dump->ordinals[child->number] = ++seen[child->role];
		number_children(dump, child);
	}
}

/* A line for each node that says more than its path does. */
static void dump_attributes(const struct dump *dump, const struct structure_node *node)
{
	if (node->scope != SCOPE_NONE || node->row_span > 1 || node->column_span > 1 ||
		node->alternative) {
		g_string_append(dump->out, "structure ");
		dump_path(dump, node);
		if (node->scope != SCOPE_NONE) {
			g_string_append_printf(
				dump->out, " scope %s", scope_names[node->scope]);
		}
		if (node->row_span > 1) {
			g_string_append_printf(dump->out, " rows %d", node->row_span);
		}
		if (node->column_span > 1) {
			g_string_append_printf(
				dump->out, " columns %d", node->column_span);
		}
		if (node->alternative) {
			g_string_append(dump->out, " alternative");
			dump_string(dump->out, node->alternative);
		}
		g_string_append_c(dump->out, '\n');
	}
	for (const struct structure_node *child = node->first_child; child;
		child = child->next) {
		dump_attributes(dump, child);
	}
}

static void dump_destinations(GString *out, const struct pages *pages)
{
	for (guint i = 0; i < pages->destinations->len; i++) {
		const struct destination *destination =
			&g_array_index(pages->destinations, struct destination, i);
		const double place[] = {destination->x, destination->y};
		g_string_append(out, "destination");
		dump_string(out, destination->name);
		g_string_append_printf(out, " page %d", destination->page + 1);
		dump_numbers(out, place, 2);
		g_string_append_c(out, '\n');
	}
}

static void dump_outline(GString *out, const struct pages *pages)
{
	for (guint i = 0; i < pages->outline->len; i++) {
		const struct outline_entry *entry =
			&g_array_index(pages->outline, struct outline_entry, i);
		g_string_append_printf(out, "outline %d", entry->level);
		dump_string(out, entry->title);
		g_string_append(out, " to");
		dump_string(out, entry->destination);
		g_string_append_c(out, '\n');
	}
}

static void dump_metadata(GString *out, const struct metadata *metadata)
{
	const struct {
		const char *name;
		const char *value;
	} values[] = {
		{"title", metadata->title},
		{"author", metadata->author},
		{"subject", metadata->subject},
		{"keywords", metadata->keywords},
		{"reference", metadata->reference},
		{"date", metadata->date},
		{"language", metadata->language},
		{"layout", metadata->layout},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
		if (values[i].value) {
			g_string_append_printf(out, "metadata %s", values[i].name);
			dump_string(out, values[i].value);
			g_string_append_c(out, '\n');
		}
	}
}

void pages_dump_wanted(const struct pages *pages, const bool *wanted, GString *out)
{
	struct dump dump = {
		.out = out, .ordinals = g_new0(int, (gsize)pages->node_count)};
	number_children(&dump, pages->structure);
	for (guint i = 0; i < pages->list->len; i++) {
		if (!wanted || wanted[i]) {
			dump_page(&dump, g_ptr_array_index(pages->list, i), i);
		}
	}
	dump_attributes(&dump, pages->structure);
	dump_destinations(out, pages);
	dump_outline(out, pages);
	dump_metadata(out, &pages->metadata);
	g_free(dump.ordinals);
}

void pages_dump(const struct pages *pages, GString *out)
{
	pages_dump_wanted(pages, NULL, out);
}
