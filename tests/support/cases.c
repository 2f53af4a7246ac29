#include "support/cases.h"

#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct bench bench_begin(void)
{
	return (struct bench){arena_create(), diagnostics_create(), limits_default()};
}

void bench_end(struct bench *bench)
{
	diagnostics_destroy(bench->diagnostics);
	arena_destroy(bench->arena);
}

const struct source *bench_bytes(struct bench *bench, const char *bytes, size_t length)
{
	return source_create(bench->arena, "plan.yaml", bytes, length);
}

const struct source *bench_source(struct bench *bench, const char *text)
{
	return bench_bytes(bench, text, strlen(text));
}

const char *bench_printed(struct bench *bench, enum diagnostic_style style)
{
	char *bytes = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&bytes, &length);
	assert_non_null(stream);
	diagnostics_print(bench->diagnostics, style, stream);
	fclose(stream);
	const char *printed = arena_copy_bytes(bench->arena, bytes, length);
	free(bytes);
	return printed;
}

/* Cuts the message off a printed line where the expected line has none. */
static void cut_to(const char *expected, char *printed)
{
	size_t length = strlen(expected);
	if (g_str_has_suffix(expected, "]") && strncmp(printed, expected, length) == 0 &&
		printed[length] == ':') {
		printed[length] = '\0';
	}
}

void bench_expect(struct bench *bench, const char *expected)
{
	char **wanted = g_strsplit(expected, "\n", -1);
	char **printed = g_strsplit(bench_printed(bench, DIAGNOSTIC_SHORT), "\n", -1);
	for (guint i = 0; wanted[i] && printed[i]; i++) {
		cut_to(wanted[i], printed[i]);
	}
	char *joined = g_strjoinv("\n", printed);
	const char *shown = arena_copy_string(bench->arena, joined);
	g_free(joined);
	g_strfreev(printed);
	g_strfreev(wanted);
	assert_string_equal(shown, expected);
}

bool case_aborts(void (*function)(void))
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct rlimit none = {0, 0};
		setrlimit(RLIMIT_CORE, &none);
		signal(SIGABRT,
			SIG_DFL); /* cmocka's handler would report it as a failure */
		int nowhere =
			open("/dev/null", O_WRONLY); /* GLib says `Bail out!` on both */
		if (dup2(nowhere, 1) < 0 || dup2(nowhere, 2) < 0) {
			_exit(1);
		}
		function();
		_exit(0);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

struct random random_begin(void)
{
	const char *given = getenv("JIXIAO_SEED");
	struct timespec now;
	clock_gettime(CLOCK_REALTIME, &now);
	uint64_t seed =
		given ? strtoull(given, NULL, 10)
		      : (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
	print_message("# JIXIAO_SEED=%" PRIu64 "\n", seed);
	return (struct random){seed};
}

/* A multiplicative congruential step, mixed so that low bits are as good as high ones. */
uint64_t random_next(struct random *random)
{
	random->state = random->state * 6364136223846793005u + 1442695040888963407u;
	uint64_t mixed = random->state ^ random->state >> 29;
	mixed *= 0xD6E8FEB86659FD93u;
	return mixed ^ mixed >> 32;
}

size_t random_below(struct random *random, size_t bound)
{
	return (size_t)(random_next(random) % bound);
}

const char *random_choice(struct random *random, const char *const *choices, size_t count)
{
	return choices[random_below(random, count)];
}
