/* The vocabulary of plans as JSON Schema (draft-07), which editors read, and as a page of
 * the manual. */
#ifndef COMMAND_MODEL_SCHEMA_H
#define COMMAND_MODEL_SCHEMA_H

#include "layout/checks.h"

/** Appends the schema of a finished model: a definition for each record that the plan
 * leads to, with notes and examples as its author reads them, synonyms as further
 * properties, marks, and files of their own (`{文件: …}`) wherever a value can stand. It
 * accepts what reading a plan accepts, but for what a schema cannot know: whether days
 * exist, periods end after they begin, keys with blanks in them. */
void model_schema_append(const struct model *model, const char *title, GString *out);

/** Appends a reference of a model and its checks in Markdown: each record with its fields
 * in a table, formulas, and each check. */
void model_reference_append(
	const struct model *model, const struct check_rules *rules, GString *out);

/** The records that the plan leads to, itself first, struct record; to be freed by the
 * caller. */
GPtrArray *model_reached(const struct model *model);

#endif
