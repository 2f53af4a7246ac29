#include "base/limits.h"

#include <glib.h>
#include <stddef.h>
#include <string.h>

static const char *const names[] = {
	"file-bytes",
	"scalar-bytes",
	"events",
	"depth",
	"files",
	"rows",
	"blocks",
	"pages",
	NULL,
};

static const size_t offsets[] = {
	offsetof(struct limits, file_bytes),
	offsetof(struct limits, scalar_bytes),
	offsetof(struct limits, events),
	offsetof(struct limits, depth),
	offsetof(struct limits, files),
	offsetof(struct limits, rows),
	offsetof(struct limits, blocks),
	offsetof(struct limits, pages),
};

_Static_assert(G_N_ELEMENTS(names) == G_N_ELEMENTS(offsets) + 1, "a name for each limit");

struct limits limits_default(void)
{
	return (struct limits){
		.file_bytes = 16 << 20,
		.scalar_bytes = 1 << 20,
		.events = 4000000,
		.depth = 64,
		.files = 1000,
		.rows = 100000,
		.blocks = 150000,
		.pages = 5000,
	};
}

bool limits_set(struct limits *limits, const char *assignment)
{
	const char *equals = strchr(assignment, '=');
	if (!equals) {
		return false;
	}
	gint64 value;
	if (!g_ascii_string_to_signed(equals + 1, 10, 1, G_MAXINT64, &value, NULL)) {
		return false;
	}
	struct limits set = *limits;
	for (size_t i = 0; names[i]; i++) {
		if (strlen(names[i]) == (size_t)(equals - assignment) &&
			strncmp(names[i], assignment, strlen(names[i])) == 0) {
			memcpy((char *)&set + offsets[i], &value, sizeof value);
			if (set.depth > LIMITS_DEPTH_MOST) {
				return false;
			}
			*limits = set;
			return true;
		}
	}
	return false;
}

const char *const *limits_names(void)
{
	return names;
}

const char *limits_name_of(const char *code)
{
	for (size_t i = 0; names[i]; i++) {
		if (g_str_has_prefix(code, "limit-") &&
			strcmp(code + strlen("limit-"), names[i]) == 0) {
			return names[i];
		}
	}
	return NULL;
}
