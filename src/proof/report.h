/* How figures are told to people. */
#ifndef PROOF_REPORT_H
#define PROOF_REPORT_H

#include "proof/proof.h"

/** What a rule wants, and what was measured, in words: millimetres, type sizes in points,
 * numbers, Chinese words. To be freed. */
char *proof_wanted_text(const struct proof_rule *rule);
char *proof_measured_text(const struct proof_finding *finding);

/** How far a figure is outside of what a rule wants; 0: it is what is wanted. */
double proof_excess(const struct proof_rule *rule, double figure);

#endif
