#include "support/cases.h"

#include "base/passage.h"

static struct place at(int line, int column)
{
	return (struct place){NULL, line, column};
}

static void assert_place(
	const struct passage *passage, size_t offset, int line, int column)
{
	struct place place = passage_place(passage, offset);
	if (place.line != line || place.column != column) {
		fail_msg("offset %zu is at %d:%d, not %d:%d", offset, place.line,
			place.column, line, column);
	}
}

/* 甲乙 at 1:5, 丙 at 2:3, a second line's 丁戊 at 7:1 */
static struct passage three_parts(struct arena *arena)
{
	struct passage_builder builder = passage_builder_begin(arena);
	passage_builder_add(&builder, "甲乙", 6, at(1, 5));
	passage_builder_add(&builder, "丙", 3, at(2, 3));
	passage_builder_add(&builder, "丁戊xyz", 6, at(7, 1));
	return passage_builder_end(&builder);
}

static void a_plain_passage_counts_characters_from_its_place(void **state)
{
	(void)state;
	struct passage passage = passage_plain("部门ab", at(3, 7));
	assert_int_equal(passage.length, 8);
	assert_place(&passage, 0, 3, 7);
	assert_place(&passage, 3, 3, 8);
	assert_place(&passage, 7, 3, 10);
	assert_place(&passage, 8, 3, 11);
	assert_place(&passage, 99, 3, 11);
}

static void a_built_passage_has_the_places_of_its_parts(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct passage passage = three_parts(arena);
	assert_string_equal(passage.text, "甲乙丙丁戊");
	assert_int_equal(passage.length, 15);
	assert_place(&passage, 0, 1, 5);
	assert_place(&passage, 3, 1, 6);
	assert_place(&passage, 6, 2, 3);
	assert_place(&passage, 9, 7, 1);
	assert_place(&passage, 12, 7, 2);
	assert_place(&passage, 15, 7, 3);
	arena_destroy(arena);
}

static void a_part_keeps_its_places(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct passage passage = three_parts(arena);
	struct passage part = passage_part(arena, &passage, 3, 12);
	assert_string_equal(part.text, "乙丙丁");
	assert_place(&part, 0, 1, 6);
	assert_place(&part, 3, 2, 3);
	assert_place(&part, 6, 7, 1);
	part = passage_part(arena, &passage, 6, 9);
	assert_string_equal(part.text, "丙");
	assert_place(&part, 0, 2, 3);
	assert_int_equal(part.step_count, 0);
	part = passage_part(arena, &passage, 15, 15);
	assert_string_equal(part.text, "");
	assert_place(&part, 0, 7, 3);
	arena_destroy(arena);
}

static void a_part_is_a_copy(void **state)
{
	(void)state;
	struct arena *arena = arena_create(), *longer = arena_create();
	struct passage passage = three_parts(arena);
	struct passage part = passage_part(longer, &passage, 3, 9);
	arena_destroy(arena);
	assert_string_equal(part.text, "乙丙");
	assert_place(&part, 3, 2, 3);
	arena_destroy(longer);
}

static void passages_are_joined_with_all_their_places(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct passage parts = three_parts(arena);
	struct passage_builder builder = passage_builder_begin(arena);
	passage_builder_add(&builder, "〔", 3, at(9, 9));
	passage_builder_add_passage(&builder, &parts);
	passage_builder_add_passage(&builder, &parts);
	struct passage passage = passage_builder_end(&builder);
	assert_string_equal(passage.text, "〔甲乙丙丁戊甲乙丙丁戊");
	assert_place(&passage, 0, 9, 9);
	assert_place(&passage, 9, 2, 3);
	assert_place(&passage, 18, 1, 5);
	assert_place(&passage, 24, 2, 3);
	assert_place(&passage, 30, 7, 2);
	arena_destroy(arena);
}

static void empty_parts_leave_no_trace_but_a_place(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	struct passage_builder builder = passage_builder_begin(arena);
	passage_builder_add(&builder, "", 0, at(1, 1));
	passage_builder_add(&builder, "甲", 3, at(2, 2));
	passage_builder_add(&builder, "", 0, at(3, 3));
	struct passage passage = passage_builder_end(&builder);
	assert_string_equal(passage.text, "甲");
	assert_int_equal(passage.place.line, 2);
	assert_place(&passage, 0, 2, 2);
	assert_place(&passage, 3, 3, 3);
	builder = passage_builder_begin(arena);
	passage = passage_builder_end(&builder);
	assert_string_equal(passage.text, "");
	assert_place(&passage, 0, 0, 0);
	arena_destroy(arena);
}

/* Characters of a-z, each at a place made from its letter: whatever is cut and joined, a
 * letter tells where it must be. */
static struct passage random_passage(
	struct random *random, struct arena *arena, int depth)
{
	struct passage_builder builder = passage_builder_begin(arena);
	for (size_t i = 1 + random_below(random, 4); i > 0; i--) {
		if (depth > 0 && random_below(random, 2)) {
			struct passage inner = random_passage(random, arena, depth - 1);
			size_t start = random_below(random, inner.length + 1);
			size_t end =
				start + random_below(random, inner.length - start + 1);
			inner = passage_part(arena, &inner, start, end);
			passage_builder_add_passage(&builder, &inner);
		} else {
			static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
			size_t first = random_below(random, 20);
			passage_builder_add(&builder, letters + first,
				random_below(random, 6), at(1, (int)first + 1));
		}
	}
	return passage_builder_end(&builder);
}

static void cutting_and_joining_never_loses_a_place(void **state)
{
	(void)state;
	struct random random = random_begin();
	for (int round = 0; round < 2000; round++) {
		struct arena *arena = arena_create();
		struct passage passage = random_passage(&random, arena, 4);
		for (size_t i = 0; i < passage.length; i++) {
			assert_place(&passage, i, 1, passage.text[i] - 'a' + 1);
		}
		arena_destroy(arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_passage_counts_characters_from_its_place),
		cmocka_unit_test(a_built_passage_has_the_places_of_its_parts),
		cmocka_unit_test(a_part_keeps_its_places),
		cmocka_unit_test(a_part_is_a_copy),
		cmocka_unit_test(passages_are_joined_with_all_their_places),
		cmocka_unit_test(empty_parts_leave_no_trace_but_a_place),
		cmocka_unit_test(cutting_and_joining_never_loses_a_place),
	};
	return cmocka_run_group_tests_name("passage", tests, NULL, NULL);
}
