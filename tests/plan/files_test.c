#include "plan_fixture.h"

#include "plan/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char vocabulary[] =
	"root: 规划\n"
	"records:\n"
	"  规划: {单位: record 单位, 章节: list of record 章节, 名单: list of text, "
	"正文: prose}\n"
	"  单位: {全称: text}\n"
	"  章节: {标题: text, 年度: year, 章节: list of record 章节}\n";

/* A folder that is removed with all that a test put there. */
struct folder {
	char *path;
};

static struct folder folder_create(void)
{
	char template[] = "/tmp/jixiao-files-XXXXXX";
	assert_non_null(g_mkdtemp(template));
	return (struct folder){g_strdup(template)};
}

static char *folder_path(const struct folder *folder, const char *name)
{
	return g_build_filename(folder->path, name, NULL);
}

static void folder_write(const struct folder *folder, const char *name, const char *text)
{
	char *path = folder_path(folder, name);
	assert_true(g_file_set_contents(path, text, -1, NULL));
	g_free(path);
}

static void remove_all(const char *path)
{
	GDir *directory = g_dir_open(path, 0, NULL);
	if (directory && !g_file_test(path, G_FILE_TEST_IS_SYMLINK)) {
		const char *name;
		while ((name = g_dir_read_name(directory))) {
			char *inner = g_build_filename(path, name, NULL);
			remove_all(inner);
			g_free(inner);
		}
	}
	if (directory) {
		g_dir_close(directory);
	}
	g_remove(path);
}

static void folder_destroy(struct folder *folder)
{
	remove_all(folder->path);
	g_free(folder->path);
}

/* Reads plan.yaml of a folder, with the folder's name cut from what is reported and
 * listed. */
static const struct plan *read_plan(
	struct fixture *fixture, const struct folder *folder, const char *text)
{
	folder_write(folder, "plan.yaml", text);
	assert_int_equal(chdir(folder->path), 0);
	return fixture_plan(
		fixture, fixture_model(fixture, vocabulary), "./plan.yaml", text);
}

static void a_record_may_live_in_its_own_file(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	folder_write(&folder, "unit.yaml", "# 单位\n全称: 团澜州市委\n");
	const struct plan *plan =
		read_plan(fixture, &folder, "单位: {文件: unit.yaml}\n");
	assert_reports(fixture, "");
	assert_value_dump(plan->root, "record 规划 1:1\n  单位: record 单位 2:1\n    "
				      "全称: text 2:5 \"团澜州市委\"\n");
	assert_string_equal(
		value_field(plan->root, "单位")->place.source->path, "./unit.yaml");
	assert_int_equal(plan->paths->len, 2);
	assert_string_equal(g_ptr_array_index(plan->paths, 0), "./plan.yaml");
	assert_string_equal(g_ptr_array_index(plan->paths, 1), "./unit.yaml");
	folder_destroy(&folder);
}

static void lists_in_files_take_their_items_place(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	char *inner = folder_path(&folder, "处室");
	assert_int_equal(g_mkdir(inner, 0700), 0);
	g_free(inner);
	folder_write(&folder, "处室/一.yaml", "- 标题: 乙\n- 标题: 丙\n");
	folder_write(&folder, "处室/二.yaml", "标题: 丁\n");
	folder_write(&folder, "names.yaml", "[甲, 乙]\n");
	const struct plan *plan = read_plan(fixture, &folder,
		"章节:\n- 标题: 甲\n- 文件: 处室/一.yaml\n- 文件: 处室/二.yaml\n"
		"名单: {文件: names.yaml}\n");
	assert_reports(fixture, "");
	assert_value_dump(plan->root, "record 规划 1:1\n"
				      "  章节: list 2:1\n"
				      "    #1(1) record 章节 2:3\n"
				      "      标题: text 2:7 \"甲\"\n"
				      "    #2(2) record 章节 1:3\n"
				      "      标题: text 1:7 \"乙\"\n"
				      "    #3(3) record 章节 2:3\n"
				      "      标题: text 2:7 \"丙\"\n"
				      "    #4(4) record 章节 1:1\n"
				      "      标题: text 1:5 \"丁\"\n"
				      "  名单: list 1:1\n"
				      "    #1(1) text 1:2 \"甲\"\n"
				      "    #2(2) text 1:5 \"乙\"\n");
	folder_destroy(&folder);
}

static void a_fault_in_a_file_names_that_file(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	folder_write(&folder, "a.yaml", "- 标题: 甲\n  年渡: 2021\n");
	folder_write(&folder, "b.yaml", "- 标题: [\n");
	read_plan(fixture, &folder,
		"章节: [{文件: a.yaml}, {文件: b.yaml}, {年度: 今年}]\n");
	assert_int_equal(diagnostics_count(fixture->diagnostics), 3);
	const struct diagnostic *first = diagnostics_get(fixture->diagnostics, 0);
	assert_string_equal(first->place.source->path, "./a.yaml");
	assert_string_equal(first->code, "key-unknown");
	assert_int_equal(first->place.line, 2);
	assert_string_equal(
		diagnostics_get(fixture->diagnostics, 1)->place.source->path, "./b.yaml");
	assert_string_equal(diagnostics_get(fixture->diagnostics, 2)->place.source->path,
		"./plan.yaml");
	folder_destroy(&folder);
}

static void names_that_lead_out_of_the_folder_are_refused(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	read_plan(fixture, &folder,
		"章节:\n"
		"- 文件: /etc/passwd\n"
		"- 文件: ../plan.yaml\n"
		"- 文件: a/../../b.yaml\n"
		"- 文件:\n"
		"- 文件: [甲]\n"
		"- 文件: none.yaml\n");
	assert_reports(fixture,
		"./plan.yaml:2:7: error[file-refused]: "
		"文件“/etc/passwd”应写作规划所在文件夹之内的名称，不以“/”开头\n"
		"./plan.yaml:3:7: error[file-refused]: "
		"文件“../plan.yaml”应在规划所在文件夹之内，不能含“..”\n"
		"./plan.yaml:4:7: error[file-refused]: "
		"文件“a/../../b.yaml”应在规划所在文件夹之内，不能含“..”\n"
		"./plan.yaml:5:6: error[file-refused]: 文件“”没有名称\n"
		"./plan.yaml:6:7: error[type-mismatch]: "
		"“章节”的“文件”应为文件名，实为列表\n"
		"./plan.yaml:7:7: error[file-missing]: 文件“none.yaml”不存在\n");
	folder_destroy(&folder);
}

static void links_folders_and_pipes_are_refused(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	assert_int_equal(chdir(folder.path), 0);
	assert_int_equal(symlink("/etc", "out"), 0);
	assert_int_equal(symlink("plan.yaml", "link.yaml"), 0);
	assert_int_equal(g_mkdir("sub", 0700), 0);
	assert_int_equal(mkfifo("pipe.yaml", 0600), 0);
	read_plan(fixture, &folder,
		"章节:\n- 文件: out/passwd\n- 文件: link.yaml\n- 文件: sub\n- 文件: "
		"pipe.yaml\n");
	assert_reports(fixture,
		"./plan.yaml:2:7: error[file-refused]: "
		"文件“out/passwd”经过符号链接或不在规划所在文件夹之内\n"
		"./plan.yaml:3:7: error[file-refused]: "
		"文件“link.yaml”经过符号链接或不在规划所在文件夹之内\n"
		"./plan.yaml:4:7: error[file-refused]: 文件“sub”不是普通文件\n"
		"./plan.yaml:5:7: error[file-refused]: 文件“pipe.yaml”不是普通文件\n");
	folder_destroy(&folder);
}

static void a_file_within_itself_is_reported(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	folder_write(&folder, "a.yaml", "- 标题: 甲\n  章节: {文件: b.yaml}\n");
	folder_write(&folder, "b.yaml", "- 标题: 乙\n- 文件: ./a.yaml\n");
	read_plan(fixture, &folder,
		"章节: [{文件: a.yaml}, {文件: plan.yaml}, {文件: b.yaml}]\n");
	assert_reports(fixture,
		"./b.yaml:2:7: error[file-cycle]: 文件“./a.yaml”包含了它自己\n"
		"./plan.yaml:1:25: error[file-cycle]: 文件“plan.yaml”包含了它自己\n"
		"./a.yaml:2:12: error[file-cycle]: 文件“b.yaml”包含了它自己\n");
	folder_destroy(&folder);
}

static void a_file_stands_alone(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	folder_write(&folder, "a.yaml", "标题: 甲\n");
	read_plan(fixture, &folder,
		"章节:\n- {文件: a.yaml, 标题: 乙}\n- 章节: {标题: 丙, 文件: a.yaml}\n");
	assert_reports(fixture,
		"./plan.yaml:2:4: error[file-refused]: “文件”应独自写，此处还有别的键\n"
		"./plan.yaml:3:15: error[file-refused]: "
		"“文件”应独自写，此处还有别的键\n");
	folder_destroy(&folder);
}

static void names_count_from_the_folder_of_the_plan(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	char *inner = folder_path(&folder, "处室");
	assert_int_equal(g_mkdir(inner, 0700), 0);
	g_free(inner);
	folder_write(&folder, "处室/一.yaml",
		"章节: [{文件: 二.yaml}, {文件: 三.yaml}, {文件: 处室/二.yaml}]\n");
	folder_write(&folder, "处室/二.yaml", "标题: 甲\n");
	read_plan(fixture, &folder, "章节: [{文件: 处室/一.yaml}]\n");
	assert_reports(fixture,
		"./处室/一.yaml:1:11: error[file-missing]: 文件“二.yaml”不存在\n"
		"./处室/一.yaml:1:25: error[file-missing]: 文件“三.yaml”不存在\n");
	assert_hint(fixture, 0, "文件名从规划所在的文件夹算起，是否要写“处室/二.yaml”");
	assert_hint(fixture, 1, "文件名从规划所在的文件夹算起");
	folder_destroy(&folder);
}

static void a_plan_has_only_so_many_files(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	folder_write(&folder, "a.yaml", "标题: 甲\n");
	fixture->limits.files = 3;
	read_plan(fixture, &folder,
		"章节:\n- 文件: a.yaml\n- 文件: a.yaml\n- 文件: a.yaml\n");
	assert_reports(
		fixture, "./plan.yaml:4:7: error[limit-files]: 规划的文件超过 3 个\n");
	assert_int_equal(
		diagnostics_exit_status(fixture->diagnostics, false), FAULT_LIMIT);
	folder_destroy(&folder);
}

static void a_file_has_only_so_many_bytes(void **state)
{
	struct fixture *fixture = *state;
	struct folder folder = folder_create();
	folder_write(&folder, "a.yaml", "标题: 一二三四五六七八九十\n");
	const struct model *model = fixture_model(fixture, vocabulary);
	assert_int_equal(chdir(folder.path), 0);
	const struct yaml_node *nodes =
		fixture_nodes(fixture, "plan.yaml", "章节: {文件: a.yaml}\n");
	fixture->limits.file_bytes = 20;
	struct plan_context context = {
		.limits = &fixture->limits, .diagnostics = fixture->diagnostics};
	plan_read(fixture->arena, nodes, "plan.yaml", model, &context);
	assert_reports(fixture,
		"plan.yaml:1:10: error[limit-file-bytes]: a.yaml 超过 20 字节\n");
	folder_destroy(&folder);
}

/* What the kernel refuses, the walk refuses; what it opens, the walk opens. */
static void the_walk_agrees_with_the_kernel(void **state)
{
	(void)state;
	struct folder folder = folder_create();
	assert_int_equal(chdir(folder.path), 0);
	assert_int_equal(g_mkdir("sub", 0700), 0);
	folder_write(&folder, "sub/a.yaml", "甲");
	assert_int_equal(symlink("sub", "link"), 0);
	assert_int_equal(symlink("a.yaml", "sub/b.yaml"), 0);
	static const struct {
		const char *name;
		bool opens;
	} names[] = {{"sub/a.yaml", true}, {"./sub//a.yaml", true}, {"sub", true},
		{"sub/../sub/a.yaml", false}, {"link/a.yaml", false},
		{"sub/b.yaml", false}, {"/etc/passwd", false}, {"../x", false},
		{"none", false}, {"sub/a.yaml/x", false}};
	int descriptor = open(".", O_PATH | O_DIRECTORY | O_CLOEXEC);
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		int walked = beneath_walk(descriptor, names[i].name);
		assert_int_equal(walked >= 0, names[i].opens);
		int opened = beneath_open(descriptor, names[i].name);
		/* The kernel allows to go down and up again; names with `..` never come
		 * here. */
		assert_true(
			(opened >= 0) == names[i].opens || strstr(names[i].name, ".."));
		close(walked);
		close(opened);
	}
	close(descriptor);
	folder_destroy(&folder);
}

static void a_declared_field_called_file_is_a_field(void **state)
{
	struct fixture *fixture = *state;
	const struct model *model = fixture_model(
		fixture, "root: 甲\nrecords: {甲: {乙: record 乙}, 乙: {文件: text}}\n");
	const struct plan *plan =
		fixture_plan(fixture, model, "p.yaml", "乙: {文件: 丙}\n");
	assert_reports(fixture, "");
	assert_value_dump(value_field(plan->root, "乙"),
		"record 乙 1:4\n  文件: text 1:9 \"丙\"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_record_may_live_in_its_own_file),
		FIXTURE_TEST(lists_in_files_take_their_items_place),
		FIXTURE_TEST(a_fault_in_a_file_names_that_file),
		FIXTURE_TEST(names_that_lead_out_of_the_folder_are_refused),
		FIXTURE_TEST(links_folders_and_pipes_are_refused),
		FIXTURE_TEST(a_file_within_itself_is_reported),
		FIXTURE_TEST(a_file_stands_alone),
		FIXTURE_TEST(names_count_from_the_folder_of_the_plan),
		FIXTURE_TEST(a_plan_has_only_so_many_files),
		FIXTURE_TEST(a_file_has_only_so_many_bytes),
		cmocka_unit_test(the_walk_agrees_with_the_kernel),
		FIXTURE_TEST(a_declared_field_called_file_is_a_field),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
