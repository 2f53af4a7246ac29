/* How reports look to people, to editors and to machines. User text is never printed raw:
 * control characters could drive a terminal. */
#include "base/diagnostics.h"
#include "base/language.h"
#include "base/shown.h"

#include <stdint.h>
#include <string.h>

enum {
	EXCERPT_CELLS = 100, /* a long line is cut around its caret */
};

static const char *severity_name(enum severity severity)
{
	switch (severity) {
	case SEVERITY_NOTE:
		return "note";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_ERROR:
		return "error";
	}
	return "error";
}

/* Prints user text with what cannot be shown replaced. */
static void print_safely(const char *text, FILE *stream)
{
	const char *end = text + strlen(text);
	while (text < end) {
		struct shown cell = shown_next(&text, end);
		fputs(cell.bytes, stream);
	}
}

/* Where an excerpt starts so that the caret's character is within its width. */
static const char *excerpt_start(
	const char *line, size_t length, int column, int *skipped)
{
	const char *end = line + length;
	int before = 0;
	const char *at = line;
	for (int i = 1; i < column && at < end; i++) {
		before += shown_next(&at, end).width;
	}
	*skipped = 0;
	if (before < EXCERPT_CELLS * 3 / 4) {
		return line;
	}
	int cells = 0;
	for (at = line; at < end && before - cells > EXCERPT_CELLS / 2; (*skipped)++) {
		cells += shown_next(&at, end).width;
	}
	return at;
}

static void print_excerpt(struct place place, FILE *stream)
{
	size_t length = 0;
	const char *line =
		place.source ? source_line(place.source, place.line, &length) : NULL;
	if (!line) {
		return;
	}
	int skipped = 0;
	const char *end = line + length;
	const char *at = excerpt_start(line, length, place.column, &skipped);
	int width = fprintf(stream, "%5d | ", place.line);
	int caret = width;
	int cells = 0;
	if (skipped) {
		fputs("…", stream);
		caret += shown_width("…");
	}
	for (int column = skipped + 1; at < end && cells < EXCERPT_CELLS; column++) {
		struct shown cell = shown_next(&at, end);
		fputs(cell.bytes, stream);
		cells += cell.width;
		caret += column < place.column ? cell.width : 0;
	}
	fputs(at < end ? "…\n" : "\n", stream);
	fprintf(stream, "%*s^\n", caret, "");
}

static void print_place(struct place place, FILE *stream)
{
	if (!place.source) {
		fputs("jixiao: ", stream);
		return;
	}
	print_safely(place.source->path, stream);
	if (place.line) {
		fprintf(stream, ":%d:%d: ", place.line, place.column);
	} else {
		fputs(": ", stream);
	}
}

static void print_head(const struct diagnostic *diagnostic, FILE *stream)
{
	print_place(diagnostic->place, stream);
	fprintf(stream, "%s[%s]: ", severity_name(diagnostic->severity),
		diagnostic->code);
	print_safely(diagnostic->message, stream);
	fputc('\n', stream);
}

static void print_human(const struct diagnostic *diagnostic, FILE *stream)
{
	print_head(diagnostic, stream);
	if (diagnostic->severity != SEVERITY_NOTE) {
		print_excerpt(diagnostic->place, stream); /* a note asks for no mending */
	}
	if (diagnostic->related_message) {
		print_place(diagnostic->related, stream);
		fputs("note: ", stream);
		print_safely(diagnostic->related_message, stream);
		fputc('\n', stream);
		print_excerpt(diagnostic->related, stream);
	}
	if (diagnostic->hint) {
		fputs(_("        提示："), stream);
		print_safely(diagnostic->hint, stream);
		fputc('\n', stream);
	}
}

/* A character of a JSON string: what cannot be shown is escaped, in UTF-16 as JSON has
 * it. */
static void print_json_string(const char *text, FILE *stream)
{
	GString *json = g_string_new(NULL);
	shown_append_json(json, text);
	fputs(json->str, stream);
	g_string_free(json, TRUE);
}

static void print_json_member(const char *name, const char *text, FILE *stream)
{
	if (text) {
		fprintf(stream, ", \"%s\": ", name);
		print_json_string(text, stream);
	}
}

static void print_json_place(const char *prefix, struct place place, FILE *stream)
{
	if (place.source) {
		fprintf(stream, ", \"%sfile\": ", prefix);
		print_json_string(place.source->path, stream);
		fprintf(stream, ", \"%sline\": %d, \"%scolumn\": %d", prefix, place.line,
			prefix, place.column);
	}
}

static void print_json(const struct diagnostic *diagnostic, FILE *stream)
{
	fprintf(stream, "{\"severity\": \"%s\"", severity_name(diagnostic->severity));
	print_json_member("code", diagnostic->code, stream);
	print_json_place("", diagnostic->place, stream);
	print_json_member("message", diagnostic->message, stream);
	print_json_member("hint", diagnostic->hint, stream);
	if (diagnostic->related_message) {
		print_json_place("related_", diagnostic->related, stream);
		print_json_member("related_message", diagnostic->related_message, stream);
	}
	fputc('}', stream);
}

/* The first report about the same file as one; files print in that order. */
static guint file_rank(
	const struct diagnostics *diagnostics, const struct diagnostic *report)
{
	guint rank = 0;
	while (diagnostics_get(diagnostics, rank)->place.source != report->place.source) {
		rank++;
	}
	return rank;
}

static int compare_reports(gconstpointer left, gconstpointer right, gpointer data)
{
	const struct diagnostic *first = *(const struct diagnostic *const *)left;
	const struct diagnostic *second = *(const struct diagnostic *const *)right;
	if (first->place.source != second->place.source) {
		bool placed = first->place.source != NULL;
		if (!placed || !second->place.source) {
			return placed ? -1 : 1;
		}
		return file_rank(data, first) < file_rank(data, second) ? -1 : 1;
	}
	if (first->place.line != second->place.line) {
		return first->place.line - second->place.line;
	}
	return first->place.column - second->place.column;
}

/* The reports as a person goes through a file: from its top. What has no place comes
 * last. */
static GPtrArray *sorted_reports(const struct diagnostics *diagnostics)
{
	GPtrArray *reports = g_ptr_array_new();
	for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
		g_ptr_array_add(
			reports, (gpointer)(uintptr_t)diagnostics_get(diagnostics, i));
	}
	g_ptr_array_sort_with_data(
		reports, compare_reports, (gpointer)(uintptr_t)diagnostics);
	return reports;
}

void diagnostics_print(
	const struct diagnostics *diagnostics, enum diagnostic_style style, FILE *stream)
{
	GPtrArray *reports = sorted_reports(diagnostics);
	bool failed = diagnostics_failed(diagnostics);
	if (style == DIAGNOSTIC_JSON) {
		fputc('[', stream);
	}
	for (guint i = 0; i < reports->len; i++) {
		const struct diagnostic *diagnostic = g_ptr_array_index(reports, i);
		if (style == DIAGNOSTIC_HUMAN && failed &&
			diagnostic->severity == SEVERITY_NOTE) {
			continue; /* first the errors: notes would bury them */
		}
		switch (style) {
		case DIAGNOSTIC_HUMAN:
			print_human(diagnostic, stream);
			break;
		case DIAGNOSTIC_SHORT:
			print_head(diagnostic, stream);
			break;
		case DIAGNOSTIC_JSON:
			fputs(i ? ",\n " : "", stream);
			print_json(diagnostic, stream);
			break;
		}
	}
	if (style == DIAGNOSTIC_JSON) {
		fputs("]\n", stream);
	}
	g_ptr_array_free(reports, TRUE);
}
