/* One deviation planted in pages that are as they should be, for each thing that is
 * measured: it is found, by its name. */
#include "laid_out.h"

#include <math.h>

#define MM POINTS_PER_MM

/* ---- documents ---- */

static const char all_marks[] = "份号: \"000001\"\n"
				"密级: 秘密★1年\n"
				"紧急程度: 特急\n";
static const char stamped[] = "用印: 加盖签名章\n签名章职务: [市长]\n";
static const char three_attachments[] =
	"  附件: [规划文本, 绩效目标表, 联系表]\n  附注: 此件公开发布\n";

static struct laid_out lay_out(const char *plan, const char *notice, int paragraphs)
{
	char *text = laid_out_notice(plan, notice, paragraphs);
	struct laid_out laid_out = laid_out_begin(text);
	g_free(text);
	return laid_out;
}

/* ---- spoiling ---- */

/* What to do to the items of an element: NULL stands for the text of none, `#` for page
 * numbers. */
struct spoil {
	const char *element;
	double right; /* moved, points */
	double down;
	double size;   /* of type, or of strokes */
	double spread; /* glyphs and ends of strokes, from the left */
	const char *role;
	bool recoloured;
	bool removed;
	int page; /* only on it; 0: all */
	int line; /* only this one of the element's lines on a page, from 1; 0: all */
};

static bool matches(const struct spoil *spoil, const struct item *item)
{
	if (!spoil->element) {
		return item->kind == ITEM_TEXT && !item->element &&
		       item->artifact == ARTIFACT_NONE;
	}
	if (strcmp(spoil->element, "#") == 0) {
		return item->artifact == ARTIFACT_PAGINATION;
	}
	return item->element && strcmp(item->element, spoil->element) == 0;
}

static void spread_glyphs(struct laid_out *laid_out, struct item_text *text, double by)
{
	struct item_glyph *glyphs = arena_copy(laid_out->pages->arena, text->glyphs,
		(size_t)text->glyph_count * sizeof *glyphs);
	for (int i = 0; i < text->glyph_count; i++) {
		glyphs[i].x += (float)(i * by);
	}
	text->glyphs = glyphs;
}

static void spoil_text(
	struct laid_out *laid_out, const struct spoil *spoil, struct item_text *text)
{
	text->x += spoil->right;
	text->y += spoil->down;
	text->size += spoil->size;
	text->face = spoil->role ? faces_role(laid_out->faces, spoil->role) : text->face;
	spread_glyphs(laid_out, text, spoil->spread);
}

static void spoil_rule(const struct spoil *spoil, struct item_rule *rule)
{
	rule->x1 += spoil->right;
	rule->x2 += spoil->right + spoil->spread;
	rule->y1 += spoil->down;
	rule->y2 += spoil->down;
	rule->width += spoil->size;
}

static void spoil_item(
	struct laid_out *laid_out, const struct spoil *spoil, struct item *item)
{
	if (spoil->removed) {
		*item = (struct item){.kind = ITEM_LINK, .artifact = ARTIFACT_LAYOUT};
		return;
	}
	if (spoil->recoloured) {
		item->colour = (struct colour){0, 0.5, 0};
	}
	if (item->kind == ITEM_TEXT) {
		spoil_text(laid_out, spoil, &item->text);
	} else {
		spoil_rule(spoil, &item->rule);
	}
}

static int spoil_page(
	struct laid_out *laid_out, const struct spoil *spoil, struct page *page)
{
	int line = 0;
	int spoiled = 0;
	double y = -1;
	for (guint i = 0; i < page->items->len; i++) {
		struct item *item = &g_array_index(page->items, struct item, i);
		if (!matches(spoil, item)) {
			continue;
		}
		double at = item->kind == ITEM_TEXT ? item->text.y : item->rule.y1;
		line += fabs(at - y) > 0.01;
		y = at;
		if (spoil->line == 0 || spoil->line == line) {
			spoil_item(laid_out, spoil, item);
			spoiled++;
		}
	}
	return spoiled;
}

static void spoil(struct laid_out *laid_out, const struct spoil *wanted)
{
	int spoiled = 0;
	for (guint i = 0; i < laid_out->pages->list->len; i++) {
		struct page *page = g_ptr_array_index(laid_out->pages->list, i);
		if (wanted->page == 0 || wanted->page == (int)i + 1) {
			spoiled += spoil_page(laid_out, wanted, page);
		}
	}
	assert_true(spoiled > 0);
}

/* ---- cases ---- */

struct planted {
	const char *rule;
	struct spoil spoil;
};

static void expect_found(
	const char *plan, const char *notice, const struct planted *planted, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct laid_out laid_out = lay_out(plan, notice, 4);
		laid_out_prove(&laid_out);
		assert_string_equal(laid_out_reports(&laid_out), "");
		spoil(&laid_out, &planted[i].spoil);
		const struct proof_report *report = laid_out_prove(&laid_out);
		if (!laid_out_found(&laid_out, planted[i].rule)) {
			fail_msg("“%s” was not found, but: %s", planted[i].rule,
				laid_out_reports(&laid_out));
		}
		assert_true(report->wrong > 0);
		laid_out_end(&laid_out);
	}
}

#define EXPECT_FOUND(plan, notice, planted)                                              \
	expect_found(plan, notice, planted, G_N_ELEMENTS(planted))

static void what_is_wrong_with_body_text_is_found(void **state)
{
	(void)state;
	static const struct planted planted[] = {
		{"正文不出版心左边", {.right = -MM}},
		{"正文不出版心右边", {.right = MM}},
		{"正文不出版心上边", {.down = -165 * MM}},
		{"正文不出版心下边", {.down = 60 * MM}},
		{"正文字体", {.role = "宋体"}},
		{"正文字号", {.size = 0.25}},
		{"行距", {.down = 0.5 * MM, .line = 2}},
		{"每面行数", {.down = 0.5 * MM, .line = 2}},
		{"正文落在行格上", {.down = 0.1 * MM}},
		{"字距", {.spread = 0.1}},
		{"正文颜色", {.recoloured = true, .line = 3}},
		{"首页显示正文", {.removed = true, .page = 1}},
	};
	EXPECT_FOUND("", "", planted);
}

static void what_is_wrong_with_the_head_is_found(void **state)
{
	(void)state;
	static const struct planted planted[] = {
		{"份号在第一行", {.element = "份号", .down = MM}},
		{"份号顶格", {.element = "份号", .right = MM}},
		{"份号字号", {.element = "份号", .size = -2}},
		{"密级在第二行", {.element = "密级和保密期限", .down = 225 * MM / 22}},
		{"密级顶格", {.element = "密级和保密期限", .right = MM}},
		{"密级字体", {.element = "密级和保密期限", .role = "仿宋"}},
		{"密级字号", {.element = "密级和保密期限", .size = -2}},
		{"紧急程度顶格", {.element = "紧急程度", .right = MM}},
		{"紧急程度字体", {.element = "紧急程度", .role = "仿宋"}},
		{"紧急程度字号", {.element = "紧急程度", .size = -2}},
		{"标志上边缘", {.element = "发文机关标志", .down = MM}},
		{"标志居中", {.element = "发文机关标志", .right = MM}},
		{"标志字体", {.element = "发文机关标志", .role = "黑体"}},
		{"标志颜色", {.element = "发文机关标志", .recoloured = true}},
		{"发文字号字体", {.element = "发文字号", .role = "楷体"}},
		{"发文字号字号", {.element = "发文字号", .size = 1}},
		{"发文字号在标志下空二行", {.element = "发文字号", .down = -MM}},
		{"分隔线在发文字号下", {.element = "版头分隔线", .down = -MM}},
		{"分隔线宽", {.element = "版头分隔线", .spread = -MM}},
		{"分隔线居中", {.element = "版头分隔线", .right = MM}},
		{"分隔线颜色", {.element = "版头分隔线", .recoloured = true}},
		{"标题在分隔线下空二行", {.element = "版头分隔线", .down = 4 * MM}},
		{"标题字体", {.element = "标题", .role = "黑体"}},
		{"标题字号", {.element = "标题", .size = -1}},
		{"标题居中", {.element = "标题", .right = MM, .line = 1}},
		{"主送在标题下空一行", {.element = "主送机关", .down = -15 * MM}},
		{"主送顶格", {.element = "主送机关", .right = MM}},
		{"主送字体", {.element = "主送机关", .role = "黑体"}},
		{"主送字号", {.element = "主送机关", .size = 1}},
		{"主送落在行格上", {.element = "主送机关", .down = MM}},
	};
	EXPECT_FOUND(all_marks, "", planted);
}

static void what_is_wrong_with_signatories_is_found(void **state)
{
	(void)state;
	static const struct planted planted[] = {
		{"签发人在标志下空二行", {.element = "签发人", .down = MM}},
		{"签发人居右空一字", {.element = "签发人", .right = -MM}},
		{"签发人字体", {.element = "签发人", .role = "黑体"}},
		{"签发人字号", {.element = "签发人", .size = 1}},
		{"发文字号与末行签发人同行", {.element = "发文字号", .down = -MM}},
	};
	EXPECT_FOUND("签发人: [闵知行]\n", "", planted);
	EXPECT_FOUND("签发人: [闵知行, 滕岳, 褚云帆]\n", "", planted);
}

static void what_is_wrong_below_the_text_is_found(void **state)
{
	(void)state;
	static const char sealed[] = "加盖印章的落款";
	static const struct planted planted[] = {
		{"附件说明下空一行", {.element = "附件说明", .down = MM}},
		{"附件说明左空二字", {.element = "附件说明", .right = MM}},
		{"附件说明字号", {.element = "附件说明", .size = 1}},
		{"成文日期右空四字", {.element = sealed, .right = MM, .line = 2}},
		{"落款靠右", {.element = sealed, .right = -MM}},
		{"署名以日期为准居中", {.element = sealed, .right = MM, .line = 1}},
		{"署名在日期上一行", {.element = sealed, .down = MM, .line = 2}},
		{"印章压署名留空", {.element = sealed, .down = 40 * MM}},
		{"附注在日期下一行", {.element = "附注", .down = MM}},
		{"附注与落款同页", {.element = "加盖印章的落款", .removed = true}},
		{"附注左空二字", {.element = "附注", .right = -4 * MM}},
	};
	EXPECT_FOUND("", three_attachments, planted);
}

static void what_is_wrong_with_an_unsealed_signature_is_found(void **state)
{
	(void)state;
	static const char plain[] = "不加盖印章的落款";
	static const struct planted planted[] = {
		{"署名下空一行", {.element = plain, .down = MM}},
		{"署名或日期右空二字", {.element = plain, .right = -MM}},
		{"日期比署名右移二字", {.element = plain, .right = MM, .line = 2}},
		{"日期在署名下一行", {.element = plain, .down = MM, .line = 2}},
		{"不加盖印章的落款与正文同页", {.removed = true, .page = 2}},
	};
	EXPECT_FOUND("用印: 不加盖印章\n", "", planted);
	EXPECT_FOUND("用印: 不加盖印章\n", "  署名: 市档案馆\n", planted);
}

static void what_is_wrong_with_a_stamped_signature_is_found(void **state)
{
	(void)state;
	static const struct planted planted[] = {
		{"签名章下日期右空四字",
			{.element = "加盖签名章的落款", .right = MM, .line = 2}},
		{"加盖签名章的落款与正文同页", {.removed = true, .page = 2}},
	};
	EXPECT_FOUND(stamped, "", planted);
}

static void what_is_wrong_with_the_imprint_is_found(void **state)
{
	(void)state;
	static const struct planted planted[] = {
		{"首线粗细", {.element = "版记首线", .size = 0.1}},
		{"中线粗细", {.element = "版记中线", .size = 0.1}},
		{"末线粗细", {.element = "版记末线", .size = -0.1}},
		{"首线与版心等宽", {.element = "版记首线", .spread = MM}},
		{"中线与版心等宽", {.element = "版记中线", .spread = -MM}},
		{"末线与版心等宽", {.element = "版记末线", .spread = -MM}},
		{"末线在版心下边缘", {.element = "版记末线", .down = -MM}},
		{"抄送机关左空一字", {.element = "抄送机关", .right = MM}},
		{"抄送机关右空一字", {.element = "抄送机关", .right = 80 * MM}},
		{"抄送机关字体", {.element = "抄送机关", .role = "宋体"}},
		{"抄送机关字号", {.element = "抄送机关", .size = 2}},
		{"印发机关左空一字", {.element = "印发机关和印发日期", .right = -MM}},
		{"印发日期右空一字", {.element = "印发机关和印发日期", .right = -MM}},
		{"印发机关字号", {.element = "印发机关和印发日期", .size = 2}},
	};
	EXPECT_FOUND("", "", planted);
}

static void what_is_wrong_with_page_numbers_is_found(void **state)
{
	(void)state;
	static const struct planted planted[] = {
		{"页码字体", {.element = "#", .role = "仿宋"}},
		{"页码字号", {.element = "#", .size = 1}},
		{"一字线在版心下", {.element = "#", .down = MM}},
		{"单页页码居右空一字", {.element = "#", .page = 1, .right = -120 * MM}},
		{"双页页码居左空一字", {.element = "#", .page = 2, .right = 120 * MM}},
		{"该有页码的页有页码", {.element = "#", .page = 2, .removed = true}},
	};
	EXPECT_FOUND("", "", planted);
}

/* ---- what is wrong with pages as such ---- */

static void renumber(struct pages *pages)
{
	for (guint i = 0; i < pages->list->len; i++) {
		struct page *page = g_ptr_array_index(pages->list, i);
		page->number = (int)i + 1;
	}
}

static void a_page_that_is_no_a4_is_found(void **state)
{
	(void)state;
	struct laid_out laid_out = lay_out("", "", 2);
	struct page *page = g_ptr_array_index(laid_out.pages->list, 0);
	page->width += 0.3 * MM;
	page->height -= 0.2 * MM - 0.05;
	laid_out_prove(&laid_out);
	assert_true(laid_out_found(&laid_out, "页面宽"));
	assert_true(laid_out_found(&laid_out, "页面高"));
	laid_out_end(&laid_out);
}

static void a_page_of_a_size_that_no_master_has_is_found(void **state)
{
	(void)state;
	struct laid_out laid_out = lay_out("", "", 2);
	struct page *page = g_ptr_array_index(laid_out.pages->list, 0);
	page->width = 500;
	laid_out_prove(&laid_out);
	assert_true(laid_out_found(&laid_out, "页面是版式所定的"));
	laid_out_end(&laid_out);
}

static void an_imprint_on_an_odd_page_is_found(void **state)
{
	(void)state;
	struct laid_out laid_out = lay_out("", "", 4);
	struct page *blank = pages_add(laid_out.pages, 595.28, 841.89);
	g_ptr_array_remove(laid_out.pages->list, blank);
	g_ptr_array_insert(laid_out.pages->list, 0, blank);
	renumber(laid_out.pages);
	laid_out_prove(&laid_out);
	assert_true(laid_out_found(&laid_out, "版记在双页"));
	assert_true(laid_out_found(&laid_out, "标志在首页"));
	assert_true(laid_out_found(&laid_out, "页码写法"));
	laid_out_end(&laid_out);
}

static void an_imprint_before_the_last_page_is_found(void **state)
{
	(void)state;
	struct laid_out laid_out = lay_out("", "", 4);
	pages_add(laid_out.pages, 595.28, 841.89);
	renumber(laid_out.pages);
	laid_out_prove(&laid_out);
	assert_true(laid_out_found(&laid_out, "版记在末页"));
	laid_out_end(&laid_out);
}

static void a_deviation_says_page_figures_and_clause_at_its_place(void **state)
{
	(void)state;
	struct laid_out laid_out = lay_out("", "", 4);
	spoil(&laid_out, &(struct spoil){.element = "发文机关标志", .down = MM});
	laid_out_prove(&laid_out);
	const struct diagnostics *diagnostics = laid_out.session->diagnostics;
	const struct diagnostic *found =
		diagnostics_get(diagnostics, diagnostics_count(diagnostics) - 2);
	assert_string_equal(found->message, "第 1 页“标志上边缘”应为 35.00 mm，实为 "
					    "36.00 mm（GB/T 9704-2012 7.2.4）");
	assert_string_equal(found->code, "proof-deviation");
	assert_int_equal(found->severity, SEVERITY_WARNING);
	assert_int_equal(found->place.line, 1); /* 单位.全称 */
	laid_out_end(&laid_out);
}

/* ---- what is right ---- */

static void documents_of_one_to_eight_pages_are_right(void **state)
{
	(void)state;
	static const char *const seals[] = {"", "用印: 不加盖印章\n", stamped};
	for (size_t i = 0; i < G_N_ELEMENTS(seals); i++) {
		for (int paragraphs = 1; paragraphs < 40; paragraphs += 4) {
			struct laid_out laid_out = lay_out(seals[i], "", paragraphs);
			const struct proof_report *report = laid_out_prove(&laid_out);
			assert_string_equal(laid_out_reports(&laid_out), "");
			assert_int_equal(report->wrong, 0);
			laid_out_end(&laid_out);
		}
	}
}

static void pages_for_printed_paper_are_right(void **state)
{
	(void)state;
	struct laid_out laid_out = lay_out("套打: 是\n", three_attachments, 3);
	const struct proof_report *report = laid_out_prove(&laid_out);
	assert_string_equal(laid_out_reports(&laid_out), "");
	assert_true(report->findings->len > 40);
	laid_out_end(&laid_out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_with_body_text_is_found),
		cmocka_unit_test(what_is_wrong_with_the_head_is_found),
		cmocka_unit_test(what_is_wrong_with_signatories_is_found),
		cmocka_unit_test(what_is_wrong_below_the_text_is_found),
		cmocka_unit_test(what_is_wrong_with_an_unsealed_signature_is_found),
		cmocka_unit_test(what_is_wrong_with_a_stamped_signature_is_found),
		cmocka_unit_test(what_is_wrong_with_the_imprint_is_found),
		cmocka_unit_test(what_is_wrong_with_page_numbers_is_found),
		cmocka_unit_test(a_page_that_is_no_a4_is_found),
		cmocka_unit_test(a_page_of_a_size_that_no_master_has_is_found),
		cmocka_unit_test(an_imprint_on_an_odd_page_is_found),
		cmocka_unit_test(an_imprint_before_the_last_page_is_found),
		cmocka_unit_test(a_deviation_says_page_figures_and_clause_at_its_place),
		cmocka_unit_test(documents_of_one_to_eight_pages_are_right),
		cmocka_unit_test(pages_for_printed_paper_are_right),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
