/* Lists that must be empty, or hold nothing twice. */
#include "audit/auditor.h"

#include "base/language.h"
#include "expr/results.h"

/* A fault of a list: an element, and the one that it does not go with. */
static void add_element(const struct audit_item *item, const struct value *element,
	const struct value *other, const char *what)
{
	struct arena *scratch = item->auditor->scratch;
	const struct scope first = {.outer = item->scope, .name = "项", .value = element};
	const struct scope second = {.outer = &first, .name = "另", .value = other};
	const char *text = result_passage(scratch, element).text;
	const char *message = item_message(item, &second);
	struct place place = item_place(item, element, item->subject->place);
	struct audit_finding finding = {
		.outcome = AUDIT_FAILED,
		.place = item_at(item, place),
		.left = *text ? text : NULL,
		.right = other ? result_passage(scratch, other).text : NULL,
		.message = message ? message
				   : arena_printf(scratch, _("“%s”%s"), text, what),
	};
	if (other) {
		finding.other = item_place(item, other, (struct place){0});
	}
	item_add(item, finding);
}

static void add_held(const struct audit_item *item, const struct value *list)
{
	item_add(item, (struct audit_finding){.outcome = AUDIT_HELD,
			       .place = item_place(item, list, item->subject->place)});
}

/* The list of the rule's operand; NULL: it is absent or could not be had. */
static const struct value *operand(const struct audit_item *item)
{
	const struct value *list = item_value(item, item->auditor->rule->left);
	bool undecided = item_is_undecided(item);
	return undecided || !list || list->kind != VALUE_LIST ? NULL : list;
}

void judge_none(const struct audit_item *item)
{
	const struct value *list = operand(item);
	size_t count = 0;
	const struct value *const *elements =
		expr_each(item->auditor->scratch, list, &count);
	for (size_t i = 0; i < count; i++) {
		add_element(item, elements[i], NULL, _("不应有"));
	}
	if (list && count == 0) {
		add_held(item, list);
	}
}

void judge_distinct(const struct audit_item *item)
{
	const struct value *list = operand(item);
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	bool distinct = true;
	for (size_t i = 0; list && i < list->item_count; i++) {
		const struct value *element = list->items[i];
		if (!value_is_present(element)) {
			continue;
		}
		const char *text = result_passage(item->auditor->scratch, element).text;
		const struct value *first = g_hash_table_lookup(seen, text);
		if (first) {
			add_element(item, element, first, _("写了两次"));
			distinct = false;
		} else {
			g_hash_table_insert(seen, (gpointer)(uintptr_t)text,
				(gpointer)(uintptr_t)element);
		}
	}
	if (list && list->item_count && distinct) {
		add_held(item, list);
	}
	g_hash_table_destroy(seen);
}

void judge_spelling(const struct audit_item *item)
{
	const struct value *list = operand(item);
	if (!list) {
		return;
	}
	GArray *pairs = spelling_pairs(item->auditor->scratch, list);
	for (guint i = 0; i < pairs->len; i++) {
		const struct spelling_pair *pair =
			&g_array_index(pairs, struct spelling_pair, i);
		add_element(item, pair->second, pair->first, _("与别处写法不同"));
	}
	if (list->item_count && pairs->len == 0) {
		add_held(item, list);
	}
}
