/* Layouts in memory. A test says what is peculiar to it, as a layout `layout.yaml` that
 * inherits a small sound one, over a small vocabulary and four font roles. */
#ifndef TESTS_LAYOUT_LAYOUTS_H
#define TESTS_LAYOUT_LAYOUTS_H

#include "layout/reader.h"
#include "support/cases.h"

/** A text as nodes of a file of that name. */
const struct yaml_node *layouts_nodes(
	struct bench *bench, const char *name, const char *text);

/** The small vocabulary. */
const struct model *layouts_model(struct bench *bench);

/** The small vocabulary with what a layout's text declares besides. */
const struct model *layouts_model_with(struct bench *bench, const char *text);

/** The small layout with another text over it, and with its own text for NULL. */
const struct layout *layouts_read(
	struct bench *bench, const struct model *model, const char *text);

/** The small layout with nodes over it. */
const struct layout *layouts_read_nodes(
	struct bench *bench, const struct model *model, const struct yaml_node *own);

/** What the small layout prints with a text over it: the lines that begin with one of
 * some words, parted by `|`. Nothing may be reported. */
void layouts_expect(const char *text, const char *beginnings, const char *expected);

/** A text with a `^` before each place where something is reported: the text without
 * these marks, and their places. */
struct marked {
	const char *text;
	GArray *places; /* struct place */
};
struct marked marked_take(struct bench *bench, const char *text);

/** Holds what was reported against a line for each mark, in that order: a code, or a code
 * and a message (`layout-key: 版式里…`). A place in another file is written out. */
void marked_expect(struct bench *bench, const struct marked *marked, const char *file,
	const char *expected);

/** A marked text over the small layout, and what is reported. */
struct layout_fault {
	const char *text;
	const char *expected;
};

/** Holds each of some faults against what is reported; each stands in a run of its own.
 */
void layouts_expect_faults(const struct layout_fault *faults, size_t count);

#define LAYOUTS_EXPECT_FAULTS(faults) layouts_expect_faults(faults, G_N_ELEMENTS(faults))

/** The hint of the only report on a text over the small layout. */
void layouts_expect_hint(const char *text, const char *expected);

/** A path in the tree of the sources. */
const char *layouts_tree_path(struct bench *bench, const char *path);

/** The bytes of a file of that tree. */
const char *layouts_tree_text(struct bench *bench, const char *path);

/** What the program comes with: its vocabulary, faces and a layout by name. */
struct shipped {
	const struct model *model;
	const struct yaml_node *faces;
	const struct yaml_node *file;
	const struct layout *layout;
};
struct shipped layouts_shipped(struct bench *bench, const char *name);

#endif
