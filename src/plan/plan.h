/* A plan: what the author says, read from one file or several, typed by the model. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "plan/value.h"

/** Something that the plan must say and does not. */
struct plan_missing {
	struct place place; /* of its record, or of its key where nothing follows that */
	const char *record; /* the field around it; of the plan itself: 规划 */
	int ordinal;        /* of the record in its list; 0: none */
	const char *field;
};

struct plan {
	const char *path;
	const char *folder;       /* where its other files must live */
	const struct value *root; /* a record of the model's root */
	GPtrArray *
		paths; /* const char *: every file that was read, for `never overwrite` */
	const GArray *missing; /* struct plan_missing: in the order in which it was found
				*/
	bool blank; /* it says nothing: its documents are forms to be filled in by hand */
	GHashTable *used; /* a set, empty at first: the values that its documents read */
};

/** Reads the layouts that a plan names (文档: 版式) without typing the rest, since they
 * decide its vocabulary. The names are passages, so that an unknown one can be reported
 * in place. */
GArray *plan_layout_names(struct arena *arena, const struct yaml_node *root);

/** What reading needs besides the plan. */
struct plan_context {
	const struct limits *limits;
	struct diagnostics *diagnostics;
	bool draft;   /* what is missing is a warning, not an error */
	bool blank;   /* nothing is missing: the plan is that of empty forms */
	bool partial; /* a layout could not be read, and its fields are not known. Unknown
			 keys are reported only where layouts hardly add any: in records
			 that no layout at hand extends, but not the plan itself nor those
			 that nest; there where the key is near a known one, or the record
			 is no item of a list, or says which documents to make */
};

/** Types the nodes of a plan by the model. Faults are all reported: unknown keys (with
 * the nearest one), missing required fields, values that do not fit. Lists and records
 * may live in files of their own (`{文件: NAME}`), below the plan's folder only, no
 * symbolic links out. Always gives a plan; diagnostics tell whether it is sound. Values
 * live in the arena; their texts, and the list of paths, with the plan's own source. */
struct plan *plan_read(struct arena *arena, const struct yaml_node *root,
	const char *path, const struct model *model, const struct plan_context *context);

#endif
