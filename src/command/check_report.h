/* What `jixiao check` prints of a plan: a table for people, an object for machines. */
#ifndef COMMAND_CHECK_REPORT_H
#define COMMAND_CHECK_REPORT_H

#include "command/session.h"

/** A plan as it was checked. */
struct checked_plan {
	const char *path;
	const struct session_plan *plan; /* NULL: faults forbade to go on */
	int pages;
	guint errors;
	guint warnings;
};

/** Appends the table of the plan's checks with their figures: name, outcome, left value,
 * right value, difference, place; and below it those that the plan has nothing for. */
void check_report_table(const struct checked_plan *checked, GString *out);

/** Appends the line that says how the plan stands. */
void check_report_summary(const struct checked_plan *checked, GString *out);

/** Appends the plan as a JSON object: path, errors, warnings, documents, pages, checks.
 */
void check_report_json(const struct checked_plan *checked, GString *out);

#endif
