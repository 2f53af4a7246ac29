/* A plan and its layouts -> documents: the first half of the pipeline. */
#include "command/session_documents.h"

#include <string.h>

/* The layouts that a plan names, or the one that the command line names instead. */
static GArray *wanted_layouts(struct session *session, const struct yaml_node *root,
	const char *layout_name, const char *path)
{
	if (layout_name) {
		GArray *names = arena_values(session->arena, sizeof(struct passage));
		struct passage name = passage_plain(layout_name, (struct place){0});
		g_array_append_val(names, name);
		return names;
	}
	GArray *names = plan_layout_names(session->arena, root);
	if (names->len == 0) {
		diagnostics_error(session->diagnostics, source_whole(root->place.source),
			"layout-none", "规划没有说用哪个版式");
		diagnostics_hint(session->diagnostics,
			"加上“文档:”一节，写明“- 版式: 名称”；或运行 jixiao build %s "
			"--layout 名称",
			path);
	}
	return names;
}

/* The files of the layouts that can be read, in the order of their names. */
static GPtrArray *read_layout_files(struct session *session, const GArray *names)
{
	GPtrArray *files = arena_pointers(session->arena);
	for (guint i = 0; i < names->len; i++) {
		const struct passage *name = &g_array_index(names, struct passage, i);
		const struct yaml_node *file = layout_file_read(
			session->arena, &session->layouts, name, session->diagnostics);
		if (file) {
			g_ptr_array_add(files, (gpointer)(uintptr_t)file);
		}
	}
	return files;
}

const struct model *session_model(
	struct session *session, const struct yaml_node *shared, const GPtrArray *files)
{
	struct model *model = model_create(session->arena);
	bool sound = model_add(model, yaml_get(shared, "model"), session->diagnostics);
	for (guint i = 0; i < files->len; i++) {
		const struct yaml_node *own =
			yaml_get(g_ptr_array_index(files, i), "model");
		sound = (!own || model_add(model, own, session->diagnostics)) && sound;
	}
	return model_finish(model, session->diagnostics) && sound ? model : NULL;
}

/* The command line decides; else the plan's own word, which must be known before it is
 * read. */
static enum session_copy which_copy(const struct yaml_node *root, enum session_copy copy)
{
	const char *word = yaml_text(yaml_get(root, "稿次"));
	if (copy != COPY_BY_PLAN || !word) {
		return copy != COPY_BY_PLAN ? copy : COPY_SUBMISSION;
	}
	return strcmp(word, "草稿") == 0     ? COPY_DRAFT
	       : strcmp(word, "存档稿") == 0 ? COPY_FILING
					     : COPY_SUBMISSION;
}

/* What an option of the command line says in place of a key of the plan. */
static const struct yaml_node *option_node(
	struct arena *arena, const char *option, const char *text)
{
	const struct source *source = source_create(arena, option, text, strlen(text));
	struct yaml_node *node = arena_new(arena, struct yaml_node);
	node->place = (struct place){source, 1, 1};
	node->scalar = passage_plain(arena_copy_string(source->arena, text), node->place);
	return node;
}

static const struct yaml_node *replace_entry(struct arena *arena,
	const struct yaml_node *root, const char *key, const struct yaml_node *value)
{
	struct yaml_node *replaced = arena_copy(arena, root, sizeof *root);
	struct yaml_entry *entries =
		arena_new_array(arena, struct yaml_entry, root->entry_count + 1);
	size_t at = 0;
	for (size_t i = 0; i < root->entry_count; i++) {
		entries[i] = root->entries[i];
		at += at == i && strcmp(entries[i].key->scalar.text, key) != 0;
	}
	if (at == root->entry_count) {
		struct yaml_node *name = arena_new(arena, struct yaml_node);
		name->place = value->place;
		name->scalar = passage_plain(key, value->place);
		entries[at].key = name;
		replaced->entry_count++;
	}
	entries[at].value = value;
	replaced->entries = entries;
	return replaced;
}

/* A plan with what the command line says in its place. */
static const struct yaml_node *apply_options(struct arena *arena,
	const struct yaml_node *root, const struct load_options *options)
{
	const struct {
		const char *option;
		const char *key;
		const char *text;
	} words[] = {{"--stage", "稿名", options->stage},
		{"--copies", "份号", options->number}};
	for (size_t i = 0; root->kind == YAML_MAPPING && i < G_N_ELEMENTS(words); i++) {
		if (words[i].text) {
			root = replace_entry(arena, root, words[i].key,
				option_node(arena, words[i].option, words[i].text));
		}
	}
	return root;
}

/* What comes with the program; its lack is no fault of the plan, so it is found first. */
struct resources {
	const struct yaml_node *vocabulary;
	const struct yaml_node *faces;
};

static bool read_resources(struct session *session, struct resources *resources)
{
	resources->vocabulary = layout_data_read(
		session->arena, &session->layouts, "plan", session->diagnostics);
	resources->faces = layout_data_read(
		session->arena, &session->layouts, "faces", session->diagnostics);
	return resources->vocabulary && resources->faces;
}

/* An empty form has a plan that says nothing. */
static const struct yaml_node *read_nodes(struct session *session, struct arena *reading,
	const char *path, const struct load_options *options)
{
	static const char nothing[] = "单位: {}\n";
	const struct source *source =
		options->blank
			? source_create(session->arena, path, nothing, sizeof nothing - 1)
			: yaml_open_file(session->arena, path, path, &session->limits,
				  session->diagnostics);
	return source ? yaml_read_source(
				reading, source, &session->limits, session->diagnostics)
		      : NULL;
}

/* A value that could not be read would make sums wrong that are right. What is missing
 * does no such harm. */
static bool can_audit(const struct diagnostics *diagnostics, guint before)
{
	for (guint i = before; i < diagnostics_count(diagnostics); i++) {
		const struct diagnostic *report = diagnostics_get(diagnostics, i);
		if (report->severity == SEVERITY_ERROR &&
			strcmp(report->code, "field-missing") != 0) {
			return false;
		}
	}
	return true;
}

/* Holds the plan against the checks of its layouts; false where those have faults. */
static bool audit(const struct documents_loader *loader,
	const struct check_sources *sources, guint before, struct session_plan *loaded)
{
	struct session *session = loader->session;
	bool sound = can_audit(session->diagnostics, before);
	guint errors = diagnostics_count_of(session->diagnostics, SEVERITY_ERROR);
	const struct check_rules rules =
		layout_checks_read(session->arena, sources, session->diagnostics);
	if (diagnostics_count_of(session->diagnostics, SEVERITY_ERROR) > errors) {
		return false;
	}
	if (sound) {
		loaded->audit = audit_plan(
			session->arena, loader->plan, &rules, session->diagnostics);
	}
	session_stage(session, "audit");
	return true;
}

/* Nodes and values of a plan live in `reading`, what documents are made of elsewhere. */
static const struct session_plan *load(struct session *session, struct arena *reading,
	const char *path, const struct load_options *options)
{
	struct resources resources;
	if (!read_resources(session, &resources)) {
		return NULL;
	}
	const struct yaml_node *root = read_nodes(session, reading, path, options);
	session_stage(session, "yaml");
	if (!root) {
		return NULL;
	}
	root = apply_options(session->arena, root, options);
	GArray *names = wanted_layouts(session, root, options->layout, path);
	GPtrArray *files = read_layout_files(session, names);
	const struct model *model = session_model(session, resources.vocabulary, files);
	session_stage(session, "model");
	if (!model) {
		return NULL;
	}
	/* A plan whose layout is missing is read all the same: its other faults in one
	 * run. */
	bool partial = names->len == 0 || files->len < names->len;
	struct session_plan *loaded = arena_new(session->arena, struct session_plan);
	loaded->path = path;
	loaded->copy = which_copy(root, options->copy);
	const struct plan_context context = {
		.limits = &session->limits,
		.diagnostics = session->diagnostics,
		.draft = loaded->copy == COPY_DRAFT,
		.blank = options->blank,
		.partial = partial,
	};
	guint before = diagnostics_count(session->diagnostics);
	const struct documents_loader loader = {
		.session = session,
		.model = model,
		.plan = plan_read(reading, root, path, model, &context),
		.faces = resources.faces,
	};
	session_stage(session, "plan");
	g_array_append_vals(
		session->missing, loader.plan->missing->data, loader.plan->missing->len);
	loaded->paths = loader.plan->paths;
	const struct check_sources sources = {resources.vocabulary, files, model};
	bool audited =
		partial || options->blank || audit(&loader, &sources, before, loaded);
	if (!session_documents_load(&loader, files, partial ? NULL : names, loaded) ||
		partial || !audited) {
		return NULL;
	}
	if (!options->layout) { /* one document alone prints what it prints */
		document_report_unprinted(loader.plan, session->diagnostics);
	}
	return loaded;
}

const struct session_plan *session_load(
	struct session *session, const char *path, const struct load_options *options)
{
	/* Documents keep the texts of a plan, not its values: of a long one these are
	 * much, and composing needs the room. */
	struct arena *reading = arena_create();
	const struct session_plan *loaded = load(session, reading, path, options);
	arena_destroy(reading);
	return loaded;
}
