#include "base/language.h"
#include "yaml/yaml.h"

#include <string.h>

const struct yaml_node *yaml_get(const struct yaml_node *node, const char *key)
{
	if (!node || node->kind != YAML_MAPPING) {
		return NULL;
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		if (strcmp(node->entries[i].key->scalar.text, key) == 0) {
			return node->entries[i].value;
		}
	}
	return NULL;
}

const char *yaml_text(const struct yaml_node *node)
{
	return node && node->kind == YAML_SCALAR ? node->scalar.text : NULL;
}

bool yaml_is_blank(const struct yaml_node *node)
{
	return node && node->kind == YAML_SCALAR && node->style == YAML_PLAIN &&
	       node->scalar.length == 0;
}

const char *yaml_kind_name(enum yaml_kind kind)
{
	switch (kind) {
	case YAML_SCALAR:
		return _("文字");
	case YAML_SEQUENCE:
		return _("列表");
	case YAML_MAPPING:
		return _("键值组");
	}
	return "";
}
