/* What rules measure: figures in points, numbers, words. */
#ifndef PROOF_FIGURES_H
#define PROOF_FIGURES_H

#include "proof/elements.h"

/** What is measured. */
struct proof_subject {
	const struct proof_rule *rule;
	const struct layout *layout;
	struct faces *faces;
	struct arena *arena;
	GPtrArray *pages; /* struct proof_page */
	guint page;       /* by index */
	const struct proof_element *element;
};

/** The page that the element stands on. */
const struct proof_page *proof_subject_page(const struct proof_subject *subject);

/** Whether a character is a Han character or what fills its cell as one does. */
bool proof_is_han(gunichar character);

/** Appends the figures (double) that a rule of lengths or numbers measures; none where
 * there is nothing to measure (no line above, no two lines of a paragraph). */
void proof_figures(const struct proof_subject *subject, GArray *figures);

/** Appends the words (const char *) of a rule of words. */
void proof_words(const struct proof_subject *subject, GPtrArray *words);

#endif
