/* Values in files of their own: `{文件: NAME}`, below the plan's folder only. */
#include "base/language.h"
#include "plan/beneath.h"
#include "plan/plan_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char file_key[] = "文件";

struct file_identity {
	dev_t device;
	ino_t inode;
};

/* A file at hand. */
struct file_reading {
	struct plan_reader *reader;
	struct place place; /* of its name in the plan */
	const char *name;
	const char *shown; /* as messages name it */
	int descriptor;
	struct file_identity identity;
};

/* The key that names a file; NULL: the node has none, or it is a field. */
static const struct yaml_node *find_key(
	const struct slot *slot, const struct yaml_node *node)
{
	const struct record *record = slot->type->record;
	if (node->kind != YAML_MAPPING || (record && record_field(record, file_key))) {
		return NULL;
	}
	for (size_t i = 0; i < node->entry_count; i++) {
		if (strcmp(yaml_text(node->entries[i].key), file_key) == 0) {
			return node->entries[i].key;
		}
	}
	return NULL;
}

bool plan_file_is(const struct slot *slot, const struct yaml_node *node)
{
	return find_key(slot, node) && node->entry_count == 1;
}

bool plan_file_is_mixed(const struct plan_reader *reader, const struct slot *slot,
	const struct yaml_node *node)
{
	const struct yaml_node *key = find_key(slot, node);
	if (!key || node->entry_count == 1) {
		return false;
	}
	diagnostics_error(reader->diagnostics, key->place, "file-refused",
		"“文件”应独自写，此处还有别的键");
	diagnostics_hint(reader->diagnostics, "别的键写到那个文件里");
	return true;
}

void plan_file_begin(struct plan_reader *reader, const char *path)
{
	reader->paths = arena_pointers(reader->texts);
	reader->open_files = arena_values(reader->arena, sizeof(struct file_identity));
	struct stat status;
	if (stat(path, &status) == 0) {
		struct file_identity identity = {status.st_dev, status.st_ino};
		g_array_append_val(reader->open_files, identity);
	}
	g_ptr_array_add(reader->paths, arena_copy_string(reader->texts, path));
}

static bool refuse(const struct file_reading *reading, const char *code, const char *what)
{
	diagnostics_error(reading->reader->diagnostics, reading->place, code,
		"文件“%s”%s", text_excerpt(reading->reader->arena, reading->name), what);
	return false;
}

/* Names that lead out of the folder are refused as names, whatever lies there. */
static bool check_name(const struct file_reading *reading)
{
	if (!*reading->name) {
		return refuse(reading, "file-refused", _("没有名称"));
	}
	if (*reading->name == '/') {
		return refuse(reading, "file-refused",
			_("应写作规划所在文件夹之内的名称，不以“/”开头"));
	}
	char **parts = g_strsplit(reading->name, "/", -1);
	bool climbs = g_strv_contains((const char *const *)parts, "..");
	g_strfreev(parts);
	return !climbs ||
	       refuse(reading, "file-refused", _("应在规划所在文件夹之内，不能含“..”"));
}

/* The name as it would be if names counted from the folder of the file that they stand
 * in; NULL: they do, or nothing lies there. */
static const char *name_beside(const struct file_reading *reading)
{
	const struct plan_reader *reader = reading->reader;
	const char *inside = reading->place.source->path;
	if (*reader->folder && g_str_has_prefix(inside, reader->folder)) {
		inside += strlen(reader->folder);
		inside += *inside == '/';
	}
	const char *slash = strrchr(inside, '/');
	if (!slash) {
		return NULL;
	}
	const char *name = arena_printf(
		reader->arena, "%.*s/%s", (int)(slash - inside), inside, reading->name);
	int descriptor = beneath_open(reader->folder_descriptor, name);
	if (descriptor < 0) {
		return NULL;
	}
	close(descriptor);
	return name;
}

static bool report_missing(const struct file_reading *reading)
{
	struct diagnostics *diagnostics = reading->reader->diagnostics;
	refuse(reading, "file-missing", _("不存在"));
	const char *beside = name_beside(reading);
	if (beside) {
		diagnostics_hint(diagnostics,
			"文件名从规划所在的文件夹算起，是否要写“%s”", beside);
	} else if (reading->reader->open_files->len > 1) {
		diagnostics_hint(diagnostics, "文件名从规划所在的文件夹算起");
	}
	return false;
}

static bool report_open(const struct file_reading *reading, int error)
{
	if (error == ENOENT) {
		return report_missing(reading);
	}
	if (error == ELOOP || error == EXDEV || error == ENOTDIR) {
		return refuse(reading, "file-refused",
			_("经过符号链接或不在规划所在文件夹之内"));
	}
	return refuse(reading, "file-unreadable",
		arena_printf(reading->reader->arena, _("不能读：%s"),
			diagnostics_system_text(error)));
}

static bool open_file(struct file_reading *reading)
{
	struct plan_reader *reader = reading->reader;
	if (reader->folder_descriptor < 0) {
		reader->folder_descriptor = open(*reader->folder ? reader->folder : ".",
			O_PATH | O_DIRECTORY | O_CLOEXEC);
	}
	if (reader->folder_descriptor < 0) {
		return report_open(reading, errno);
	}
	reading->descriptor = beneath_open(reader->folder_descriptor, reading->name);
	return reading->descriptor >= 0 || report_open(reading, errno);
}

static bool check_status(struct file_reading *reading)
{
	struct plan_reader *reader = reading->reader;
	struct stat status;
	if (fstat(reading->descriptor, &status) != 0) {
		return report_open(reading, errno);
	}
	if (!S_ISREG(status.st_mode)) {
		return refuse(reading, "file-refused", _("不是普通文件"));
	}
	reading->identity = (struct file_identity){status.st_dev, status.st_ino};
	for (guint i = 0; i < reader->open_files->len; i++) {
		const struct file_identity *open =
			&g_array_index(reader->open_files, struct file_identity, i);
		if (open->device == status.st_dev && open->inode == status.st_ino) {
			return refuse(reading, "file-cycle", _("包含了它自己"));
		}
	}
	return true;
}

static bool within_files(const struct file_reading *reading)
{
	struct plan_reader *reader = reading->reader;
	if (++reader->files_read < reader->limits->files) {
		return true; /* the plan itself is one more */
	}
	diagnostics_limit(reader->diagnostics, reading->place, "limit-files",
		"规划的文件超过 %" PRId64 " 个", reader->limits->files);
	return false;
}

/* Reads to the end, a byte beyond the limit at most: a file may grow meanwhile. */
static bool read_bytes(const struct file_reading *reading, GByteArray *bytes)
{
	const struct limits *limits = reading->reader->limits;
	guint8 block[16384];
	while (bytes->len <= limits->file_bytes) {
		ssize_t count = read(reading->descriptor, block, sizeof block);
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count < 0) {
			return report_open(reading, errno);
		}
		if (count == 0) {
			return true;
		}
		g_byte_array_append(bytes, block, (guint)count);
	}
	diagnostics_limit(reading->reader->diagnostics, reading->place,
		"limit-file-bytes", "%s 超过 %" PRId64 " 字节", reading->shown,
		limits->file_bytes);
	return false;
}

static void add_path(struct plan_reader *reader, const char *path)
{
	for (guint i = 0; i < reader->paths->len; i++) {
		if (strcmp(g_ptr_array_index(reader->paths, i), path) == 0) {
			return;
		}
	}
	g_ptr_array_add(reader->paths, arena_copy_string(reader->texts, path));
}

static const struct yaml_node *read_nodes(struct file_reading *reading)
{
	struct plan_reader *reader = reading->reader;
	GByteArray *bytes = g_byte_array_new();
	const struct yaml_node *nodes = NULL;
	if (read_bytes(reading, bytes)) {
		add_path(reader, reading->shown);
		const struct source *source = source_create(reader->texts, reading->shown,
			(const char *)bytes->data, bytes->len);
		nodes = yaml_read_source(
			reader->arena, source, reader->limits, reader->diagnostics);
	}
	g_byte_array_free(bytes, TRUE);
	return nodes;
}

/* The name beside the plan's own path: `plans/2021/处室.yaml`. */
static const char *shown_path(struct plan_reader *reader, const char *name)
{
	while (g_str_has_prefix(name, "./")) {
		name += 2;
	}
	return *reader->folder
		       ? arena_printf(reader->arena, "%s/%s", reader->folder, name)
		       : name;
}

const struct yaml_node *plan_file_enter(
	struct plan_reader *reader, const struct slot *slot, const struct yaml_node *node)
{
	const struct yaml_node *name = node->entries[0].value;
	if (name->kind != YAML_SCALAR) {
		diagnostics_error(reader->diagnostics, name->place, "type-mismatch",
			"“%s”的“文件”应为文件名，实为%s", slot_name(slot),
			yaml_kind_name(name->kind));
		return NULL;
	}
	struct file_reading reading = {
		.reader = reader,
		.place = name->place,
		.name = yaml_text(name),
		.shown = shown_path(reader, yaml_text(name)),
		.descriptor = -1,
	};
	const struct yaml_node *nodes = NULL;
	if (check_name(&reading) && within_files(&reading) && open_file(&reading) &&
		check_status(&reading)) {
		nodes = read_nodes(&reading);
	}
	if (reading.descriptor >= 0) {
		close(reading.descriptor);
	}
	if (nodes) {
		g_array_append_val(reader->open_files, reading.identity);
	}
	return nodes;
}

void plan_file_leave(struct plan_reader *reader)
{
	g_array_set_size(reader->open_files, reader->open_files->len - 1);
}

void plan_file_finish(struct plan_reader *reader)
{
	if (reader->folder_descriptor >= 0) {
		close(reader->folder_descriptor);
	}
}
