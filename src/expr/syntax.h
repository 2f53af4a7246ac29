/* An expression as a tree: what the parser makes, checking completes and evaluating
 * walks. */
#ifndef EXPR_SYNTAX_H
#define EXPR_SYNTAX_H

#include "expr/expr.h"

struct builtin_part;
struct filter;
struct function;

enum node_kind {
	NODE_LITERAL,
	NODE_NAME,
	NODE_FIELD,       /* operand . name */
	NODE_INDEX,       /* operand [ operand ] */
	NODE_NEGATE,      /* - operand */
	NODE_NOT,         /* not operand */
	NODE_BINARY,      /* operand operation operand */
	NODE_CONDITIONAL, /* if operand then operand else operand; two operands: no else
			   */
	NODE_CALL,        /* name ( operands ) */
	NODE_FILTER,      /* operand | name */
};

enum operation {
	OPERATION_OR,
	OPERATION_AND,
	OPERATION_EQUAL,
	OPERATION_UNEQUAL,
	OPERATION_LESS,
	OPERATION_AT_MOST,
	OPERATION_MORE,
	OPERATION_AT_LEAST,
	OPERATION_IN,
	OPERATION_FALLBACK,
	OPERATION_ADD,
	OPERATION_SUBTRACT,
	OPERATION_MULTIPLY,
	OPERATION_DIVIDE,
};

struct node {
	enum node_kind kind;
	enum operation operation; /* of NODE_BINARY */
	struct place place;       /* of its operator, name or literal */
	int height;               /* of the tree below, itself included */
	const char *name;
	int places;                  /* of the filter `2位` */
	const struct value *literal; /* of NODE_LITERAL */
	struct node **operands;
	size_t operand_count;
	/* What checking adds: */
	const struct type *type;     /* NULL: not known, a fault is reported already */
	const struct record *record; /* whose field a name is; NULL: a name of its own */
	size_t field_index;          /* of the field in its record */
	struct node *formula;        /* what a name that is no field stands for */
	const struct builtin_part
		*part; /* of a date, a period, a number; NULL: a field */
	const struct function *function;
	const struct filter *filter;
};

/** No expression is deeper: recursion over nodes ends here. */
enum {
	SYNTAX_DEPTH_LIMIT = 100
};

/** The bytes of a passage that are one expression. */
struct syntax_extent {
	const struct passage *passage;
	size_t start;
	size_t end;
};

/** Parses an expression; NULL after reporting its first fault. */
struct node *syntax_parse(struct arena *arena, const struct syntax_extent *extent,
	struct diagnostics *diagnostics);

/** Types a tree and binds its names, functions and filters. Reports every fault; false
 * where there was one. */
bool syntax_check(struct arena *arena, struct node *node, const struct scope_type *scope,
	struct diagnostics *diagnostics);

/** Whether a tree holds no name: its value is the same for every plan. */
bool syntax_is_constant(const struct node *node);

#endif
