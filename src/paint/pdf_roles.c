#include "paint/pdf_roles.h"

static const char *heading_type(struct heading_levels *levels, int level)
{
	static const char *const headings[DEEPEST_HEADING] = {
		"H1", "H2", "H3", "H4", "H5", "H6"};
	while (levels->count > 0 && levels->level[levels->count - 1] >= level) {
		levels->count--;
	}
	if (levels->count < DEEPEST_HEADING) {
		levels->level[levels->count++] = level;
	}
	return headings[levels->count - 1];
}

const char *pdf_role_name(enum structure_role role)
{
	return role == STRUCTURE_TITLE ? "H" : structure_role_name(role);
}

/* A head without a body is none (ISO 32000-1 table 337): it is the table's rows. */
static bool is_lone_head(const struct structure_node *node)
{
	if (node->role != STRUCTURE_TABLE_HEAD) {
		return false;
	}
	for (const struct structure_node *part = node->parent->first_child; part;
		part = part->next) {
		if (part->role == STRUCTURE_TABLE_BODY) {
			return false;
		}
	}
	return true;
}

const char *pdf_role_of(const struct structure_node *node, struct heading_levels *levels)
{
	if (node->role == STRUCTURE_TITLE) {
		return heading_type(levels, 0);
	}
	if (node->role == STRUCTURE_HEADING) {
		return heading_type(levels, MAX(node->level, 1));
	}
	return pdf_role_name(is_lone_head(node) ? STRUCTURE_TABLE_BODY : node->role);
}
