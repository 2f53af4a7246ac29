/* One run of a command over plans: where things lie, what was found wrong, how long it
 * took. */
#ifndef COMMAND_SESSION_H
#define COMMAND_SESSION_H

#include "audit/audit.h"
#include "command/command.h"
#include "document/arrange.h"
#include "text/faces.h"

struct session {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct limits limits;
	struct layout_folders layouts;
	const char *const *font_folders;
	enum diagnostic_style style;
	bool strict;
	bool show_timings;
	GArray *missing; /* struct plan_missing: of all plans so far */
	GArray *timings; /* struct timing */
	gint64 mark;     /* when the running stage began, microseconds */
};

/** Opens a session for a command; NULL after printing what is wrong with its options. */
struct session *session_create(const struct command_line *line);

/** Prints diagnostics and timings, frees the session, gives the exit status. */
int session_end(struct session *session);

/** What a command does with its operands, of which there are so many. */
struct session_task {
	int least;
	int most;
	const char *complaint; /* where there are fewer or more */
	void (*run)(struct session *session, char **operands);
};

/** Parses a command's arguments and runs its task in a session; gives the exit status.
 * For commands without options of their own. */
int session_run(struct command_line *line, int argc, char **argv,
	const struct session_task *task);

/** Ends a stage of work under a name; what took the time since the last one. */
void session_stage(struct session *session, const char *name);

/** A document of a plan, arranged. */
struct session_document {
	const struct layout *layout;
	const struct yaml_node *layout_file; /* with what it inherits */
	const struct document *document;
	const char *name;   /* for its file, without an ending; NULL: its layout's */
	bool named;         /* by the plan itself */
	struct place place; /* where the plan asks for it */
	bool joined;        /* the plan's documents that say so (合并) make one file */
};

/** Which copy of a plan is wanted. */
enum session_copy {
	COPY_BY_PLAN, /* what its 稿次 says, else a submission */
	COPY_DRAFT,   /* an unfinished plan prints too: what is missing is a warning */
	COPY_SUBMISSION,
	COPY_FILING,
};

struct session_plan {
	const char *path;
	const GPtrArray *paths; /* const char *: every file of the plan that was read */
	enum session_copy copy; /* which one it is, never COPY_BY_PLAN */
	struct session_document *documents;
	size_t document_count;
	const struct audit_report *audit; /* NULL: faults of the plan forbid it */
};

/** How many files a plan's documents make. */
size_t session_file_count(const struct session_plan *plan);

struct load_options {
	const char *layout; /* only this layout; NULL: those that the plan names */
	enum session_copy copy;
	bool blank;        /* no plan at all: the layout's empty form */
	const char *stage; /* of a draft (稿名), in place of the plan's; NULL: its own */
	const char *number; /* of a copy (份号), likewise */
};

/** Reads a plan (of an empty form: none, `path` is the layout's name) with its layouts
 * and arranges its documents. NULL after reports that leave nothing to go on with;
 * reports may also stand where it is not NULL. */
const struct session_plan *session_load(
	struct session *session, const char *path, const struct load_options *options);

/** The vocabulary: what all plans share (the file `plan`), and what these layouts (struct
 * yaml_node) add; NULL after reporting. */
const struct model *session_model(
	struct session *session, const struct yaml_node *shared, const GPtrArray *files);

/** A sum over the files that a document of a plan is made from, faces apart (SHA-256 in
 * hexadecimal digits). */
const char *session_inputs_sum(struct session *session, const struct session_plan *plan,
	const struct session_document *document);

/** The faces of a layout, opened; the caller destroys them. */
struct faces *session_faces(struct session *session, const struct font_roles *roles);

#endif
