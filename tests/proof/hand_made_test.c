/* Pages made by hand, for what no notice of the layout `official-document` has: headings,
 * titles of any shape, blank pages; and how a report is printed. */
#include "laid_out.h"

#define MM POINTS_PER_MM

/* ---- pages by hand ---- */

/* Text at a place: lines of rows in 16 points unless it says otherwise. */
struct words {
	const char *text;
	const char *role;
	const char *element;
	double x; /* mm */
	double y;
	int row; /* of the grid, instead of y */
	double size;
	double pitch; /* from character to character; the size */
	int heading;
	bool pagination;
};

static const double ROW = 225 * MM / 22;

static void start(struct laid_out *laid_out)
{
	char *plan = laid_out_notice("", "", 1);
	*laid_out = laid_out_begin(plan);
	pages_destroy(laid_out->pages);
	laid_out->pages = pages_create();
	g_free(plan);
}

static struct page *add_page(struct laid_out *laid_out)
{
	struct page *page = pages_add(laid_out->pages, 210 * MM, 297 * MM);
	page->number = (int)laid_out->pages->list->len;
	return page;
}

/* A glyph a character. */
static void set_glyphs(struct arena *arena, struct item_text *text, double pitch)
{
	glong count = g_utf8_strlen(text->text, -1);
	struct item_glyph *glyphs = arena_new_array(arena, struct item_glyph, count);
	struct item_cluster *clusters =
		arena_new_array(arena, struct item_cluster, count);
	const char *at = text->text;
	for (glong i = 0; i < count; i++) {
		const char *next = g_utf8_next_char(at);
		hb_font_get_nominal_glyph(
			text->face->hb_font, g_utf8_get_char(at), &glyphs[i].id);
		glyphs[i].x = (float)((double)i * pitch);
		clusters[i] = (struct item_cluster){(guint16)(next - at), 1};
		at = next;
	}
	text->glyphs = glyphs;
	text->clusters = clusters;
	text->glyph_count = (int)count;
	text->cluster_count = (int)count;
}

static void add_words(struct laid_out *laid_out, struct page *page, struct words words)
{
	struct pages *pages = laid_out->pages;
	double size = words.size > 0 ? words.size : 16;
	double on_row = 37 * MM + (words.row - 1) * ROW + (ROW - 16) / 2 + 0.88 * 16;
	struct item item = {
		.kind = ITEM_TEXT,
		.artifact = words.pagination ? ARTIFACT_PAGINATION : ARTIFACT_NONE,
		.element = words.element,
		.text =
			{
				.face = faces_role(laid_out->faces,
					words.role ? words.role : "仿宋"),
				.size = size,
				.x = (words.x > 0 ? words.x : 28) * MM,
				.y = words.row ? on_row : words.y * MM,
				.text = words.text,
				.text_length = strlen(words.text),
			},
	};
	assert_non_null(item.text.face);
	set_glyphs(pages->arena, &item.text, words.pitch > 0 ? words.pitch : size);
	if (!words.pagination) {
		item.node = structure_add(pages, pages->structure,
			words.heading ? STRUCTURE_HEADING : STRUCTURE_PARAGRAPH);
		item.node->level = words.heading;
	}
	page_add(page, item);
}

static void add_rule(struct page *page, const char *element, double y)
{
	struct item item = {
		.kind = ITEM_RULE,
		.artifact = ARTIFACT_LAYOUT,
		.element = element,
		.rule = {28 * MM, y * MM, 184 * MM, y * MM, 0.35 * MM},
	};
	page_add(page, item);
}

static void add_number(struct laid_out *laid_out, struct page *page)
{
	char *text = arena_printf(laid_out->pages->arena, "— %d —", page->number);
	add_words(laid_out, page,
		(struct words){.text = text,
			.role = "宋体",
			.size = 14,
			.y = 270,
			.pagination = true});
}

/* Proves, and holds a rule's only word against one. */
static void expect_word(struct laid_out *laid_out, const char *rule, const char *word)
{
	const struct proof_report *report = laid_out_prove(laid_out);
	for (guint i = 0; i < report->findings->len; i++) {
		const struct proof_finding *finding =
			&g_array_index(report->findings, struct proof_finding, i);
		if (strcmp(finding->rule->name, rule) == 0) {
			assert_string_equal(finding->word, word);
			return;
		}
	}
	fail_msg("“%s” was not measured", rule);
}

/* ---- titles ---- */

static void expect_shape(const char *lengths, const char *shape)
{
	struct laid_out laid_out;
	start(&laid_out);
	struct page *page = add_page(&laid_out);
	char **words = g_strsplit(lengths, " ", -1);
	for (int i = 0; words[i]; i++) {
		GString *text = arena_text(laid_out.pages->arena);
		for (int k = atoi(words[i]); k > 0; k--) {
			g_string_append(text, "国");
		}
		add_words(&laid_out, page,
			(struct words){.text = text->str,
				.role = "小标宋",
				.size = 22,
				.element = "标题",
				.y = 100 + 12.7 * i});
	}
	g_strfreev(words);
	expect_word(&laid_out, "标题形状", shape);
	laid_out_end(&laid_out);
}

static void shapes_of_titles_are_told_apart(void **state)
{
	(void)state;
	expect_shape("12", "一行");
	expect_shape("8 12", "梯形");
	expect_shape("8 10 12", "梯形");
	expect_shape("12 8", "倒梯形");
	expect_shape("12 12 8", "倒梯形");
	expect_shape("8 12 9", "菱形");
	expect_shape("12 12", "长方形");
	expect_shape("12 12 12", "长方形");
	expect_shape("12 8 12", "沙漏形");
	expect_shape("12 9 8 10", "沙漏形");
}

static void expect_parted(const char *above, const char *below, const char *parted)
{
	struct laid_out laid_out;
	start(&laid_out);
	struct page *page = add_page(&laid_out);
	add_words(&laid_out, page,
		(struct words){
			.text = above, .role = "小标宋", .element = "标题", .y = 100});
	add_words(&laid_out, page,
		(struct words){
			.text = below, .role = "小标宋", .element = "标题", .y = 113});
	expect_word(&laid_out, "标题不拆数和西文词", parted);
	laid_out_end(&laid_out);
}

static void numbers_and_western_words_in_two_lines_are_found(void **state)
{
	(void)state;
	expect_parted("关于20", "21年的通知", "yes");
	expect_parted("关于GB", "T的通知", "yes");
	expect_parted("关于2021", "年的通知", "no");
	expect_parted("关于印发", "2021年通知", "no");
}

/* ---- full lines ---- */

static void lines_of_another_count_of_characters_are_found(void **state)
{
	(void)state;
	for (int count = 27; count <= 28; count++) {
		struct laid_out laid_out;
		start(&laid_out);
		GString *text = arena_text(laid_out.pages->arena);
		for (int i = 0; i < count; i++) {
			g_string_append(text, "国");
		}
		add_words(&laid_out, add_page(&laid_out),
			(struct words){
				.text = text->str, .row = 1, .pitch = 156 * MM / count});
		laid_out_prove(&laid_out);
		assert_int_equal(laid_out_found(&laid_out, "满行字数"), count != 28);
		assert_int_equal(laid_out_found(&laid_out, "字距"), count != 28);
		laid_out_end(&laid_out);
	}
}

/* ---- headings ---- */

static void a_heading_at_the_foot_of_a_page_is_found(void **state)
{
	(void)state;
	struct laid_out laid_out;
	start(&laid_out);
	struct page *first = add_page(&laid_out);
	add_words(&laid_out, first, (struct words){.text = "正文", .row = 1});
	add_words(&laid_out, first,
		(struct words){
			.text = "一、标题", .role = "黑体", .row = 2, .heading = 1});
	add_number(&laid_out, first);
	struct page *second = add_page(&laid_out);
	add_words(&laid_out, second,
		(struct words){
			.text = "（一）标题", .role = "楷体", .row = 1, .heading = 2});
	add_words(&laid_out, second, (struct words){.text = "正文", .row = 2});
	add_page(&laid_out);
	laid_out_prove(&laid_out);
	assert_true(laid_out_found(&laid_out, "一级标题不在页末"));
	assert_false(laid_out_found(&laid_out, "二级标题不在页末"));
	assert_false(laid_out_found(&laid_out, "一级标题字体"));
	assert_false(laid_out_found(&laid_out, "二级标题字体"));
	laid_out_end(&laid_out);
}

static void a_heading_that_its_paragraph_follows_on_the_line_is_not_at_the_foot(
	void **state)
{
	(void)state;
	struct laid_out laid_out;
	start(&laid_out);
	struct page *page = add_page(&laid_out);
	add_words(&laid_out, page,
		(struct words){
			.text = "一、标题", .role = "黑体", .row = 2, .heading = 1});
	add_words(&laid_out, page, (struct words){.text = "正文", .row = 2, .x = 80});
	add_page(&laid_out);
	expect_word(&laid_out, "一级标题不在页末", "no");
	laid_out_end(&laid_out);
}

static void headings_in_the_wrong_face_are_found(void **state)
{
	(void)state;
	static const char *const rules[] = {
		"一级标题字体", "二级标题字体", "三级标题字体", "四级标题字体"};
	struct laid_out laid_out;
	start(&laid_out);
	struct page *page = add_page(&laid_out);
	for (int i = 1; i <= 4; i++) {
		add_words(&laid_out, page,
			(struct words){
				.text = "标题", .role = "宋体", .row = i, .heading = i});
	}
	laid_out_prove(&laid_out);
	for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
		assert_true(laid_out_found(&laid_out, rules[i]));
	}
	laid_out_end(&laid_out);
}

/* ---- attachments ---- */

static void an_attachment_that_begins_at_the_wrong_place_is_found(void **state)
{
	(void)state;
	static const char *const rules[] = {
		"附件标记在第一行", "附件标记顶格", "附件标记字体", "附件标题居中"};
	struct laid_out laid_out;
	for (int wrong = 0; wrong < 2; wrong++) {
		start(&laid_out);
		struct page *page = add_page(&laid_out);
		add_words(&laid_out, page,
			(struct words){.text = "附件",
				.role = wrong ? "仿宋" : "黑体",
				.element = "附件标记",
				.row = 1 + wrong,
				.x = wrong ? 29 : 28});
		add_words(&laid_out, page,
			(struct words){.text = "目标",
				.role = "小标宋",
				.element = "附件标题",
				.size = 22,
				.y = 64,
				.x = 106 - 22 / MM + wrong});
		laid_out_prove(&laid_out);
		for (size_t i = 0; i < G_N_ELEMENTS(rules); i++) {
			assert_int_equal(laid_out_found(&laid_out, rules[i]), wrong);
		}
		laid_out_end(&laid_out);
	}
}

/* ---- page numbers ---- */

static void blank_pages_and_the_imprint_behind_them_have_no_number(void **state)
{
	(void)state;
	for (int numbered = 0; numbered < 2; numbered++) {
		struct laid_out laid_out;
		start(&laid_out);
		struct page *first = add_page(&laid_out);
		add_words(&laid_out, first, (struct words){.text = "正文", .row = 1});
		add_number(&laid_out, first);
		add_page(&laid_out);
		add_page(&laid_out);
		struct page *last = add_page(&laid_out);
		add_rule(last, "版记末线", 262);
		if (numbered) {
			add_number(&laid_out, last);
		}
		laid_out_prove(&laid_out);
		assert_int_equal(
			laid_out_found(&laid_out, "该有页码的页有页码"), numbered);
		laid_out_end(&laid_out);
	}
}

static void a_number_that_is_not_the_page_s_is_found(void **state)
{
	(void)state;
	struct laid_out laid_out;
	start(&laid_out);
	struct page *page = add_page(&laid_out);
	page->number = 3;
	add_number(&laid_out, page);
	expect_word(&laid_out, "页码写法", "— {page} —");
	page->number = 5;
	expect_word(&laid_out, "页码写法", "— 3 —");
	laid_out_end(&laid_out);
}

/* ---- what is not measured ---- */

static void turned_text_and_tables_are_no_body_text(void **state)
{
	(void)state;
	struct laid_out laid_out;
	start(&laid_out);
	struct page *page = add_page(&laid_out);
	add_words(&laid_out, page, (struct words){.text = "转行", .y = 20, .x = 1});
	struct item *item = &g_array_index(page->items, struct item, 0);
	item->text.turn = TURN_LEFT;
	add_words(&laid_out, page, (struct words){.text = "表格", .y = 20, .x = 1});
	item = &g_array_index(page->items, struct item, 1);
	item->node->parent->role = STRUCTURE_TABLE;
	const struct proof_report *report = laid_out_prove(&laid_out);
	for (guint i = 0; i < report->findings->len; i++) {
		const struct proof_rule *rule =
			g_array_index(report->findings, struct proof_finding, i).rule;
		assert_string_equal(rule->element, "页面");
	}
	laid_out_end(&laid_out);
}

/* ---- the report ---- */

static void a_report_is_a_table_with_a_sum(void **state)
{
	(void)state;
	struct laid_out laid_out;
	start(&laid_out);
	for (int i = 0; i < 3; i++) {
		struct page *page = add_page(&laid_out);
		add_words(&laid_out, page,
			(struct words){
				.text = "正文", .row = 1 + i, .x = i == 1 ? 27 : 28});
		add_number(&laid_out, page);
	}
	struct proof_report report = *laid_out_prove(&laid_out);
	struct layout layout = *laid_out.layout;
	layout.proof.count = 5;
	report.layout = &layout;
	report.wrong = 1;
	GString *text = arena_text(laid_out.session->arena);
	proof_report_print(&report, text);
	assert_string_equal(text->str,
		"条款   核对项            页    应为       容差     实测       结果\n"
		"5.1    页面是版式所定的  1-3   是                  是         合\n"
		"5.1    页面宽            1-3   210.00 mm  ±0.1 mm  210.00 mm  合\n"
		"5.1    页面高            1-3   297.00 mm  ±0.1 mm  297.00 mm  合\n"
		"5.2.1  正文不出版心左边  1、3  ≥ 0.00 mm  ±0.1 mm  0.00 mm    合\n"
		"5.2.1  正文不出版心左边  2     ≥ 0.00 mm  ±0.1 mm  -1.00 mm   不合\n"
		"5.2.1  正文不出版心右边  1-3   ≥ 0.00 mm  ±0.1 mm  144.71 mm  合\n"
		"共 3 页，按 GB/T 9704-2012 核对 5 项：合 4 项，不合 1 项\n");
	laid_out_end(&laid_out);
}

static void a_layout_without_figures_proves_nothing(void **state)
{
	(void)state;
	struct laid_out laid_out;
	start(&laid_out);
	add_page(&laid_out);
	struct layout layout = *laid_out.layout;
	layout.proof = (struct proof_rules){0};
	laid_out.layout = &layout;
	const struct proof_report *report = laid_out_prove(&laid_out);
	GString *text = arena_text(laid_out.session->arena);
	proof_report_print(report, text);
	assert_int_equal(report->findings->len, 0);
	assert_string_equal(text->str, "版式“official-document”没有可核对的尺寸\n");
	laid_out_end(&laid_out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes_of_titles_are_told_apart),
		cmocka_unit_test(numbers_and_western_words_in_two_lines_are_found),
		cmocka_unit_test(lines_of_another_count_of_characters_are_found),
		cmocka_unit_test(a_heading_at_the_foot_of_a_page_is_found),
		cmocka_unit_test(
			a_heading_that_its_paragraph_follows_on_the_line_is_not_at_the_foot),
		cmocka_unit_test(headings_in_the_wrong_face_are_found),
		cmocka_unit_test(an_attachment_that_begins_at_the_wrong_place_is_found),
		cmocka_unit_test(blank_pages_and_the_imprint_behind_them_have_no_number),
		cmocka_unit_test(a_number_that_is_not_the_page_s_is_found),
		cmocka_unit_test(turned_text_and_tables_are_no_body_text),
		cmocka_unit_test(a_report_is_a_table_with_a_sum),
		cmocka_unit_test(a_layout_without_figures_proves_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
