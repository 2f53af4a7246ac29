#include "command/output.h"

#include "base/language.h"
#include "command/copies.h"
#include "paint/paint.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum {
	LONGEST_NAME = 180
}; /* bytes: file systems take 255, with ending and temporaries */

/* A name with what file names cannot hold replaced, on Windows shares too. */
static char *safe_name(const char *name)
{
	GString *safe = g_string_new(NULL);
	for (const char *at = name; *at && safe->len < LONGEST_NAME;
		at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (character < 0x20 ||
			(character < 0x80 && strchr("/\\:*?\"<>|", (int)character))) {
			g_string_append_c(safe, '_');
		} else {
			g_string_append_unichar(safe, character);
		}
	}
	if (safe->len == 0 || safe->str[0] == '.') {
		g_string_prepend_c(safe, '_');
	}
	return g_string_free(safe, FALSE);
}

static char *plan_stem(const char *path)
{
	char *name = g_path_get_basename(path);
	char *dot = strrchr(name, '.');
	if (dot && dot != name) {
		*dot = '\0';
	}
	return name;
}

static bool is_folder(const char *path)
{
	return g_str_has_suffix(path, "/") || g_file_test(path, G_FILE_TEST_IS_DIR);
}

static char *document_name(const struct session_document *document)
{
	return safe_name(document->name && *document->name
				 ? document->name
				 : document->layout->header.name);
}

bool output_fits(
	struct session *session, const struct session_plan *plan, const char *wanted)
{
	size_t files = session_file_count(plan);
	if (files < 2 || !wanted || is_folder(wanted)) {
		return true;
	}
	diagnostics_fault(session->diagnostics, FAULT_INPUT, "output-several",
		"规划有 %zu 份文档，-o %s 只是一个文件", files, wanted);
	diagnostics_hint(session->diagnostics,
		"-o 写一个文件夹，末尾加“/”；或用 --layout 只做一份");
	return false;
}

const char *output_path(struct session *session, const struct session_plan *plan,
	size_t index, const char *wanted, const char *ending)
{
	bool several = session_file_count(plan) > 1;
	if (wanted && !is_folder(wanted)) {
		return arena_copy_string(session->arena, wanted);
	}
	char *stem = plan_stem(plan->path);
	char *folder = wanted ? g_strdup(wanted) : g_path_get_dirname(plan->path);
	const struct session_document *document = &plan->documents[index];
	bool named = several || (!wanted && document->named);
	char *name = named ? document_name(document) : g_strdup(stem);
	char *file = g_strconcat(name, ending, NULL);
	char *path = several ? g_build_filename(folder, stem, file, NULL)
			     : g_build_filename(folder, file, NULL);
	const char *copy = arena_copy_string(session->arena, path);
	g_free(path);
	g_free(file);
	g_free(name);
	g_free(folder);
	g_free(stem);
	return copy;
}

/* `NAME-3.png` of `NAME.png`, with so many digits at least. */
static const char *numbered_path(
	struct session *session, const char *path, int digits, int number)
{
	const char *dot = strrchr(path, '.');
	const char *slash = strrchr(path, '/');
	size_t stem =
		dot && (!slash || dot > slash + 1) ? (size_t)(dot - path) : strlen(path);
	return arena_printf(session->arena, "%.*s-%0*d%s", (int)stem, path, digits,
		number, path + stem);
}

const char *output_page_path(struct session *session, const char *path, int page)
{
	return numbered_path(session, path, 1, page);
}

const char *output_copy_path(struct session *session, const char *path, int number)
{
	return numbered_path(session, path, NUMBER_DIGITS, number);
}

static bool same_file(const char *left, const char *right)
{
	struct stat first, second;
	return stat(left, &first) == 0 && stat(right, &second) == 0 &&
	       first.st_dev == second.st_dev && first.st_ino == second.st_ino;
}

/* Endings of what the program reads: a PDF written over a layout or a face would be found
 * out at the next run only. */
static bool has_input_ending(const char *path)
{
	static const char *const endings[] = {".yaml", ".yml", ".otf", ".ttf", ".ttc"};
	for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
		if (g_str_has_suffix(path, endings[i])) {
			return true;
		}
	}
	return false;
}

static bool is_input(const struct session_plan *plan, const char *path)
{
	if (has_input_ending(path)) {
		return true;
	}
	for (guint i = 0; i < plan->paths->len; i++) {
		if (same_file(g_ptr_array_index(plan->paths, i), path)) {
			return true;
		}
	}
	for (size_t i = 0; i < plan->document_count; i++) {
		if (same_file(plan->documents[i].layout->header.path, path)) {
			return true;
		}
	}
	return false;
}

static bool make_folder(struct session *session, const char *path)
{
	char *folder = g_path_get_dirname(path);
	bool made = g_mkdir_with_parents(folder, 0777) == 0;
	if (!made) {
		diagnostics_fault(session->diagnostics, FAULT_SYSTEM, "folder-unwritable",
			"不能建立文件夹 %s：%s", folder, diagnostics_system_text(errno));
	}
	g_free(folder);
	return made;
}

static bool write_stdout(struct session *session, const struct output *output)
{
	if (fwrite(output->bytes->data, 1, output->bytes->len, stdout) !=
			output->bytes->len ||
		fflush(stdout) != 0) {
		diagnostics_fault(session->diagnostics, FAULT_SYSTEM, "file-unwritable",
			"不能写标准输出：%s", diagnostics_system_text(errno));
		return false;
	}
	return true;
}

static bool write_output(struct session *session, const struct session_plan *plan,
	const struct output *output)
{
	if (strcmp(output->path, "-") == 0) {
		return write_stdout(session, output);
	}
	if (is_input(plan, output->path)) {
		diagnostics_fault(session->diagnostics, FAULT_SYSTEM, "output-is-input",
			"不写到 %s：规划、版式和字体不能覆盖", output->path);
		return false;
	}
	return make_folder(session, output->path) &&
	       file_replace(output->path, output->bytes->data, output->bytes->len,
		       session->diagnostics);
}

static void print_success(const struct session *session, const struct output *output)
{
	guint warnings = diagnostics_count_of(session->diagnostics, SEVERITY_WARNING);
	printf(_("已生成 %s（%d 页"), output->path, output->pages);
	if (warnings) {
		printf(_("，%u 条警告"), warnings);
	}
	puts(_("）"));
}

/* Two documents of one name would leave one file. */
static bool names_differ(struct session *session, const struct session_plan *plan,
	const GPtrArray *outputs)
{
	GHashTable *seen = g_hash_table_new(g_str_hash, g_str_equal);
	bool differ = true;
	for (guint i = 0; i < outputs->len; i++) {
		const struct output *output = g_ptr_array_index(outputs, i);
		if (!g_hash_table_add(seen, (gpointer)(uintptr_t)output->path)) {
			diagnostics_error(session->diagnostics,
				plan->documents[output->document].place, "output-clash",
				"两份文档的文件名相同：%s", output->path);
			diagnostics_hint(
				session->diagnostics, "在“文档”里各写一个“文件名”");
			differ = false;
		}
	}
	g_hash_table_destroy(seen);
	return differ;
}

void outputs_write(struct session *session, const struct session_plan *plan,
	const GPtrArray *outputs)
{
	if (!names_differ(session, plan, outputs)) {
		return;
	}
	for (guint i = 0; i < outputs->len; i++) {
		const struct output *output = g_ptr_array_index(outputs, i);
		if (write_output(session, plan, output) &&
			strcmp(output->path, "-") != 0) {
			print_success(session, output);
		}
	}
	session_stage(session, "write");
}
