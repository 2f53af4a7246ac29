/* Walking a checked tree with the values of a scope. */
#ifndef EXPR_EVALUATE_H
#define EXPR_EVALUATE_H

#include "expr/syntax.h"
#include "expr/units.h"

/** What an evaluation needs besides the tree and its scope. */
struct evaluation {
	struct arena *arena;
	struct diagnostics *diagnostics;
	GHashTable *used; /* what is read; NULL: nobody asks */
	const struct scope
		*root; /* the outermost: what formulas see besides their record */
};

/** An evaluation in a scope. */
struct evaluation evaluation_begin(
	const struct scope *scope, struct arena *arena, struct diagnostics *diagnostics);

/** The value of a node; NULL: absent, or a fault was reported. */
const struct value *node_value(const struct node *node, const struct scope *scope,
	struct evaluation *evaluation);

/** Whether a value counts as true: a truth by itself, others by being present. */
bool value_holds(const struct value *value);

/** Reports a fault of a value at its place (at the node's where the value has none). */
void evaluation_fault(struct evaluation *evaluation, const struct node *node,
	const struct value *value, const char *code, const char *message);

enum quantity_outcome {
	QUANTITY_FOUND,
	QUANTITY_NOTHING, /* absent or a mark: counts as nothing */
	QUANTITY_FAULT,   /* a text where a number must stand; reported */
};

/** The number of a value. */
enum quantity_outcome value_quantity(struct evaluation *evaluation,
	const struct node *node, const struct value *value, struct quantity *quantity);

/** Reports what a calculation of a value with another unit led to; true where it went
 * well. */
bool unit_outcome_holds(struct evaluation *evaluation, const struct node *node,
	const struct value *value, const char *other, enum unit_outcome outcome);

#endif
