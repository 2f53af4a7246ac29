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
	if (!header.name || !header.title) {
		diagnostics_error(diagnostics, node->place, "layout-missing",
			"版式要写明 name 和 title");
	}
	header.inherit = yaml_text(yaml_get(file, "inherit"));
	header.complete = yaml_get(file, "blocks") != NULL;
	return header;
}

static int compare_names(gconstpointer left, gconstpointer right)
{
	const struct layout_header *first = *(const struct layout_header *const *)left;
	const struct layout_header *second = *(const struct layout_header *const *)right;
	return strcmp(first->name, second->name);
}

static bool is_listed(const GPtrArray *headers, const char *name)
{
	for (guint i = 0; i < headers->len; i++) {
		const struct layout_header *header = g_ptr_array_index(headers, i);
		if (strcmp(header->name, name) == 0) {
			return true;
		}
	}
	return false;
}

static void add_file(struct arena *arena, const struct layout_folders *folders,
	const char *path, struct diagnostics *diagnostics, GPtrArray *headers)
{
	const struct yaml_node *file =
		yaml_read_file(arena, path, path, folders->limits, diagnostics);
	if (!file || !yaml_get(file, "layout")) {
		return; /* faces.yaml and plan.yaml are no layouts */
	}
	struct layout_header *header = arena_new(arena, struct layout_header);
	*header = layout_header_read(arena, file, diagnostics);
	if (header->name && !is_listed(headers, header->name)) {
		g_ptr_array_add(headers, header);
	}
}

static void add_folder(struct arena *arena, const struct layout_folders *folders,
	const char *folder, struct diagnostics *diagnostics, GPtrArray *headers)
{
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;
	while (directory && (name = g_dir_read_name(directory))) {
		if (g_str_has_suffix(name, ".yaml")) {
			char *path = g_build_filename(folder, name, NULL);
			add_file(arena, folders, path, diagnostics, headers);
			g_free(path);
		}
	}
	if (directory) {
		g_dir_close(directory);
	}
}

GPtrArray *layout_list(struct arena *arena, const struct layout_folders *folders,
	struct diagnostics *diagnostics)
{
	GPtrArray *headers = arena_pointers(arena);
	for (const char *const *folder = folders->folders; *folder; folder++) {
		add_folder(arena, folders, *folder, diagnostics, headers);
	}
	g_ptr_array_sort(headers, compare_names);
	return headers;
}
