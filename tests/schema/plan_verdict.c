/* What our own reading says of plans, for the test that asks JSON Schema the same.
 *
 * plan_verdict VOCABULARY.yaml FILE…         a line each: `sound`, or the first error
 * plan_verdict VOCABULARY.yaml --json FILE   the file as JSON, as editors see it */
#include "base/shown.h"
#include "plan/plan.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct reading {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct limits limits;
};

static const struct yaml_node *read_file(struct reading *reading, const char *path)
{
	return yaml_read_file(
		reading->arena, path, path, &reading->limits, reading->diagnostics);
}

/* Whether YAML takes a plain scalar for a number or a truth, and JSON writes it so. */
static bool is_bare(const struct yaml_node *node)
{
	const char *text = yaml_text(node);
	return node->style == YAML_PLAIN &&
	       (g_regex_match_simple("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$", text, 0, 0) ||
		       strcmp(text, "true") == 0 || strcmp(text, "false") == 0);
}

static void append_json(GString *out, const struct yaml_node *node)
{
	switch (node->kind) {
	case YAML_SCALAR:
		if (is_bare(node)) {
			g_string_append(out, yaml_text(node));
		} else {
			shown_append_json(out, yaml_text(node));
		}
		break;
	case YAML_SEQUENCE:
		g_string_append_c(out, '[');
		for (size_t i = 0; i < node->item_count; i++) {
			g_string_append(out, i ? ", " : "");
			append_json(out, node->items[i]);
		}
		g_string_append_c(out, ']');
		break;
	case YAML_MAPPING:
		g_string_append_c(out, '{');
		for (size_t i = 0; i < node->entry_count; i++) {
			g_string_append(out, i ? ", " : "");
			shown_append_json(out, yaml_text(node->entries[i].key));
			g_string_append(out, ": ");
			append_json(out, node->entries[i].value);
		}
		g_string_append_c(out, '}');
		break;
	}
}

static const char *first_error(const struct diagnostics *diagnostics)
{
	for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
		const struct diagnostic *report = diagnostics_get(diagnostics, i);
		if (report->severity == SEVERITY_ERROR) {
			return report->message;
		}
	}
	return "sound";
}

static void print_verdict(const char *vocabulary, const char *path)
{
	struct reading reading = {arena_create(), diagnostics_create(), limits_default()};
	struct model *model = model_create(reading.arena);
	const struct yaml_node *shared = read_file(&reading, vocabulary);
	model_add(model, yaml_get(shared, "model"), reading.diagnostics);
	const struct yaml_node *root = read_file(&reading, path);
	if (model_finish(model, reading.diagnostics) && root) {
		const struct plan_context context = {
			.limits = &reading.limits, .diagnostics = reading.diagnostics};
		plan_read(reading.arena, root, path, model, &context);
	}
	GString *out = g_string_new(NULL);
	shown_append(
		out, first_error(reading.diagnostics)); /* one line, whatever it quotes */
	puts(out->str);
	g_string_free(out, TRUE);
	diagnostics_destroy(reading.diagnostics);
	arena_destroy(reading.arena);
}

static void print_json(const char *path)
{
	struct reading reading = {arena_create(), diagnostics_create(), limits_default()};
	const struct yaml_node *root = read_file(&reading, path);
	GString *out = g_string_new(NULL);
	if (root) {
		append_json(out, root);
	}
	puts(out->str);
	g_string_free(out, TRUE);
	diagnostics_destroy(reading.diagnostics);
	arena_destroy(reading.arena);
}

int main(int argc, char **argv)
{
	if (argc == 4 && strcmp(argv[2], "--json") == 0) {
		print_json(argv[3]);
		return EXIT_SUCCESS;
	}
	for (int i = 2; i < argc; i++) {
		print_verdict(argv[1], argv[i]);
	}
	return EXIT_SUCCESS;
}
