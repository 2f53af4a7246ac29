/* A file has either its old content or all of the new, whatever happens in between:
 *
 *     .NAME.jixiao-PID-RANDOM.tmp in the same folder -> fsync -> rename to NAME -> fsync
 * of the folder
 *
 * A symbolic link in the place of the file is itself replaced, so that nothing is ever
 * written outside the folder that the user named. A device or a pipe is never replaced.
 */
#include "paint/paint.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	LONGEST_NAME = 255,  /* of a file, bytes */
	LONGEST_MARK = 48,   /* of what a temporary's name adds */
	MOST_ATTEMPTS = 100, /* at a name that is free */
};

struct replacement {
	const char *path;
	char *name;      /* in its folder */
	char *prefix;    /* of its temporaries' names */
	int folder;      /* descriptor */
	char *temporary; /* name in the folder; NULL: none yet */
	int file;        /* descriptor of the temporary; -1: closed */
	struct diagnostics *diagnostics;
};

/* Reports what the system says about the path. */
static bool report_system_fault(const struct replacement *replacement, int error)
{
	diagnostics_fault(replacement->diagnostics, FAULT_SYSTEM, "write-failed",
		"不能写入“%s”：%s", replacement->path, diagnostics_system_text(error));
	if (error == ENOENT) {
		diagnostics_hint(replacement->diagnostics, "请先建立它所在的文件夹");
	} else if (error == ENOSPC || error == EDQUOT) {
		diagnostics_hint(
			replacement->diagnostics, "磁盘空间不足；原有文件未改动");
	}
	return false;
}

/* A name may be as long as the system allows, and its temporary must then be shorter. */
static char *temporary_prefix(const char *name)
{
	size_t length = MIN(strlen(name), (size_t)(LONGEST_NAME - LONGEST_MARK));
	while (length > 0 && (name[length] & 0xC0) == 0x80) {
		length--;
	}
	return g_strdup_printf(".%.*s.jixiao-", (int)length, name);
}

static bool open_folder(struct replacement *replacement)
{
	char *folder = g_path_get_dirname(replacement->path);
	replacement->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = errno;
	g_free(folder);
	return replacement->folder >= 0 || report_system_fault(replacement, error);
}

/* Gives the permission bits of a file that is to be replaced, else -1. */
static bool look_at_target(const struct replacement *replacement, int *permissions)
{
	struct stat status;
	*permissions = -1;
	if (g_str_has_suffix(replacement->path, G_DIR_SEPARATOR_S)) {
		return report_system_fault(replacement, EISDIR);
	}
	if (fstatat(replacement->folder, replacement->name, &status,
		    AT_SYMLINK_NOFOLLOW) != 0) {
		return errno == ENOENT || report_system_fault(replacement, errno);
	}
	if (S_ISREG(status.st_mode)) {
		*permissions = (int)(status.st_mode & 0777);
	} else if (S_ISDIR(status.st_mode)) {
		return report_system_fault(replacement, EISDIR);
	} else if (!S_ISLNK(status.st_mode)) {
		diagnostics_fault(replacement->diagnostics, FAULT_SYSTEM, "write-failed",
			"不能写入“%s”：它不是普通文件", replacement->path);
		return false;
	}
	return true;
}

/* Whether a name is a temporary of ours for this file, of a run that is no more. */
static bool is_left_behind(const struct replacement *replacement, const char *name)
{
	size_t length = strlen(replacement->prefix);
	if (strncmp(name, replacement->prefix, length) != 0 ||
		!g_str_has_suffix(name, ".tmp")) {
		return false;
	}
	char *end = NULL;
	long process = strtol(name + length, &end, 10);
	return process > 0 && *end == '-' && kill((pid_t)process, 0) != 0 &&
	       errno == ESRCH;
}

/* Not finding them all is no fault: they are only in the way. */
static void remove_left_behind(const struct replacement *replacement)
{
	int folder = openat(replacement->folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *list = folder < 0 ? NULL : fdopendir(folder);
	if (!list) {
		if (folder >= 0) {
			close(folder);
		}
		return;
	}
	for (struct dirent *entry = readdir(list); entry; entry = readdir(list)) {
		if (is_left_behind(replacement, entry->d_name)) {
			unlinkat(replacement->folder, entry->d_name, 0);
		}
	}
	closedir(list);
}

static bool create_temporary(struct replacement *replacement, int permissions)
{
	int error = EEXIST;
	for (int i = 0; i < MOST_ATTEMPTS && error == EEXIST; i++) {
		char *name = g_strdup_printf("%s%ld-%08x.tmp", replacement->prefix,
			(long)getpid(), g_random_int());
		replacement->file = openat(replacement->folder, name,
			O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
		error = errno;
		if (replacement->file >= 0) {
			replacement->temporary = name;
			break;
		}
		g_free(name);
	}
	if (replacement->file < 0) {
		return report_system_fault(replacement, error);
	}
	if (permissions >= 0 && fchmod(replacement->file, (mode_t)permissions) != 0) {
		return report_system_fault(replacement, errno);
	}
	return true;
}

static bool write_all(
	const struct replacement *replacement, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t written = write(replacement->file, bytes, length);
		if (written < 0 && errno != EINTR) {
			return report_system_fault(replacement, errno);
		}
		if (written > 0) {
			bytes += written;
			length -= (size_t)written;
		}
	}
	return true;
}

/* Closing may bring the report of an earlier write that failed. */
static bool close_temporary(struct replacement *replacement)
{
	while (fsync(replacement->file) != 0) {
		if (errno != EINTR) {
			return report_system_fault(replacement, errno);
		}
	}
	int result = close(replacement->file);
	replacement->file = -1;
	return result == 0 || errno == EINTR || report_system_fault(replacement, errno);
}

static bool rename_temporary(struct replacement *replacement)
{
	if (renameat(replacement->folder, replacement->temporary, replacement->folder,
		    replacement->name) != 0) {
		return report_system_fault(replacement, errno);
	}
	g_clear_pointer(&replacement->temporary, g_free);
	/* Some file systems cannot do this and say EINVAL; the rename holds all the same.
	 */
	while (fsync(replacement->folder) != 0) {
		if (errno != EINTR) {
			return errno == EINVAL || report_system_fault(replacement, errno);
		}
	}
	return true;
}

static void finish(struct replacement *replacement)
{
	if (replacement->file >= 0) {
		close(replacement->file);
	}
	if (replacement->temporary) {
		unlinkat(replacement->folder, replacement->temporary, 0);
	}
	if (replacement->folder >= 0) {
		close(replacement->folder);
	}
	g_free(replacement->temporary);
	g_free(replacement->prefix);
	g_free(replacement->name);
}

bool file_replace(const char *path, const void *bytes, size_t length,
	struct diagnostics *diagnostics)
{
	struct replacement replacement = {
		.path = path,
		.name = g_path_get_basename(path),
		.folder = -1,
		.file = -1,
		.diagnostics = diagnostics,
	};
	int permissions = -1;
	replacement.prefix = temporary_prefix(replacement.name);
	bool good =
		open_folder(&replacement) && look_at_target(&replacement, &permissions);
	if (good) {
		remove_left_behind(&replacement);
		good = create_temporary(&replacement, permissions) &&
		       write_all(&replacement, bytes, length) &&
		       close_temporary(&replacement) && rename_temporary(&replacement);
	}
	finish(&replacement);
	return good;
}
