/* A YAML file as a tree of nodes that know their places. Nothing is typed here: `NO`,
 * `012` and `1_000` are the characters that stand in the file. */
#ifndef YAML_YAML_H
#define YAML_YAML_H

#include "base/arena.h"
#include "base/diagnostics.h"
#include "base/limits.h"
#include "base/passage.h"

enum yaml_kind {
	YAML_SCALAR,
	YAML_SEQUENCE,
	YAML_MAPPING,
};

enum yaml_style {
	YAML_PLAIN,
	YAML_QUOTED, /* single or double */
	YAML_BLOCK,  /* literal `|` or folded `>` */
};

struct yaml_entry {
	const struct yaml_node *key; /* always a scalar */
	const struct yaml_node *value;
};

struct yaml_node {
	enum yaml_kind kind;
	enum yaml_style style; /* of a scalar */
	struct place
		place; /* of its first character: a quote, a `|`, a `[`, a first key */
	struct passage scalar; /* a scalar's text with the places of its characters */
	/* The items of a sequence; the entries of a mapping, in the order of the file. */
	const struct yaml_node *const *items;
	size_t item_count;
	const struct yaml_entry *entries;
	size_t entry_count;
};

/** Reads a file's bytes; NULL after reporting. `shown_path` is the name that diagnostics
 * print. */
const struct source *yaml_open_file(struct arena *arena, const char *path,
	const char *shown_path, const struct limits *limits,
	struct diagnostics *diagnostics);

/** Reads a file (UTF-8) into nodes that live in the arena.
 *
 * Every fault is reported with its place: syntax, bytes that are no UTF-8, control and
 * direction characters, duplicate keys (both places), anchors, aliases, merge keys, tags,
 * second documents, keys that are no scalars, and limits exceeded. NULL where no tree can
 * be had (syntax, encoding, a limit, an empty file); a tree with reported faults
 * otherwise, so that later stages can report theirs in the same run: of two equal keys
 * the first holds, entries with a refused key are left out, an alias is an empty text. */
const struct yaml_node *yaml_read_file(struct arena *arena, const char *path,
	const char *shown_path, const struct limits *limits,
	struct diagnostics *diagnostics);

/** The same from bytes in memory (their number is not held against limits->file_bytes).
 * Nodes live in the arena, their texts with the source. */
const struct yaml_node *yaml_read_source(struct arena *arena, const struct source *source,
	const struct limits *limits, struct diagnostics *diagnostics);

/** The value of a mapping's key; NULL where it has none, or the node is no mapping (or
 * NULL). */
const struct yaml_node *yaml_get(const struct yaml_node *node, const char *key);

/** The text of a scalar; NULL for other nodes (and for NULL). */
const char *yaml_text(const struct yaml_node *node);

/** Whether a scalar is plain and empty: `key:` with nothing after it. False for NULL. */
bool yaml_is_blank(const struct yaml_node *node);

/** `键值组`, `列表` or `文字`, for messages. */
const char *yaml_kind_name(enum yaml_kind kind);

/** Appends the tree, a node a line with its place: what tests pin. `3:7   键: '文字`: a
 * quoted scalar has ' before it, a block |, a mapping is {}, a list []. */
void yaml_dump(const struct yaml_node *node, GString *out);

#endif
