#include "plan/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <glib.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

/* O_NONBLOCK: opening a named pipe would wait for its writer. */
enum {
	READING = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
};

int beneath_walk(int folder, const char *name)
{
	if (*name == '/') {
		errno = EXDEV;
		return -1;
	}
	char **parts = g_strsplit(name, "/", -1);
	int current = fcntl(folder, F_DUPFD_CLOEXEC, 0);
	for (char **part = parts; *part && current >= 0; part++) {
		int next = -1;
		if (strcmp(*part, "..") == 0) {
			errno = EXDEV;
		} else {
			int flags =
				part[1] ? O_PATH | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
					: READING;
			next = openat(current, **part ? *part : ".", flags);
		}
		int saved = errno;
		close(current);
		errno = saved;
		current = next;
	}
	g_strfreev(parts);
	return current;
}

int beneath_open(int folder, const char *name)
{
	struct open_how how = {
		.flags = READING,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
	};
	long descriptor = syscall(SYS_openat2, folder, name, &how, sizeof how);
	if (descriptor < 0 && (errno == ENOSYS || errno == EPERM)) {
		return beneath_walk(
			folder, name); /* an old kernel, or a sandbox in front of it */
	}
	return (int)descriptor;
}
