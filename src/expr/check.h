/* What the files of checking share. */
#ifndef EXPR_CHECK_H
#define EXPR_CHECK_H

#include "expr/syntax.h"
#include "expr/typing.h"

struct check {
	struct arena *arena;
	struct diagnostics *diagnostics;
	bool failed;
	int conditions; /* around the node at hand */
	int formulas;   /* around the node at hand */
	int expansions; /* of formulas so far */
};

/** Types a node and all below it; NULL: not known. */
const struct type *check_node(
	struct check *check, struct node *node, const struct scope_type *scope);

/** Types a name that a formula of a record stands for: its expression over the record and
 * the plan. */
const struct type *check_formula(struct check *check, struct node *node,
	const struct record *record, const struct scope_type *scope);

/** The type of `left operation right`; faults are reported at the node. */
const struct type *check_binary(struct check *check, const struct node *node,
	const struct type *left, const struct type *right);

/** The type of a call with checked arguments: `types` beside the node's operands. */
const struct type *check_call(
	struct check *check, struct node *node, const struct scope_type *scope);

/** Reports a fault at a node; gives NULL. */
const struct type *check_refuse(struct check *check, const struct node *node,
	const char *code, const char *format, ...) G_GNUC_PRINTF(4, 5);

/** Adds the name that was meant to the report made last; NULL: none is near. */
void check_suggest(struct check *check, const char *name);

#endif
