/* Reading a string on a bench, for the tests of this room. */
#ifndef YAML_READING_H
#define YAML_READING_H

#include "support/cases.h"

#include "yaml/yaml.h"

/** The tree of a text, or of bytes. */
static inline const struct yaml_node *read_bytes(
	struct bench *bench, const char *bytes, size_t length)
{
	return yaml_read_source(bench->arena, bench_bytes(bench, bytes, length),
		&bench->limits, bench->diagnostics);
}

static inline const struct yaml_node *read_text(struct bench *bench, const char *text)
{
	return read_bytes(bench, text, strlen(text));
}

/** The tree's dump; `nothing` where there is no tree. */
static inline const char *dumped(struct bench *bench, const struct yaml_node *node)
{
	GString *out = arena_text(bench->arena);
	if (!node) {
		return "nothing";
	}
	yaml_dump(node, out);
	return out->str;
}

/** Reads a text whose reports, printed short or as the style has it, must be as expected.
 */
static inline void assert_reports(const char *text, const char *expected)
{
	struct bench bench = bench_begin();
	read_text(&bench, text);
	bench_expect(&bench, expected);
	bench_end(&bench);
}

static inline void assert_human(const char *text, const char *expected)
{
	struct bench bench = bench_begin();
	read_text(&bench, text);
	assert_string_equal(bench_printed(&bench, DIAGNOSTIC_HUMAN), expected);
	bench_end(&bench);
}

/** Reads a text without any report, whose dump must be as expected. */
static inline void assert_tree(const char *text, const char *expected)
{
	struct bench bench = bench_begin();
	const struct yaml_node *node = read_text(&bench, text);
	bench_expect(&bench, "");
	assert_string_equal(dumped(&bench, node), expected);
	bench_end(&bench);
}

#endif
