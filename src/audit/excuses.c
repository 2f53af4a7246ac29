/* 核对说明: a check that does not hold for a good reason. */
#include "audit/auditor.h"

#include "base/nearest.h"
#include "expr/results.h"

#include <string.h>

static const struct value *find_excuse(const struct value *excuses, const char *name)
{
	for (size_t i = 0; excuses && i < excuses->item_count; i++) {
		const struct value *check = value_field(excuses->items[i], "核对");
		if (check && strcmp(check->written.text, name) == 0) {
			return excuses->items[i];
		}
	}
	return NULL;
}

/* A reason of several paragraphs stands on one line in the report. */
static const char *reason_of(struct arena *arena, const struct value *excuse)
{
	const struct value *reason = value_field(excuse, "理由");
	const char *text = result_passage(arena, reason).text;
	return g_strdelimit(arena_copy_string(arena, text), "\n", ' ');
}

static void apply(struct auditor *auditor, const struct value *excuses)
{
	GArray *findings = auditor->report->findings;
	for (guint i = 0; i < findings->len; i++) {
		struct audit_finding *finding =
			&g_array_index(findings, struct audit_finding, i);
		bool open = finding->outcome == AUDIT_FAILED ||
			    finding->outcome == AUDIT_UNDECIDED;
		const struct value *excuse =
			open ? find_excuse(excuses, finding->rule->name) : NULL;
		if (excuse) {
			finding->outcome = AUDIT_EXCUSED;
			finding->reason = reason_of(auditor->arena, excuse);
		}
	}
}

static bool is_needed(const struct auditor *auditor, const char *name)
{
	const GArray *findings = auditor->report->findings;
	for (guint i = 0; i < findings->len; i++) {
		const struct audit_finding *finding =
			&g_array_index(findings, struct audit_finding, i);
		if (finding->outcome == AUDIT_EXCUSED &&
			strcmp(finding->rule->name, name) == 0) {
			return true;
		}
	}
	return false;
}

static const char *const *names_of(struct arena *arena, const struct check_rules *rules)
{
	const char **names = arena_new_array(arena, const char *, rules->count + 1);
	for (size_t i = 0; i < rules->count; i++) {
		names[i] = rules->list[i]->name;
	}
	return names;
}

/* An excuse that nothing needs hides the fault that it will meet one day. */
static void report_idle(const struct auditor *auditor, const struct value *excuses,
	const struct value *excuse, const char *const *names,
	struct diagnostics *diagnostics)
{
	const struct value *check = value_field(excuse, "核对");
	if (!value_is_present(check)) {
		return;
	}
	const char *name = check->written.text;
	const struct value *first = find_excuse(excuses, name);
	if (first != excuse) {
		diagnostics_warning(diagnostics, check->place, "excuse-duplicate",
			"核对“%s”说明了两次", name);
		diagnostics_related(diagnostics, first->place, "第一次写在这里");
	} else if (!g_strv_contains(names, name)) {
		diagnostics_warning(diagnostics, check->place, "excuse-unknown",
			"没有“%s”这项核对", name);
		diagnostics_hint_word(diagnostics, nearest_word(names, name));
	} else if (!is_needed(auditor, name)) {
		diagnostics_warning(diagnostics, check->place, "excuse-needless",
			"核对“%s”没有不符之处，不必说明", name);
	}
}

void excuses_apply(struct auditor *auditor, const struct check_rules *rules,
	struct diagnostics *diagnostics)
{
	const struct value *excuses = value_field(auditor->plan->root, "核对说明");
	if (!value_is_present(excuses) || excuses->kind != VALUE_LIST) {
		return;
	}
	const char *const *names = names_of(auditor->arena, rules);
	apply(auditor, excuses);
	for (size_t i = 0; i < excuses->item_count; i++) {
		report_idle(auditor, excuses, excuses->items[i], names, diagnostics);
	}
}
