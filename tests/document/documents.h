/* Small plans arranged by small layouts. */
#ifndef TESTS_DOCUMENT_DOCUMENTS_H
#define TESTS_DOCUMENT_DOCUMENTS_H

#include "../layout/layouts.h"
#include "document/arrange.h"

/** A plan of the small vocabulary, arranged by a layout over the small one. Nothing may
 * be reported of the layout. */
const struct document *documents_arrange(
	struct bench *bench, const char *layout, const char *plan);

/** The same, and what the document leaves unprinted is reported. */
void documents_report_unprinted(
	struct bench *bench, const char *layout, const char *plan);

/** What a document prints below its part. Nothing may be reported. */
void documents_expect(const char *layout, const char *plan, const char *expected);

/** The same of a plan with marks, and what is reported there; `expected` may be NULL. */
struct document_faults {
	const char *layout;
	const char *plan;
	const char *reports;
	const char *expected;
};
void documents_expect_faults(const struct document_faults *faults);

/** A layout with sections of three levels; 工作表 may be inserted. */
extern const char documents_sections[];

#endif
