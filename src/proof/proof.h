/* Finished pages held against the layout's figures (layout/proof_rules.h): they are
 * measured as they will be printed, whoever composed them. */
#ifndef PROOF_PROOF_H
#define PROOF_PROOF_H

#include "layout/layout.h"
#include "page/page.h"

/** What one rule found on one page, of one element: the figure that fits least well, or,
 * of lines of which any will do, best. */
struct proof_finding {
	const struct proof_rule *rule;
	int page; /* as counted, from 1 */
	bool holds;
	double value;     /* points, or a number */
	const char *word; /* of a rule of words; NULL otherwise */
	struct place
		place; /* where the text was written; the rule's where there is none */
};

struct proof_report {
	const struct layout *layout;
	GArray *findings; /* struct proof_finding: rule by rule, page by page */
	int page_count;
	int wrong; /* rules that some page does not keep */
};

/** Measures pages; the faces are those they were composed with. The report lives in the
 * arena, and is empty where the layout has no figures. Every deviation is also a warning
 * (`proof-deviation`) at the place of the text, with the page, both figures and the
 * clause.  */
struct proof_report *proof_pages(struct arena *arena, const struct pages *pages,
	const struct layout *layout, struct faces *faces,
	struct diagnostics *diagnostics);

/** Prints a report as a table: clause, what was measured, pages, wanted and measured
 * figure, and whether it holds; then a line that sums it up. */
void proof_report_print(const struct proof_report *report, GString *out);

#endif
