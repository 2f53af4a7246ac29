/* Where edges of elements are, and how far from each other. */
#ifndef PROOF_EDGES_H
#define PROOF_EDGES_H

#include "proof/figures.h"

/** Appends the distances (double, points) that a rule for an edge measures: one for each
 * line that it looks at. */
void proof_edges(const struct proof_subject *subject, GArray *figures);

/** The lines of an element that a rule looks at, as one: NULL where there is no such
 * line. `each` and `any` are no one line. */
const struct proof_line *proof_line_of(struct arena *arena,
	const struct proof_element *element, enum proof_line_choice line);

#endif
