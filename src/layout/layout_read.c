/* A layout from its file: styles and pages first, then what names them. */
#include "layout/reader.h"

#include <string.h>

static const char *const layout_keys[] = {"layout", "inherit", "model", "faces", "pages",
	"checks", "styles", "table styles", "metadata", "file", "page", "blocks",
	"imprint", "copies", "proof", "tables", NULL};

static const struct page_master *read_master(const struct layout_reader *reader)
{
	const struct yaml_node *node = yaml_get(reader->file, "page");
	if (!node && reader->layout->header.complete) {
		diagnostics_error(reader->diagnostics,
			source_whole(reader->file->place.source), "layout-missing",
			"版式没有说用哪种页面（page）");
	}
	return reader_master(reader, node);
}

static const struct expr *read_date(const struct layout_reader *reader,
	const struct yaml_node *node, const struct scope_type *scope)
{
	const struct type *type = NULL;
	const struct expr *date = reader_expr(reader, node, scope, &type);
	if (date && type && type->kind != TYPE_DATE) {
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"date 应是日期，而不是 %s", type_name(reader->arena, type));
		return NULL;
	}
	return date;
}

static void read_metadata(
	const struct layout_reader *reader, const struct scope_type *scope)
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
	const struct yaml_node *node = yaml_get(reader->file, "metadata");
	if (!node || !reader_is_mapping(reader, node)) {
		return;
	}
	reader_check_keys(reader, node, names);
	for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
		*keys[i].text =
			reader_template(reader, yaml_get(node, keys[i].key), scope);
	}
	metadata->date = read_date(reader, yaml_get(node, "date"), scope);
}

/* A layout's roles over those that come with the program. */
static struct font_roles join_roles(
	const struct layout_reader *reader, struct font_roles shared)
{
	struct font_roles own = read_roles(reader, reader->file);
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

/* A name of which nothing would be left is none. */
static const struct template *read_file_name(
	const struct layout_reader *reader, const struct scope_type *scope)
{
	const struct yaml_node *file = yaml_get(reader->file, "file");
	const char *text = yaml_text(file);
	if (text && !text[strspn(text, " ./")]) {
		diagnostics_error(reader->diagnostics, file->place, "layout-value",
			"文件名应有文字，写的是“%s”", text);
		return NULL;
	}
	return reader_template(reader, file, scope);
}

const struct layout *layout_read(struct arena *arena,
	const struct layout_sources *sources, struct diagnostics *diagnostics)
{
	struct layout *layout = arena_new(arena, struct layout);
	const struct layout_reader reader = {arena, diagnostics, sources->model, layout,
		sources->file, sources->named};
	struct type *root = arena_new(arena, struct type);
	root->kind = TYPE_RECORD;
	root->record = model_root(sources->model);
	struct scope_type *plan = arena_new(arena, struct scope_type);
	plan->type = root;
	plan->named = sources->named;
	layout->masters = arena_table(arena);
	layout->styles = arena_table(arena);
	layout->table_styles = arena_table(arena);
	layout->tables = arena_table(arena);
	layout->header = layout_header_read(arena, sources->file, diagnostics);
	reader_check_keys(&reader, sources->file, layout_keys);
	layout->faces = join_roles(
		&reader, layout_faces_read(arena, sources->faces, diagnostics));
	read_styles(&reader);
	read_table_styles(&reader);
	read_pages(&reader);
	layout->master = read_master(&reader);
	read_tables(&reader, plan);
	layout->blocks = read_blocks(&reader, yaml_get(sources->file, "blocks"), plan);
	read_imprint(&reader, plan);
	read_proof(&reader);
	read_copies(&reader, plan);
	read_metadata(&reader, plan);
	layout->file = read_file_name(&reader, plan);
	return layout;
}
