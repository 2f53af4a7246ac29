/* What people write where there is nothing to say. It is kept as a mark: printed as
 * written, never counted, and each kind distinct from the others and from 0. */
#include "plan/plan_reader.h"

#include <string.h>

static const char *const marks[] = {"", "/", "／", "-", "－", "–", "—", "——", "无"};

static bool is_mark(const struct type *type, const char *text)
{
	for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
		if (strcmp(text, marks[i]) == 0) {
			return true;
		}
	}
	bool is_wording = type->kind == TYPE_TEXT || type->kind == TYPE_PROSE;
	return !is_wording && strcmp(text, "暂无") == 0;
}

/* A declared choice may be called `无`. */
static bool is_declared_choice(const struct type *type, const char *text)
{
	return type->choices && g_strv_contains(type->choices, text);
}

struct value *value_read_mark(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	if (node->kind != YAML_SCALAR) {
		return NULL;
	}
	struct passage written = passage_trimmed(reader->texts, &node->scalar);
	if (!is_mark(slot->type, written.text) ||
		is_declared_choice(slot->type, written.text)) {
		return NULL;
	}
	struct value *value = value_create(reader, slot, node, VALUE_MARK);
	value->written = written;
	return value;
}
