/* A layout: how a document shall look, read from layouts/ and checked against the model.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "layout/block_manner.h"
#include "layout/copy_marks.h"
#include "layout/page_master.h"
#include "layout/proof_rules.h"
#include "layout/table_layout.h"

/** What a layout says of itself. */
struct layout_header {
	const char *name;
	const char *title;
	const char *organ;
	const char *year;
	const char *version;
	const char *source;
	const char *inherit; /* name of the layout it changes; NULL: none */
	const char *path;
	bool complete; /* has blocks of its own or by inheritance: can make a document */
};

/** A number's pattern: `（{一}）` is `（`, numerals `一`, `）`. */
struct numbering {
	const char *before;
	const char *numerals; /* a style of numeral_text(); NULL: no number at all */
	const char *after;
};

enum layout_block_kind {
	LAYOUT_TEXT,
	LAYOUT_SECTIONS,
	LAYOUT_TABLE,
	LAYOUT_GROUP,
	LAYOUT_EACH,
	LAYOUT_PAGE_BREAK,
	LAYOUT_NAMES,
	LAYOUT_RULE,
	LAYOUT_SIGNATURE,
	LAYOUT_PART,
	LAYOUT_MARK,
	LAYOUT_INSERT,
	LAYOUT_CONTENTS,
};

/** Names in columns behind a label, turnover under the first name:
 *
 *     - names:
 *         each: 组.姓名 as 人
 *         name: "{人}"
 *         label: "{组.称谓}："     # may be left out
 *         style: 正文
 *         name width: 3字          # names of two characters are spread to it; 3字
 *         label width: 3字         # the label without its colon likewise; 0
 *         gap: 1字                 # between columns; 1字
 *         in row: 2                # names in a row: the list is no wider and stands at
 *                                  # the end of the measure; as many as fit
 *
 * Longer names stay as they are and take as many columns as they need. Labels of lists
 * that follow each other are as wide as the widest. Nobody to name prints nothing. */
struct names_layout {
	struct each_clause each;
	const struct template *name;
	const struct template *label; /* NULL: none */
	const struct style *style;
	struct length name_width;
	struct length label_width;
	struct length gap;
	int in_row; /* 0: as many as fit */
};

/** Strokes across the measure:
 *
 *     - rule: 0.5mm               # its weight
 *       second: 0.25mm            # of another below it; none
 *       gap: 0.35mm               # between the two
 *       width: 170mm              # centred on the measure; as wide as that
 *       before: 4mm               # clear space above; 0
 *       after: 0mm                # and below; 0
 *       fixed: 276mm              # the middle of the first one stands so far below the
 *                                 # sheet's head and takes no room; where it comes
 *       colour: "#ff0000"         # black */
struct rule_layout {
	double weight;
	double second;
	double gap;
	double width; /* 0: the measure's */
	double before;
	double after;
	double fixed; /* 0: where it comes */
	struct colour colour;
};

/** Who signs, when, and the place of the seal (GB/T 9704-2012 7.3.5):
 *
 *     - signature: sealed         # sealed, plain or stamped
 *       signatories: 署名 as 机关 # may be left out where one organ signs
 *       name: "{机关}"            # stamped: the post of who signs
 *       date: "{成文日期}"
 *       style: 正文
 *       seal: 42mm                # diameter; 42mm
 *       seal diameter: 印章直径    # of the plan, in mm, where it says so
 *       stamp: [40mm, 20mm]       # of a stamped name; 40mm by 20mm
 *       outline: "#f4c7c7"        # shows the places of seals and stamps; nothing
 *
 * Nobody to name prints nothing. */
struct signature_layout {
	enum signature_kind kind;
	struct each_clause each; /* its list is NULL: one name */
	const struct template *name;
	const struct template *date; /* NULL: none */
	const struct style *style;
	double seal;
	const struct expr *seal_diameter; /* NULL: always the same */
	double stamp[2];
	bool outlined;
	struct colour outline;
};

/** The names of organs that issue a document together, in a stack, each spread to the
 * widest (GB/T 9704-2012 7.2.4):
 *
 *     - mark: 联合机关 as 机关
 *       name: "{机关}"
 *       beside: 文件              # on their right, centred on the stack; nothing
 *       style: 发文机关标志
 *       most height: 70mm         # of the stack, which is else set smaller; any */
struct mark_layout {
	struct each_clause each;
	const struct template *name;
	const struct template *beside; /* NULL: none */
	const struct style *style;
	double most_height;
};

/** How entries of one level look in the contents. */
struct contents_level {
	const struct style *style; /* its leader fills the line up to the number */
	bool numbered;
	const char *before; /* around the number */
	const char *after;
};

/** The contents: an entry for each heading that is listed, with the number printed on its
 * page.
 *
 *     - contents:
 *         number: "( {page} )"                # around the numbers; {page}
 *         levels:                             # as deep as there are levels
 *           - {style: 目录一级, number: no}     # no number
 *           - {style: 目录二级, leader: "."}    # the style's leader */
struct contents_layout {
	const struct contents_level *levels;
	size_t level_count;
};

/** How headings of one depth look. */
struct section_level {
	struct numbering number;
	const struct template *heading;
	const struct template *contents; /* the heading's words there; NULL: the same */
	const struct style *style;
	const struct style *run_in; /* style of a heading on its paragraph's line */
};

enum section_content_kind {
	SECTION_PROSE,
	SECTION_SECTIONS, /* the sections below */
	SECTION_TABLES,   /* names of the layout's tables */
	SECTION_BLOCKS,   /* whatever blocks print of the section */
};

/** What a field of a section prints; of prose also where the turnover lines of numbered
 * paragraphs begin: `{prose: 正文, hang: number}`. */
struct section_content {
	const char *field;
	enum section_content_kind kind;
	const struct style *style; /* of prose */
	struct text_manner manner; /* likewise: only `hang` */
	struct layout_blocks blocks;
};

/** Sections to any depth; what a section holds is printed in the order its author wrote
 * it.
 *
 *     contents: 节.目录 != '不列入'        # whether contents list it, and what is below
 *     contents below: 节.目录 != '止于本级' # whether they list what is below
 *     contents level: 2                   # of the outermost headings; 1 */
struct sections_layout {
	struct each_clause each;
	const struct expr *listed;       /* in contents; NULL: always */
	const struct expr *listed_below; /* NULL: always */
	int listed_level;
	const struct expr *run_in; /* NULL: never */
	const char *number_field; /* holds the author's own number; NULL: there is none */
	const char *title_field;  /* a section without it has no heading */
	const struct section_level *levels;
	size_t level_count;
	const struct section_content *contents;
	size_t content_count;
};

/** A page master that may depend on the plan. */
struct part_page {
	const struct expr *when; /* NULL: always */
	const struct page_master *master;
};

/** Pages of one kind, which begin with a page of their own:
 *
 *     - part: 横页                # a page master; or several, of which the first holds
 *                                 # whose condition does: [{page: 横页, when: …}, 公文页]
 *       begins: odd               # on an odd page; on the next one
 *       numbers: from 1           # or none: counted, but not printed; go on
 *       numerals: i               # i, ii, iii; 1, 2, 3
 *       blocks: [...]
 *
 * Where the numbers begin with an odd one, so do the pages, unless `begins` says
 * otherwise. */
struct part_layout {
	const struct part_page *pages; /* the last one has no condition */
	size_t page_count;
	bool begins_odd;
	struct page_numbering numbering;
	struct layout_blocks blocks;
};

/** What few blocks have; all that a block prints has it.
 *
 *     element: 发文机关标志       # which element of an official document it is
 *     hidden: 套打                # a condition: its room is kept, nothing is printed
 *     ink top: 35mm               # where the ink of its first line begins, below the
 *                                 # head of the type area; above it: -7mm
 *     room: crowded               # only where the first page would be left without body
 *                                 # text (usual: only where it would not)
 *     body: yes                   # body text
 *     beside above: yes           # begins level with the last line above it */
struct block_manner_layout {
	const char *element;
	const struct expr *hidden; /* NULL: never */
	bool has_ink_top;
	double ink_top;
	enum block_stand stand;
	bool body;
	bool beside_above;
};

/** What stands at the foot of the last page. */
struct imprint_layout {
	const struct page_master *master;
	bool even;
	const struct expr *when; /* NULL: always */
	struct layout_blocks blocks;
};

/** What copies show besides the document:
 *
 *     copies:
 *       draft:
 *         label:                  # a line with the stage of the draft
 *           text: "{稿名}"
 *           style: 稿次标记
 *           side: right           # as fields of pages have it
 *           inset: 0
 *           top: 20mm             # from the sheet's head to its ink
 *           first only: yes       # not on further pages
 *         watermark: {text: "{稿名}", style: 水印} # from corner to corner, under the
 * text filing: stamp: {size: [45mm, 16mm], top: 15mm, outline: "#f4c7c7"} */
struct copies_layout {
	struct page_field label;           /* but for its text */
	const struct template *label_text; /* NULL: there is no label */
	const struct template *watermark;  /* NULL: none */
	const struct style *watermark_style;
	struct filing_stamp stamp;
};

struct layout_block {
	enum layout_block_kind kind;
	struct place place;
	const struct expr *when;                  /* NULL: always */
	const struct block_manner_layout *manner; /* NULL: nothing special */
	union {
		struct text_layout text;
		struct sections_layout sections;
		const struct table_layout *table;
		struct names_layout names;
		struct rule_layout rule;
		struct signature_layout signature;
		struct part_layout part;
		struct mark_layout mark;
		struct contents_layout contents;
		const struct expr *insert; /* a list of names of tables */
		struct layout_blocks group;
		struct {
			struct each_clause clause;
			struct layout_blocks blocks;
		} each;
	};
};

struct layout_metadata {
	const struct template *title;
	const struct template *organ;
	const struct template *subject;
	const struct template *keywords;
	const struct template *reference;
	const struct expr *date; /* gives a date */
};

struct layout {
	struct layout_header header;
	struct font_roles faces;
	GHashTable *masters;      /* name -> struct page_master */
	GHashTable *styles;       /* name -> struct style */
	GHashTable *table_styles; /* name -> struct table_style */
	GHashTable *tables;       /* name -> struct table_layout */
	const struct page_master *master;
	struct layout_blocks blocks;
	bool has_contents;             /* somewhere among them */
	struct imprint_layout imprint; /* its master is NULL: there is none */
	struct copies_layout copies;
	struct layout_metadata metadata;
	const struct template
		*file; /* name of its file, without an ending; NULL: the plan's */
	struct proof_rules proof; /* what finished pages are held against */
};

/** Folders that hold layouts, searched in order, the program's own last; ended by NULL.
 */
struct layout_folders {
	const char *const *folders;
	const struct limits *limits;
};

/** A layout's file with all that it inherits merged in: records merge, lists whose items
 * have an `id` replace those items (`remove: yes` takes them out), other lists replace
 * whole. NULL after reporting:
 * there is none of that name (`wanted` is where it was asked for), a cycle, a file that
 * is no layout. */
const struct yaml_node *layout_file_read(struct arena *arena,
	const struct layout_folders *folders, const struct passage *wanted,
	struct diagnostics *diagnostics);

/** A data file that is no layout (`faces`, `plan`), from the program's own folder. */
const struct yaml_node *layout_data_read(struct arena *arena,
	const struct layout_folders *folders, const char *name,
	struct diagnostics *diagnostics);

/** The headers of all layouts in the folders, by name: GPtrArray of struct layout_header.
 * Of two files with one name the first folder's counts. Files that cannot be read, or
 * whose layout has another name than they, are reported. */
GPtrArray *layout_list(struct arena *arena, const struct layout_folders *folders,
	struct diagnostics *diagnostics);

/** What reading a layout needs. */
struct layout_sources {
	const struct yaml_node *file;  /* layout_file_read() */
	const struct yaml_node *faces; /* layout_data_read("faces") */
	const struct model *model;     /* finished, with the layout's own fields */
	GHashTable *named; /* a set: every struct field of the model that the layout names
			    * is added; NULL: nobody asks */
};

/** Reads and checks a layout; all faults are reported at the layout's own lines. Never
 * NULL; diagnostics tell whether it is sound. */
const struct layout *layout_read(struct arena *arena,
	const struct layout_sources *sources, struct diagnostics *diagnostics);

/** The header of a layout's file. */
struct layout_header layout_header_read(struct arena *arena, const struct yaml_node *file,
	struct diagnostics *diagnostics);

/** The font roles that come with the program, and its fallback; a layout's own may
 * replace some. */
struct font_roles layout_faces_read(struct arena *arena, const struct yaml_node *file,
	struct diagnostics *diagnostics);

/** Prints a sound layout, a line for each part: what tests pin. */
void layout_dump(const struct layout *layout, GString *out);

#endif
