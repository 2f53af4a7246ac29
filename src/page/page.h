/* Finished pages: the one contract between composing and painting. Everything stands at
 * its place; painters decide nothing. Places are in points from the sheet's top left
 * corner, y down.
 *
 * The contract is whole from its first day: structure with table attributes, artifacts,
 * links, destinations, outline, page labels, metadata, and the place in the plan that
 * each item came from. */
#ifndef PAGE_PAGE_H
#define PAGE_PAGE_H

#include "base/diagnostics.h"
#include "base/passage.h"
#include "text/paragraph.h"

/* ---- structure: what a reader of the file is told (ISO 32000-1 14.8) ---- */

enum structure_role {
	STRUCTURE_DOCUMENT,
	STRUCTURE_PART,
	STRUCTURE_SECTION,
	STRUCTURE_TITLE, /* written as H1 or P by the painter's profile */
	STRUCTURE_HEADING,
	STRUCTURE_PARAGRAPH,
	STRUCTURE_LIST,
	STRUCTURE_LIST_ITEM,
	STRUCTURE_LABEL,
	STRUCTURE_LIST_BODY,
	STRUCTURE_CONTENTS,
	STRUCTURE_CONTENTS_ITEM,
	STRUCTURE_TABLE,
	STRUCTURE_TABLE_HEAD,
	STRUCTURE_TABLE_BODY,
	STRUCTURE_TABLE_ROW,
	STRUCTURE_TABLE_HEADER_CELL,
	STRUCTURE_TABLE_CELL,
	STRUCTURE_CAPTION,
	STRUCTURE_FIGURE,
	STRUCTURE_LINK,
	STRUCTURE_NOTE,
	STRUCTURE_SPAN,
};

enum table_scope {
	SCOPE_NONE,
	SCOPE_ROW,
	SCOPE_COLUMN,
	SCOPE_BOTH,
};

struct structure_node {
	enum structure_role role;
	int level;              /* of a heading, from 1 */
	enum table_scope scope; /* of a header cell */
	int row_span;           /* of a cell, from 1 */
	int column_span;
	const char *alternative; /* text for what is no text; NULL: none */
	struct structure_node *parent;
	struct structure_node *first_child; /* in reading order; NULL: none */
	struct structure_node *last_child;
	struct structure_node *next; /* behind it under its parent; NULL: none */
	int number; /* in its document, from 0, in the order of creation */
};

/** What an item is when it is no part of the text. */
enum artifact {
	ARTIFACT_NONE,
	ARTIFACT_PAGINATION, /* page numbers, repeated heads and captions */
	ARTIFACT_LAYOUT,     /* rules, fills */
	ARTIFACT_BACKGROUND, /* watermarks */
};

/* ---- items ---- */

enum item_kind {
	ITEM_TEXT,
	ITEM_RULE, /* a straight stroke */
	ITEM_FILL, /* a filled rectangle */
	ITEM_PATH, /* straight segments: check boxes and their marks */
	ITEM_LINK, /* an area that leads somewhere */
};

enum turn {
	TURN_NONE,
	TURN_LEFT,   /* a quarter counter-clockwise: text runs upward */
	TURN_RISING, /* an eighth: text runs from corner to corner, as watermarks do */
};

/** A step of length 1. */
struct direction {
	double x, y;
};

/** Where text so turned runs to along its baseline. What lies one below the baseline is
 * -y further right and x further down. */
struct direction turn_direction(enum turn turn);

/** Glyphs of one face and size on one baseline. */
struct item_text {
	const struct face *face;
	double size;
	enum turn turn;
	double x;         /* origin of the first glyph */
	double y;         /* baseline */
	const char *text; /* UTF-8 of all glyphs, in reading order */
	size_t text_length;
	const struct item_glyph *glyphs;
	int glyph_count;
	const struct item_cluster *clusters; /* which bytes are which glyphs */
	int cluster_count;
};

struct item_glyph {
	guint32 id;
	float x; /* from the item's origin along the baseline, points */
	float y; /* from the baseline, points, down */
};

struct item_cluster {
	guint16 text_length; /* bytes */
	guint16 glyph_count;
};

struct item_rule {
	double x1, y1, x2, y2;
	double width;
};

struct item_fill {
	double x, y, width, height;
};

struct item_path {
	const double *points; /* x, y in turn */
	int point_count;
	double width; /* of the stroke; 0: filled */
	bool closed;
	const char *text; /* the character that it shows; NULL: none */
};

struct item_link {
	double x, y, width, height;
	const char *destination; /* name of a destination; NULL: see uri */
	const char *uri;
};

struct item {
	enum item_kind kind;
	enum artifact artifact;      /* ARTIFACT_NONE: `node` says what it is part of */
	struct structure_node *node; /* NULL for artifacts */
	const char *element; /* of an official document that it belongs to, as the proof
			      * names it; NULL: none */
	struct colour colour;
	struct place place; /* in the plan or the layout */
	union {
		struct item_text text;
		struct item_rule rule;
		struct item_fill fill;
		struct item_path path;
		struct item_link link;
	};
};

/* ---- pages ---- */

struct page {
	double width;
	double height;
	int number;        /* as counted; 0: not counted */
	const char *label; /* as printed; NULL: none */
	GArray *items; /* struct item, in reading order; artifacts in painting order */
};

struct destination {
	const char *name;
	int page; /* index, from 0 */
	double x, y;
};

struct outline_entry {
	int level; /* from 1 */
	const char *title;
	const char *destination;
};

struct metadata {
	const char *title;
	const char *author; /* the organ */
	const char *subject;
	const char *keywords;
	const char *reference; /* 发文字号 */
	const char *date;      /* ISO 8601; NULL: none */
	const char *language;  /* `zh-CN` */
	const char *layout;    /* name and version */
	const char *inputs; /* a sum over the files of plan and layout; NULL: unknown */
};

struct pages {
	struct arena *arena;
	GPtrArray *list;                  /* struct page */
	struct structure_node *structure; /* the document's root */
	int node_count;
	GArray *destinations; /* struct destination, see pages_add_destination() */
	GHashTable *destination_numbers; /* name -> its index there, from 1 */
	GArray *outline;                 /* struct outline_entry */
	struct metadata metadata;
};

/** Empty pages with a structure root, living in an arena of their own. */
struct pages *pages_create(void);
void pages_destroy(struct pages *pages);

/** A new page at the end. */
struct page *pages_add(struct pages *pages, double width, double height);

/** A new node at the end of a parent's children; spans are 1. */
struct structure_node *structure_add(
	struct pages *pages, struct structure_node *parent, enum structure_role role);

/** Adds an item to a page; the copy that the page keeps may be filled further until the
 * next one is added. An item is an artifact or part of a node, never both nor neither
 * (ISO 14289-1 7.1): anything else is our own fault and asserted. */
struct item *page_add(struct page *page, struct item item);

/** Where and as what a line is set. Turned, the measure runs from (x, y) as the text
 * does.
 */
struct line_setting {
	double x; /* left edge of the measure */
	double y; /* baseline */
	enum turn turn;
	enum artifact artifact;
	struct structure_node *node;
	const char *element; /* as items have it */
};

/** Sets clusters [first, end) of a paragraph's line as text items, one per stretch of one
 * face, size and colour, with line_place(): the left edge of the measure at x, the
 * baseline at y. Blanks at the line's edges are not set, those inside are; nor is what no
 * face has; what has a shape is drawn as paths, the first of which says its text. Each
 * cluster is set `trim_start` before its place: the ink left stands in its
 * cell. A tab's leader is an artifact between the two; a blank stands for the tab in the
 * text before it. */
void page_add_line(struct pages *pages, struct page *page,
	const struct paragraph *paragraph, const struct line *line,
	const struct line_setting *setting);

/** Adds a destination; its name lives as long as the pages. Of two of one name the first
 * holds. */
void pages_add_destination(struct pages *pages, struct destination destination);

/** Where a destination is; NULL: there is none of that name. */
const struct destination *pages_destination(const struct pages *pages, const char *name);

/** Puts an empty page before the one of that index, or at the end; it has no number. What
 * leads to the pages behind it still does. */
struct page *pages_insert(struct pages *pages, guint index, double width, double height);

/** Moves all of `added` behind the pages, as a part of its own in structure and outline,
 * where it goes by a title; `added` then belongs to the pages. Its places keep their
 * names apart from those of others by its number among the parts. */
void pages_append(struct pages *pages, struct pages *added, const char *title);

/** Lays the pages out as a booklet: on each side of a sheet two of them, so that all
 * sheets, folded together, read in order (of N pages the first side has N and 1, the
 * second one 2 and N - 1, ...; the sheets are printed on both sides, turned on their
 * short edge). Blank pages fill up to a multiple of four: at the end, but before a last
 * page that has no number, since that is an imprint, which closes a document (GB/T
 * 9704-2012 7.4). Numbers and labels of pages end with them; links, bookmarks and
 * structure stay. False after reporting a page of another size than the first one's. */
bool pages_impose(struct pages *pages, struct diagnostics *diagnostics);

/** Prints pages, an item a line: kind, place in points, face, size, structure, text; then
 * what structure, destinations, outline and metadata say. This is `--format pages`, and
 * what most tests pin. Same pages, same bytes.
 *
 *     page 1 595.28 841.89 number 1 label "1"
 *     text 79.37 120.00 Some Face 16.00 Document/Table/TR[2]/TD[3] "..."
 *     text 79.37 120.00 Some Face 16.00 turned left artifact pagination "1"
 *     rule 79.37 130.00 520.00 130.00 width 0.50 colour 1.00 0.00 0.00 artifact layout
 *     structure Document/Table/TR/TH scope column rows 2 columns 3
 *
 * In a path the first child of its role goes without a number; black goes without saying.
 * In texts \" and \\ stand for themselves, \u{A} for what cannot be printed. */
void pages_dump(const struct pages *pages, GString *out);

/** The same of some pages (by index; NULL: all), with all that belongs to the whole. */
void pages_dump_wanted(const struct pages *pages, const bool *wanted, GString *out);

/** A role's name in the dump. */
const char *structure_role_name(enum structure_role role);

#endif
