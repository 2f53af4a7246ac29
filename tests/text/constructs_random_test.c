/* Hanging, spread, stacked and tabbed paragraphs of any text at any width: what is
 * counted is what is set, and nothing stands outside the measure. */
#include "support/cases.h"

#include "constructs.h"

#include <math.h>

static const char *const pieces[] = {"一", "绩效", "，", "。", "（", "）", "“", "”", "——",
	"12", "2016", "100%", "abc", "Organisation", " ", "　", "、", "《", "》", "1.",
	"|", "\t", "<3:组长>", "<2:甲>", "<1/4: >"};

static char *random_text(struct random *random, struct setting *setting)
{
	GString *text = arena_text(setting->arena);
	g_string_append(text, "甲");
	size_t count = random_below(random, 30);
	for (size_t i = 0; i < count; i++) {
		g_string_append(text, random_of(random, pieces));
	}
	return text->str;
}

static struct style random_style(struct random *random)
{
	static const char *const leaders[] = {NULL, "…", "."};
	struct style style = setting_style();
	style.indent = (double)random_below(random, 3) * 10;
	style.start = (double)random_below(random, 3) * 5;
	style.end = (double)random_below(random, 2) * 5;
	style.align = (enum align)random_below(random, 4);
	style.stacked = random_below(random, 4) == 0;
	style.latin_space = random_below(random, 2) ? 0.25 : 0;
	style.leader = random_of(random, leaders);
	return style;
}

/* A line's clusters stand side by side, from its indent to the right edge at most, but
 * for half an em that a mark at either end has no ink in. */
static void assert_inside(
	const struct paragraph *paragraph, const struct line *line, double measure)
{
	double *x = g_new(double, (gsize)(line->end - line->first) + 1);
	line_place(paragraph, line, x);
	double pen = line->indent - 5.01;
	for (int i = line->first; i < line->end; i++) {
		double at = x[i - line->first];
		assert_true(at >= pen);
		const struct cluster *cluster = &paragraph->clusters[i];
		bool blank = g_unichar_isspace(
			g_utf8_get_char(paragraph->text + cluster->text_offset));
		if (!blank) {
			assert_true(at + (double)cluster->advance -
					    (double)cluster->shared_start <=
				    measure - paragraph->style->end + 5.01);
			pen = at - 5.0; /* an opening mark may give its blank */
		}
	}
	g_free(x);
}

static void assert_sound(const struct paragraph *paragraph, double measure, bool roomy)
{
	GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
	paragraph_lines(paragraph, measure, lines);
	assert_int_equal(lines->len, paragraph_line_count(paragraph, measure));
	int next = 0;
	for (guint i = 0; i < lines->len; i++) {
		const struct line *line = &g_array_index(lines, struct line, i);
		assert_int_equal(line->first, next);
		assert_true(line->end > line->first || paragraph->cluster_count == 0 ||
			    paragraph->tab.end > 0);
		assert_true(line->last == (i + 1 == lines->len));
		next = line->end;
		if (roomy) {
			assert_false(line->emergency);
			assert_true(line->width <= line->room + 0.01);
			assert_inside(paragraph, line, measure);
		}
	}
	assert_int_equal(next, paragraph->cluster_count);
	g_array_free(lines, TRUE);
}

static void what_is_counted_is_set_and_stays_inside(void **state)
{
	(void)state;
	struct random random = random_begin();
	struct setting setting = setting_create();
	for (int i = 0; i < 1500; i++) {
		struct style style = random_style(&random);
		const struct paragraph *paragraph = marked_paragraph(
			&setting, &style, random_text(&random, &setting));
		double narrowest = paragraph_narrowest(paragraph);
		assert_true(paragraph_widest(paragraph) >= narrowest - 0.01);
		assert_sound(paragraph, narrowest, true);
		double wider = narrowest + (double)random_below(&random, 3000) / 10;
		assert_sound(paragraph, wider, true);
		assert_sound(paragraph, (double)random_below(&random, 200), false);
		if (!style.stacked) {
			assert_int_equal(paragraph_line_count(
						 paragraph, paragraph_widest(paragraph)),
				1);
		}
	}
	setting_destroy(&setting);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_counted_is_set_and_stays_inside),
	};
	return cmocka_run_group_tests_name("text/constructs_random", tests, NULL, NULL);
}
