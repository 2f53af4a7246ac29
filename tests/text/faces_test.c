#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "setting.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

/* A set of one role, asked of the tests' folders or of the given ones. */
struct one {
	struct setting setting;
	struct font_role role;
	struct font_roles roles;
};

static void one_create(struct one *one, const char *const *wanted,
	const char *const *substitutes, const char *const *folders)
{
	*one = (struct one){.setting = {.arena = arena_create()}};
	struct setting *setting = &one->setting;
	setting->diagnostics = diagnostics_create();
	setting->source = source_create(setting->arena, "faces.yaml", "一\n二\n三\n", 12);
	one->role =
		(struct font_role){"角色", wanted, substitutes, {setting->source, 3, 5}};
	one->roles = (struct font_roles){&one->role, 1, "角色"};
	setting->faces = faces_create(&one->roles,
		folders ? folders : setting_folders(setting->arena),
		setting->diagnostics);
}

static const char *const none[] = {NULL};

/* The file and index that one name leads to; "-" where it leads to none. */
static void assert_opens(const char *name, const char *expected)
{
	struct one one;
	const char *names[] = {name, NULL};
	one_create(&one, names, none, NULL);
	const struct face *face = faces_role(one.setting.faces, "角色");
	char *base = face ? g_path_get_basename(face->file) : g_strdup("-");
	char *found = g_strdup_printf("%s %d", base, face ? face->index : 0);
	assert_string_equal(found, expected);
	g_free(base);
	g_free(found);
	setting_destroy(&one.setting);
}

static void a_name_opens_the_face_it_names_and_no_other(void **state)
{
	(void)state;
	assert_opens("FandolFang", "FandolFang-Regular.otf 0");
	assert_opens("fandolfang", "FandolFang-Regular.otf 0");
	assert_opens("FandolFang R", "FandolFang-Regular.otf 0");
	assert_opens("Noto Serif CJK SC", "NotoSerifCJK-Regular.ttc 2");
	assert_opens("Noto Serif CJK SC:Bold", "NotoSerifCJK-Bold.ttc 2");
	assert_opens("NotoSerifCJKsc-Bold", "NotoSerifCJK-Bold.ttc 2");
	assert_opens("Liberation Serif", "LiberationSerif-Regular.ttf 0");
	assert_opens("Liberation Serif:Bold Italic", "LiberationSerif-BoldItalic.ttf 0");
	assert_opens("Times New Roman", "- 0");
	assert_opens("Noto Serif CJK SC:Light", "- 0");
	assert_opens("Serif", "- 0");
}

static void fandols_wrong_weights_mislead_nobody(void **state)
{
	(void)state;
	assert_opens("FandolHei", "FandolHei-Regular.otf 0");
	assert_opens("FandolHei:Bold", "FandolHei-Bold.otf 0");
	assert_opens("FandolSong", "FandolSong-Regular.otf 0");
	assert_opens("FandolSong:Bold", "FandolSong-Bold.otf 0");
	assert_opens("FandolSong-Regular", "FandolSong-Regular.otf 0");
}

static void the_open_face_is_the_file_that_was_chosen(void **state)
{
	(void)state;
	static const char *const bold[] = {"FandolHei:Bold", NULL};
	struct one one;
	one_create(&one, bold, none, NULL);
	const struct face *face = faces_role(one.setting.faces, "角色");
	hb_blob_t *opened =
		hb_face_reference_table(face->hb_face, HB_TAG('n', 'a', 'm', 'e'));
	hb_blob_t *file = hb_blob_create_from_file(face->file);
	hb_face_t *direct = hb_face_create(file, (unsigned)face->index);
	hb_blob_t *expected = hb_face_reference_table(direct, HB_TAG('n', 'a', 'm', 'e'));
	unsigned length = hb_blob_get_length(expected);
	assert_int_equal(hb_blob_get_length(opened), length);
	assert_int_equal(memcmp(hb_blob_get_data(opened, NULL),
				 hb_blob_get_data(expected, NULL), length),
		0);
	assert_true(face->units_per_em == 1000);
	hb_blob_destroy(expected);
	hb_blob_destroy(opened);
	hb_blob_destroy(file);
	hb_face_destroy(direct);
	setting_destroy(&one.setting);
}

static void a_substitute_is_noted_once_with_what_was_wanted(void **state)
{
	(void)state;
	static const char *const wanted[] = {"仿宋_GB2312", "FangSong", NULL};
	static const char *const substitutes[] = {"NoSuchFace", "FandolFang", NULL};
	struct one one;
	one_create(&one, wanted, substitutes, NULL);
	assert_non_null(faces_role(one.setting.faces, "角色"));
	assert_non_null(faces_role(one.setting.faces, "角色"));
	assert_int_equal(diagnostics_count(one.setting.diagnostics), 1);
	assert_string_equal(setting_report(&one.setting, 0),
		"note face-substituted 3:5 "
		"“角色”要的字体（仿宋_GB2312、FangSong）没有找到，"
		"以 FandolFang R 代替");
	struct face_choice choice;
	faces_choices(one.setting.faces, &choice);
	assert_true(choice.substitute);
	setting_destroy(&one.setting);
}

static void a_wanted_face_is_not_reported(void **state)
{
	(void)state;
	static const char *const wanted[] = {"FandolFang", NULL};
	struct one one;
	one_create(&one, wanted, none, NULL);
	struct face_choice choice;
	faces_choices(one.setting.faces, &choice);
	assert_false(choice.substitute);
	assert_int_equal(diagnostics_count(one.setting.diagnostics), 0);
	setting_destroy(&one.setting);
}

static void a_role_without_a_face_is_a_fault_with_a_hint(void **state)
{
	(void)state;
	static const char *const wanted[] = {"仿宋_GB2312", NULL};
	static const char *const substitutes[] = {"NoSuchFace", NULL};
	struct one one;
	one_create(&one, wanted, substitutes, NULL);
	assert_null(faces_role(one.setting.faces, "角色"));
	assert_null(faces_role(one.setting.faces, "角色"));
	assert_int_equal(diagnostics_count(one.setting.diagnostics), 1);
	assert_string_equal(setting_report(&one.setting, 0),
		"error face-missing 0:0 没有字体可用于“角色”：要的是 "
		"仿宋_GB2312，可代替的是 "
		"NoSuchFace");
	const struct diagnostic *report = diagnostics_get(one.setting.diagnostics, 0);
	assert_non_null(strstr(report->hint, "./run"));
	assert_int_equal(diagnostics_exit_status(one.setting.diagnostics, false), 4);
	setting_destroy(&one.setting);
}

static void an_undeclared_role_is_a_fault(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	assert_null(faces_role(setting.faces, "隶书"));
	assert_string_equal(setting_report(&setting, 0),
		"error face-role-unknown 0:0 没有名为“隶书”的字体角色");
	setting_destroy(&setting);
}

static void a_character_that_a_face_lacks_comes_from_the_fallback(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	struct place place = {setting.source, 2, 1};
	const struct face *face =
		faces_for_character(setting.faces, "仿宋", 0x9555, place);
	assert_string_equal(face->name, "Noto Serif CJK SC");
	faces_for_character(
		setting.faces, "仿宋", 0x9555, (struct place){setting.source, 1, 1});
	assert_int_equal(diagnostics_count(setting.diagnostics), 1);
	assert_string_equal(setting_report(&setting, 0),
		"warning character-substituted 2:1 FandolFang R 没有字符“镕”（U+9555），"
		"以 Noto Serif CJK SC 代替");
	setting_destroy(&setting);
}

static void a_character_that_no_face_has_is_an_error_at_each_place(void **state)
{
	(void)state;
	struct setting setting = setting_create();
	for (int line = 1; line <= 2; line++) {
		struct place place = {setting.source, line, 1};
		assert_null(faces_for_character(setting.faces, "仿宋", 0xE000, place));
	}
	assert_int_equal(diagnostics_count(setting.diagnostics), 2);
	assert_string_equal(setting_report(&setting, 1),
		"error character-missing 2:1 没有字体有字符U+E000，“宋体”也没有");
	setting_destroy(&setting);
}

static void two_roles_of_one_face_share_it(void **state)
{
	(void)state;
	static const char *const fang[] = {"FandolFang", NULL};
	static const char *const fang_too[] = {"FandolFang-Regular", NULL};
	struct setting setting = {arena_create(), diagnostics_create(), NULL, NULL};
	const struct font_role list[] = {
		{"甲", fang, none, {0}}, {"乙", fang_too, none, {0}}};
	const struct font_roles roles = {list, 2, "甲"};
	setting.faces =
		faces_create(&roles, setting_folders(setting.arena), setting.diagnostics);
	assert_non_null(faces_role(setting.faces, "甲"));
	assert_ptr_equal(
		faces_role(setting.faces, "甲"), faces_role(setting.faces, "乙"));
	setting_destroy(&setting);
}

/* A folder with one face, and one that is not there. */
static void what_else_a_machine_has_does_not_matter(void **state)
{
	(void)state;
	char *folder = g_dir_make_tmp("jixiao-XXXXXX", NULL);
	char *link = g_build_filename(folder, "face.otf", NULL);
	char *file =
		g_build_filename(getenv("JIXIAO_FONTS"), "FandolKai-Regular.otf", NULL);
	char *bytes;
	gsize length;
	assert_true(g_file_get_contents(file, &bytes, &length, NULL));
	assert_true(g_file_set_contents(link, bytes, (gssize)length, NULL));
	const char *folders[] = {"/nowhere/at/all", folder, NULL};
	static const char *const system_face[] = {
		"DejaVu Sans", "Liberation Serif", NULL};
	static const char *const kai[] = {"FandolKai", NULL};
	struct one one;
	one_create(&one, system_face, kai, folders);
	assert_string_equal(faces_role(one.setting.faces, "角色")->file, link);
	setting_destroy(&one.setting);
	g_remove(link);
	g_rmdir(folder);
	g_free(bytes);
	g_free(file);
	g_free(link);
	g_free(folder);
}

static void the_first_folder_wins_where_a_face_is_there_twice(void **state)
{
	(void)state;
	char *folder = g_dir_make_tmp("jixiao-XXXXXX", NULL);
	char *copy = g_build_filename(folder, "zzz.ttf", NULL);
	char *bytes;
	gsize length;
	assert_true(g_file_get_contents(
		"/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
		&bytes, &length, NULL));
	assert_true(g_file_set_contents(copy, bytes, (gssize)length, NULL));
	struct arena *arena = arena_create();
	const char *user[] = {folder, NULL};
	static const char *const serif[] = {"Liberation Serif", NULL};
	struct one one;
	one_create(&one, serif, none, faces_folders(arena, user, getenv("JIXIAO_FONTS")));
	assert_string_equal(faces_role(one.setting.faces, "角色")->file, copy);
	setting_destroy(&one.setting);
	arena_destroy(arena);
	g_remove(copy);
	g_rmdir(folder);
	g_free(bytes);
	g_free(copy);
	g_free(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_opens_the_face_it_names_and_no_other),
		cmocka_unit_test(fandols_wrong_weights_mislead_nobody),
		cmocka_unit_test(the_open_face_is_the_file_that_was_chosen),
		cmocka_unit_test(a_substitute_is_noted_once_with_what_was_wanted),
		cmocka_unit_test(a_wanted_face_is_not_reported),
		cmocka_unit_test(a_role_without_a_face_is_a_fault_with_a_hint),
		cmocka_unit_test(an_undeclared_role_is_a_fault),
		cmocka_unit_test(a_character_that_a_face_lacks_comes_from_the_fallback),
		cmocka_unit_test(a_character_that_no_face_has_is_an_error_at_each_place),
		cmocka_unit_test(two_roles_of_one_face_share_it),
		cmocka_unit_test(what_else_a_machine_has_does_not_matter),
		cmocka_unit_test(the_first_folder_wins_where_a_face_is_there_twice),
	};
	return cmocka_run_group_tests_name("faces", tests, NULL, NULL);
}
