/* A node has what is marked as its own on the pages, and its children. Which comes first
 * is told by the order of the marks on the pages:
 *
 *     P  [ mark 4, Link [ mark 5, annotation ], mark 6 ]
 *
 * A node of several pages (a cell over a page break) is one element with marks of each.
 */
#include "paint/pdf_structure.h"
#include "paint/pdf_roles.h"
#include "paint/pdf_values.h"

#include <stdlib.h>

enum {
	NEVER = G_MAXINT
};

struct element {
	int object;    /* 0: left out */
	int reference; /* the object around it, of a link in a table of contents; 0: none
			*/
	int first;     /* the first mark in it or below; NEVER: none */
	int mark;      /* the first of its own, among the sorted */
	int end;
	bool is_text; /* a cell that has its one paragraph's marks, and no children */
};

struct structure {
	const struct pdf_painting *painting;
	struct element *elements;       /* by node */
	const struct pdf_mark **sorted; /* marks by node, else in their order */
	int root;
	struct heading_levels levels;
	GString *text; /* of the object being written */
};

static int mark_count(const struct structure *structure)
{
	return (int)structure->painting->marks->len;
}

static const struct pdf_mark *mark_at(const struct structure *structure, int index)
{
	return &g_array_index(structure->painting->marks, struct pdf_mark, (guint)index);
}

/* Where a mark stands in the order of the pages. */
static int order_of(const struct structure *structure, const struct pdf_mark *mark)
{
	return (int)(mark - mark_at(structure, 0));
}

/* Counts the marks of each node, then puts each into its node's part. */
static void sort_marks(struct structure *structure)
{
	int nodes = structure->painting->pages->node_count;
	for (int i = 0; i < mark_count(structure); i++) {
		structure->elements[mark_at(structure, i)->node].end++;
	}
	int sum = 0;
	for (int i = 0; i < nodes; i++) {
		struct element *element = &structure->elements[i];
		int count = element->end;
		element->mark = sum;
		element->end = sum;
		element->first = NEVER;
		sum += count;
	}
	structure->sorted = g_new(const struct pdf_mark *, (gsize)sum + 1);
	for (int i = 0; i < mark_count(structure); i++) {
		const struct pdf_mark *mark = mark_at(structure, i);
		structure->sorted[structure->elements[mark->node].end++] = mark;
	}
}

static struct element *element_of(
	const struct structure *structure, const struct structure_node *node)
{
	return &structure->elements[node->number];
}

static const struct structure_node *first_child(
	const struct structure *structure, const struct structure_node *node)
{
	return element_of(structure, node)->is_text ? NULL : node->first_child;
}

static int find_first(struct structure *structure, const struct structure_node *node)
{
	struct element *element = element_of(structure, node);
	int first = element->mark < element->end
			    ? order_of(structure, structure->sorted[element->mark])
			    : NEVER;
	for (const struct structure_node *child = first_child(structure, node); child;
		child = child->next) {
		first = MIN(first, find_first(structure, child));
	}
	element->first = first;
	return first;
}

static bool is_cell_of_one_text(
	const struct structure *structure, const struct structure_node *node)
{
	bool is_cell = node->role == STRUCTURE_TABLE_CELL ||
		       node->role == STRUCTURE_TABLE_HEADER_CELL;
	const struct structure_node *child = node->first_child;
	if (!is_cell || !child || child->next || child->first_child) {
		return false;
	}
	const struct element *element = element_of(structure, node);
	return element->mark == element->end && child->role == STRUCTURE_PARAGRAPH &&
	       !child->alternative;
}

/* Its paragraph's marks become the cell's, and lead back to the cell. */
static void merge_text(struct structure *structure, const struct structure_node *cell)
{
	struct element *element = element_of(structure, cell);
	struct element *text = element_of(structure, cell->first_child);
	element->mark = text->mark;
	element->end = text->end;
	element->is_text = true;
	text->object = element->object;
}

/* A table stays whole: its cells' spans count on each other. */
static void number_elements(
	struct structure *structure, const struct structure_node *node, bool whole)
{
	struct element *element = element_of(structure, node);
	if (element->first == NEVER && !whole) {
		return;
	}
	whole = whole || node->role == STRUCTURE_TABLE;
	element->object = pdf_file_reserve(structure->painting->file, 1);
	if (is_cell_of_one_text(structure, node)) {
		merge_text(structure, node);
	}
	if (node->role == STRUCTURE_LINK &&
		node->parent->role == STRUCTURE_CONTENTS_ITEM) {
		element->reference = pdf_file_reserve(structure->painting->file, 1);
	}
	for (const struct structure_node *child = first_child(structure, node); child;
		child = child->next) {
		number_elements(structure, child,
			whole && child->role >= STRUCTURE_TABLE_HEAD &&
				child->role <= STRUCTURE_TABLE_CELL);
	}
}

static int page_object(const struct structure *structure, int page)
{
	return structure->painting->first_page + page;
}

/* Marks on the element's own page are plain numbers. */
static void append_mark(const struct structure *structure, const struct pdf_mark *mark,
	int page, GString *text)
{
	if (mark->is_object) {
		g_string_append_printf(text, "<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>",
			mark->number, page_object(structure, mark->page));
	} else if (mark->page == page) {
		g_string_append_printf(text, " %d", mark->number);
	} else {
		g_string_append_printf(text, "<</Type/MCR/Pg %d 0 R/MCID %d>>",
			page_object(structure, mark->page), mark->number);
	}
}

/* Own marks and children, merged by the pages' order; children keep their own. */
static void append_kids(const struct structure *structure,
	const struct structure_node *node, int page, GString *text)
{
	const struct element *element = element_of(structure, node);
	int mark = element->mark;
	for (const struct structure_node *below = first_child(structure, node); below;
		below = below->next) {
		const struct element *child = element_of(structure, below);
		while (mark < element->end && child->first != NEVER &&
			order_of(structure, structure->sorted[mark]) < child->first) {
			append_mark(structure, structure->sorted[mark++], page, text);
		}
		if (child->object > 0) {
			g_string_append_printf(text, " %d 0 R",
				child->reference > 0 ? child->reference : child->object);
		}
	}
	for (; mark < element->end; mark++) {
		append_mark(structure, structure->sorted[mark], page, text);
	}
}

/* What table readers go by (14.8.5.7). */
static void append_attributes(const struct structure_node *node, GString *text)
{
	static const char *const scopes[] = {
		[SCOPE_NONE] = NULL,
		[SCOPE_ROW] = "Row",
		[SCOPE_COLUMN] = "Column",
		[SCOPE_BOTH] = "Both",
	};
	const char *scope = scopes[node->scope];
	if (!scope && node->row_span <= 1 && node->column_span <= 1) {
		return;
	}
	g_string_append(text, "/A<</O/Table");
	if (scope) {
		g_string_append_printf(text, "/Scope/%s", scope);
	}
	if (node->row_span > 1) {
		g_string_append_printf(text, "/RowSpan %d", node->row_span);
	}
	if (node->column_span > 1) {
		g_string_append_printf(text, "/ColSpan %d", node->column_span);
	}
	g_string_append(text, ">>");
}

static void append_description(const struct structure_node *node, GString *text)
{
	if (node->alternative) {
		g_string_append(text, "/Alt");
		pdf_append_text(text, node->alternative);
	}
	if (node->role == STRUCTURE_NOTE) {
		/* ISO 14289-1 7.9: a name of its own. */
		g_string_append_printf(text, "/ID(note-%d)", node->number);
	}
}

/* Entries of a table of contents refer to what they name (table 333). */
static int write_reference(
	const struct structure *structure, const struct element *element, int parent)
{
	if (element->reference == 0) {
		return parent;
	}
	g_string_printf(structure->text, "<</S/Reference/P %d 0 R/K %d 0 R>>", parent,
		element->object);
	pdf_file_put(structure->painting->file, element->reference, structure->text);
	return element->reference;
}

static void write_element(
	struct structure *structure, const struct structure_node *node, int parent)
{
	GString *text = structure->text;
	const struct element *element = element_of(structure, node);
	if (element->object == 0) {
		return;
	}
	parent = write_reference(structure, element, parent);
	bool has_marks = element->mark < element->end;
	int page = has_marks ? structure->sorted[element->mark]->page : -1;
	g_string_printf(
		text, "<</S/%s/P %d 0 R", pdf_role_of(node, &structure->levels), parent);
	if (has_marks) {
		g_string_append_printf(text, "/Pg %d 0 R", page_object(structure, page));
	}
	append_description(node, text);
	append_attributes(node, text);
	if (has_marks || first_child(structure, node)) {
		g_string_append(text, "/K[");
		append_kids(structure, node, page, text);
		g_string_append(text, "]");
	}
	g_string_append(text, ">>");
	pdf_file_put(structure->painting->file, element->object, text);
	for (const struct structure_node *child = first_child(structure, node); child;
		child = child->next) {
		write_element(structure, child, element->object);
	}
}

static int object_of(const struct structure *structure, const struct pdf_mark *mark)
{
	return structure->elements[mark->node].object;
}

/* For each page its marks' elements by number, then for each annotation its element:
 * both in the order of the marks (14.7.4.4). */
static void append_parents(const struct structure *structure, GString *text)
{
	int mark = 0;
	for (int page = 0; page < structure->painting->painted_count; page++) {
		g_string_append_printf(text, "%d [", page);
		for (; mark < mark_count(structure) &&
			mark_at(structure, mark)->page == page;
			mark++) {
			if (!mark_at(structure, mark)->is_object) {
				g_string_append_printf(text, " %d 0 R",
					object_of(structure, mark_at(structure, mark)));
			}
		}
		g_string_append(text, " ]\n");
	}
	int key = structure->painting->painted_count;
	for (mark = 0; mark < mark_count(structure); mark++) {
		if (mark_at(structure, mark)->is_object) {
			g_string_append_printf(text, "%d %d 0 R\n", key++,
				object_of(structure, mark_at(structure, mark)));
		}
	}
}

static void write_root(const struct structure *structure, GString *text)
{
	const struct pdf_painting *painting = structure->painting;
	g_string_assign(text, "<< /Nums [");
	append_parents(structure, text);
	g_string_append(text, "] >>");
	int parents = pdf_file_add(painting->file, text);
	g_string_printf(text,
		"<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R "
		"/ParentTreeNextKey %d >>",
		element_of(structure, painting->pages->structure)->object, parents,
		painting->painted_count + painting->annotation_count);
	pdf_file_put(painting->file, structure->root, text);
}

int pdf_structure_write(const struct pdf_painting *painting)
{
	const struct structure_node *document = painting->pages->structure;
	struct structure structure = {
		.painting = painting,
		.elements =
			g_new0(struct element, (gsize)painting->pages->node_count + 1),
		.root = pdf_file_reserve(painting->file, 1),
		.text = g_string_new(NULL),
	};
	sort_marks(&structure);
	find_first(&structure, document);
	element_of(&structure, document)->first = 0; /* there is always a document */
	number_elements(&structure, document, false);
	write_element(&structure, document, structure.root);
	write_root(&structure, structure.text);
	g_string_free(structure.text, TRUE);
	g_free(structure.sorted);
	g_free(structure.elements);
	return structure.root;
}
