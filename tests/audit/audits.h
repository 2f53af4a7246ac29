/* Plans held against the checks that all plans share, and against those of a layout. */
#ifndef TESTS_AUDIT_AUDITS_H
#define TESTS_AUDIT_AUDITS_H

#include "audit/audit.h"
#include "support/cases.h"

/** A file of the source tree as text; lives in the bench. */
const char *audits_tree_text(struct bench *bench, const char *path);

/** The report of a plan's text; `layout` is the text of a layout with `model:` and
 * `checks:` of its own, NULL: none. What is reported stands in the bench. NULL where the
 * layout or the plan has faults. */
const struct audit_report *audits_report(
	struct bench *bench, const char *plan, const char *layout);

/** The lines of the report's dump that begin with a check's name and a colon, or, without
 * a name, of all checks that the plan has anything for. */
const char *audits_lines(
	struct bench *bench, const struct audit_report *report, const char *check);

/** Holds those lines and all reports against what is expected. */
void audits_expect(
	const char *plan, const char *layout, const char *lines, const char *reports);

#endif
