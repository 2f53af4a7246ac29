/* What the files of this room share. */
#ifndef YAML_YAML_PARTS_H
#define YAML_YAML_PARTS_H

#include "yaml/yaml.h"

#include <yaml.h>

/** A `#` with words right behind it and a blank before it. */
struct yaml_sign {
	struct place text_end; /* behind the text before the blank */
	const char *sign;
};

/** A file as the parser sees it. */
struct yaml_text {
	const struct source *source; /* what places refer to */
	const char *bytes; /* as long; with refused characters replaced one for one */
	bool doubtful; /* has characters that are reported where they stand in a text */
	GArray *signs; /* struct yaml_sign: all of the file, in order */
};

/** Holds a file's characters against what a plan may contain, and gives them for the
 * parser; false after reporting bytes that are no UTF-8. */
bool yaml_text_check(struct arena *arena, const struct source *source,
	struct diagnostics *diagnostics, struct yaml_text *text);

/** Whether a character may never stand in a plan: controls, line separators that editors
 * do not count, and the direction characters that make a text read unlike it is stored.
 */
bool yaml_character_refused(gunichar character);

/** Whether a character is invisible (it is left out of texts) or of the private areas (it
 * stays); of either kind a text is warned about. */
bool yaml_character_doubtful(gunichar character);

/** A text without its invisible characters, after warnings of them and of private ones.
 */
struct passage yaml_passage_seen(struct arena *arena, const struct passage *passage,
	struct diagnostics *diagnostics);

/** A text without the blanks (at these offsets) that line ends between Chinese characters
 * became. */
struct passage yaml_passage_closed_up(
	struct arena *arena, const struct passage *passage, const GArray *folds);

/** The signs of a file. */
GArray *yaml_find_signs(struct arena *arena, const struct source *source);

/** Warns where one of them begins a comment right behind a plain text. */
void yaml_check_comment(const struct yaml_text *text, struct place start,
	struct place end, struct diagnostics *diagnostics);

/** The text of a scalar event with the place of each character, found by walking the
 * source. */
struct passage yaml_scalar_passage(
	struct arena *arena, const struct yaml_text *text, const yaml_event_t *event);

/** Reports what stopped the parser, in the words of this program. */
void yaml_report_problem(const yaml_parser_t *parser, const struct source *source,
	struct diagnostics *diagnostics);

/** A fault of the writing, with the line as it should be. */
struct yaml_slip {
	struct place place;
	const char *message;
	const char *hint;      /* NULL: none */
	const char *corrected; /* the line; NULL: there is no telling */
};

/** What a line has in place of the signs of YAML: an indent of tabs or wide blanks, a
 * full-width dash or colon, no space after either. False: nothing. */
bool yaml_find_line_slip(const struct source *source, int number, struct yaml_slip *slip);

/** The same of a key or a text that the parser took as it stands, for its indent and dash
 * alone; false also where other text stands before it. */
bool yaml_find_item_slip(struct place place, struct yaml_slip *slip);

/** Reports a slip as an error. */
void yaml_report_slip(struct diagnostics *diagnostics, const struct yaml_slip *slip);

/** A line with what stands from a place on in quotes; with a colon there as a full-width
 * one; with brackets and quotes of Chinese where a text goes on behind those of YAML.
 * They live with the source. */
const char *yaml_line_quoted(struct place place);
const char *yaml_line_wide_colon(struct place place);
const char *yaml_line_reopened(const struct source *source, int number);

/** Whether bytes of a line hold a colon that ends a key. */
bool yaml_ends_key(const char *text, size_t length);

/** A mark of the parser as a place. */
struct place yaml_mark_place(const struct source *source, yaml_mark_t mark);

#endif
