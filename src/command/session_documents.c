/* Layouts and a plan -> documents, each with the name of its file. An entry of 文档 with
 * 每 gives a document for each item of that list. */
#include "command/session_documents.h"

/* The documents that one layout makes. */
struct making {
	const struct documents_loader *loader;
	const struct layout *layout;
	const struct yaml_node *file; /* the layout's */
	const struct value *entry; /* of 文档; NULL: none says more than the layout */
	struct place place;
	GArray *documents; /* struct session_document: goes there */
};

/* One document: of the whole plan, or of an item. */
struct part {
	const struct value *item; /* NULL: the whole plan */
	const struct type *type;  /* of the item */
	struct passage each;      /* what said that there shall be items */
	size_t number;            /* from 1 */
};

static const struct layout *load_layout(
	const struct documents_loader *loader, const struct yaml_node *file)
{
	struct session *session = loader->session;
	guint before = diagnostics_count_of(session->diagnostics, SEVERITY_ERROR);
	const struct layout_sources sources = {
		.file = file, .faces = loader->faces, .model = loader->model};
	const struct layout *layout =
		layout_read(session->arena, &sources, session->diagnostics);
	session_stage(session, "layout");
	if (diagnostics_count_of(session->diagnostics, SEVERITY_ERROR) > before) {
		return NULL; /* a faulty layout would make faults in the plan */
	}
	if (!layout->header.complete) {
		diagnostics_error(session->diagnostics, source_whole(file->place.source),
			"layout-incomplete", "版式 %s 只供别的版式继承，不能单独成文",
			layout->header.name);
		return NULL;
	}
	return layout;
}

/* The 文档 entry that names a layout, found by the place of the name; NULL: none does. */
static const struct value *document_entry(
	const struct plan *plan, const struct passage *name)
{
	const struct value *entries = value_field(plan->root, "文档");
	for (size_t i = 0; entries && i < entries->item_count; i++) {
		const struct value *layout = value_field(entries->items[i], "版式");
		if (layout && layout->place.line == name->place.line &&
			layout->place.column == name->place.column) {
			return entries->items[i];
		}
	}
	return NULL;
}

/* A text that the entry says; NULL: nothing. */
static const struct passage *entry_text(const struct making *making, const char *field)
{
	const struct value *value =
		making->entry ? value_field(making->entry, field) : NULL;
	return value_is_present(value) ? &value->written : NULL;
}

/* The layout's name for a file; an item's has its number. */
static const char *layout_file_name(const struct making *making, const struct part *part)
{
	struct session *session = making->loader->session;
	const char *name = document_file_name(session->arena, making->loader->plan,
		making->layout, session->diagnostics);
	if (!part->item) {
		return name;
	}
	return arena_printf(session->arena, "%s%zu",
		name && *name ? name : making->layout->header.name, part->number);
}

/* The name that the plan itself gives a document's file, in which items can be named,
 * else the layout's. NULL after reporting, or where neither says one. */
static const char *file_name(
	const struct making *making, const struct part *part, bool *sound)
{
	const struct documents_loader *loader = making->loader;
	struct session *session = loader->session;
	const struct passage *said = entry_text(making, "文件名");
	if (!said) {
		return layout_file_name(making, part);
	}
	const struct type root = {
		.kind = TYPE_RECORD, .record = model_root(loader->model)};
	const struct scope_type types = {.type = &root};
	const struct scope_type item_types = {.outer = &types, .type = part->type};
	const struct scope scope = {
		.value = loader->plan->root, .used = loader->plan->used};
	const struct scope item_scope = {.outer = &scope, .value = part->item};
	const struct template *text = template_parse(session->arena, said,
		part->item ? &item_types : &types, session->diagnostics);
	*sound = *sound && text;
	return text ? template_string(text, part->item ? &item_scope : &scope,
			      session->arena, session->diagnostics)
		    : NULL;
}

/* The document of a part; NULL after reporting. */
static const struct document *arrange(
	const struct making *making, const struct part *part)
{
	const struct documents_loader *loader = making->loader;
	struct session *session = loader->session;
	if (!part->item) {
		return document_arrange(session->arena, loader->plan, making->layout,
			&session->limits, session->diagnostics);
	}
	const struct document_item item = {loader->plan, part->item};
	const struct document *document = document_arrange_item(session->arena, &item,
		making->layout, &session->limits, session->diagnostics);
	if (!document) {
		diagnostics_error(session->diagnostics, part->each.place, "document-each",
			"版式 %s 不按“%s”逐项排印", making->layout->header.name,
			part->each.text);
	}
	return document;
}

static bool is_joined(const struct making *making)
{
	const struct value *joined =
		making->entry ? value_field(making->entry, "合并") : NULL;
	return joined && joined->kind == VALUE_BOOLEAN && joined->truth;
}

static bool make_document(const struct making *making, const struct part *part)
{
	bool sound = true;
	struct session_document document = {
		.layout = making->layout,
		.layout_file = making->file,
		.document = arrange(making, part),
		.name = file_name(making, part, &sound),
		.named = entry_text(making, "文件名") != NULL,
		.place = making->place,
		.joined = is_joined(making),
	};
	session_stage(making->loader->session, "document");
	g_array_append_val(making->documents, document);
	return sound && document.document;
}

/* The list that 每 says; NULL after reporting. */
static const struct value *const *each_items(const struct making *making,
	const struct passage *each, const struct type **type, size_t *count)
{
	const struct documents_loader *loader = making->loader;
	struct session *session = loader->session;
	const struct type root = {
		.kind = TYPE_RECORD, .record = model_root(loader->model)};
	const struct scope_type types = {.type = &root};
	const struct scope scope = {
		.value = loader->plan->root, .used = loader->plan->used};
	const struct expr *list =
		expr_parse(session->arena, each, &types, type, session->diagnostics);
	*type = list ? expr_each_type(session->arena, *type) : NULL;
	if (!list || !*type || (*type)->kind != TYPE_RECORD) {
		if (list) {
			diagnostics_error(session->diagnostics, each->place,
				"document-each", "“%s”不是规划里的一列记录", each->text);
		}
		return NULL;
	}
	const struct value *value =
		expr_value(list, &scope, session->arena, session->diagnostics);
	const struct value *const *items =
		value ? expr_each(session->arena, value, count) : NULL;
	if (!items || *count == 0) {
		diagnostics_error(session->diagnostics, each->place, "document-each",
			"“%s”里一项也没有，没有文件可以生成", each->text);
		return NULL;
	}
	return items;
}

static bool make_each(const struct making *making, const struct passage *each)
{
	struct part part = {.each = *each};
	size_t count = 0;
	const struct value *const *items = each_items(making, each, &part.type, &count);
	bool sound = items != NULL;
	for (size_t i = 0; i < count && sound; i++) {
		part.item = items[i];
		part.number = i + 1;
		sound = make_document(making, &part);
	}
	return sound;
}

static bool make_documents(const struct making *making)
{
	const struct passage *each = entry_text(making, "每");
	return each ? make_each(making, each)
		    : make_document(making, &(const struct part){.number = 1});
}

size_t session_file_count(const struct session_plan *plan)
{
	size_t count = 0;
	bool joined = false;
	for (size_t i = 0; i < plan->document_count; i++) {
		count += !plan->documents[i].joined || !joined;
		joined = joined || plan->documents[i].joined;
	}
	return count;
}

bool session_documents_load(const struct documents_loader *loader, const GPtrArray *files,
	const GArray *names, struct session_plan *loaded)
{
	GArray *documents =
		arena_values(loader->session->arena, sizeof(struct session_document));
	bool sound = files->len > 0;
	for (guint i = 0; i < files->len; i++) {
		struct making making = {.loader = loader, .documents = documents};
		making.file = g_ptr_array_index(files, i);
		making.layout = load_layout(loader, making.file);
		if (names) {
			const struct passage *name =
				&g_array_index(names, struct passage, i);
			making.entry = document_entry(loader->plan, name);
			making.place = name->place;
		}
		sound = making.layout && make_documents(&making) && sound;
	}
	loaded->documents = (struct session_document *)(void *)documents->data;
	loaded->document_count = documents->len;
	return sound;
}
