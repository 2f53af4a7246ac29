/* One sum over all that a document is made from, so that a printed copy can be traced to
 * its plan: contents count, names and places of files do not. Faces are added by who
 * paints with them. */
#include "command/session.h"

#include <string.h>

/* A file as a sum of its own, so that nothing can move from one file to the next unseen.
 */
static void add_content(GChecksum *sum, const char *bytes, size_t length)
{
	char *content = g_compute_checksum_for_data(
		G_CHECKSUM_SHA256, (const guchar *)bytes, length);
	g_checksum_update(sum, (const guchar *)content, (gssize)strlen(content));
	g_free(content);
}

/* A file that has gone since it was read was read all the same: it counts as empty. */
static void add_plan(GChecksum *sum, const GPtrArray *paths)
{
	for (guint i = 0; i < paths->len; i++) {
		char *bytes = NULL;
		gsize length = 0;
		g_file_get_contents(g_ptr_array_index(paths, i), &bytes, &length, NULL);
		add_content(sum, bytes ? bytes : "", length);
		g_free(bytes);
	}
}

/* A layout has what it inherits merged into it: its parts tell the files. */
static void add_layout(GChecksum *sum, GHashTable *seen, const struct yaml_node *node)
{
	const struct source *source = node->place.source;
	if (source && g_hash_table_add(seen, (gpointer)(uintptr_t)source)) {
		add_content(sum, source->bytes, source->length);
	}
	for (size_t i = 0; i < node->item_count; i++) {
		add_layout(sum, seen, node->items[i]);
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		add_layout(sum, seen, node->entries[i].key);
		add_layout(sum, seen, node->entries[i].value);
	}
}

const char *session_inputs_sum(struct session *session, const struct session_plan *plan,
	const struct session_document *document)
{
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	GHashTable *seen = g_hash_table_new(NULL, NULL);
	add_plan(sum, plan->paths);
	add_layout(sum, seen, document->layout_file);
	const char *copy = arena_copy_string(session->arena, g_checksum_get_string(sum));
	g_hash_table_destroy(seen);
	g_checksum_free(sum);
	return copy;
}
