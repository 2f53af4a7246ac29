/* What copies show besides the document; what an inherited list leaves out. */
#include "layouts.h"

static void copies_have_labels_watermarks_and_stamps(void **state)
{
	(void)state;
	layouts_expect("copies:\n"
		       "  draft:\n"
		       "    label: {text: \"{文种}\", style: 文, side: right, top: 20mm, "
		       "first only: yes}\n"
		       "    watermark: {text: 草稿, style: 题}\n"
		       "  filing:\n"
		       "    stamp: {size: [45mm, 16mm], top: 15mm}\n",
		"draft|filing",
		"draft label style 文 top 56.69 first-only\n"
		"draft watermark style 题\n"
		"filing stamp 45.00 by 16.00 top 15.00\n");
}

static void faults_of_copies_stand_at_their_places(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"copies: {^抄件: {}}\n", "layout-key\n"},
		{"copies: {draft: {^stamp: {}}}\n", "layout-key\n"},
		{"copies: {draft: {label: ^{text: 草稿}}}\n",
			"layout-missing: 稿次的标记要有 text 和 style\n"},
		{"copies: {draft: {watermark: ^{style: 题}}}\n", "layout-missing\n"},
		{"copies: {draft: {watermark: {text: 草稿, style: ^水}}}\n",
			"layout-style\n"},
		{"copies: {filing: {stamp: {size: ^45mm}}}\n",
			"layout-value: 归档章（stamp）要有 size：宽和高两个长度\n"},
		{"copies: {filing: {stamp: ^{top: 15mm}}}\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void a_page_says_which_edge_is_bound(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct layout *layout = layouts_read(
		&bench, layouts_model(&bench), "pages: {纸: {bound: top}}\n");
	bench_expect(&bench, "");
	const struct page_master *page = g_hash_table_lookup(layout->masters, "纸");
	assert_int_equal(page->binding, BOUND_TOP);
	bench_end(&bench);
	static const struct layout_fault faults[] = {
		{"pages: {纸: {bound: ^right}}\n", "layout-value\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

static void strokes_may_be_fixed_to_the_sheet(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - {rule: 1pt, fixed: 50mm}\n"
		       "  - {text: 甲, style: 文, ink top: -7mm}\n",
		"rule|ink", "rule 1.00 fixed 141.73\nink top -7.00 paragraph style 文\n");
}

static void an_inherited_block_can_be_taken_out(void **state)
{
	(void)state;
	layouts_expect("blocks:\n"
		       "  - {id: 头, remove: yes}\n"
		       "  - {id: 尾, text: 尾, style: 文}\n",
		"title|paragraph", "paragraph style 文\n");
}

static void what_is_taken_out_must_be_there(void **state)
{
	(void)state;
	static const struct layout_fault faults[] = {
		{"blocks: [^{id: 没有, remove: yes}]\n", "layout-block\n"},
	};
	LAYOUTS_EXPECT_FAULTS(faults);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(copies_have_labels_watermarks_and_stamps),
		cmocka_unit_test(faults_of_copies_stand_at_their_places),
		cmocka_unit_test(a_page_says_which_edge_is_bound),
		cmocka_unit_test(strokes_may_be_fixed_to_the_sheet),
		cmocka_unit_test(an_inherited_block_can_be_taken_out),
		cmocka_unit_test(what_is_taken_out_must_be_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
