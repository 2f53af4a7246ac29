/* Trees of layouts with single nodes replaced by others, of any kind. */
#ifndef TESTS_LAYOUT_MUTATIONS_H
#define TESTS_LAYOUT_MUTATIONS_H

#include "layouts.h"

enum replacement {
	WITH_TEXT,
	WITH_NOTHING,
	WITH_LIST,
	WITH_MAPPING,
	REPLACEMENTS,
};

/** A tree with one node changed: the one that is met after `left` others. */
struct mutation {
	struct arena *arena;
	const struct yaml_node *replacement;
	size_t left;
	const struct yaml_node *replaced; /* NULL: the tree has not so many nodes */
};

/** The tree as the mutation has it. */
const struct yaml_node *mutate(struct mutation *mutation, const struct yaml_node *node);

/** What stands in a node's place. */
const struct yaml_node *replacement_node(
	struct bench *bench, enum replacement replacement);

#endif
