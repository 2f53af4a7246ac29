/* What is wrong, and where: collected, so that one run reports every fault. A function
 * that fails has already reported; its callers add nothing and pass the failure up. */
#ifndef BASE_DIAGNOSTICS_H
#define BASE_DIAGNOSTICS_H

#include "base/source.h"

#include <stdbool.h>
#include <stdio.h>

enum severity {
	SEVERITY_NOTE,
	SEVERITY_WARNING,
	SEVERITY_ERROR,
};

/** Whose fault an error is; the value is the exit status that it leads to. */
enum fault {
	FAULT_INPUT = 1,     /* the plan or a layout */
	FAULT_RESOURCE = 4,  /* faces or other resources are missing */
	FAULT_LIMIT = 5,     /* a limit is exceeded */
	FAULT_INTERNAL = 70, /* ours */
	FAULT_SYSTEM = 74,   /* reading or writing failed */
};

struct diagnostic {
	enum severity severity;
	enum fault fault;
	const char *code; /* stable, for scripts: `key-unknown` */
	struct place place;
	const char *message; /* one line, names what was seen and what was expected */
	const char *hint;    /* what to do; NULL: none */
	struct place related;
	const char *related_message; /* what stands at the related place; NULL: none */
};

struct diagnostics;

/** An empty collection; end it with diagnostics_destroy(), which accepts NULL. Texts are
 * copied; places are not: the sources that they point to must live until the last print.
 */
struct diagnostics *diagnostics_create(void);
void diagnostics_destroy(struct diagnostics *diagnostics);

/** Reports a fault of the input: an error (nothing will be written), a warning or a note.
 * The code is a literal. Repeating a report (code, place and message) has no effect. */
void diagnostics_error(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...) G_GNUC_PRINTF(4, 5);
void diagnostics_warning(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...) G_GNUC_PRINTF(4, 5);
void diagnostics_note(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...) G_GNUC_PRINTF(4, 5);

/** Faults that belong to no place of the input: a missing face, a limit, the disk. */
void diagnostics_fault(struct diagnostics *diagnostics, enum fault fault,
	const char *code, const char *format, ...) G_GNUC_PRINTF(4, 5);

/** A limit exceeded at a place (exit status 5). Where the code names one of
 * limits_names()
 * (`limit-rows`), here as in diagnostics_fault(), the hint says how to raise it. */
void diagnostics_limit(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...) G_GNUC_PRINTF(4, 5);

/** Adds to the report made last (there must be one; a repeated one takes it along
 * unseen): what to do, and a second place that belongs to it. */
void diagnostics_hint(struct diagnostics *diagnostics, const char *format, ...)
	G_GNUC_PRINTF(2, 3);
void diagnostics_related(struct diagnostics *diagnostics, struct place place,
	const char *format, ...) G_GNUC_PRINTF(3, 4);

/** Why a system call failed (an errno), in Chinese for what users meet; else in the words
 * of the locale. For messages; nothing to free. */
const char *diagnostics_system_text(int error);

/** The reports so far, and how many of a severity. */
guint diagnostics_count(const struct diagnostics *diagnostics);
guint diagnostics_count_of(const struct diagnostics *diagnostics, enum severity severity);
const struct diagnostic *diagnostics_get(
	const struct diagnostics *diagnostics, guint index);

/** Whether an error was reported. */
bool diagnostics_failed(const struct diagnostics *diagnostics);

/** The exit status: 0 without errors (3 where `strict` and there are warnings), else the
 * greatest of the faults' statuses, since the least expected fault is the one to mend
 * first. */
int diagnostics_exit_status(const struct diagnostics *diagnostics, bool strict);

enum diagnostic_style {
	DIAGNOSTIC_HUMAN, /* with the line, a caret, hints */
	DIAGNOSTIC_SHORT, /* a line each */
	DIAGNOSTIC_JSON,  /* an array of objects, for machines; no member where there is
			     nothing */
};

/** Prints all reports, file by file from the top: `plan.yaml:12:7: error[code]: message`
 * and what the style adds. A file as a whole has no numbers; a fault of no place begins
 * `jixiao:`. Control and direction characters and bytes that are no UTF-8 are never
 * printed as they are. Write errors are left for the caller to see with ferror(). */
void diagnostics_print(
	const struct diagnostics *diagnostics, enum diagnostic_style style, FILE *stream);

#endif
