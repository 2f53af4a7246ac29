/* Pages, faces, metadata and the header of a layout. */
#include "layouts.h"

static void a_page_has_its_area_its_grid_and_its_fields(void **state)
{
	(void)state;
	layouts_expect(
		"pages:\n"
		"  横: {sheet: [297mm, 210mm], area: [37mm, 28mm, 225mm, 156mm], "
		"mirrored: "
		"yes, fields: [{text: \"第 {page} 页，共 {pages} 页\", style: 文, side: "
		"centre, below: -7mm, inset: 1pt, on first: no}]}\n",
		"page 横",
		"page 横: sheet 841.89 by 595.28 x 104.88 y 79.37 width 637.80 height "
		"442.20 row 0.00 mirrored\n"
		"  field “第 {page} 页，共 {pages} 页” style 文 centre inset 1.00 below "
		"-19.84 not-first\n");
}

static void a_field_with_an_id_replaces_the_inherited_one(void **state)
{
	(void)state;
	layouts_expect("pages:\n"
		       "  纸:\n"
		       "    fields:\n"
		       "      - {id: 页码, text: \"-{page}-\", style: 题, side: centre}\n"
		       "      - {id: 页眉, text: 眉, style: 文, side: left}\n",
		"page 纸",
		"page 纸: sheet 100.00 by 200.00 x 10.00 y 20.00 width 80.00 height "
		"160.00 row 16.00\n"
		"  field “-{page}-” style 题 centre inset 0.00 below 0.00\n"
		"  field “眉” style 文 left inset 0.00 below 0.00\n");
}

static void areas_must_fit_the_sheet(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"pages: {纸: {area: ^[30pt, 20pt, 80pt, 160pt]}}\n",
			"layout-area: 版心没有大小，或超出了纸面\n"},
		{"pages: {纸: {sheet: [100pt, 100pt]}}\n",
			"small.yaml:5:11: error[layout-area]\n"},
		{"pages: {纸: {area: ^[0, 0, 0, 10pt]}}\n", "layout-area\n"},
		{"pages: {纸: {area: [10pt, 20pt, 80pt, ^-160pt]}}\n", "layout-length\n"},
		{"pages: {纸: {sheet: ^[100pt]}}\n",
			"layout-missing: “sheet”应是 2 个长度的列表\n"},
		{"pages: {纸: {area: ^10pt}}\n", "layout-missing\n"},
		{"pages: {纸: {area: [1pt, 1pt, ^5%, 1pt]}}\n", "layout-length\n"},
		{"pages: {乙: ^{sheet: [99pt, 99pt]}}\n", "layout-missing\n"},
		{"pages: {纸: {row: ^161pt}}\n",
			"layout-area: 行高应在 1pt 与版心的高度之间\n"},
		{"pages: {纸: {row: ^0.1pt}}\n", "layout-area\n"},
		{"pages: {纸: {sheet: [1mm, 2mm], area: ^[0, 0, 99mm, 1mm], row: 3mm}}\n",
			"layout-area\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void fields_say_what_where_and_how(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"pages: {纸: {fields: [^{text: 甲}]}}\n",
			"layout-missing: 页面字段要有 text 和 style\n"},
		{"pages: {纸: {fields: [{text: 甲, style: ^乙}]}}\n", "layout-style\n"},
		{"pages: {纸: {fields: [{text: \"^{pge}\", style: 文}]}}\n",
			"layout-field: 页面字段里只能用 {page} 和 {pages}，没有“{pge”\n"},
		{"pages: {纸: {fields: [{text: \"{page} / ^{\", style: 文}]}}\n",
			"layout-field\n"},
		{"pages: {纸: {fields: [{text: 甲, style: 文, side: ^top}]}}\n",
			"layout-value: "
			"“top”不在可用的写法之内：left、centre、right、outside、inside"
			"\n"},
		{"pages: {纸: {fields: ^甲}}\n",
			"layout-value: 此处应为列表，写的是文字\n"},
		{"pages: {纸: {fields: [^甲]}}\n", "layout-value\n"},
		{"pages: {纸: {fields: [{id: 甲, text: 甲, style: 文}, {id: ^甲, text: "
		 "乙, style: 文}]}}\n",
			"layout-id: 这个列表里有两个“甲”\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void faulty_fields_leave_the_sound_ones_in_order(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_read(&bench, layouts_model(&bench),
		"pages: {纸: {fields: [{text: 甲}, {text: 乙, style: 文}]}}\n");
	const struct page_master *page = g_hash_table_lookup(layout->masters, "纸");
	assert_int_equal(page->field_count, 1);
	assert_string_equal(page->fields[0].text, "乙");
	bench_end(&bench);
}

static void a_page_must_be_one_of_the_pages(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"page: ^纸张\n", "layout-page: 没有“纸张”这种页面\n"},
		{"page: ^[纸]\n", "layout-value\n"},
		{"pages: ^甲\n", "layout-value\n"
				 "small.yaml:13:7: error[layout-page]\n"},
		{"pages: {纸: ^甲}\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
	layouts_expect_hint("page: 纸张\n", "是否要写“纸”");
}

static const struct layout *read_bare(struct bench *bench, const char *text)
{
	const struct layout_sources sources = {layouts_nodes(bench, "layout.yaml", text),
		layouts_nodes(bench, "faces.yaml", "faces: {仿: {wanted: [A]}}\n"),
		layouts_model(bench), NULL};
	return layout_read(bench->arena, &sources, bench->diagnostics);
}

static void only_a_layout_with_blocks_needs_a_page(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_false(read_bare(&bench, "layout: {name: a, title: b}\n")->header.complete);
	bench_expect(&bench, "");
	read_bare(&bench, "layout: {name: a, title: b}\nblocks: []\n");
	bench_expect(&bench, "layout.yaml: error[layout-missing]: "
			     "版式没有说用哪种页面（page）\n");
	bench_end(&bench);
}

static void a_file_of_another_kind_is_no_layout(void **state)
{
	(void)state;
	static const char *const files[] = {"甲\n", "[甲]\n", "{}\n", "\"\"\n"};
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		struct bench bench = bench_begin();
		read_bare(&bench, files[i]);
		assert_true(diagnostics_failed(bench.diagnostics));
		assert_string_equal(
			diagnostics_get(bench.diagnostics, 0)->code, "layout-missing");
		bench_end(&bench);
	}
}

static void a_layout_has_a_name_and_a_title(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"layout: ^{name: \"\"}\n", "layout-missing: 版式要写明 name 和 title\n"},
		{"layout: {year: ^[2016]}\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void a_layout_may_declare_roles_of_its_own(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_read(&bench, layouts_model(&bench),
		"faces:\n"
		"  隶: {wanted: [D, E], substitutes: [F]}\n"
		"  仿: {wanted: [G]}\n"
		"styles: {甲: {face: 隶, size: 9pt}}\n");
	bench_expect(&bench, "");
	GString *roles = arena_text(bench.arena);
	for (size_t i = 0; i < layout->faces.count; i++) {
		const struct font_role *role = &layout->faces.roles[i];
		g_string_append_printf(roles, "%s:%s ", role->name,
			role->wanted[0] ? role->wanted[0] : "-");
	}
	assert_string_equal(roles->str, "隶:D 仿:G 黑:B 西:- ");
	assert_string_equal(layout->faces.fallback, "仿");
	bench_end(&bench);
}

static void roles_list_faces(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"faces: {^隶: {}}\n", "layout-missing: 字体角色“隶”没有列出字体\n"},
		{"faces: {隶: {^wnted: [A], wanted: [B]}}\n", "layout-key\n"},
		{"faces: {隶: {wanted: ^A, substitutes: [B]}}\n", "layout-value\n"},
		{"faces: {隶: {wanted: [A, ^[B]]}}\n", "layout-value\n"},
		{"faces: ^[隶]\n", "layout-value\n"},
		{"^fallback: 仿\n", "layout-key\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void the_fallback_is_one_of_the_roles(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *file = layouts_nodes(
		&bench, "faces.yaml", "faces: {仿宋: {wanted: [A]}}\nfallback: 仿松\n");
	layout_faces_read(bench.arena, file, bench.diagnostics);
	bench_expect(&bench, "faces.yaml:2:11: error[layout-face]: "
			     "没有“仿松”这个字体角色\n");
	assert_string_equal(
		diagnostics_get(bench.diagnostics, 0)->hint, "是否要写“仿宋”");
	bench_end(&bench);
}

static void metadata_and_the_files_name_are_read(void **state)
{
	(void)state;
	layouts_expect("metadata: {title: \"{文种}\", date: 成文日期, keywords: 甲}\n"
		       "file: \"{单位.简称}{文种}\"\n",
		"uses", "uses page 纸 title keywords date file\n");
}

static void metadata_are_texts_and_a_date(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"metadata: ^甲\n", "layout-value\n"},
		{"metadata: {^autor: 甲}\n", "layout-key\n"},
		{"metadata: {title: ^[甲]}\n", "layout-value\n"},
		{"metadata: {date: ^规划期}\n",
			"layout-value: date 应是日期，而不是 period\n"},
		{"metadata: {date: ^日期}\n", "name-unknown\n"},
		{"file: ^{a: b}\n", "layout-value\n"},
		{"file: \"{单位.^简秤}\"\n", "field-unknown\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static const char *model_reports(
	struct bench *bench, const char *first, const char *second)
{
	struct model *model = model_create(bench->arena);
	const char *shared = "root: 规划\nrecords: {规划: {年度: year}}\n";
	model_add(model, layouts_nodes(bench, "plan.yaml", shared), bench->diagnostics);
	const struct yaml_node *files[] = {layouts_nodes(bench, "first.yaml", first),
		layouts_nodes(bench, "second.yaml", second)};
	for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
		model_add(model, yaml_get(files[i], "model"), bench->diagnostics);
	}
	model_finish(model, bench->diagnostics);
	return bench_printed(bench, DIAGNOSTIC_SHORT);
}

static void layouts_may_declare_the_same_field_of_one_type(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_string_equal(
		model_reports(&bench, "model: {records: {规划: {处室: text}}}\n",
			"model: {records: {规划: {处室: text, 年度: year}}}\n"),
		"");
	bench_end(&bench);
}

static void a_layouts_field_of_another_type_is_reported_at_its_line(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	model_reports(&bench, "model: {records: {规划: {年度: text}}}\n",
		"model: {records: {}}\n");
	bench_expect(&bench, "first.yaml:1:24: error[type-conflict]\n");
	bench_end(&bench);
}

static void two_layouts_whose_models_conflict_are_reported(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	model_reports(&bench, "model: {records: {规划: {处室: text}}}\n",
		"model: {records: {规划: {处室: list of text}}}\n");
	bench_expect(&bench, "second.yaml:1:24: error[type-conflict]\n");
	assert_string_equal(diagnostics_get(bench.diagnostics, 0)->related.source->path,
		"first.yaml");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_has_its_area_its_grid_and_its_fields),
		cmocka_unit_test(a_field_with_an_id_replaces_the_inherited_one),
		cmocka_unit_test(areas_must_fit_the_sheet),
		cmocka_unit_test(fields_say_what_where_and_how),
		cmocka_unit_test(faulty_fields_leave_the_sound_ones_in_order),
		cmocka_unit_test(a_page_must_be_one_of_the_pages),
		cmocka_unit_test(only_a_layout_with_blocks_needs_a_page),
		cmocka_unit_test(a_file_of_another_kind_is_no_layout),
		cmocka_unit_test(a_layout_has_a_name_and_a_title),
		cmocka_unit_test(a_layout_may_declare_roles_of_its_own),
		cmocka_unit_test(roles_list_faces),
		cmocka_unit_test(the_fallback_is_one_of_the_roles),
		cmocka_unit_test(metadata_and_the_files_name_are_read),
		cmocka_unit_test(metadata_are_texts_and_a_date),
		cmocka_unit_test(layouts_may_declare_the_same_field_of_one_type),
		cmocka_unit_test(a_layouts_field_of_another_type_is_reported_at_its_line),
		cmocka_unit_test(two_layouts_whose_models_conflict_are_reported),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
