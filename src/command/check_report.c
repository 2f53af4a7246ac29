#include "command/check_report.h"

#include "base/language.h"
#include "base/shown.h"

#include <string.h>

enum {
	COLUMN_COUNT = 6,
	TEXT_CELLS = 28 /* a longer figure is cut */
};

struct row {
	char *cells[COLUMN_COUNT];
};

static struct row make_row(const char *const *texts)
{
	struct row row;
	for (int i = 0; i < COLUMN_COUNT; i++) {
		row.cells[i] = g_strdup(texts[i] ? texts[i] : "");
	}
	return row;
}

/* The beginning of a figure that is a long text. */
static char *cut(const char *text)
{
	const char *end = text + strlen(text);
	const char *at = text;
	for (int width = 0; at < end;) {
		const char *next = at;
		width += shown_next(&next, end).width;
		if (width > TEXT_CELLS) {
			return g_strdup_printf("%.*s…", (int)(at - text), text);
		}
		at = next;
	}
	return g_strdup(text);
}

static struct row finding_row(const struct audit_finding *finding)
{
	char *place = finding->place.source
			      ? g_strdup_printf("%s:%d", finding->place.source->path,
					finding->place.line)
			      : g_strdup("");
	char *count = g_strdup_printf(_("%zu处"), finding->count);
	char *left = cut(finding->left ? finding->left : "");
	char *right = cut(finding->right ? finding->right : "");
	const char *const texts[COLUMN_COUNT] = {
		finding->rule->name,
		audit_outcome_word(finding->outcome),
		finding->count > 1 ? count : left,
		right,
		finding->difference,
		finding->outcome == AUDIT_HELD ? "" : place,
	};
	struct row row = make_row(texts);
	g_free(place);
	g_free(count);
	g_free(left);
	g_free(right);
	return row;
}

static void append_rows(const GArray *rows, GString *out)
{
	int widths[COLUMN_COUNT] = {0};
	for (guint i = 0; i < rows->len; i++) {
		const struct row *row = &g_array_index(rows, struct row, i);
		for (int j = 0; j < COLUMN_COUNT; j++) {
			widths[j] = MAX(widths[j], shown_width(row->cells[j]));
		}
	}
	for (guint i = 0; i < rows->len; i++) {
		const struct row *row = &g_array_index(rows, struct row, i);
		int last = COLUMN_COUNT - 1;
		while (last > 0 && !*row->cells[last]) {
			last--;
		}
		for (int j = 0; j < last; j++) {
			shown_append_padded(out, row->cells[j], widths[j] + 2);
		}
		shown_append(out, row->cells[last]);
		g_string_append_c(out, '\n');
	}
}

static void append_idle(const struct audit_report *report, GString *out)
{
	bool any = false;
	for (guint i = 0; i < report->findings->len; i++) {
		const struct audit_finding *finding =
			&g_array_index(report->findings, struct audit_finding, i);
		if (finding->outcome == AUDIT_IDLE) {
			g_string_append(out, any ? _("、") : _("不涉及："));
			shown_append(out, finding->rule->name);
			any = true;
		}
	}
	g_string_append(out, any ? "\n" : "");
}

void check_report_table(const struct checked_plan *checked, GString *out)
{
	const char *const heads[COLUMN_COUNT] = {
		_("核对"), _("结果"), _("左值"), _("右值"), _("差"), _("位置")};
	if (!checked->plan || !checked->plan->audit) {
		return;
	}
	const struct audit_report *report = checked->plan->audit;
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
	struct row head = make_row(heads);
	g_array_append_val(rows, head);
	for (guint i = 0; i < report->findings->len; i++) {
		const struct audit_finding *finding =
			&g_array_index(report->findings, struct audit_finding, i);
		if (finding->outcome != AUDIT_IDLE) {
			struct row row = finding_row(finding);
			g_array_append_val(rows, row);
		}
	}
	append_rows(rows, out);
	append_idle(report, out);
	for (guint i = 0; i < rows->len; i++) {
		for (int j = 0; j < COLUMN_COUNT; j++) {
			g_free(g_array_index(rows, struct row, i).cells[j]);
		}
	}
	g_array_free(rows, TRUE);
}

void check_report_summary(const struct checked_plan *checked, GString *out)
{
	shown_append(out, checked->path);
	if (checked->errors) {
		g_string_append_printf(out, _("：%u 处错误，%u 条警告"), checked->errors,
			checked->warnings);
	} else if (checked->plan) {
		g_string_append_printf(out, _("：可用，%zu 份文档，%d 页，%u 条警告"),
			checked->plan->document_count, checked->pages, checked->warnings);
	}
	if (checked->plan && checked->plan->audit) {
		const struct audit_report *report = checked->plan->audit;
		g_string_append_printf(
			out, _("；核对 %zu 项相符"), audit_count(report, AUDIT_HELD));
		for (int i = AUDIT_FAILED; i <= AUDIT_EXCUSED; i++) {
			size_t count = audit_count(report, (enum audit_outcome)i);
			if (count) {
				g_string_append_printf(out, _("，%zu 项%s"), count,
					audit_outcome_word((enum audit_outcome)i));
			}
		}
	}
	g_string_append_c(out, '\n');
}

static void append_member(GString *out, const char *name, const char *text)
{
	if (text) {
		g_string_append_printf(out, ", \"%s\": ", name);
		shown_append_json(out, text);
	}
}

static void append_place(GString *out, const char *prefix, struct place place)
{
	if (place.source) {
		g_string_append_printf(out, ", \"%sfile\": ", prefix);
		shown_append_json(out, place.source->path);
		g_string_append_printf(out, ", \"%sline\": %d, \"%scolumn\": %d", prefix,
			place.line, prefix, place.column);
	}
}

static const char *severity_word(const struct check_rule *rule)
{
	static const char *const words[] = {
		[SEVERITY_NOTE] = "note",
		[SEVERITY_WARNING] = "warning",
		[SEVERITY_ERROR] = "error",
	};
	return words[rule->severity];
}

static void append_finding(GString *out, const struct audit_finding *finding)
{
	static const char *const outcomes[] = {
		[AUDIT_HELD] = "held",
		[AUDIT_FAILED] = "failed",
		[AUDIT_UNDECIDED] = "undecided",
		[AUDIT_EXCUSED] = "excused",
		[AUDIT_IDLE] = "idle",
	};
	g_string_append(out, "{\"check\": ");
	shown_append_json(out, finding->rule->name);
	g_string_append_printf(out, ", \"outcome\": \"%s\", \"severity\": \"%s\"",
		outcomes[finding->outcome], severity_word(finding->rule));
	g_string_append_printf(out, ", \"count\": %zu", finding->count);
	append_member(out, "left", finding->left);
	append_member(out, "right", finding->right);
	append_member(out, "difference", finding->difference);
	append_member(out, "message", finding->message);
	append_member(out, "reason", finding->reason);
	append_place(out, "", finding->place);
	append_place(out, "related_", finding->other);
	g_string_append_c(out, '}');
}

void check_report_json(const struct checked_plan *checked, GString *out)
{
	const struct session_plan *plan = checked->plan;
	g_string_append(out, "{\"plan\": ");
	shown_append_json(out, checked->path);
	g_string_append_printf(out,
		", \"errors\": %u, \"warnings\": %u, \"documents\": %zu, \"pages\": %d",
		checked->errors, checked->warnings, plan ? plan->document_count : 0,
		checked->pages);
	g_string_append(out, ", \"checks\": [");
	for (guint i = 0; plan && plan->audit && i < plan->audit->findings->len; i++) {
		g_string_append(out, i ? ",\n  " : "\n  ");
		append_finding(out,
			&g_array_index(plan->audit->findings, struct audit_finding, i));
	}
	g_string_append(out, "]}");
}
