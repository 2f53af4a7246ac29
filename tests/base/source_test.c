#include "support/cases.h"

static void assert_place(const struct source *source, size_t offset, int line, int column)
{
	struct place place = source_place(source, offset);
	assert_ptr_equal(place.source, source);
	if (place.line != line || place.column != column) {
		fail_msg("offset %zu is at %d:%d, not %d:%d", offset, place.line,
			place.column, line, column);
	}
}

static void columns_count_characters_of_chinese_text(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "单位: 局\n名: 𬌗x\n");
	assert_place(source, 0, 1, 1);
	assert_place(source, 3, 1, 2);
	assert_place(source, 6, 1, 3);
	assert_place(source, 8, 1, 5);
	assert_place(source, 12, 2, 1);
	assert_place(source, 17, 2, 4); /* 𬌗 has four bytes */
	assert_place(source, 21, 2, 5);
	bench_end(&bench);
}

static void an_offset_within_a_character_counts_it_as_begun(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "单位");
	assert_place(source, 4, 1, 3);
	bench_end(&bench);
}

static void a_line_ends_with_lf_or_cr_lf(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "a\r\nbc\n\r\nd");
	size_t length;
	assert_place(source, 1, 1, 2); /* CR */
	assert_place(source, 2, 1, 3); /* LF */
	assert_place(source, 3, 2, 1);
	assert_place(source, 8, 4, 1);
	assert_memory_equal(source_line(source, 1, &length), "a", 1);
	assert_int_equal(length, 1);
	assert_memory_equal(source_line(source, 2, &length), "bc", 2);
	assert_int_equal(length, 2);
	assert_non_null(source_line(source, 3, &length));
	assert_int_equal(length, 0);
	assert_memory_equal(source_line(source, 4, &length), "d", 1);
	assert_int_equal(length, 1);
	bench_end(&bench);
}

static void there_are_no_lines_before_the_first_and_after_the_last(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	size_t length = 99;
	const struct source *source = bench_source(&bench, "a\n");
	assert_null(source_line(source, 0, &length));
	assert_null(source_line(source, -1, &length));
	assert_non_null(source_line(source, 2, &length));
	assert_int_equal(length, 0);
	assert_null(source_line(source, 3, &length));
	bench_end(&bench);
}

static void past_the_end_is_the_end(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	assert_place(bench_source(&bench, "ab"), 99, 1, 3);
	assert_place(bench_source(&bench, "ab\n"), 99, 2, 1);
	assert_place(bench_source(&bench, ""), 0, 1, 1);
	bench_end(&bench);
}

static void a_byte_order_mark_is_no_column(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "\uFEFF年: 1\nb");
	size_t length;
	assert_place(source, 0, 1, 1);
	assert_place(source, 3, 1, 1);
	assert_place(source, 6, 1, 2);
	assert_place(source, 10, 2, 1);
	assert_memory_equal(source_line(source, 1, &length), "年: 1", 6);
	assert_int_equal(length, 6);
	assert_int_equal(source->length, 11);
	bench_end(&bench);
}

static void bytes_are_kept_whole(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	char bytes[] = {'a', '\0', '\n', '\0', 'b'};
	const struct source *source = bench_bytes(&bench, bytes, sizeof bytes);
	bytes[0] = 'x';
	assert_int_equal(source->length, 5);
	assert_memory_equal(source->bytes, "a\0\n\0b", 6);
	assert_place(source, 4, 2, 2);
	bench_end(&bench);
}

static void a_file_as_a_whole_has_no_line(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct source *source = bench_source(&bench, "a");
	struct place place = source_whole(source);
	assert_ptr_equal(place.source, source);
	assert_int_equal(place.line, 0);
	bench_end(&bench);
}

/* Walking the text by hand gives the same places as asking for each. */
static void every_offset_has_the_place_that_walking_gives(void **state)
{
	(void)state;
	static const char *const pieces[] = {
		"a", "单", "𬌗", "\n", "\r\n", "é", " ", "\t"};
	struct random random = random_begin();
	for (int round = 0; round < 300; round++) {
		struct bench bench = bench_begin();
		GString *text = arena_text(bench.arena);
		for (size_t i = random_below(&random, 60); i > 0; i--) {
			g_string_append(text, random_of(&random, pieces));
		}
		const struct source *source = bench_source(&bench, text->str);
		int line = 1, column = 1;
		for (const char *at = text->str; *at; at = g_utf8_next_char(at)) {
			assert_place(source, (size_t)(at - text->str), line, column);
			line += *at == '\n';
			column = *at == '\n' ? 1 : column + 1;
		}
		bench_end(&bench);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_count_characters_of_chinese_text),
		cmocka_unit_test(an_offset_within_a_character_counts_it_as_begun),
		cmocka_unit_test(a_line_ends_with_lf_or_cr_lf),
		cmocka_unit_test(there_are_no_lines_before_the_first_and_after_the_last),
		cmocka_unit_test(past_the_end_is_the_end),
		cmocka_unit_test(a_byte_order_mark_is_no_column),
		cmocka_unit_test(bytes_are_kept_whole),
		cmocka_unit_test(a_file_as_a_whole_has_no_line),
		cmocka_unit_test(every_offset_has_the_place_that_walking_gives),
	};
	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
