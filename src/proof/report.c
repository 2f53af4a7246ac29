#include "proof/report.h"

#include "base/language.h"

#include <math.h>
#include <string.h>

/* ---- figures in words ---- */

/* No figure is a negative nothing. */
static void append_figure(GString *text, const struct proof_rule *rule, double value)
{
	switch (rule->measure == PROOF_SIZE ? -1
					    : (int)proof_measure_kind(rule->measure)) {
	case -1:
		g_string_append_printf(text, "%.2f pt", value);
		return;
	case PROOF_LENGTH:
		value /= POINTS_PER_MM;
		g_string_append_printf(
			text, "%.2f mm", fabs(value) < 0.005 ? 0.0 : value);
		return;
	default:
		g_string_append_printf(text, "%.4g", value);
	}
}

static const char *word_text(const char *word)
{
	static const char *const known[][2] = {
		{"yes", N_("是")},
		{"no", N_("否")},
		{"odd", N_("单页")},
		{"even", N_("双页")},
		{"first", N_("首页")},
		{"last", N_("末页")},
		{"not odd", N_("双页")},
		{"not even", N_("单页")},
		{"not first", N_("不是首页")},
		{"not last", N_("不是末页")},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
		if (strcmp(word, known[i][0]) == 0) {
			return _(known[i][1]);
		}
	}
	return _(word);
}

static void append_word(GString *text, const char *word)
{
	static const char *const beginnings[][2] = {
		{"not without ", N_("同页有")},
		{"not with ", N_("同页没有")},
		{"without ", N_("同页没有")},
		{"with ", N_("同页有")},
	};
	for (size_t i = 0; i < G_N_ELEMENTS(beginnings); i++) {
		if (g_str_has_prefix(word, beginnings[i][0])) {
			g_string_append_printf(text, "%s%s", _(beginnings[i][1]),
				word + strlen(beginnings[i][0]));
			return;
		}
	}
	g_string_append(text, word_text(word));
}

char *proof_wanted_text(const struct proof_rule *rule)
{
	GString *text = g_string_new(NULL);
	if (proof_measure_kind(rule->measure) == PROOF_WORD) {
		for (const char *const *word = rule->words; *word; word++) {
			g_string_append(text, word == rule->words ? "" : _("、"));
			append_word(text, *word);
		}
	} else if (rule->has_least && rule->has_most) {
		append_figure(text, rule, rule->least);
		if (rule->most > rule->least) {
			g_string_append(text, _(" 至 "));
			append_figure(text, rule, rule->most);
		}
	} else {
		g_string_append(text, rule->has_least ? "≥ " : "≤ ");
		append_figure(text, rule, rule->has_least ? rule->least : rule->most);
	}
	return g_string_free(text, FALSE);
}

char *proof_measured_text(const struct proof_finding *finding)
{
	GString *text = g_string_new(NULL);
	if (finding->word) {
		append_word(text, finding->word);
	} else {
		append_figure(text, finding->rule, finding->value);
	}
	return g_string_free(text, FALSE);
}

/* ---- the table ---- */

enum {
	COLUMNS = 7
};

struct row {
	char *cells[COLUMNS];
};

static void free_row(gpointer data)
{
	struct row *row = data;
	for (int i = 0; i < COLUMNS; i++) {
		g_free(row->cells[i]);
	}
	g_free(row);
}

/* Cells of a terminal: Chinese takes two. */
static int width_of(const char *text)
{
	int width = 0;
	for (; *text; text = g_utf8_next_char(text)) {
		width += g_unichar_iswide(g_utf8_get_char(text)) ? 2 : 1;
	}
	return width;
}

/* `1-3、5`. */
static char *pages_text(const struct proof_finding *findings, guint count)
{
	GString *text = g_string_new(NULL);
	int first = 0, last = 0;
	for (guint i = 0; i <= count; i++) {
		int page = i < count ? findings[i].page : 0;
		if (page == last || (page == last + 1 && first > 0)) {
			last = page;
			continue;
		}
		if (first > 0) {
			g_string_append_printf(
				text, "%s%d", text->len ? _("、") : "", first);
			if (last > first) {
				g_string_append_printf(text, "-%d", last);
			}
		}
		first = page;
		last = page;
	}
	return g_string_free(text, FALSE);
}

static char *within_text(const struct proof_rule *rule)
{
	if (proof_measure_kind(rule->measure) != PROOF_LENGTH) {
		return g_strdup("");
	}
	return g_strdup_printf("±%.3g mm", rule->within / POINTS_PER_MM);
}

static const struct proof_finding *worst(
	const struct proof_finding *findings, guint count)
{
	const struct proof_finding *found = findings;
	for (guint i = 1; i < count; i++) {
		if (proof_excess(found->rule, findings[i].value) >
			proof_excess(found->rule, found->value)) {
			found = &findings[i];
		}
	}
	return found;
}

/* Findings that all hold, or one that does not. */
static struct row *make_row(
	const struct proof_rule *rule, const struct proof_finding *findings, guint count)
{
	struct row *row = g_new0(struct row, 1);
	row->cells[0] = g_strdup(rule->clause);
	row->cells[1] = g_strdup(rule->name);
	row->cells[2] = pages_text(findings, count);
	row->cells[3] = proof_wanted_text(rule);
	row->cells[4] = within_text(rule);
	row->cells[5] = proof_measured_text(worst(findings, count));
	row->cells[6] = g_strdup(findings->holds ? _("合") : _("不合"));
	return row;
}

/* A row for the pages that keep a rule, one for each that does not. */
static void add_rows(
	const struct proof_report *report, const struct proof_rule *rule, GPtrArray *rows)
{
	GArray *good = g_array_new(FALSE, FALSE, sizeof(struct proof_finding));
	GPtrArray *bad = g_ptr_array_new();
	for (guint i = 0; i < report->findings->len; i++) {
		const struct proof_finding *finding =
			&g_array_index(report->findings, struct proof_finding, i);
		if (finding->rule != rule) {
			continue;
		}
		if (finding->holds) {
			g_array_append_val(good, *finding);
		} else {
			g_ptr_array_add(bad, (gpointer)(uintptr_t)finding);
		}
	}
	if (good->len > 0) {
		g_ptr_array_add(rows,
			make_row(rule, (const struct proof_finding *)(void *)good->data,
				good->len));
	}
	for (guint i = 0; i < bad->len; i++) {
		g_ptr_array_add(rows, make_row(rule, g_ptr_array_index(bad, i), 1));
	}
	g_ptr_array_free(bad, TRUE);
	g_array_free(good, TRUE);
}

static void print_row(const struct row *row, const int *widths, GString *out)
{
	for (int i = 0; i < COLUMNS; i++) {
		bool last = i + 1 == COLUMNS;
		int blanks = last ? 0 : widths[i] + 2 - width_of(row->cells[i]);
		g_string_append_printf(out, "%s%*s", row->cells[i], blanks, "");
	}
	g_string_append_c(out, '\n');
}

static void print_table(GPtrArray *rows, GString *out)
{
	int widths[COLUMNS] = {0};
	for (guint i = 0; i < rows->len; i++) {
		const struct row *row = g_ptr_array_index(rows, i);
		for (int k = 0; k < COLUMNS; k++) {
			widths[k] = MAX(widths[k], width_of(row->cells[k]));
		}
	}
	for (guint i = 0; i < rows->len; i++) {
		print_row(g_ptr_array_index(rows, i), widths, out);
	}
}

static void add_heads(GPtrArray *rows)
{
	const char *const heads[COLUMNS] = {_("条款"), _("核对项"), _("页"), _("应为"),
		_("容差"), _("实测"), _("结果")};
	struct row *row = g_new0(struct row, 1);
	for (int i = 0; i < COLUMNS; i++) {
		row->cells[i] = g_strdup(heads[i]);
	}
	g_ptr_array_add(rows, row);
}

static bool was_measured(const struct proof_report *report, const struct proof_rule *rule)
{
	for (guint i = 0; i < report->findings->len; i++) {
		if (g_array_index(report->findings, struct proof_finding, i).rule ==
			rule) {
			return true;
		}
	}
	return false;
}

static int count_measured(const struct proof_report *report)
{
	const struct proof_rules *proof = &report->layout->proof;
	int count = 0;
	for (size_t i = 0; i < proof->count; i++) {
		count += was_measured(report, &proof->list[i]);
	}
	return count;
}

/* What these pages have nothing of. */
static void print_absent(const struct proof_report *report, GString *out)
{
	const struct proof_rules *proof = &report->layout->proof;
	bool any = false;
	for (size_t i = 0; i < proof->count; i++) {
		if (!was_measured(report, &proof->list[i])) {
			g_string_append_printf(out, "%s%s", any ? _("、") : _("未出现："),
				proof->list[i].name);
			any = true;
		}
	}
	g_string_append(out, any ? "\n" : "");
}

void proof_report_print(const struct proof_report *report, GString *out)
{
	const struct proof_rules *proof = &report->layout->proof;
	if (proof->count == 0) {
		g_string_append_printf(out, _("版式“%s”没有可核对的尺寸\n"),
			report->layout->header.name);
		return;
	}
	GPtrArray *rows = g_ptr_array_new_with_free_func(free_row);
	add_heads(rows);
	for (size_t i = 0; i < proof->count; i++) {
		add_rows(report, &proof->list[i], rows);
	}
	print_table(rows, out);
	print_absent(report, out);
	int measured = count_measured(report);
	g_string_append_printf(out,
		_("共 %d 页，按 %s 核对 %d 项：合 %d 项，不合 %d 项\n"),
		report->page_count, proof->source, measured, measured - report->wrong,
		report->wrong);
	g_ptr_array_free(rows, TRUE);
}
