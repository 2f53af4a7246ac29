/* Events of libyaml -> our nodes. The parser resolves nothing: no types, no merge keys.
 * What a plan has no need of (anchors, aliases, tags, second documents) is refused, since
 * each of them has been used to make small files explode or to say other than what they
 * show. */
#include "base/language.h"
#include "yaml/yaml_parts.h"

#include <inttypes.h>
#include <string.h>

enum {
	FAULTS_MOST = 1000, /* nobody reads more, and each costs memory */
};

struct reader {
	struct arena *arena;
	struct yaml_text text;
	const struct source *source;
	const struct limits *limits;
	struct diagnostics *diagnostics;
	yaml_parser_t parser;
	int64_t events;
	int depth;
	guint reported; /* before this file */
};

/* The next event; false after reporting. The caller deletes the event. */
static bool next_event(struct reader *reader, yaml_event_t *event)
{
	if (!yaml_parser_parse(&reader->parser, event)) {
		yaml_report_problem(&reader->parser, reader->source, reader->diagnostics);
		return false;
	}
	if (++reader->events > reader->limits->events) {
		diagnostics_limit(reader->diagnostics,
			yaml_mark_place(reader->source, event->start_mark),
			"limit-events", "文件的内容超过 %" PRId64 " 项",
			reader->limits->events);
		yaml_event_delete(event);
		return false;
	}
	if (diagnostics_count(reader->diagnostics) - reader->reported > FAULTS_MOST) {
		diagnostics_limit(reader->diagnostics,
			yaml_mark_place(reader->source, event->start_mark),
			"limit-faults", "问题超过 %d 处，读到这里为止", FAULTS_MOST);
		yaml_event_delete(event);
		return false;
	}
	return true;
}

static void refuse(struct reader *reader, yaml_mark_t mark, const char *what)
{
	diagnostics_error(reader->diagnostics, yaml_mark_place(reader->source, mark),
		"yaml-refused", "不支持%s", what);
}

static void hint_quotes(struct reader *reader, yaml_mark_t mark, char sign)
{
	diagnostics_hint(reader->diagnostics, "文字以 %c 开头时请加引号，可写作：%s",
		sign, yaml_line_quoted(yaml_mark_place(reader->source, mark)));
}

static void refuse_properties(struct reader *reader, const yaml_event_t *event,
	const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor) {
		refuse(reader, event->start_mark, _("锚点（&名字）"));
		hint_quotes(reader, event->start_mark, '&');
	}
	if (tag) {
		refuse(reader, event->start_mark, _("类型标签（!名字）"));
		hint_quotes(reader, event->start_mark, '!');
	}
}

/* Characters that came in through the escapes of a quoted scalar. One report a scalar
 * will do: to mend one escape is to see the others. */
static void check_characters(struct reader *reader, const struct yaml_node *node)
{
	const char *end = node->scalar.text + node->scalar.length;
	for (const char *at = node->scalar.text; at < end; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (yaml_character_refused(character)) {
			size_t offset = (size_t)(at - node->scalar.text);
			diagnostics_error(reader->diagnostics,
				passage_place(&node->scalar, offset), "character-refused",
				"不能使用的字符 U+%04X", character);
			return;
		}
	}
}

static enum yaml_style style_of(yaml_scalar_style_t style)
{
	if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE) {
		return YAML_BLOCK;
	}
	return style == YAML_PLAIN_SCALAR_STYLE ? YAML_PLAIN : YAML_QUOTED;
}

static struct yaml_node *add_node(
	struct reader *reader, enum yaml_kind kind, const yaml_event_t *event)
{
	struct yaml_node *node = arena_new(reader->arena, struct yaml_node);
	node->kind = kind;
	node->place = yaml_mark_place(reader->source, event->start_mark);
	return node;
}

/* What the parser took for text (or for a comment) may have been meant otherwise. */
static void check_plain(
	struct reader *reader, const struct yaml_node *node, const yaml_event_t *event)
{
	struct yaml_slip slip;
	if (node->scalar.length && yaml_find_item_slip(node->place, &slip)) {
		yaml_report_slip(reader->diagnostics, &slip);
	}
	yaml_check_comment(&reader->text, node->place,
		yaml_mark_place(reader->source, event->end_mark), reader->diagnostics);
}

static const struct yaml_node *read_scalar(
	struct reader *reader, const yaml_event_t *event)
{
	struct yaml_node *node = add_node(reader, YAML_SCALAR, event);
	refuse_properties(
		reader, event, event->data.scalar.anchor, event->data.scalar.tag);
	if ((int64_t)event->data.scalar.length > reader->limits->scalar_bytes) {
		diagnostics_limit(reader->diagnostics, node->place, "limit-scalar-bytes",
			"一个值超过 %" PRId64 " 字节", reader->limits->scalar_bytes);
		return NULL;
	}
	node->style = style_of(event->data.scalar.style);
	node->scalar = yaml_scalar_passage(reader->source->arena, &reader->text, event);
	if (node->style == YAML_QUOTED) {
		check_characters(reader, node);
	}
	if (node->style == YAML_QUOTED || reader->text.doubtful) {
		node->scalar = yaml_passage_seen(
			reader->source->arena, &node->scalar, reader->diagnostics);
	}
	if (node->style == YAML_PLAIN) {
		check_plain(reader, node, event);
	}
	return node;
}

static const struct yaml_node *read_node(
	struct reader *reader, const yaml_event_t *event);

static const struct yaml_node *read_sequence(
	struct reader *reader, const yaml_event_t *start)
{
	struct yaml_node *node = add_node(reader, YAML_SEQUENCE, start);
	refuse_properties(reader, start, start->data.sequence_start.anchor,
		start->data.sequence_start.tag);
	GPtrArray *items = g_ptr_array_new();
	bool sound = false;
	yaml_event_t event;
	while (next_event(reader, &event)) {
		if (event.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&event);
			sound = true;
			break;
		}
		const struct yaml_node *item = read_node(reader, &event);
		if (!item) {
			break;
		}
		g_ptr_array_add(items, (gpointer)(uintptr_t)item);
	}
	node->item_count = items->len;
	node->items =
		arena_copy(reader->arena, items->pdata, items->len * sizeof *node->items);
	g_ptr_array_free(items, TRUE);
	return sound ? node : NULL;
}

/* A key that stands twice, or is no key for us. False: its entry is left out. */
static bool accept_key(
	struct reader *reader, GHashTable *seen, const struct yaml_node *key)
{
	if (key->kind != YAML_SCALAR) {
		diagnostics_error(reader->diagnostics, key->place, "yaml-key",
			"键应是文字，此处是%s", yaml_kind_name(key->kind));
		return false;
	}
	if (key->style == YAML_PLAIN && strcmp(key->scalar.text, "<<") == 0) {
		diagnostics_error(reader->diagnostics, key->place, "yaml-refused",
			"不支持合并键“<<”");
		return false;
	}
	const struct yaml_node *first = g_hash_table_lookup(seen, key->scalar.text);
	if (first) {
		diagnostics_error(reader->diagnostics, key->place, "key-duplicate",
			"键“%s”重复", key->scalar.text);
		diagnostics_related(reader->diagnostics, first->place, "第一次写在这里");
		return false;
	}
	g_hash_table_insert(
		seen, (gpointer)(uintptr_t)key->scalar.text, (gpointer)(uintptr_t)key);
	return true;
}

/* Reads entries up to the mapping's end; false after a fault that ends the file. */
static bool read_entries(struct reader *reader, GArray *entries, GHashTable *seen)
{
	yaml_event_t event;
	while (next_event(reader, &event)) {
		if (event.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&event);
			return true;
		}
		struct yaml_entry entry = {.key = read_node(reader, &event)};
		if (!entry.key || !next_event(reader, &event)) {
			return false;
		}
		entry.value = read_node(reader, &event);
		if (!entry.value) {
			return false;
		}
		if (accept_key(reader, seen, entry.key)) {
			g_array_append_val(entries, entry);
		}
	}
	return false;
}

static const struct yaml_node *read_mapping(
	struct reader *reader, const yaml_event_t *start)
{
	struct yaml_node *node = add_node(reader, YAML_MAPPING, start);
	refuse_properties(reader, start, start->data.mapping_start.anchor,
		start->data.mapping_start.tag);
	GArray *entries = g_array_new(FALSE, FALSE, sizeof(struct yaml_entry));
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	bool sound = read_entries(reader, entries, seen);
	node->entry_count = entries->len;
	node->entries = arena_copy(
		reader->arena, entries->data, entries->len * sizeof(struct yaml_entry));
	g_array_free(entries, TRUE);
	g_hash_table_destroy(seen);
	return sound ? node : NULL;
}

static const struct yaml_node *read_alias(
	struct reader *reader, const yaml_event_t *event)
{
	refuse(reader, event->start_mark, _("引用（*名字）"));
	hint_quotes(reader, event->start_mark, '*');
	struct yaml_node *node = add_node(reader, YAML_SCALAR, event);
	node->scalar = passage_plain("", node->place);
	return node;
}

/* A node from its first event, which is deleted here; NULL after a fault that ends the
 * file. */
static const struct yaml_node *read_node(struct reader *reader, const yaml_event_t *given)
{
	yaml_event_t event = *given;
	const struct yaml_node *node = NULL;
	bool nests = event.type == YAML_SEQUENCE_START_EVENT ||
		     event.type == YAML_MAPPING_START_EVENT;
	reader->depth += nests;
	if (reader->depth > reader->limits->depth) {
		diagnostics_limit(reader->diagnostics,
			yaml_mark_place(reader->source, event.start_mark), "limit-depth",
			"嵌套超过 %" PRId64 " 层", reader->limits->depth);
	} else if (event.type == YAML_SCALAR_EVENT) {
		node = read_scalar(reader, &event);
	} else if (event.type == YAML_SEQUENCE_START_EVENT) {
		node = read_sequence(reader, &event);
	} else if (event.type == YAML_MAPPING_START_EVENT) {
		node = read_mapping(reader, &event);
	} else if (event.type == YAML_ALIAS_EVENT) {
		node = read_alias(reader, &event);
	} else {
		g_assert_not_reached();
	}
	reader->depth -= nests;
	yaml_event_delete(&event);
	return node;
}

static void refuse_directives(struct reader *reader, const yaml_event_t *event)
{
	if (event->data.document_start.tag_directives.start !=
		event->data.document_start.tag_directives.end) {
		refuse(reader, event->start_mark, _("%TAG 指令"));
	}
}

/* The one document of a file; what follows it is refused. */
static const struct yaml_node *read_documents(struct reader *reader)
{
	const struct yaml_node *root = NULL;
	yaml_event_t event;
	while (next_event(reader, &event)) {
		yaml_event_type_t type = event.type;
		if (type == YAML_DOCUMENT_START_EVENT && root) {
			refuse(reader, event.start_mark,
				_("一个文件里的第二份文档（---）"));
			yaml_event_delete(&event);
			return root;
		}
		if (type == YAML_DOCUMENT_START_EVENT) {
			refuse_directives(reader, &event);
			yaml_event_delete(&event);
			if (!next_event(reader, &event)) {
				return NULL;
			}
			root = read_node(reader, &event);
			if (!root) {
				return NULL;
			}
			continue;
		}
		yaml_event_delete(&event);
		if (type == YAML_STREAM_END_EVENT) {
			return root;
		}
	}
	return NULL;
}

const struct yaml_node *yaml_read_source(struct arena *arena, const struct source *source,
	const struct limits *limits, struct diagnostics *diagnostics)
{
	struct reader reader = {
		.arena = arena,
		.source = source,
		.limits = limits,
		.diagnostics = diagnostics,
		.reported = diagnostics_count(diagnostics),
	};
	if (!yaml_text_check(arena, source, diagnostics, &reader.text)) {
		return NULL;
	}
	if (!yaml_parser_initialize(&reader.parser)) {
		g_error("out of memory");
	}
	/* A byte order mark has been seen; the parser would count it as a column. */
	size_t mark = g_array_index(source->line_starts, size_t, 0);
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&reader.parser,
		(const unsigned char *)reader.text.bytes + mark, source->length - mark);
	const struct yaml_node *root = read_documents(&reader);
	yaml_parser_delete(&reader.parser);
	if (!root && diagnostics_count(diagnostics) == reader.reported) {
		diagnostics_error(diagnostics, source_whole(source), "yaml-empty",
			"文件里没有内容");
	}
	return root;
}
