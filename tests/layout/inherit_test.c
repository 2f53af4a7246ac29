/* Layouts in files: what inherits what, and which there are. */
#include "layouts.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* Two folders, `own` and `shared`, searched in that order, in a folder of their own that
 * is the working one while the test runs. */
struct shelf {
	struct bench bench;
	char *folder;
	char *before;
};

static int set_up(void **state)
{
	struct shelf *shelf = g_new0(struct shelf, 1);
	shelf->bench = bench_begin();
	shelf->before = g_get_current_dir();
	shelf->folder = g_dir_make_tmp("layouts-XXXXXX", NULL);
	assert_non_null(shelf->folder);
	assert_int_equal(g_chdir(shelf->folder), 0);
	assert_int_equal(g_mkdir("own", 0700), 0);
	assert_int_equal(g_mkdir("shared", 0700), 0);
	*state = shelf;
	return 0;
}

static void remove_folder(const char *folder)
{
	GDir *directory = g_dir_open(folder, 0, NULL);
	const char *name;
	while ((name = g_dir_read_name(directory))) {
		char *path = g_build_filename(folder, name, NULL);
		g_unlink(path);
		g_free(path);
	}
	g_dir_close(directory);
	g_rmdir(folder);
}

static int tear_down(void **state)
{
	struct shelf *shelf = *state;
	remove_folder("own");
	remove_folder("shared");
	assert_int_equal(g_chdir(shelf->before), 0);
	g_rmdir(shelf->folder);
	g_free(shelf->folder);
	g_free(shelf->before);
	bench_end(&shelf->bench);
	g_free(shelf);
	return 0;
}

static const char *const both[] = {"own", "shared", NULL};

static void put(const char *path, const char *text)
{
	assert_true(g_file_set_contents(path, text, -1, NULL));
}

static const struct yaml_node *read_named(struct shelf *shelf, const char *name)
{
	const struct layout_folders folders = {both, &shelf->bench.limits};
	const struct source *asking = bench_source(&shelf->bench, "版式: 什么\n");
	struct passage *wanted = arena_new(shelf->bench.arena, struct passage);
	*wanted = passage_plain(name, source_place(asking, strlen("版式: ")));
	return layout_file_read(
		shelf->bench.arena, &folders, wanted, shelf->bench.diagnostics);
}

static const char *listed(struct shelf *shelf)
{
	const struct layout_folders folders = {both, &shelf->bench.limits};
	GPtrArray *headers =
		layout_list(shelf->bench.arena, &folders, shelf->bench.diagnostics);
	GString *out = arena_text(shelf->bench.arena);
	for (guint i = 0; i < headers->len; i++) {
		const struct layout_header *header = g_ptr_array_index(headers, i);
		g_string_append_printf(
			out, "%s%s ", header->name, header->complete ? "" : "(part)");
	}
	return out->str;
}

/* A node in one line: what merging made. */
static void flatten(const struct yaml_node *node, GString *out)
{
	switch (node->kind) {
	case YAML_SCALAR:
		g_string_append(out, node->scalar.text);
		break;
	case YAML_SEQUENCE:
		g_string_append_c(out, '[');
		for (size_t i = 0; i < node->item_count; i++) {
			g_string_append(out, i ? ", " : "");
			flatten(node->items[i], out);
		}
		g_string_append_c(out, ']');
		break;
	case YAML_MAPPING:
		g_string_append_c(out, '{');
		for (size_t i = 0; i < node->entry_count; i++) {
			g_string_append_printf(out, "%s%s: ", i ? ", " : "",
				node->entries[i].key->scalar.text);
			flatten(node->entries[i].value, out);
		}
		g_string_append_c(out, '}');
		break;
	}
}

static void expect_merged(const char *base, const char *derived, const char *expected)
{
	struct bench bench = bench_begin();
	const struct yaml_node *merged =
		layout_merge(bench.arena, layouts_nodes(&bench, "base.yaml", base),
			layouts_nodes(&bench, "derived.yaml", derived));
	GString *out = arena_text(bench.arena);
	flatten(merged, out);
	assert_string_equal(out->str, expected);
	bench_end(&bench);
}

static void records_merge_key_by_key(void **state)
{
	(void)state;
	expect_merged("甲: {a: 1, b: {c: 2, d: 3}}\n乙: 4\n",
		"丙: 5\n甲: {b: {d: 6, e: 7}}\n",
		"{甲: {a: 1, b: {c: 2, d: 6, e: 7}}, 乙: 4, 丙: 5}");
}

static void items_with_an_id_replace_those_of_that_id(void **state)
{
	(void)state;
	expect_merged("- {id: a, x: 1}\n- {y: 2}\n- {id: b, z: 3}\n",
		"- {id: b, w: 4}\n- {id: c, v: 5}\n",
		"[{id: a, x: 1}, {y: 2}, {id: b, w: 4}, {id: c, v: 5}]");
}

static void lists_without_ids_replace_the_whole_list(void **state)
{
	(void)state;
	expect_merged("- {id: a, x: 1}\n- 2\n", "- {id: a, x: 3}\n- {y: 4}\n",
		"[{id: a, x: 3}, {y: 4}]");
	expect_merged("- 1\n- 2\n", "- 3\n", "[3]");
	expect_merged("- {id: a}\n", "[]\n", "[]");
}

static void a_value_of_another_kind_replaces(void **state)
{
	(void)state;
	expect_merged("a: {b: 1}\nc: [2]\nd: 3\n", "a: 4\nc: {e: 5}\nd: [6]\n",
		"{a: 4, c: {e: 5}, d: [6]}");
}

static void merging_changes_neither_of_the_two(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *base = layouts_nodes(&bench, "a.yaml", "a: [{id: x}]\n");
	const struct yaml_node *own =
		layouts_nodes(&bench, "b.yaml", "a: [{id: x, y: 1}]\nb: 2\n");
	GString *out = arena_text(bench.arena);
	layout_merge(bench.arena, base, own);
	flatten(base, out);
	flatten(own, out);
	assert_string_equal(out->str, "{a: [{id: x}]}{a: [{id: x, y: 1}], b: 2}");
	bench_end(&bench);
}

static void what_a_layout_says_of_itself_is_not_inherited(void **state)
{
	struct shelf *shelf = *state;
	put("shared/a.yaml", "layout: {name: a, title: 甲, organ: 某局}\npage: p\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: a\nfile: f\n");
	put("own/c.yaml", "layout: {name: c, title: 丙}\ninherit: b\npage: q\n");
	GString *out = arena_text(shelf->bench.arena);
	flatten(read_named(shelf, "c"), out);
	bench_expect(&shelf->bench, "");
	assert_string_equal(out->str, "{page: q, file: f, layout: {name: c, title: 丙}, "
				      "inherit: b}");
}

static void the_first_folder_that_has_a_layout_gives_it(void **state)
{
	struct shelf *shelf = *state;
	put("shared/a.yaml", "layout: {name: a, title: 共}\n");
	put("own/a.yaml", "layout: {name: a, title: 自}\n");
	GString *out = arena_text(shelf->bench.arena);
	flatten(read_named(shelf, "a"), out);
	assert_string_equal(out->str, "{layout: {name: a, title: 自}}");
	assert_string_equal(listed(shelf), "a(part) ");
	bench_expect(&shelf->bench, "");
}

static void faults_keep_the_place_of_the_file_that_says_it(void **state)
{
	struct shelf *shelf = *state;
	put("shared/a.yaml", "layout: {name: a, title: 甲}\nstyls: {}\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: a\nblock: []\n");
	const struct yaml_node *faces =
		layouts_nodes(&shelf->bench, "faces.yaml", "faces: {}\n");
	const struct layout_sources sources = {
		read_named(shelf, "b"), faces, layouts_model(&shelf->bench), NULL};
	layout_read(shelf->bench.arena, &sources, shelf->bench.diagnostics);
	bench_expect(&shelf->bench, "shared/a.yaml:2:1: error[layout-key]\n"
				    "own/b.yaml:3:1: error[layout-key]\n");
}

static void an_unknown_layout_is_reported_where_it_is_asked_for(void **state)
{
	struct shelf *shelf = *state;
	put("shared/first-round.yaml", "layout: {name: first-round, title: 甲}\n");
	assert_null(read_named(shelf, "frist-round"));
	bench_expect(&shelf->bench, "plan.yaml:1:5: error[layout-unknown]: "
				    "没有“frist-round”这个版式\n");
	assert_string_equal(diagnostics_get(shelf->bench.diagnostics, 0)->hint,
		"是否要写“first-round”");
}

static void an_unknown_base_is_reported_at_its_name(void **state)
{
	struct shelf *shelf = *state;
	put("shared/official.yaml", "layout: {name: official, title: 甲}\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: offical\n");
	assert_null(read_named(shelf, "b"));
	bench_expect(&shelf->bench, "own/b.yaml:2:10: error[layout-unknown]: "
				    "没有“offical”这个版式\n");
	assert_string_equal(
		diagnostics_get(shelf->bench.diagnostics, 0)->hint, "是否要写“official”");
}

static void an_inheritance_that_comes_back_is_reported_where_it_closes(void **state)
{
	struct shelf *shelf = *state;
	put("own/a.yaml", "layout: {name: a, title: 甲}\ninherit: b\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\n\ninherit: c\n");
	put("own/c.yaml", "layout: {name: c, title: 丙}\ninherit:   b\n");
	assert_null(read_named(shelf, "a"));
	bench_expect(&shelf->bench, "own/c.yaml:2:12: error[layout-cycle]: "
				    "版式的继承绕回了自己：“b”\n");
}

static void a_layout_that_inherits_itself_is_reported(void **state)
{
	struct shelf *shelf = *state;
	put("own/a.yaml", "layout: {name: a, title: 甲}\ninherit: a\n");
	assert_null(read_named(shelf, "a"));
	bench_expect(&shelf->bench, "own/a.yaml:2:10: error[layout-cycle]\n");
}

static void sixteen_layouts_may_inherit_each_other_and_no_more(void **state)
{
	struct shelf *shelf = *state;
	for (int i = 0; i < 20; i++) {
		char *path = g_strdup_printf("own/l%d.yaml", i);
		char *text = g_strdup_printf("layout: {name: l%d, title: 甲}\n%s l%d\n",
			i, i ? "inherit:" : "file:", i - 1);
		put(path, text);
		g_free(text);
		g_free(path);
	}
	assert_non_null(read_named(shelf, "l15"));
	bench_expect(&shelf->bench, "");
	assert_null(read_named(shelf, "l16"));
	bench_expect(&shelf->bench, "own/l1.yaml:2:10: error[layout-depth]\n");
}

static void only_names_are_layouts_and_never_paths(void **state)
{
	struct shelf *shelf = *state;
	static const char *const paths[] = {"../own/a", "own/a", "/etc/passwd", ".", "..",
		".a", "", "a\\b", "a/../a"};
	put("own/a.yaml", "layout: {name: a, title: 甲}\n");
	put("own/.a.yaml", "layout: {name: .a, title: 甲}\n");
	for (size_t i = 0; i < G_N_ELEMENTS(paths); i++) {
		assert_null(read_named(shelf, paths[i]));
		assert_int_equal(diagnostics_count(shelf->bench.diagnostics), i + 1);
		assert_string_equal(
			diagnostics_get(shelf->bench.diagnostics, (guint)i)->code,
			"layout-unknown");
	}
}

static void a_base_outside_the_folders_is_refused(void **state)
{
	struct shelf *shelf = *state;
	put("outside.yaml", "layout: {name: outside, title: 甲}\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: ../outside\n");
	assert_null(read_named(shelf, "b"));
	bench_expect(&shelf->bench, "own/b.yaml:2:10: error[layout-unknown]\n");
	g_unlink("outside.yaml");
}

static void a_base_that_is_no_name_is_reported(void **state)
{
	struct shelf *shelf = *state;
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: [a]\n");
	assert_null(read_named(shelf, "b"));
	bench_expect(&shelf->bench, "own/b.yaml:2:10: error[layout-value]\n");
}

static void a_file_that_is_no_layout_is_refused_as_one(void **state)
{
	struct shelf *shelf = *state;
	put("shared/faces.yaml", "faces: {}\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: faces\n");
	put("own/list.yaml", "- 1\n");
	assert_null(read_named(shelf, "b"));
	assert_null(read_named(shelf, "list"));
	bench_expect(&shelf->bench, "shared/faces.yaml: error[layout-missing]\n"
				    "own/list.yaml: error[layout-missing]\n");
}

static void a_layout_is_named_like_its_file(void **state)
{
	struct shelf *shelf = *state;
	put("own/a.yaml", "layout: {title: 甲, name: aa}\n");
	read_named(shelf, "a");
	bench_expect(&shelf->bench,
		"own/a.yaml:1:26: error[layout-name]: "
		"版式名为“aa”，文件名却是“a.yaml”：按文件名才能找到版式\n");
}

static void a_file_that_cannot_be_parsed_gives_no_layout(void **state)
{
	struct shelf *shelf = *state;
	put("own/a.yaml", "layout: {name: a\n");
	assert_null(read_named(shelf, "a"));
	assert_true(diagnostics_failed(shelf->bench.diagnostics));
}

static void the_list_is_sorted_and_skips_what_is_no_layout(void **state)
{
	struct shelf *shelf = *state;
	put("shared/faces.yaml", "faces: {}\n");
	put("shared/notes.txt", "layout: {name: notes, title: 甲}\n");
	put("shared/b.yaml", "layout: {name: b, title: 乙}\nblocks: []\n");
	put("own/c.yaml", "layout: {name: c, title: 丙}\n");
	put("own/a.yaml", "layout: {name: a, title: 甲}\ninherit: b\n");
	assert_string_equal(listed(shelf), "a b c(part) ");
	bench_expect(&shelf->bench, "");
}

static void the_list_reports_what_it_cannot_read_and_goes_on(void **state)
{
	struct shelf *shelf = *state;
	put("own/a.yaml", "layout: {name: a, title: 甲}\ninherit: b\n");
	put("own/b.yaml", "layout: {name: b, title: 乙}\ninherit: a\n");
	put("own/c.yaml", "layout: {title: 丙}\n");
	put("own/d.yaml", "layout: 丁\n");
	put("own/e.yaml", "layout: {name: x, title: 戊}\n");
	put("own/f.yaml", "layout: {name: f, title: 己, orgn: 某局}\n");
	put("own/g.yaml", "layout: {name: g, title: 庚}\ninherit: h\n");
	assert_string_equal(listed(shelf), "a(part) b(part) x(part) f(part) g(part) ");
	bench_expect(&shelf->bench, "own/b.yaml:2:10: error[layout-cycle]\n"
				    "own/a.yaml:2:10: error[layout-cycle]\n"
				    "own/c.yaml:1:9: error[layout-missing]\n"
				    "own/d.yaml:1:9: error[layout-value]\n"
				    "own/e.yaml:1:16: error[layout-name]\n"
				    "own/f.yaml:1:29: error[layout-key]\n"
				    "own/g.yaml:2:10: error[layout-unknown]\n");
}

static void a_missing_folder_has_no_layouts(void **state)
{
	struct shelf *shelf = *state;
	static const char *const nowhere[] = {"nowhere", NULL};
	const struct layout_folders folders = {nowhere, &shelf->bench.limits};
	GPtrArray *headers =
		layout_list(shelf->bench.arena, &folders, shelf->bench.diagnostics);
	assert_int_equal(headers->len, 0);
	bench_expect(&shelf->bench, "");
}

static void data_files_come_from_the_programs_own_folder(void **state)
{
	struct shelf *shelf = *state;
	const struct layout_folders folders = {both, &shelf->bench.limits};
	put("own/plan.yaml", "a: 1\n");
	put("shared/plan.yaml", "b: 2\n");
	GString *out = arena_text(shelf->bench.arena);
	flatten(layout_data_read(
			shelf->bench.arena, &folders, "plan", shelf->bench.diagnostics),
		out);
	assert_string_equal(out->str, "{b: 2}");
	assert_null(layout_data_read(
		shelf->bench.arena, &folders, "faces", shelf->bench.diagnostics));
	assert_int_equal(
		diagnostics_exit_status(shelf->bench.diagnostics, false), FAULT_RESOURCE);
}

#define IN_FOLDERS(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_merge_key_by_key),
		cmocka_unit_test(items_with_an_id_replace_those_of_that_id),
		cmocka_unit_test(lists_without_ids_replace_the_whole_list),
		cmocka_unit_test(a_value_of_another_kind_replaces),
		cmocka_unit_test(merging_changes_neither_of_the_two),
		IN_FOLDERS(what_a_layout_says_of_itself_is_not_inherited),
		IN_FOLDERS(the_first_folder_that_has_a_layout_gives_it),
		IN_FOLDERS(faults_keep_the_place_of_the_file_that_says_it),
		IN_FOLDERS(an_unknown_layout_is_reported_where_it_is_asked_for),
		IN_FOLDERS(an_unknown_base_is_reported_at_its_name),
		IN_FOLDERS(an_inheritance_that_comes_back_is_reported_where_it_closes),
		IN_FOLDERS(a_layout_that_inherits_itself_is_reported),
		IN_FOLDERS(sixteen_layouts_may_inherit_each_other_and_no_more),
		IN_FOLDERS(only_names_are_layouts_and_never_paths),
		IN_FOLDERS(a_base_outside_the_folders_is_refused),
		IN_FOLDERS(a_base_that_is_no_name_is_reported),
		IN_FOLDERS(a_file_that_is_no_layout_is_refused_as_one),
		IN_FOLDERS(a_layout_is_named_like_its_file),
		IN_FOLDERS(a_file_that_cannot_be_parsed_gives_no_layout),
		IN_FOLDERS(the_list_is_sorted_and_skips_what_is_no_layout),
		IN_FOLDERS(the_list_reports_what_it_cannot_read_and_goes_on),
		IN_FOLDERS(a_missing_folder_has_no_layouts),
		IN_FOLDERS(data_files_come_from_the_programs_own_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
