/* What the files of this room share while a plan is read. */
#ifndef PLAN_PLAN_READER_H
#define PLAN_PLAN_READER_H

#include "plan/plan.h"

struct plan_reader {
	struct arena *arena;
	struct arena *texts; /* of texts: where the plan's own file lives */
	const struct limits *limits;
	struct diagnostics *diagnostics;
	bool draft;         /* an unfinished plan is read all the same */
	bool blank;         /* nothing is missing */
	bool partial;       /* unknown keys may be a layout's */
	const char *folder; /* as the user named it; "": the plan's path has no folder */
	int folder_descriptor; /* opened when the first file is wanted; -1 before */
	GPtrArray *paths;      /* const char *: every file read, once */
	int64_t files_read;    /* a file read twice counts twice */
	GArray *open_files;  /* struct file_identity: those being read, outermost first */
	GHashTable *serials; /* struct field -> int: items read so far */
	GArray *missing;     /* struct plan_missing */
	bool within_missing; /* a record that nobody wrote is made */
	int missing_depth;   /* of such within such */
	int depth;           /* of records within records */
};

/** Where a value will stand. */
struct slot {
	const struct type *type;
	const struct field *field;  /* NULL: the plan itself */
	const struct value *parent; /* the record around it; NULL: none */
	int ordinal;                /* of an item; 0: none */
	int serial;
};

/** Reads a node as the slot's type; NULL after reporting. */
const struct value *value_read(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);

/** The readers of the types that have parts. */
struct value *value_read_record(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);
struct value *value_read_list(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);
struct value *value_read_years(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);
struct value *value_read_prose(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);

/** The readers of the types that are one stretch of text, which stands in value->written
 * without blanks around it. False after reporting. */
bool value_read_text(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_choice(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_boolean(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_decimal(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_percent(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_year(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_date(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_period(
	struct plan_reader *reader, const struct slot *slot, struct value *value);
bool value_read_target(
	struct plan_reader *reader, const struct slot *slot, struct value *value);

/** A value of a kind for a slot and a node, nothing read yet. */
struct value *value_create(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node, enum value_kind kind);

/** A mark where the node is one of those that may stand for the slot's type; else NULL.
 */
struct value *value_read_mark(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);

/** What stands where a draft lacks a required value: a mark `【待补：名称】`, a record or
 * a list of such. */
const struct value *value_missing(
	struct plan_reader *reader, const struct slot *slot, struct place place);

/** The slot of a list's next item: ordinal and serial are counted here, before the item
 * is read, so that an item comes before the items within it. */
struct slot slot_item(struct plan_reader *reader, const struct slot *list, int ordinal);

/** The name of a slot for messages: that of its field, or of the plan's record. */
const char *slot_name(const struct slot *slot);

/** Reports that a node is no list, mapping or text as the slot's type wants. NULL always.
 */
struct value *report_mismatch(struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);

/** Reports that a text is not what its type wants: `“金额”应为…，实为“…”`. False always.
 */
bool report_value(struct plan_reader *reader, const struct slot *slot,
	const struct value *value, const char *code, const char *expected);

/** A text for a message: its beginning, where it is long. */
const char *text_excerpt(struct arena *arena, const char *text);

/** A passage without the blanks (full-width ones too) and line ends around it. */
struct passage passage_trimmed(struct arena *arena, const struct passage *passage);

/** A passage with its tabs as spaces: a tab moves text about, which is for layouts to
 * say. */
struct passage passage_untabbed(struct arena *arena, struct passage passage);

/** Whether a node stands for a file of its own: `{文件: NAME}`, where the type does not
 * declare such a field itself. */
bool plan_file_is(const struct slot *slot, const struct yaml_node *node);

/** Whether a node names a file beside other keys; reports it. */
bool plan_file_is_mixed(const struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node);

/** Reads the file that a node names; NULL after reporting. Unless NULL, plan_file_leave()
 * must follow when the nodes have been typed: a file within itself is found that way. */
const struct yaml_node *plan_file_enter(struct plan_reader *reader,
	const struct slot *slot, const struct yaml_node *node);
void plan_file_leave(struct plan_reader *reader);

/** Begins with the plan's own file, which none of its files may contain. */
void plan_file_begin(struct plan_reader *reader, const char *path);

/** Ends what plan_file_enter() holds open. */
void plan_file_finish(struct plan_reader *reader);

#endif
