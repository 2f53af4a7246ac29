/* What the files of this room share. */
#ifndef YAML_YAML_PARTS_H
#define YAML_YAML_PARTS_H

#include "yaml/yaml.h"

#include <yaml.h>

/** Holds a file's characters against what a plan may contain. Gives the bytes for the
 * parser, with refused characters replaced one for one so that places stay true; NULL
 * after reporting bytes that are no UTF-8. */
const char *yaml_bytes_checked(struct arena *arena, const struct source *source,
	struct diagnostics *diagnostics);

/** Whether a character may never stand in a plan: controls, line separators that editors
 * do not count, and the direction characters that make a text read unlike it is stored.
 */
bool yaml_character_refused(gunichar character);

/** The text of a scalar event with the place of each character, found by walking the
 * source. */
struct passage yaml_scalar_passage(
	struct arena *arena, const struct source *source, const yaml_event_t *event);

/** Reports what stopped the parser, in the words of this program. */
void yaml_report_problem(const yaml_parser_t *parser, const struct source *source,
	struct diagnostics *diagnostics);

/** A mark of the parser as a place. */
struct place yaml_mark_place(const struct source *source, yaml_mark_t mark);

#endif
