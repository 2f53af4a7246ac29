/* Goes through rules and their items; the kinds judge, excuses are heard, and then all is
 * reported. */
#include "audit/auditor.h"
#include "base/language.h"

#include <string.h>

const struct value *item_value(const struct audit_item *item, const struct expr *expr)
{
	return expr_value(expr, item->scope, item->auditor->scratch, item->faults);
}

static bool in_plan(const struct auditor *auditor, struct place place)
{
	return place.source && place.line > 0 &&
	       g_hash_table_contains(auditor->paths, place.source->path);
}

struct place item_place(
	const struct audit_item *item, const struct value *value, struct place otherwise)
{
	return value && in_plan(item->auditor, value->place) ? value->place : otherwise;
}

struct place item_at(const struct audit_item *item, struct place otherwise)
{
	const struct check_rule *rule = item->auditor->rule;
	return rule->at ? item_place(item, item_value(item, rule->at), otherwise)
			: otherwise;
}

static const char *kept(const struct auditor *auditor, const char *text)
{
	return text ? arena_copy_string(auditor->arena, text) : NULL;
}

void item_add(const struct audit_item *item, struct audit_finding finding)
{
	struct auditor *auditor = item->auditor;
	finding.rule = auditor->rule;
	finding.count = 1;
	if (finding.outcome == AUDIT_HELD && auditor->held++) {
		return;
	}
	finding.left = kept(auditor, finding.left);
	finding.right = kept(auditor, finding.right);
	finding.difference = kept(auditor, finding.difference);
	finding.message = kept(auditor, finding.message);
	if (finding.outcome == AUDIT_HELD) {
		auditor->first = finding;
	} else {
		g_array_append_val(auditor->report->findings, finding);
	}
}

bool item_is_undecided(const struct audit_item *item)
{
	if (diagnostics_count(item->faults) == 0) {
		return false;
	}
	const struct diagnostic *fault = diagnostics_get(item->faults, 0);
	bool inside = in_plan(item->auditor, fault->place);
	item_add(item, (struct audit_finding){
			       .outcome = AUDIT_UNDECIDED,
			       .place = inside ? fault->place : item->subject->place,
			       .other = inside ? fault->related : fault->place,
			       .message = fault->message,
		       });
	return true;
}

const char *item_message(const struct audit_item *item, const struct scope *scope)
{
	const struct check_rule *rule = item->auditor->rule;
	if (!rule->message) {
		return NULL;
	}
	const char *text = template_string(
		rule->message, scope, item->auditor->scratch, item->faults);
	char *line = g_strdelimit(g_strdup(text), "\n", ' ');
	text = arena_copy_string(item->auditor->scratch, line);
	g_free(line);
	return text;
}

static void judge_condition(const struct audit_item *item)
{
	const struct check_rule *rule = item->auditor->rule;
	bool holds =
		expr_holds(rule->left, item->scope, item->auditor->scratch, item->faults);
	if (item_is_undecided(item)) {
		return;
	}
	item_add(item, (struct audit_finding){
			       .outcome = holds ? AUDIT_HELD : AUDIT_FAILED,
			       .place = item_at(item, item->subject->place),
			       .message = holds ? NULL : item_message(item, item->scope),
		       });
}

/* Faults of an earlier item are no faults of the next. A new collection costs more than
 * most items do. */
static struct diagnostics *no_faults(struct auditor *auditor)
{
	if (!auditor->faults || diagnostics_count(auditor->faults)) {
		diagnostics_destroy(auditor->faults);
		auditor->faults = diagnostics_create();
	}
	return auditor->faults;
}

static void judge(
	struct auditor *auditor, const struct scope *scope, const struct value *subject)
{
	const struct check_rule *rule = auditor->rule;
	const struct audit_item item = {auditor, scope, subject, no_faults(auditor)};
	bool applies = !rule->when ||
		       expr_holds(rule->when, scope, auditor->scratch, item.faults);
	if (item_is_undecided(&item) || !applies) {
		return;
	}
	switch (rule->kind) {
	case CHECK_EQUAL:
	case CHECK_AT_MOST:
	case CHECK_AT_LEAST:
		judge_pair(&item);
		break;
	case CHECK_HOLDS:
		judge_condition(&item);
		break;
	case CHECK_NONE:
		judge_none(&item);
		break;
	case CHECK_DISTINCT:
		judge_distinct(&item);
		break;
	case CHECK_SPELLING:
		judge_spelling(&item);
		break;
	}
}

/* The subject stands for an item that has no place in the plan itself. */
static void walk(struct auditor *auditor, size_t level, const struct scope *scope,
	const struct value *subject)
{
	const struct check_rule *rule = auditor->rule;
	if (level >= rule->each_count || level >= CHECK_EACH_MOST) {
		judge(auditor, scope, subject);
		return;
	}
	const struct audit_item item = {auditor, scope, subject, no_faults(auditor)};
	const struct value *list = item_value(&item, rule->each[level].list);
	size_t count = 0;
	const struct value *const *items =
		item_is_undecided(&item) ? NULL
					 : expr_each(auditor->scratch, list, &count);
	for (size_t i = 0; items && i < count; i++) {
		struct scope inner = {.outer = scope,
			.name = rule->each[level].name,
			.value = items[i]};
		bool placed = items[i] && in_plan(auditor, items[i]->place);
		walk(auditor, level + 1, &inner, placed ? items[i] : subject);
	}
}

static void audit_rule(struct auditor *auditor, const struct check_rule *rule)
{
	const struct scope scope = {.value = auditor->plan->root};
	guint before = auditor->report->findings->len;
	auditor->rule = rule;
	auditor->held = 0;
	auditor->scratch = arena_create();
	walk(auditor, 0, &scope, auditor->plan->root);
	if (auditor->held) {
		struct audit_finding held = auditor->first;
		held.count = auditor->held;
		if (held.count > 1) {
			held.left = held.right = held.difference = NULL;
		}
		g_array_append_val(auditor->report->findings, held);
	} else if (auditor->report->findings->len == before) {
		const struct audit_finding idle = {.rule = rule, .outcome = AUDIT_IDLE};
		g_array_append_val(auditor->report->findings, idle);
	}
	arena_destroy(auditor->scratch);
}

static void report_failure(
	const struct audit_finding *finding, struct diagnostics *diagnostics)
{
	const char *name = finding->rule->name;
	const char *message = finding->message ? finding->message : finding->rule->note;
	message = message ? message : _("不成立");
	switch (finding->rule->severity) {
	case SEVERITY_ERROR:
		diagnostics_error(diagnostics, finding->place, "check-failed",
			"核对“%s”不符：%s", name, message);
		break;
	case SEVERITY_WARNING:
		diagnostics_warning(diagnostics, finding->place, "check-failed",
			"核对“%s”不符：%s", name, message);
		break;
	case SEVERITY_NOTE:
		diagnostics_note(diagnostics, finding->place, "check-failed",
			"核对“%s”不符：%s", name, message);
		break;
	}
	diagnostics_hint(
		diagnostics, "如有正当理由，写入核对说明：{核对: %s, 理由: …}", name);
}

static void report_finding(
	const struct audit_finding *finding, struct diagnostics *diagnostics)
{
	const char *name = finding->rule->name;
	switch (finding->outcome) {
	case AUDIT_FAILED:
		report_failure(finding, diagnostics);
		break;
	case AUDIT_UNDECIDED:
		diagnostics_warning(diagnostics, finding->place, "check-undecided",
			"核对“%s”不能进行：%s", name, finding->message);
		break;
	case AUDIT_EXCUSED:
		diagnostics_note(diagnostics, finding->place, "check-excused",
			"核对“%s”%s；说明：%s", name,
			finding->message ? finding->message : _("不符"), finding->reason);
		break;
	case AUDIT_HELD:
	case AUDIT_IDLE:
		return;
	}
	if (finding->other.source) {
		bool declared = finding->other.source == finding->rule->place.source;
		diagnostics_related(diagnostics, finding->other,
			declared ? N_("核对在这里声明") : N_("与它相对的在这里"));
	}
}

const struct audit_report *audit_plan(struct arena *arena, const struct plan *plan,
	const struct check_rules *rules, struct diagnostics *diagnostics)
{
	struct auditor auditor = {
		.arena = arena,
		.plan = plan,
		.paths = arena_table(arena),
		.report = arena_new(arena, struct audit_report),
	};
	auditor.report->findings = arena_values(arena, sizeof(struct audit_finding));
	for (guint i = 0; i < plan->paths->len; i++) {
		g_hash_table_add(auditor.paths, g_ptr_array_index(plan->paths, i));
	}
	for (size_t i = 0; i < rules->count; i++) {
		if (!rules->list[i]->off) {
			audit_rule(&auditor, rules->list[i]);
		}
	}
	excuses_apply(&auditor, rules, diagnostics);
	for (guint i = 0; i < auditor.report->findings->len; i++) {
		report_finding(
			&g_array_index(auditor.report->findings, struct audit_finding, i),
			diagnostics);
	}
	diagnostics_destroy(auditor.faults);
	return auditor.report;
}
