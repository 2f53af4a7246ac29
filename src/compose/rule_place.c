#include "compose/rule_place.h"

static void add_stroke(const struct placing *placing, const struct rule_block *rule,
	double weight, double y, double width)
{
	double wanted = rule->width > 0 ? rule->width : width;
	double left = placing->x + (width - wanted) / 2;
	struct item stroke = {
		.kind = ITEM_RULE,
		.artifact = ARTIFACT_LAYOUT,
		.element = placing->element,
		.colour = rule->colour,
		.rule = {left, y, left + wanted, y, weight},
	};
	page_add(placing->page, stroke);
}

void rule_place(
	const struct placing *placing, const struct rule_block *rule, double width)
{
	double y = rule->fixed > 0 ? rule->fixed : placing->y + rule->before;
	add_stroke(placing, rule, rule->weight, y, width);
	if (rule->second > 0) {
		y += rule->gap + (rule->weight + rule->second) / 2;
		add_stroke(placing, rule, rule->second, y, width);
	}
}
