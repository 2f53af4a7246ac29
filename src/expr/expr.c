#include "expr/expr.h"

#include "expr/evaluate.h"
#include "expr/typing.h"
#include "expr/years.h"

struct expr {
	const struct node *root;
};

const struct expr *expr_parse(struct arena *arena, const struct passage *passage,
	const struct scope_type *scope, const struct type **type,
	struct diagnostics *diagnostics)
{
	struct syntax_extent extent = {passage, 0, passage->length};
	struct node *root = syntax_parse(arena, &extent, diagnostics);
	if (!root || !syntax_check(arena, root, scope, diagnostics)) {
		return NULL;
	}
	if (type) {
		*type = root->type;
	}
	struct expr *expr = arena_new(arena, struct expr);
	expr->root = root;
	return expr;
}

const struct value *expr_value(const struct expr *expr, const struct scope *scope,
	struct arena *arena, struct diagnostics *diagnostics)
{
	struct evaluation evaluation = evaluation_begin(scope, arena, diagnostics);
	return node_value(expr->root, scope, &evaluation);
}

bool expr_is_constant(const struct expr *expr)
{
	return syntax_is_constant(expr->root);
}

bool expr_holds(const struct expr *expr, const struct scope *scope, struct arena *arena,
	struct diagnostics *diagnostics)
{
	return value_holds(expr_value(expr, scope, arena, diagnostics));
}

const struct value *const *expr_each(
	struct arena *arena, const struct value *value, size_t *count)
{
	*count = 0;
	if (!value || value->kind == VALUE_MARK) {
		return NULL;
	}
	if (value->kind != VALUE_LIST) {
		*count = 1;
		return arena_copy(arena, &value, sizeof value);
	}
	*count = value->item_count;
	return value->years ? years_items(arena, value) : value->items;
}

const struct type *expr_each_type(struct arena *arena, const struct type *type)
{
	return type && type->kind == TYPE_YEARS ? years_item_type(arena, type->element)
						: typing_element(type);
}
