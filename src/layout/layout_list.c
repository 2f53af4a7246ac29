/* Which layouts there are. */
#include "layout/reader.h"

#include <string.h>

static const struct attribute header_attributes[] = {
	{"name", ATTRIBUTE_NAME, offsetof(struct layout_header, name)},
	{"title", ATTRIBUTE_NAME, offsetof(struct layout_header, title)},
	{"organ", ATTRIBUTE_NAME, offsetof(struct layout_header, organ)},
	{"year", ATTRIBUTE_NAME, offsetof(struct layout_header, year)},
	{"version", ATTRIBUTE_NAME, offsetof(struct layout_header, version)},
	{"source", ATTRIBUTE_NAME, offsetof(struct layout_header, source)},
	{0},
};

struct layout_header layout_header_read(struct arena *arena, const struct yaml_node *file,
	struct diagnostics *diagnostics)
{
	struct layout_header header = {.path = file->place.source->path};
	const struct layout_reader reader = {.arena = arena, .diagnostics = diagnostics};
	const struct yaml_node *node = yaml_get(file, "layout");
	if (!node) {
		diagnostics_error(diagnostics, source_whole(file->place.source),
			"layout-missing", "版式文件要有 layout 一节");
		return header;
	}
	attributes_read(&reader, node, header_attributes, &header);
	bool named = header.name && *header.name && header.title && *header.title;
	if (node->kind == YAML_MAPPING && !named) {
		diagnostics_error(diagnostics, node->place, "layout-missing",
			"版式要写明 name 和 title");
	}
	header.inherit = reader_text(&reader, yaml_get(file, "inherit"));
	header.complete = yaml_get(file, "blocks") != NULL;
	return header;
}

static int compare_words(gconstpointer left, gconstpointer right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* The names of a folder's files without their endings. */
static void add_stems(const char *folder, GPtrArray *stems, GHashTable *seen)
{
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;
	while (directory && (name = g_dir_read_name(directory))) {
		if (g_str_has_suffix(name, ".yaml") && *name != '.') {
			char *stem = g_strndup(name, strlen(name) - strlen(".yaml"));
			if (g_hash_table_contains(seen, stem)) {
				g_free(stem);
			} else {
				g_hash_table_add(seen, stem);
				g_ptr_array_add(stems, stem);
			}
		}
	}
	if (directory) {
		g_dir_close(directory);
	}
}

const char *const *layout_names(struct arena *arena, const struct layout_folders *folders)
{
	GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	GPtrArray *stems = g_ptr_array_new();
	GPtrArray *names = arena_pointers(arena);
	for (const char *const *folder = folders->folders; *folder; folder++) {
		add_stems(*folder, stems, seen);
	}
	g_ptr_array_sort(stems, compare_words);
	for (guint i = 0; i < stems->len; i++) {
		g_ptr_array_add(
			names, arena_copy_string(arena, g_ptr_array_index(stems, i)));
	}
	g_ptr_array_add(names, NULL);
	g_ptr_array_free(stems, TRUE);
	g_hash_table_destroy(seen);
	return (const char *const *)(const void *)names->pdata;
}

/* Whether a layout's file, with what it inherits, can make a document. */
static bool is_complete(struct arena *arena, const struct layout_folders *folders,
	const char *name, struct diagnostics *diagnostics)
{
	const struct passage wanted = passage_plain(name, (struct place){0});
	const struct yaml_node *whole =
		layout_file_read(arena, folders, &wanted, diagnostics);
	return whole && yaml_get(whole, "blocks");
}

GPtrArray *layout_list(struct arena *arena, const struct layout_folders *folders,
	struct diagnostics *diagnostics)
{
	GPtrArray *headers = arena_pointers(arena);
	for (const char *const *name = layout_names(arena, folders); *name; name++) {
		const struct yaml_node *file =
			layout_own_file(arena, folders, *name, diagnostics);
		if (!file || !yaml_get(file, "layout")) {
			continue; /* faces.yaml and plan.yaml are no layouts */
		}
		struct layout_header *header = arena_new(arena, struct layout_header);
		*header = layout_header_read(arena, file, diagnostics);
		header->complete = is_complete(arena, folders, *name, diagnostics);
		if (header->name) {
			g_ptr_array_add(headers, header);
		}
	}
	return headers;
}
