/* A file's bytes, whole and within limits. Read through one descriptor: what was measured
 * is what is read, whatever happens to the path meanwhile. */
#include "base/language.h"
#include "yaml/yaml.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
	int descriptor;
	const char *shown_path;
	int64_t most; /* bytes */
	struct diagnostics *diagnostics;
};

static bool report_unreadable(const struct file *file, const char *why)
{
	diagnostics_fault(file->diagnostics, FAULT_SYSTEM, "file-unreadable",
		"不能读 %s：%s", file->shown_path, why);
	return false;
}

static bool report_too_large(const struct file *file)
{
	diagnostics_fault(file->diagnostics, FAULT_LIMIT, "limit-file-bytes",
		"%s 超过 %" PRId64 " 字节", file->shown_path, file->most);
	return false;
}

static bool check_kind(const struct file *file)
{
	struct stat status;
	if (fstat(file->descriptor, &status) != 0) {
		return report_unreadable(file, diagnostics_system_text(errno));
	}
	if (!S_ISREG(status.st_mode)) {
		return report_unreadable(file, S_ISDIR(status.st_mode)
						       ? diagnostics_system_text(EISDIR)
						       : _("不是普通文件"));
	}
	return status.st_size <= file->most || report_too_large(file);
}

static bool read_bytes(const struct file *file, GByteArray *bytes)
{
	guint8 buffer[65536];
	for (;;) {
		ssize_t count = read(file->descriptor, buffer, sizeof buffer);
		if (count < 0 && errno == EINTR) {
			continue;
		}
		if (count < 0) {
			return report_unreadable(file, diagnostics_system_text(errno));
		}
		if (count == 0) {
			return true;
		}
		g_byte_array_append(bytes, buffer, (guint)count);
		if (bytes->len > file->most) {
			return report_too_large(file);
		}
	}
}

const struct source *yaml_open_file(struct arena *arena, const char *path,
	const char *shown_path, const struct limits *limits,
	struct diagnostics *diagnostics)
{
	/* A pipe without a writer would block the opening; it is refused, not waited for.
	 */
	struct file file = {.descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK),
		.shown_path = shown_path,
		.most = MIN(limits->file_bytes, G_MAXINT32),
		.diagnostics = diagnostics};
	if (file.descriptor < 0) {
		report_unreadable(&file, diagnostics_system_text(errno));
		return NULL;
	}
	GByteArray *bytes = g_byte_array_new();
	const struct source *source = NULL;
	if (check_kind(&file) && read_bytes(&file, bytes)) {
		source = source_create(
			arena, shown_path, (const char *)bytes->data, bytes->len);
	}
	g_byte_array_free(bytes, TRUE);
	close(file.descriptor);
	return source;
}

const struct yaml_node *yaml_read_file(struct arena *arena, const char *path,
	const char *shown_path, const struct limits *limits,
	struct diagnostics *diagnostics)
{
	const struct source *source =
		yaml_open_file(arena, path, shown_path, limits, diagnostics);
	return source ? yaml_read_source(arena, source, limits, diagnostics) : NULL;
}
