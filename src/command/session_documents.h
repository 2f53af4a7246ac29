/* The documents of a plan: a layout's one, or one for each item of a list. */
#ifndef COMMAND_SESSION_DOCUMENTS_H
#define COMMAND_SESSION_DOCUMENTS_H

#include "command/session.h"

/** What documents are made from. */
struct documents_loader {
	struct session *session;
	const struct model *model;
	const struct plan *plan;
	const struct yaml_node *faces;
};

/** Reads layouts from their merged files, and arranges and names their documents into
 * `loaded`. `names` are the layouts' (struct passage), in the same order, at their places
 * in the plan; NULL: one of them is missing, so that nobody knows whose is whose. False
 * after reporting. */
bool session_documents_load(const struct documents_loader *loader, const GPtrArray *files,
	const GArray *names, struct session_plan *loaded);

#endif
