#include "command/progress.h"

#include "base/language.h"
#include "base/shown.h"

#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

struct progress {
	const char *what;
	GThread *thread;
	GMutex mutex;
	GCond ended;
	bool over;
	bool told; /* there is a line to clear */
};

/* Work may take its time within one stage: only another thread can tell meanwhile. */
static void *watch(void *data)
{
	struct progress *progress = data;
	GString *line = g_string_new(NULL);
	gint64 began = g_get_monotonic_time();
	g_mutex_lock(&progress->mutex);
	for (int seconds = 1; !progress->over; seconds++) {
		gint64 wake = began + seconds * G_TIME_SPAN_SECOND;
		if (g_cond_wait_until(&progress->ended, &progress->mutex, wake) ||
			progress->over) {
			seconds--; /* woken early: the same second again */
			continue;
		}
		g_string_assign(line, "\r");
		g_string_append(line, _("正在处理 "));
		shown_append(line, progress->what);
		g_string_append_printf(line, _("，%d 秒…"), seconds);
		g_string_append(line, "\033[K");
		fputs(line->str, stderr);
		fflush(stderr);
		progress->told = true;
	}
	g_mutex_unlock(&progress->mutex);
	g_string_free(line, TRUE);
	return NULL;
}

struct progress *progress_begin(const char *what)
{
	if (!isatty(STDERR_FILENO)) {
		return NULL;
	}
	struct progress *progress = g_new0(struct progress, 1);
	progress->what = what;
	g_mutex_init(&progress->mutex);
	g_cond_init(&progress->ended);
	progress->thread = g_thread_new("progress", watch, progress);
	return progress;
}

void progress_end(struct progress *progress)
{
	if (!progress) {
		return;
	}
	g_mutex_lock(&progress->mutex);
	progress->over = true;
	g_cond_signal(&progress->ended);
	g_mutex_unlock(&progress->mutex);
	g_thread_join(progress->thread);
	if (progress->told) {
		fputs("\r\033[K", stderr);
		fflush(stderr);
	}
	g_mutex_clear(&progress->mutex);
	g_cond_clear(&progress->ended);
	g_free(progress);
}
