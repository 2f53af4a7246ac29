/* What the files of this room share. */
#ifndef MODEL_MODEL_PARTS_H
#define MODEL_MODEL_PARTS_H

#include "model/model.h"

/** A record that a type names, to be found declared in the end. */
struct record_mention {
	const struct record *record;
	struct place place;
};

struct model {
	struct arena *arena;
	const struct yaml_node *root; /* the root's name; NULL: none declared */
	GPtrArray *records;           /* struct record, in order of first mention */
	GHashTable *records_by_name;
	GArray *mentions; /* struct record_mention */
	const struct source
		*shared; /* of the first declarations, which all plans share */
};

/** The record of a name, made where it is new: a type may name a record before its
 * declaration. */
struct record *model_record_named(struct model *model, const char *name);

/** Reads a type's notation into *type; false after reporting. */
bool type_read(struct model *model, const struct passage *notation, struct type *type,
	struct diagnostics *diagnostics);

/** Reads the entry of a record that declares a formula; false after reporting. */
bool formula_read(struct model *model, struct record *record,
	const struct yaml_entry *entry, struct diagnostics *diagnostics);

/** Whether two types are the same. */
bool type_equal(const struct type *left, const struct type *right);

#endif
