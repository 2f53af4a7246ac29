/* A layout from its file: styles and pages first, then what names them. */
#include "layout/reader.h"

#include <string.h>

static const char *const layout_keys[] = {"layout", "inherit", "model", "faces", "pages",
	"styles", "table styles", "metadata", "file", "page", "blocks", "tables", NULL};

static const struct page_master *read_master(
	const struct layout_reader *reader, const struct yaml_node *file)
{
	const struct yaml_node *node = yaml_get(file, "page");
	if (!node) {
		diagnostics_error(reader->diagnostics, source_whole(file->place.source),
			"layout-missing", "版式没有说用哪种页面（page）");
		return NULL;
	}
	const char *name = reader_text(reader, node);
	const struct page_master *master =
		name ? g_hash_table_lookup(reader->layout->masters, name) : NULL;
	if (name && !master) {
		diagnostics_error(reader->diagnostics, node->place, "layout-page",
			"pages 里没有“%s”这种页面", name);
	}
	return master;
}

static void read_metadata(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	struct layout_metadata *metadata = &reader->layout->metadata;
	const struct {
		const char *key;
		const struct template **text;
	} keys[] = {
		{"title", &metadata->title},
		{"organ", &metadata->organ},
		{"subject", &metadata->subject},
		{"keywords", &metadata->keywords},
		{"reference", &metadata->reference},
	};
	static const char *const names[] = {
		"title", "organ", "subject", "keywords", "reference", "date", NULL};
	if (!node || !reader_check_keys(reader, node, names)) {
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		*keys[i].text =
			reader_template(reader, yaml_get(node, keys[i].key), scope);
	}
}

/* A layout's roles over those that come with the program. */
static struct font_roles join_roles(const struct layout_reader *reader,
	const struct yaml_node *file, struct font_roles shared)
{
	struct font_roles own =
		layout_faces_read(reader->arena, file, reader->diagnostics);
	struct font_role *roles = arena_new_array(
		reader->arena, struct font_role, own.count + shared.count);
	struct font_roles joined = {.roles = roles, .fallback = shared.fallback};
	for (size_t i = 0; i < own.count; i++) {
		roles[joined.count++] = own.roles[i];
	}
	for (size_t i = 0; i < shared.count; i++) {
		bool replaced = false;
		for (size_t j = 0; j < own.count; j++) {
			replaced = replaced ||
				   strcmp(own.roles[j].name, shared.roles[i].name) == 0;
		}
		if (!replaced) {
			roles[joined.count++] = shared.roles[i];
		}
	}
	return joined;
}

const struct layout *layout_read(struct arena *arena,
	const struct layout_sources *sources, struct diagnostics *diagnostics)
{
	struct layout *layout = arena_new(arena, struct layout);
	const struct layout_reader reader = {arena, diagnostics, sources->model, layout};
	struct type *root = arena_new(arena, struct type);
	root->kind = TYPE_RECORD;
	root->record = model_root(sources->model);
	struct scope_type *plan = arena_new(arena, struct scope_type);
	plan->type = root;
	const struct yaml_node *file = sources->file;
	layout->masters = arena_table(arena);
	layout->styles = arena_table(arena);
	layout->table_styles = arena_table(arena);
	layout->tables = arena_table(arena);
	layout->header = layout_header_read(arena, file, diagnostics);
	reader_check_keys(&reader, file, layout_keys);
	layout->faces = join_roles(
		&reader, file, layout_faces_read(arena, sources->faces, diagnostics));
	read_styles(&reader, file);
	read_table_styles(&reader, file);
	read_pages(&reader, file);
	layout->master = read_master(&reader, file);
	read_tables(&reader, file, plan);
	layout->blocks = read_blocks(&reader, yaml_get(file, "blocks"), plan);
	read_metadata(&reader, yaml_get(file, "metadata"), plan);
	layout->file = reader_template(&reader, yaml_get(file, "file"), plan);
	return layout;
}
