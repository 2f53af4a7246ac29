/* What holds of every official document, whatever its length and whoever signs it: the
 * imprint stands on an even page, a signature never alone, headings not at the foot of a
 * page, seals within the type area, none of them on another or on the text above. */
#include "build_official.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum {
	ROUNDS = 400,
	MOST_PARAGRAPHS = 40,
	MOST_CHARACTERS = 90, /* of a paragraph: six lines */
	MOST_ORGANS = 4,
	MOST_SEALS = 16
};

static const double TOLERANCE = 0.02;

/* The type area: room for every signature that is made here, with text above it. */
static const double LEFT = 10;
static const double TOP = 20;
static const double WIDTH = 150;
static const double HEIGHT = 220;

/* Characters that only these texts have. */
static const char BODY[] = "文";
static const char HEADING[] = "标";
static const char ORGAN[] = "甲";
static const char DATE[] = "日";
static const char IMPRINT[] = "印";

/* A document, and what is known of it. */
struct round {
	guint32 seed;
	GRand *random;
	struct build *build;
	enum signature_kind kind;
	int organs;
	bool has_imprint;
};

static char *repeated(const char *character, int count)
{
	GString *text = g_string_new(NULL);
	for (int i = 0; i < count; i++) {
		g_string_append(text, character);
	}
	return g_string_free(text, FALSE);
}

static void add_text(struct round *round)
{
	char *body = repeated(BODY, g_rand_int_range(round->random, 1, MOST_CHARACTERS));
	build_add_string(round->build, body);
	g_free(body);
}

static void add_body(struct round *round)
{
	int count = g_rand_int_range(round->random, 1, MOST_PARAGRAPHS);
	for (int i = 0; i < count; i++) {
		if (g_rand_int_range(round->random, 0, 4) == 0) {
			build_add_heading(round->build, HEADING);
		}
		add_text(round);
	}
}

static void sign(struct round *round)
{
	GString *names = g_string_new(NULL);
	round->organs = g_rand_int_range(round->random, 1, MOST_ORGANS + 1);
	round->kind = (enum signature_kind)g_rand_int_range(round->random, 0, 3);
	for (int i = 0; i < round->organs; i++) {
		char *name = repeated(ORGAN, g_rand_int_range(round->random, 1, 6));
		g_string_append_printf(names, "%s%s", i > 0 ? "|" : "", name);
		g_free(name);
	}
	char *date = repeated(DATE, g_rand_int_range(round->random, 1, 6));
	build_sign(round->build, round->kind, names->str, date,
		g_rand_int_range(round->random, 10, 31));
	g_string_free(names, TRUE);
	g_free(date);
}

static void make(struct round *round)
{
	round->random = g_rand_new_with_seed(round->seed);
	add_body(round);
	sign(round);
	round->has_imprint = g_rand_boolean(round->random);
	if (round->has_imprint) {
		build_give_imprint(round->build, g_rand_int_range(round->random, 1, 4));
	}
	g_rand_free(round->random);
}

static void fail_round(const struct round *round, const char *what)
{
	print_message("seed %u: %s\n%s", round->seed, what, build_lines(round->build));
	fail();
}

/* ---- looking at pages ---- */

static bool begins_with(const struct item *item, const char *character)
{
	return item->kind == ITEM_TEXT && item->artifact == ARTIFACT_NONE &&
	       g_str_has_prefix(item->text.text, character);
}

static const struct item *find(const struct page *page, const char *character, bool last)
{
	const struct item *found = NULL;
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (begins_with(item, character) && (last || !found)) {
			found = item;
		}
	}
	return found;
}

static void check_page(const struct round *round, const struct page *page, bool last)
{
	bool signs = find(page, ORGAN, false) || find(page, DATE, false);
	if (signs && !find(page, BODY, false)) {
		fail_round(round, "a signature alone");
	}
	if (find(page, IMPRINT, false) && (!last || page->number % 2 == 1)) {
		fail_round(round, "an imprint that is not on the last, even page");
	}
	const struct item *heading = find(page, HEADING, true);
	const struct item *body = find(page, BODY, true);
	if (heading && (!body || body->text.y < heading->text.y)) {
		fail_round(round, "a heading without its text");
	}
}

/* Of blank pages, and of an imprint behind one, no number is printed: 7.5. */
static void check_number(
	const struct round *round, const struct pages *pages, guint index)
{
	const struct page *page = g_ptr_array_index(pages->list, index);
	bool text = find(page, BODY, false) != NULL;
	bool behind_text = index > 0 && find(g_ptr_array_index(pages->list, index - 1),
						BODY, false) != NULL;
	bool numbered = text || (find(page, IMPRINT, false) && behind_text);
	if ((page->label != NULL) != numbered) {
		fail_round(round, "a page number that is missing, or too many");
	}
}

struct seal {
	double x, y, width, height;
	bool round;
};

static int find_seals(const struct page *page, struct seal *seals)
{
	int count = 0;
	for (guint i = 0; i < page->items->len; i++) {
		const struct item *item = &g_array_index(page->items, struct item, i);
		if (item->kind != ITEM_PATH) {
			continue;
		}
		double left = HUGE_VAL, right = -HUGE_VAL;
		double top = HUGE_VAL, bottom = -HUGE_VAL;
		for (int k = 0; k < item->path.point_count; k++) {
			left = fmin(left, item->path.points[2 * k]);
			right = fmax(right, item->path.points[2 * k]);
			top = fmin(top, item->path.points[2 * k + 1]);
			bottom = fmax(bottom, item->path.points[2 * k + 1]);
		}
		assert_true(count < MOST_SEALS);
		seals[count++] = (struct seal){(left + right) / 2, (top + bottom) / 2,
			right - left, bottom - top, item->path.point_count > 4};
	}
	return count;
}

static bool touch(const struct seal *one, const struct seal *other)
{
	double across = fabs(one->x - other->x);
	double down = fabs(one->y - other->y);
	if (one->round) {
		return hypot(across, down) <= (one->width + other->width) / 2;
	}
	return across < (one->width + other->width) / 2 &&
	       down < (one->height + other->height) / 2;
}

static void check_seals(const struct round *round, const struct page *page)
{
	struct seal seals[MOST_SEALS];
	int count = find_seals(page, seals);
	const struct item *body = find(page, BODY, true);
	const struct item *imprint = find(page, IMPRINT, false);
	double text_foot = body ? body->text.y + 1.2 : TOP;
	for (int i = 0; i < count; i++) {
		const struct seal *seal = &seals[i];
		double top = seal->y - seal->height / 2;
		double bottom = seal->y + seal->height / 2;
		if (seal->x - seal->width / 2 < LEFT - TOLERANCE ||
			seal->x + seal->width / 2 > LEFT + WIDTH + TOLERANCE ||
			bottom > TOP + HEIGHT + TOLERANCE) {
			fail_round(round, "a seal outside the type area");
		}
		if (top < text_foot - TOLERANCE) {
			fail_round(round, "a seal on the text");
		}
		if (i == 0 && seal->round && top > text_foot + 10 + TOLERANCE) {
			fail_round(round, "a seal more than a line below the text");
		}
		if (imprint && bottom > imprint->text.y - 8.8 + TOLERANCE) {
			fail_round(round, "a seal on the imprint");
		}
		for (int k = 0; k < i; k++) {
			if (touch(seal, &seals[k])) {
				fail_round(round, "two seals that touch");
			}
		}
	}
}

static void check(const struct round *round)
{
	const struct pages *pages = build_compose(round->build);
	assert_non_null(pages);
	guint count = pages->list->len;
	bool imprint = false;
	for (guint i = 0; i < count; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		check_page(round, page, i + 1 == count);
		check_seals(round, page);
		check_number(round, pages, i);
		imprint = imprint || find(page, IMPRINT, false);
	}
	if (imprint != round->has_imprint) {
		fail_round(round, "an imprint that is missing");
	}
}

static void every_document_ends_as_the_standard_has_it(void **state)
{
	(void)state;
	const char *wanted = g_getenv("SEED");
	const char *rounds = g_getenv("ROUNDS");
	guint32 seed = wanted ? (guint32)strtoul(wanted, NULL, 10) : g_random_int();
	int count = wanted ? 1 : rounds ? atoi(rounds) : ROUNDS;
	print_message("# first seed %u, %d rounds\n", seed, count);
	for (int i = 0; i < count; i++) {
		void *build;
		build_begin_official(&build);
		struct round round = {.seed = seed + (guint32)i, .build = build};
		round.build->master.area.width = WIDTH;
		round.build->master.area.height = HEIGHT;
		make(&round);
		check(&round);
		build_destroy(build);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_document_ends_as_the_standard_has_it),
	};
	return cmocka_run_group_tests_name("compose/random documents", tests, NULL, NULL);
}
