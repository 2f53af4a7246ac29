#include "proof/proof.h"

#include "proof/figures.h"
#include "proof/report.h"

#include <math.h>
#include <string.h>

/* A proof being made. */
struct proving {
	struct proof_subject subject;
	struct proof_report *report;
	struct diagnostics *diagnostics;
};

static bool is_named(const struct proof_element *element, const char *name)
{
	return strcmp(element->name, name) == 0;
}

static bool applies(const struct proof_rule *rule, const struct proof_page *page)
{
	bool odd = page->page->number % 2 == 1;
	bool parity = rule->parity == PROOF_ALL_PAGES ||
		      odd == (rule->parity == PROOF_ODD_PAGES);
	return parity && (!rule->master || rule->master == page->master);
}

/* Where the element was written; strokes are the layout's own. */
static struct place place_of(
	const struct proof_rule *rule, const struct proof_element *element)
{
	const struct proof_line *line = g_ptr_array_index(element->lines, 0);
	for (guint i = 0; i < line->items->len; i++) {
		const struct item *item = g_ptr_array_index(line->items, i);
		if (item->place.source) {
			return item->place;
		}
	}
	return rule->place;
}

double proof_excess(const struct proof_rule *rule, double figure)
{
	double under = rule->has_least ? rule->least - figure : 0;
	double over = rule->has_most ? figure - rule->most : 0;
	return fmax(0, fmax(under, over));
}

/* The figure that fits least well; where any will do, best. */
static double choose_figure(const struct proof_rule *rule, const GArray *figures)
{
	double chosen = g_array_index(figures, double, 0);
	for (guint i = 1; i < figures->len; i++) {
		double figure = g_array_index(figures, double, i);
		bool worse = proof_excess(rule, figure) > proof_excess(rule, chosen);
		bool better = proof_excess(rule, figure) < proof_excess(rule, chosen);
		if (rule->line == PROOF_ANY ? better : worse) {
			chosen = figure;
		}
	}
	return chosen;
}

static bool is_wanted_word(const struct proof_rule *rule, const char *word)
{
	for (const char *const *wanted = rule->words; *wanted; wanted++) {
		if (strcmp(*wanted, word) == 0) {
			return true;
		}
	}
	return false;
}

static const char *choose_word(const struct proof_rule *rule, const GPtrArray *words)
{
	for (guint i = 0; i < words->len; i++) {
		if (!is_wanted_word(rule, g_ptr_array_index(words, i))) {
			return g_ptr_array_index(words, i);
		}
	}
	return g_ptr_array_index(words, 0);
}

static void report_deviation(struct proving *proving, const struct proof_finding *finding)
{
	char *wanted = proof_wanted_text(finding->rule);
	char *measured = proof_measured_text(finding);
	diagnostics_warning(proving->diagnostics, finding->place, "proof-deviation",
		"第 %d 页“%s”应为 %s，实为 %s（%s %s）", finding->page,
		finding->rule->name, wanted, measured,
		proving->report->layout->proof.source, finding->rule->clause);
	g_free(measured);
	g_free(wanted);
}

static void add_finding(struct proving *proving, struct proof_finding finding)
{
	const struct proof_subject *subject = &proving->subject;
	finding.rule = subject->rule;
	finding.page = proof_subject_page(subject)->page->number;
	finding.place = place_of(subject->rule, subject->element);
	g_array_append_val(proving->report->findings, finding);
	if (!finding.holds) {
		report_deviation(proving, &finding);
	}
}

static void prove_words(struct proving *proving)
{
	const struct proof_rule *rule = proving->subject.rule;
	GPtrArray *words = g_ptr_array_new();
	proof_words(&proving->subject, words);
	if (words->len > 0) {
		const char *word = choose_word(rule, words);
		add_finding(proving, (struct proof_finding){.word = word,
					     .holds = is_wanted_word(rule, word)});
	}
	g_ptr_array_free(words, TRUE);
}

static void prove_figures(struct proving *proving)
{
	const struct proof_rule *rule = proving->subject.rule;
	GArray *figures = g_array_new(FALSE, FALSE, sizeof(double));
	proof_figures(&proving->subject, figures);
	if (figures->len > 0) {
		double figure = choose_figure(rule, figures);
		bool holds = proof_excess(rule, figure) <= rule->within;
		add_finding(
			proving, (struct proof_finding){.value = figure, .holds = holds});
	}
	g_array_free(figures, TRUE);
}

static void prove_page(struct proving *proving)
{
	struct proof_subject *subject = &proving->subject;
	const struct proof_page *page = proof_subject_page(subject);
	for (guint i = 0; i < page->elements->len; i++) {
		subject->element = g_ptr_array_index(page->elements, i);
		if (!applies(subject->rule, page) ||
			!is_named(subject->element, subject->rule->element)) {
			continue;
		}
		if (proof_measure_kind(subject->rule->measure) == PROOF_WORD) {
			prove_words(proving);
		} else {
			prove_figures(proving);
		}
	}
}

static void prove_rule(struct proving *proving, const struct proof_rule *rule)
{
	struct proof_report *report = proving->report;
	guint before = report->findings->len;
	proving->subject.rule = rule;
	for (guint i = 0; i < proving->subject.pages->len; i++) {
		proving->subject.page = i;
		prove_page(proving);
	}
	bool wrong = false;
	for (guint i = before; i < report->findings->len; i++) {
		wrong = wrong ||
			!g_array_index(report->findings, struct proof_finding, i).holds;
	}
	report->wrong += wrong;
}

struct proof_report *proof_pages(struct arena *arena, const struct pages *pages,
	const struct layout *layout, struct faces *faces, struct diagnostics *diagnostics)
{
	struct proof_report *report = arena_new(arena, struct proof_report);
	*report = (struct proof_report){
		.layout = layout,
		.findings = arena_values(arena, sizeof(struct proof_finding)),
		.page_count = (int)pages->list->len,
	};
	struct proving proving = {
		.subject =
			{
				.layout = layout,
				.faces = faces,
				.arena = arena,
				.pages = proof_elements(arena, pages, layout),
			},
		.report = report,
		.diagnostics = diagnostics,
	};
	for (size_t i = 0; i < layout->proof.count; i++) {
		prove_rule(&proving, &layout->proof.list[i]);
	}
	return report;
}
