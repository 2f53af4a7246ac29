/* Formulas are written out where they are named: each use has a tree of its own, so that
 * a chain of them that comes back to itself or grows without end is seen here. */
#include "expr/check.h"

enum {
	FORMULAS_DEEPEST = 8,
	EXPANSIONS_MOST = 1000
};

static const struct scope_type *outermost(const struct scope_type *scope)
{
	while (scope->outer) {
		scope = scope->outer;
	}
	return scope;
}

const struct type *check_formula(struct check *check, struct node *node,
	const struct record *record, const struct scope_type *scope)
{
	const struct formula *formula = record_formula(record, node->name);
	if (check->formulas == FORMULAS_DEEPEST ||
		++check->expansions > EXPANSIONS_MOST) {
		check_refuse(check, node, "formula-depth",
			"公式“%s”经过别的公式回到自身，或层数太多", node->name);
		diagnostics_related(check->diagnostics, formula->place, "公式在此声明");
		return NULL;
	}
	const struct syntax_extent extent = {&formula->text, 0, formula->text.length};
	node->record = record;
	node->formula = syntax_parse(check->arena, &extent, check->diagnostics);
	if (!node->formula) {
		check->failed = true;
		return NULL;
	}
	struct type *type = arena_new(check->arena, struct type);
	type->kind = TYPE_RECORD;
	type->record = record;
	const struct scope_type fields = {.outer = outermost(scope), .type = type};
	check->formulas++;
	const struct type *result = check_node(check, node->formula, &fields);
	check->formulas--;
	return result;
}
