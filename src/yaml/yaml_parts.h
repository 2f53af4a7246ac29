/* What the files of this room share. */
#ifndef YAML_YAML_PARTS_H
#define YAML_YAML_PARTS_H

#include "yaml/yaml.h"

#include <yaml.h>

/** A file as the parser sees it. */
struct yaml_text {
	const struct source *source; /* what places refer to */
	const char *bytes; /* as long; with refused characters replaced one for one */
};

/** Holds a file's characters against what a plan may contain, and gives them for the
 * parser; false after reporting bytes that are no UTF-8. */
bool yaml_text_check(struct arena *arena, const struct source *source,
	struct diagnostics *diagnostics, struct yaml_text *text);

/** Whether a character may never stand in a plan: controls, line separators that editors
 * do not count, and the direction characters that make a text read unlike it is stored.
 */
bool yaml_character_refused(gunichar character);

/** The text of a scalar event with the place of each character, found by walking the
 * source. */
struct passage yaml_scalar_passage(
	struct arena *arena, const struct yaml_text *text, const yaml_event_t *event);

/** Reports what stopped the parser, in the words of this program. */
void yaml_report_problem(const yaml_parser_t *parser, const struct source *source,
	struct diagnostics *diagnostics);

/** A mark of the parser as a place. */
struct place yaml_mark_place(const struct source *source, yaml_mark_t mark);

#endif
