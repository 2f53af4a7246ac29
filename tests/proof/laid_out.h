/* Documents laid out as the program does it, whose finished pages a test may spoil. */
#ifndef TESTS_PROOF_LAID_OUT_H
#define TESTS_PROOF_LAID_OUT_H

#include "command/session.h"
#include "proof/proof.h"
#include "support/cases.h"

struct laid_out {
	struct session *session;
	const struct layout *layout;
	struct faces *faces;
	struct pages *pages;
	guint reports; /* before the proof */
};

/** Lays a plan of one document out; nothing may be wrong with it. */
struct laid_out laid_out_begin(const char *plan);
void laid_out_end(struct laid_out *laid_out);

/** Proves the pages as they are now; what was found lives with the document. */
const struct proof_report *laid_out_prove(struct laid_out *laid_out);

/** Whether the last proof said that a rule is not kept. */
bool laid_out_found(const struct laid_out *laid_out, const char *rule);

/** The reports since the document was laid out, a line each. */
const char *laid_out_reports(const struct laid_out *laid_out);

/** A notice in the layout `official-document`: lines of the plan before 文档, lines of
 * 通知 after its text, and so many paragraphs. */
char *laid_out_notice(const char *plan_lines, const char *notice_lines, int paragraphs);

#endif
