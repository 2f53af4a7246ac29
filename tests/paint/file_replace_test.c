/* A file is old or new, never a mixture: full disks, forbidden places, killed processes.
 */
#include "paint/paint.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum {
	LARGE = 3 * 1024 * 1024,
	KILLS = 60,
};

struct folder {
	char *path;
	char *file;
	struct diagnostics *diagnostics;
};

static int start_folder(void **state)
{
	struct folder *folder = g_new0(struct folder, 1);
	folder->path = g_dir_make_tmp("jixiao-test-XXXXXX", NULL);
	assert_non_null(folder->path);
	folder->file = g_build_filename(folder->path, "规划.pdf", NULL);
	folder->diagnostics = diagnostics_create();
	*state = folder;
	return 0;
}

static int end_folder(void **state)
{
	struct folder *folder = *state;
	GDir *list = g_dir_open(folder->path, 0, NULL);
	for (const char *name = g_dir_read_name(list); name;
		name = g_dir_read_name(list)) {
		char *path = g_build_filename(folder->path, name, NULL);
		g_remove(path);
		g_free(path);
	}
	g_dir_close(list);
	g_rmdir(folder->path);
	diagnostics_destroy(folder->diagnostics);
	g_free(folder->path);
	g_free(folder->file);
	g_free(folder);
	return 0;
}

static bool replace(struct folder *folder, const char *text)
{
	return file_replace(folder->file, text, strlen(text), folder->diagnostics);
}

static void assert_content(const char *path, const char *expected)
{
	char *content = NULL;
	assert_true(g_file_get_contents(path, &content, NULL, NULL));
	assert_string_equal(content, expected);
	g_free(content);
}

static int file_count(const struct folder *folder)
{
	int count = 0;
	GDir *list = g_dir_open(folder->path, 0, NULL);
	while (g_dir_read_name(list)) {
		count++;
	}
	g_dir_close(list);
	return count;
}

static void assert_fault(struct folder *folder, const char *path, int error)
{
	assert_int_equal(diagnostics_count(folder->diagnostics), 1);
	const struct diagnostic *diagnostic = diagnostics_get(folder->diagnostics, 0);
	assert_string_equal(diagnostic->code, "write-failed");
	assert_non_null(strstr(diagnostic->message, path));
	assert_non_null(strstr(diagnostic->message, diagnostics_system_text(error)));
	assert_int_equal(diagnostics_exit_status(folder->diagnostics, false), 74);
}

static void a_file_is_made_and_replaced_and_nothing_else_is_left(void **state)
{
	struct folder *folder = *state;
	assert_true(replace(folder, "旧"));
	assert_content(folder->file, "旧");
	assert_true(replace(folder, "新"));
	assert_content(folder->file, "新");
	assert_true(replace(folder, ""));
	assert_content(folder->file, "");
	assert_int_equal(file_count(folder), 1);
	assert_int_equal(diagnostics_count(folder->diagnostics), 0);
}

static void a_name_without_a_folder_is_in_the_current_one(void **state)
{
	struct folder *folder = *state;
	char *before = g_get_current_dir();
	assert_int_equal(g_chdir(folder->path), 0);
	assert_true(file_replace("x.pdf", "甲", 3, folder->diagnostics));
	assert_content("x.pdf", "甲");
	assert_int_equal(g_chdir(before), 0);
	g_free(before);
}

static void the_longest_name_that_the_system_allows_can_be_written(void **state)
{
	struct folder *folder = *state;
	GString *path = g_string_new(folder->path);
	g_string_append_c(path, '/');
	for (int i = 0; i < 85; i++) {
		g_string_append(path, "规");
	}
	assert_true(file_replace(path->str, "甲", 3, folder->diagnostics));
	assert_content(path->str, "甲");
	g_string_free(path, TRUE);
}

static int permissions_of(const char *path)
{
	struct stat status;
	assert_int_equal(lstat(path, &status), 0);
	return (int)(status.st_mode & 07777);
}

static void an_old_file_keeps_its_permissions_and_a_new_one_has_the_usual(void **state)
{
	struct folder *folder = *state;
	mode_t before = umask(027);
	assert_true(replace(folder, "旧"));
	assert_int_equal(permissions_of(folder->file), 0640);
	assert_int_equal(chmod(folder->file, 0604), 0);
	assert_true(replace(folder, "新"));
	assert_int_equal(permissions_of(folder->file), 0604);
	umask(before);
}

static void a_symbolic_link_is_replaced_and_its_target_left_alone(void **state)
{
	struct folder *folder = *state;
	char *target = g_build_filename(folder->path, "target", NULL);
	assert_true(g_file_set_contents(target, "别处", -1, NULL));
	assert_int_equal(symlink("target", folder->file), 0);
	assert_true(replace(folder, "新"));
	assert_content(target, "别处");
	assert_content(folder->file, "新");
	assert_false(g_file_test(folder->file, G_FILE_TEST_IS_SYMLINK));
	g_free(target);
}

static void a_missing_folder_is_reported_with_path_and_cause(void **state)
{
	struct folder *folder = *state;
	char *path = g_build_filename(folder->path, "没有", "x.pdf", NULL);
	assert_false(file_replace(path, "甲", 3, folder->diagnostics));
	assert_fault(folder, path, ENOENT);
	assert_non_null(diagnostics_get(folder->diagnostics, 0)->hint);
	g_free(path);
}

static void a_file_in_the_place_of_a_folder_is_reported(void **state)
{
	struct folder *folder = *state;
	assert_true(replace(folder, "旧"));
	char *path = g_build_filename(folder->file, "x.pdf", NULL);
	assert_false(file_replace(path, "甲", 3, folder->diagnostics));
	assert_fault(folder, path, ENOTDIR);
	assert_content(folder->file, "旧");
	g_free(path);
}

static void a_folder_in_the_place_of_the_file_is_reported(void **state)
{
	struct folder *folder = *state;
	assert_false(file_replace(folder->path, "甲", 3, folder->diagnostics));
	assert_fault(folder, folder->path, EISDIR);
}

static void a_device_is_never_replaced(void **state)
{
	struct folder *folder = *state;
	assert_int_equal(mkfifo(folder->file, 0600), 0);
	assert_false(replace(folder, "甲"));
	assert_non_null(
		strstr(diagnostics_get(folder->diagnostics, 0)->message, "不是普通文件"));
	assert_int_equal(file_count(folder), 1);
}

/* /proc takes no files from anybody, root included. */
static void a_folder_that_takes_no_files_is_reported(void **state)
{
	struct folder *folder = *state;
	assert_false(file_replace("/proc/x.pdf", "甲", 3, folder->diagnostics));
	assert_string_equal(
		diagnostics_get(folder->diagnostics, 0)->code, "write-failed");
	assert_int_equal(diagnostics_exit_status(folder->diagnostics, false), 74);
}

static void a_write_that_fails_half_way_leaves_the_old_file_whole(void **state)
{
	struct folder *folder = *state;
	struct rlimit before;
	assert_true(replace(folder, "旧"));
	char *large = g_malloc0(LARGE);
	getrlimit(RLIMIT_FSIZE, &before);
	struct rlimit small = {.rlim_cur = 100000, .rlim_max = before.rlim_max};
	void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	bool good = file_replace(folder->file, large, LARGE, folder->diagnostics);
	setrlimit(RLIMIT_FSIZE, &before);
	signal(SIGXFSZ, handler);
	g_free(large);
	assert_false(good);
	assert_fault(folder, folder->file, EFBIG);
	assert_content(folder->file, "旧");
	assert_int_equal(file_count(folder), 1);
}

enum {
	NO_MOUNT = 77
};

/* In a process of its own that mounts a disk of 64 kB over the folder; its exit status
 * says what did not hold. */
static int fill_disk(struct folder *folder)
{
	if (unshare(CLONE_NEWNS) != 0 ||
		mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
		mount("tmpfs", folder->path, "tmpfs", 0, "size=64k") != 0) {
		return NO_MOUNT;
	}
	char *large = g_malloc0(LARGE);
	char *content = NULL;
	if (!replace(folder, "旧")) {
		return 1;
	}
	if (file_replace(folder->file, large, LARGE, folder->diagnostics)) {
		return 2;
	}
	if (!g_file_get_contents(folder->file, &content, NULL, NULL) ||
		strcmp(content, "旧") != 0 || file_count(folder) != 1) {
		return 3;
	}
	const struct diagnostic *diagnostic = diagnostics_get(folder->diagnostics, 0);
	return strstr(diagnostic->message, diagnostics_system_text(ENOSPC)) &&
			       diagnostic->hint
		       ? 0
		       : 4;
}

static void a_full_disk_is_reported_and_leaves_the_old_file_whole(void **state)
{
	int status = 0;
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		_exit(fill_disk(*state));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == NO_MOUNT) {
		print_message("# no right to mount: the full disk was not tried\n");
	} else {
		assert_int_equal(WEXITSTATUS(status), 0);
	}
}

static void temporaries_of_the_dead_are_removed_and_of_the_living_kept(void **state)
{
	struct folder *folder = *state;
	pid_t child = fork();
	if (child == 0) {
		_exit(0);
	}
	waitpid(child, NULL, 0);
	char *dead = g_strdup_printf(
		"%s/.规划.pdf.jixiao-%d-0000abcd.tmp", folder->path, (int)child);
	char *living = g_strdup_printf(
		"%s/.规划.pdf.jixiao-%d-0000abcd.tmp", folder->path, (int)getpid());
	char *other = g_strdup_printf(
		"%s/.别的.pdf.jixiao-%d-0000abcd.tmp", folder->path, (int)child);
	g_file_set_contents(dead, "x", 1, NULL);
	g_file_set_contents(living, "x", 1, NULL);
	g_file_set_contents(other, "x", 1, NULL);
	assert_true(replace(folder, "新"));
	assert_false(g_file_test(dead, G_FILE_TEST_EXISTS));
	assert_true(g_file_test(living, G_FILE_TEST_EXISTS));
	assert_true(g_file_test(other, G_FILE_TEST_EXISTS));
	g_free(dead);
	g_free(living);
	g_free(other);
}

/* Writes two contents in turn until it is killed. */
static void replace_for_ever(struct folder *folder)
{
	char *one = g_malloc(LARGE);
	char *other = g_malloc(LARGE);
	memset(one, 'a', LARGE);
	memset(other, 'b', LARGE / 2);
	for (;;) {
		file_replace(folder->file, one, LARGE, folder->diagnostics);
		file_replace(folder->file, other, LARGE / 2, folder->diagnostics);
	}
}

static bool is_all(const char *bytes, size_t length, char wanted)
{
	for (size_t i = 0; i < length; i++) {
		if (bytes[i] != wanted) {
			return false;
		}
	}
	return true;
}

static void a_killed_process_leaves_old_or_new_and_never_a_mixture(void **state)
{
	struct folder *folder = *state;
	guint32 seed = g_random_int();
	GRand *random = g_rand_new_with_seed(seed);
	print_message("# seed %u\n", seed);
	assert_true(replace(folder, ""));
	for (int i = 0; i < KILLS; i++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			replace_for_ever(folder);
		}
		g_usleep((gulong)g_rand_int_range(random, 0, 15000));
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		char *content = NULL;
		gsize length = 0;
		assert_true(g_file_get_contents(folder->file, &content, &length, NULL));
		assert_true(length == 0 ||
			    (length == LARGE && is_all(content, length, 'a')) ||
			    (length == LARGE / 2 && is_all(content, length, 'b')));
		g_free(content);
	}
	assert_true(replace(folder, "新"));
	assert_int_equal(file_count(folder), 1);
	g_rand_free(random);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start_folder, end_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_is_made_and_replaced_and_nothing_else_is_left),
		TEST(a_name_without_a_folder_is_in_the_current_one),
		TEST(the_longest_name_that_the_system_allows_can_be_written),
		TEST(an_old_file_keeps_its_permissions_and_a_new_one_has_the_usual),
		TEST(a_symbolic_link_is_replaced_and_its_target_left_alone),
		TEST(a_missing_folder_is_reported_with_path_and_cause),
		TEST(a_file_in_the_place_of_a_folder_is_reported),
		TEST(a_folder_in_the_place_of_the_file_is_reported),
		TEST(a_device_is_never_replaced),
		TEST(a_folder_that_takes_no_files_is_reported),
		TEST(a_write_that_fails_half_way_leaves_the_old_file_whole),
		TEST(a_full_disk_is_reported_and_leaves_the_old_file_whole),
		TEST(temporaries_of_the_dead_are_removed_and_of_the_living_kept),
		TEST(a_killed_process_leaves_old_or_new_and_never_a_mixture),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
