/* jixiao build: a plan -> files. Everything is composed and painted in memory first; a
 * plan with errors writes nothing. */
#include "command/copies.h"
#include "command/output.h"
#include "command/page_range.h"
#include "command/progress.h"

#include "base/language.h"
#include "paint/paint.h"

#include <stdio.h>
#include <string.h>

#define FIRST_NUMBER "000001"

enum {
	NOT_NUMBERED = G_MININT /* --copies was not said */
};

enum build_format {
	FORMAT_PDF,
	FORMAT_PNG,
	FORMAT_SVG,
	FORMAT_PAGES,
	FORMAT_PDFA_1B, /* PDF, for archives that still go by GB/T 23286.1-2009 */
};

struct build {
	struct session *session;
	const struct session_plan *plan;
	struct load_options load;
	enum build_format format;
	const char *range; /* NULL: all pages */
	const char *output;
	double resolution;
	struct copies_wanted copies;
	size_t document;    /* being made, by index */
	GPtrArray *outputs; /* struct output */
};

static const char *const format_names[] = {"pdf", "png", "svg", "pages", "pdfa-1b", NULL};
static const char *const format_endings[] = {
	".pdf", ".png", ".svg", ".txt", ".pdf", NULL};

static void free_bytes(gpointer bytes)
{
	g_byte_array_unref(bytes);
}

static void add_output(
	struct build *build, const char *path, GByteArray *bytes, int pages)
{
	struct output *output = arena_new(build->session->arena, struct output);
	*output = (struct output){path, bytes, pages, build->document};
	arena_own(build->session->arena, bytes, free_bytes);
	g_ptr_array_add(build->outputs, output);
}

static int count_wanted(const struct pages *pages, const bool *wanted)
{
	int count = 0;
	for (guint i = 0; i < pages->list->len; i++) {
		count += !wanted || wanted[i];
	}
	return count;
}

static void dump_pages(struct build *build, const struct pages *pages, const bool *wanted,
	const char *path)
{
	GString *text = g_string_new(NULL);
	pages_dump_wanted(pages, wanted, text);
	gsize length = text->len;
	guint8 *data = (guint8 *)g_string_free(text, FALSE);
	add_output(build, path, g_byte_array_new_take(data, length),
		count_wanted(pages, wanted));
}

/* A draft is for no archive, and soonest done without structure. */
static enum pdf_profile profile_of(const struct build *build)
{
	if (build->format == FORMAT_PDFA_1B) {
		return PDF_ARCHIVE_1B;
	}
	return build->plan->copy == COPY_DRAFT ? PDF_DRAFT : PDF_ARCHIVE;
}

static void paint_document(struct build *build, const struct pages *pages,
	const bool *wanted, const char *path)
{
	const struct paint_options options = {
		.format = PAINT_PDF, .profile = profile_of(build), .wanted = wanted};
	GByteArray *bytes = paint_pages(pages, &options, build->session->diagnostics);
	if (bytes) {
		add_output(build, path, bytes, count_wanted(pages, wanted));
	}
}

/* Pictures are one page each. */
static void paint_pictures(struct build *build, const struct pages *pages,
	const bool *wanted, const char *path)
{
	bool *only = arena_new_array(build->session->arena, bool, pages->list->len);
	for (guint i = 0; i < pages->list->len; i++) {
		if (wanted && !wanted[i]) {
			continue;
		}
		only[i] = true;
		const struct paint_options options = {
			.format = build->format == FORMAT_PNG ? PAINT_PNG : PAINT_SVG,
			.resolution = build->resolution,
			.wanted = only,
		};
		GByteArray *bytes =
			paint_pages(pages, &options, build->session->diagnostics);
		if (bytes) {
			add_output(build,
				output_page_path(build->session, path, (int)i + 1), bytes,
				1);
		}
		only[i] = false;
	}
}

/* Paints a document, or one of its copies; number 0: all that there are. */
static void paint(struct build *build, const struct pages *pages, int number)
{
	struct session *session = build->session;
	const char *path =
		build->format == FORMAT_PAGES && !build->output
			? "-"
			: output_path(session, build->plan, build->document,
				  build->output, format_endings[build->format]);
	if (number > 0 && strcmp(path, "-") != 0) {
		path = output_copy_path(session, path, number);
	}
	bool *wanted = NULL;
	if (build->range && !page_range_parse(session->arena, build->range,
				    (int)pages->list->len, &wanted)) {
		diagnostics_fault(session->diagnostics, FAULT_INPUT, "range-empty",
			"共 %u 页，没有 --range %s 所指的页", pages->list->len,
			build->range);
		return;
	}
	if (build->format == FORMAT_PAGES) {
		dump_pages(build, pages, wanted, path);
	} else if (build->format == FORMAT_PDF || build->format == FORMAT_PDFA_1B) {
		paint_document(build, pages, wanted, path);
	} else {
		paint_pictures(build, pages, wanted, path);
	}
	session_stage(session, "paint");
}

/* Pages that wait for those of further documents, with the faces that they are set in. */
struct joining {
	struct pages *pages; /* NULL: none yet */
	size_t first;        /* the document that gave them their name */
	GPtrArray *faces;
};

/* Ends the pages. */
static void finish_pages(struct build *build, struct pages *pages, int number)
{
	session_stage(build->session, "compose");
	if (pages && !diagnostics_failed(build->session->diagnostics)) {
		pages->metadata.inputs = session_inputs_sum(build->session, build->plan,
			&build->plan->documents[build->document]);
		paint(build, pages, number);
	}
	pages_destroy(pages);
}

/* All copies in one file; NULL after reporting. */
static struct pages *compose_file(const struct copies *copies)
{
	return copies->wanted.count == 0 ? copies_compose(copies, 0)
					 : copies_compose_all(copies);
}

static void make_copies(struct build *build, const struct copies *copies)
{
	if (!copies->wanted.separate) {
		finish_pages(build, compose_file(copies), 0);
	}
	for (int number = 1; copies->wanted.separate && number <= copies->wanted.count &&
			     !diagnostics_failed(build->session->diagnostics);
		number++) {
		finish_pages(build, copies_compose(copies, number), number);
	}
}

static struct copies begin_copies(const struct build *build)
{
	struct session *session = build->session;
	const struct session_document *document =
		&build->plan->documents[build->document];
	const struct copies copies = {.session = session,
		.document = document,
		.faces = session_faces(session, &document->layout->faces),
		.copy = build->plan->copy,
		.wanted = build->copies};
	session_stage(session, "faces");
	return copies;
}

static void make_document(struct build *build)
{
	const struct copies copies = begin_copies(build);
	make_copies(build, &copies);
	faces_destroy(copies.faces);
	session_stage(build->session, "close");
}

/* Adds a document's pages to those that wait. */
static void join_document(struct build *build, struct joining *joining)
{
	const struct copies copies = begin_copies(build);
	struct pages *pages = compose_file(&copies);
	g_ptr_array_add(joining->faces, copies.faces);
	if (!pages) {
		return;
	}
	if (!joining->pages) {
		joining->pages = pages_create();
		joining->pages->metadata = pages->metadata;
		joining->first = build->document;
	}
	const char *title = pages->metadata.title;
	pages_append(joining->pages, pages,
		title ? title : copies.document->layout->header.title);
}

static void finish_joining(struct build *build, struct joining *joining)
{
	if (joining->pages) {
		build->document = joining->first;
		finish_pages(build, joining->pages, 0);
	}
	g_ptr_array_free(joining->faces, TRUE);
}

static void destroy_faces(gpointer faces)
{
	faces_destroy(faces);
}

static void make_all(struct build *build)
{
	struct joining joining = {.faces = g_ptr_array_new_with_free_func(destroy_faces)};
	for (; build->document < build->plan->document_count; build->document++) {
		if (build->plan->documents[build->document].joined &&
			!build->copies.separate) {
			join_document(build, &joining);
		} else {
			make_document(build);
		}
	}
	finish_joining(build, &joining);
}

static bool may_write(const struct session *session)
{
	return !diagnostics_failed(session->diagnostics) &&
	       !(session->strict &&
		       diagnostics_count_of(session->diagnostics, SEVERITY_WARNING));
}

/* All documents in memory; false where there is none to be written. */
static bool make_documents(struct build *build, const char *path)
{
	build->plan = session_load(build->session, path, &build->load);
	if (!build->plan || !output_fits(build->session, build->plan, build->output)) {
		return false;
	}
	build->outputs = arena_pointers(build->session->arena);
	make_all(build);
	return may_write(build->session);
}

static void run_build(struct build *build, const char *path)
{
	struct progress *progress = progress_begin(path);
	bool made = make_documents(build, path);
	progress_end(progress);
	if (made) {
		outputs_write(build->session, build->plan, build->outputs);
	}
}

struct build_options {
	char *output;
	char *layout;
	char *copy;
	char *stage;
	char *format;
	char *range;
	double resolution;
	gboolean blank;
	int copies; /* or NOT_NUMBERED */
	gboolean separate;
	gboolean booklet;
};

static void free_options(struct build_options *options)
{
	g_free(options->output);
	g_free(options->layout);
	g_free(options->copy);
	g_free(options->stage);
	g_free(options->format);
	g_free(options->range);
}

/* The index of a word among some (ended by NULL), 0 where none is given; -1: it is not
 * there. */
static int find_word(const char *word, const char *const *words)
{
	for (int i = 0; word && words[i]; i++) {
		if (strcmp(word, words[i]) == 0) {
			return i;
		}
	}
	return word ? -1 : 0;
}

/* The format that a file's ending names; -1: none of ours. */
static int format_of_ending(const char *output)
{
	for (int i = 0; output && format_endings[i]; i++) {
		if (g_str_has_suffix(output, format_endings[i])) {
			return i;
		}
	}
	return -1;
}

/* What is wrong with the options as far as GLib cannot know; NULL: nothing. */
static const char *options_fault(
	const struct command_line *line, const struct build_options *options, int format)
{
	int ending = format_of_ending(options->output);
	if (options->blank && (!options->layout || line->argument_count > 0)) {
		return _("--blank 要有 --layout，不要规划文件");
	}
	bool to_stdout = g_strcmp0(options->output, "-") == 0;
	if (!options->blank && line->argument_count != 1) {
		return line->argument_count ? _("一次只能有一个规划文件")
					    : _("要有一个规划文件");
	}
	if (format < 0) {
		return _("--format 应是 pdf、png、svg、pages 或 pdfa-1b");
	}
	if (options->output && !*options->output) {
		return _("-o 之后是空的");
	}
	if (options->format && ending >= 0 &&
		strcmp(format_endings[ending], format_endings[format]) != 0) {
		return _("-o 的文件名结尾与 --format 不合");
	}
	if (to_stdout && (format == FORMAT_PNG || format == FORMAT_SVG)) {
		return _("图片一页一个文件，不能写到标准输出");
	}
	if (options->range && !page_range_is_sound(options->range)) {
		return _("--range 应写作 1,3-5");
	}
	if (!(options->resolution >= 10 && options->resolution <= 2400)) {
		return _("--resolution 应在 10 与 2400 之间");
	}
	return NULL;
}

/* The copy that is wanted: what some options ask for, only one kind of copy has; -1:
 * there is none of that name. */
static int find_copy(const struct build_options *options)
{
	static const char *const copies[] = {"", "draft", "submission", "filing", NULL};
	bool numbered = options->copies != NOT_NUMBERED;
	bool filing = numbered || options->separate || options->booklet;
	if (options->copy) {
		return find_word(options->copy, copies);
	}
	return filing ? COPY_FILING : options->stage ? COPY_DRAFT : COPY_BY_PLAN;
}

static const char *copy_fault(const struct build_options *options, int copy)
{
	bool to_stdout = g_strcmp0(options->output, "-") == 0;
	bool numbered = options->copies != NOT_NUMBERED;
	if (copy < 0) {
		return _("--copy 应是 draft、submission 或 filing");
	}
	if (options->stage && (copy != COPY_DRAFT || !*options->stage)) {
		return _("--stage 写草稿的名称，只用于 --copy draft");
	}
	if (numbered && (options->copies < 1 || options->copies > MOST_COPIES)) {
		return _("--copies 应是 1 至 999999：份号有六位");
	}
	if (copy != COPY_FILING && (numbered || options->separate || options->booklet)) {
		return _("--copies、--separate 和 --booklet 只用于 --copy filing");
	}
	if (options->separate && (!numbered || to_stdout)) {
		return _("--separate 与 --copies 同用，一份写一个文件");
	}
	return NULL;
}

/* Takes over what GLib has parsed, after checking what it cannot; the exit status, or -1:
 * go on. */
static int take_options(const struct command_line *line,
	const struct build_options *options, struct build *build)
{
	int ending = format_of_ending(options->output);
	int format = options->format || ending < 0
			     ? find_word(options->format, format_names)
			     : ending;
	int copy = find_copy(options);
	bool numbered = options->copies != NOT_NUMBERED;
	const char *fault = options_fault(line, options, format);
	fault = fault ? fault : copy_fault(options, copy);
	if (fault) {
		return command_wrong_use(line->name, "%s", fault);
	}
	build->load = (struct load_options){.layout = options->layout,
		.copy = (enum session_copy)copy,
		.blank = options->blank,
		.stage = options->stage,
		.number = numbered ? FIRST_NUMBER : NULL};
	build->copies = (struct copies_wanted){
		numbered ? options->copies : 0, options->separate, options->booklet};
	build->format = (enum build_format)format;
	build->output = options->output;
	build->range = options->range;
	build->resolution = options->resolution;
	return -1;
}

int command_build(int argc, char **argv)
{
	struct build_options options = {.resolution = 150, .copies = NOT_NUMBERED};
	const GOptionEntry entries[] = {
		{"output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
			N_("写到这个文件或文件夹；- 是标准输出"), N_("路径")},
		{"layout", 0, 0, G_OPTION_ARG_STRING, &options.layout, N_("只用这个版式"),
			N_("名称")},
		{"blank", 0, 0, G_OPTION_ARG_NONE, &options.blank,
			N_("印出版式的空白表，不要规划文件"), NULL},
		{"copy", 0, 0, G_OPTION_ARG_STRING, &options.copy,
			N_("draft：缺项也排印，加草稿标记；submission：缺项即错误；"
			   "filing：双面印制，留归档章（未写时按规划的稿次）"),
			N_("稿次")},
		{"stage", 0, 0, G_OPTION_ARG_STRING, &options.stage,
			N_("草稿的名称，如征求意见稿"), N_("名称")},
		{"copies", 0, 0, G_OPTION_ARG_INT, &options.copies,
			N_("印这么多份，各编份号，自 000001 起"), N_("份数")},
		{"separate", 0, 0, G_OPTION_ARG_NONE, &options.separate,
			N_("各份各成一个文件"), NULL},
		{"booklet", 0, 0, G_OPTION_ARG_NONE, &options.booklet,
			N_("拼成小册子：两页并排，按折叠的顺序；短边翻转双面印"), NULL},
		{"format", 0, 0, G_OPTION_ARG_STRING, &options.format,
			N_("pdf、png、svg、pages（排好的版面，文字形式）或 "
			   "pdfa-1b（PDF/A-1b）"),
			N_("格式")},
		{"range", 0, 0, G_OPTION_ARG_STRING, &options.range,
			N_("只要这些页，如 1,3-5"), N_("页码")},
		{"resolution", 0, 0, G_OPTION_ARG_DOUBLE, &options.resolution,
			N_("PNG 每英寸的点数（150）"), N_("点数")},
		{0},
	};
	struct command_line line = {
		.name = argv[0],
		.usage = "PLAN.yaml",
		.summary = N_("把规划排成 PDF。"),
		.entries = entries,
	};
	struct build build = {0};
	int status = EXIT_WRONG_USE;
	if (!command_line_parse(&line, argc, argv)) {
		status = line.asked_help ? EXIT_GOOD : EXIT_WRONG_USE;
	} else if ((status = take_options(&line, &options, &build)) < 0) {
		build.session = session_create(&line);
		status = EXIT_WRONG_USE;
		if (build.session) {
			run_build(&build,
				options.blank ? options.layout : line.arguments[0]);
			status = session_end(build.session);
		}
	}
	free_options(&options);
	command_line_finish(&line);
	return status;
}
