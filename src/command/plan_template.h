/* A plan to fill in, made from the vocabulary. */
#ifndef COMMAND_PLAN_TEMPLATE_H
#define COMMAND_PLAN_TEMPLATE_H

#include "layout/layout.h"

struct plan_template {
	const struct layout_header *layout;
	const struct model *model;
	GHashTable *named;  /* set of struct field: those that the layout names */
	const char *schema; /* of plans, as the file shall name it */
	bool own_schema;    /* it is the layout's, still to be made */
};

/** Appends a commented plan: the layout's fields and the required ones, empty, each below
 * its explanation and example, in the order of their declaration, lists with one item;
 * then the names of what only other layouts print. */
void plan_template_append(const struct plan_template *template, GString *out);

#endif
