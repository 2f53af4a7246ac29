#include "audit/audit.h"
#include "base/language.h"

const char *audit_outcome_word(enum audit_outcome outcome)
{
	static const char *const words[] = {
		[AUDIT_HELD] = N_("相符"),
		[AUDIT_FAILED] = N_("不符"),
		[AUDIT_UNDECIDED] = N_("未核对"),
		[AUDIT_EXCUSED] = N_("已说明"),
		[AUDIT_IDLE] = N_("不涉及"),
	};
	return _(words[outcome]);
}

/* How bad an outcome is for its rule. */
static int weight(enum audit_outcome outcome)
{
	static const int weights[] = {
		[AUDIT_HELD] = 1,
		[AUDIT_FAILED] = 4,
		[AUDIT_UNDECIDED] = 3,
		[AUDIT_EXCUSED] = 2,
		[AUDIT_IDLE] = 0,
	};
	return weights[outcome];
}

size_t audit_count(const struct audit_report *report, enum audit_outcome outcome)
{
	size_t count = 0;
	for (guint i = 0; i < report->findings->len;) {
		const struct audit_finding *first =
			&g_array_index(report->findings, struct audit_finding, i);
		const struct check_rule *rule = first->rule;
		enum audit_outcome worst = first->outcome;
		for (; i < report->findings->len; i++) {
			const struct audit_finding *finding =
				&g_array_index(report->findings, struct audit_finding, i);
			if (finding->rule != rule) {
				break;
			}
			if (weight(finding->outcome) > weight(worst)) {
				worst = finding->outcome;
			}
		}
		count += worst == outcome;
	}
	return count;
}

static void dump_place(const char *before, struct place place, GString *out)
{
	if (place.source) {
		g_string_append_printf(out, "%s%s:%d:%d", before, place.source->path,
			place.line, place.column);
	}
}

void audit_dump(const struct audit_report *report, GString *out)
{
	for (guint i = 0; i < report->findings->len; i++) {
		const struct audit_finding *finding =
			&g_array_index(report->findings, struct audit_finding, i);
		g_string_append_printf(out, "%s: %s", finding->rule->name,
			audit_outcome_word(finding->outcome));
		if (finding->count > 1) {
			g_string_append_printf(out, " x%zu", finding->count);
		}
		if (finding->left) {
			g_string_append_printf(out, " [%s | %s | %s]", finding->left,
				finding->right ? finding->right : "-",
				finding->difference ? finding->difference : "-");
		}
		dump_place(" ", finding->place, out);
		dump_place(" / ", finding->other, out);
		if (finding->message) {
			g_string_append_printf(out, " “%s”", finding->message);
		}
		if (finding->reason) {
			g_string_append_printf(out, " （%s）", finding->reason);
		}
		g_string_append_c(out, '\n');
	}
}
