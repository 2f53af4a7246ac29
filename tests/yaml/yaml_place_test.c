/* Where the characters of scalars come from. Every character of a random scalar stands
 * once in its file, so that its place is known whatever style it was written in. */
#include "reading.h"

enum {
	FIRST_CHARACTER = 0x4E00,
};

struct writing {
	struct random random;
	GString *text;
	gunichar next; /* each character is used once */
	const char *line_end;
	int parent; /* indent of what the scalar stands in */
	int indent; /* beyond that */
};

static bool chance(struct writing *writing, size_t one_in)
{
	return random_below(&writing->random, one_in) == 0;
}

static void write_spaces(struct writing *writing, size_t most)
{
	for (size_t i = random_below(&writing->random, most + 1); i > 0; i--) {
		g_string_append_c(writing->text, ' ');
	}
}

static void write_indent(struct writing *writing)
{
	g_string_append_printf(
		writing->text, "%*s", writing->parent + writing->indent, "");
}

static void write_word(struct writing *writing)
{
	for (size_t i = 1 + random_below(&writing->random, 4); i > 0; i--) {
		g_string_append_unichar(writing->text, writing->next++);
	}
}

/* Line ends, and blanks around them, that the parser folds. */
static void write_fold(struct writing *writing)
{
	write_spaces(writing, 2);
	for (size_t i = 1 + random_below(&writing->random, 3); i > 0; i--) {
		g_string_append(writing->text, writing->line_end);
		if (i > 1 && chance(writing, 3)) {
			write_spaces(writing, 4);
		}
	}
	write_indent(writing);
	write_spaces(writing, 3);
}

static void write_blanks(struct writing *writing)
{
	static const char *const blanks[] = {" ", "  ", "\t", " \t  "};
	g_string_append(writing->text, random_of(&writing->random, blanks));
}

static void write_double_escape(struct writing *writing)
{
	static const char *const escapes[] = {
		"\\n", "\\\"", "\\\\", "\\t", "\\x41", "\\_"};
	switch (random_below(&writing->random, 4)) {
	case 0:
		g_string_append_printf(writing->text, "\\u%04X", writing->next++);
		break;
	case 1:
		g_string_append_printf(writing->text, "\\U%08x", writing->next++);
		break;
	case 2:
		g_string_append(writing->text, random_of(&writing->random, escapes));
		break;
	default: /* a line end that is not there, and perhaps some that are */
		g_string_append_c(writing->text, '\\');
		for (size_t i = 1 + random_below(&writing->random, 3); i > 0; i--) {
			g_string_append(writing->text, writing->line_end);
		}
		write_indent(writing);
		write_word(writing);
	}
}

static void write_escape(struct writing *writing, char quote)
{
	if (quote == '"') {
		write_double_escape(writing);
	} else if (quote == '\'') {
		g_string_append(writing->text, "''");
	}
}

/* Words with blanks, folds and escapes between them. */
static void write_flow(struct writing *writing, char quote)
{
	if (quote) {
		g_string_append_c(writing->text, quote);
		write_spaces(writing, 2);
	}
	write_word(writing);
	for (size_t i = random_below(&writing->random, 12); i > 0; i--) {
		if (chance(writing, 3)) {
			write_fold(writing);
		} else if (chance(writing, 2)) {
			write_escape(writing, quote);
		} else {
			write_blanks(writing);
		}
		write_word(writing);
	}
	if (quote) {
		write_spaces(writing, 2);
		g_string_append_c(writing->text, quote);
	}
	g_string_append(writing->text, writing->line_end);
}

static void write_block_line(struct writing *writing)
{
	if (chance(writing, 4)) {
		write_spaces(writing, (size_t)(writing->parent + writing->indent));
		g_string_append(writing->text, writing->line_end);
		return;
	}
	write_indent(writing);
	if (chance(writing, 3)) {
		write_blanks(writing);
	}
	write_word(writing);
	if (chance(writing, 2)) {
		write_blanks(writing);
		write_word(writing);
	}
	write_spaces(writing, 1);
	g_string_append(writing->text, writing->line_end);
}

static void write_block(struct writing *writing, char mark)
{
	static const char *const chomps[] = {"", "-", "+"};
	bool header = chance(writing, 3);
	g_string_append_c(writing->text, mark);
	if (header) {
		g_string_append_printf(writing->text, "%d", writing->indent);
	}
	g_string_append(writing->text, random_of(&writing->random, chomps));
	write_spaces(writing, 2);
	g_string_append(writing->text, writing->line_end);
	for (size_t i = random_below(&writing->random, 3); i > 0; i--) {
		g_string_append(writing->text, writing->line_end);
	}
	write_indent(writing);
	if (header) {
		write_spaces(writing, 2);
	}
	write_word(writing);
	g_string_append(writing->text, writing->line_end);
	for (size_t i = random_below(&writing->random, 8); i > 0; i--) {
		write_block_line(writing);
	}
}

/* The place of a character that stands once in a source, or is written as an escape once.
 */
static struct place place_of(const struct source *source, gunichar character)
{
	char plain[8] = "";
	g_unichar_to_utf8(character, plain);
	char *escapes[] = {g_strdup_printf("\\u%04X", character),
		g_strdup_printf("\\U%08x", character), g_strdup(plain)};
	const char *at = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(escapes); i++) {
		at = at ? at : strstr(source->bytes, escapes[i]);
		g_free(escapes[i]);
	}
	assert_non_null(at);
	return source_place(source, (size_t)(at - source->bytes));
}

static gunichar character_at(struct place place)
{
	size_t length = 0;
	const char *at = source_line(place.source, place.line, &length);
	const char *end = at + length;
	for (int column = 1; column < place.column && at < end; column++) {
		at = g_utf8_next_char(at);
	}
	return at < end ? g_utf8_get_char(at) : '\n';
}

static bool is_blank(gunichar character)
{
	return character == ' ' || character == '\t' || character == 0xA0;
}

/* A character that stands once has its own place; a blank that of a blank, of an escape
 * or of a line's end; and places never go backwards. */
static void assert_place(
	struct place place, gunichar character, const struct writing *writing)
{
	struct place expected = place;
	if (character >= FIRST_CHARACTER && character < writing->next) {
		expected = place_of(place.source, character);
	}
	gunichar there = character_at(place);
	bool blank = !is_blank(character) || there == character || there == '\n' ||
		     there == '\\' || (character == ' ' && is_blank(there));
	if (place.line != expected.line || place.column != expected.column || !blank) {
		fail_msg("U+%04X is at %d:%d (U+%04X), not at %d:%d of\n%s", character,
			place.line, place.column, there, expected.line, expected.column,
			place.source->bytes);
	}
}

static void assert_places(const struct passage *passage, const struct writing *writing)
{
	gunichar next = FIRST_CHARACTER;
	struct place before = {0};
	for (const char *at = passage->text; *at; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		struct place place = passage_place(passage, (size_t)(at - passage->text));
		assert_place(place, character, writing);
		assert_true(place.line > before.line ||
			    (place.line == before.line && place.column > before.column));
		before = place;
		next += character == next;
	}
	assert_int_equal(next, writing->next); /* none was lost on the way */
}

/* A file with the scalar as the value `x` of a mapping, which may be an item of a list.
 */
static void check_one(struct writing *writing, char mark, int round)
{
	struct bench bench = bench_begin();
	bool listed = round % 2;
	writing->text = arena_text(bench.arena);
	writing->next = FIRST_CHARACTER;
	writing->line_end = round % 3 ? "\n" : "\r\n";
	writing->parent = listed ? 2 : 0;
	writing->indent = 1 + (int)random_below(&writing->random, 4);
	g_string_append(writing->text, round % 5 ? "# 说明\n" : "\uFEFF");
	g_string_append(writing->text, listed ? "- x: " : "x: ");
	if (mark == '|' || mark == '>') {
		write_block(writing, mark);
	} else {
		write_flow(writing, mark);
	}
	g_string_append(writing->text, listed ? "- end\n" : "y: end\n");
	const struct yaml_node *root = read_text(&bench, writing->text->str);
	if (!root || diagnostics_count(bench.diagnostics)) {
		fail_msg("%s\n%s", bench_printed(&bench, DIAGNOSTIC_SHORT),
			writing->text->str);
		return;
	}
	const struct yaml_node *value = yaml_get(listed ? root->items[0] : root, "x");
	assert_places(&value->scalar, writing);
	bench_end(&bench);
}

static void check_style(char mark)
{
	struct writing writing = {.random = random_begin()};
	for (int round = 0; round < 3000; round++) {
		check_one(&writing, mark, round);
	}
}

static void characters_of_plain_text_keep_their_places(void **state)
{
	(void)state;
	check_style('\0');
}

static void characters_in_single_quotes_keep_their_places(void **state)
{
	(void)state;
	check_style('\'');
}

static void characters_in_double_quotes_keep_their_places(void **state)
{
	(void)state;
	check_style('"');
}

static void characters_of_literal_blocks_keep_their_places(void **state)
{
	(void)state;
	check_style('|');
}

static void characters_of_folded_blocks_keep_their_places(void **state)
{
	(void)state;
	check_style('>');
}

/* The places of a value's characters, as `line:column` each. */
static void assert_value_places(const char *text, const char *value, const char *expected)
{
	struct bench bench = bench_begin();
	const struct passage *passage = &yaml_get(read_text(&bench, text), "x")->scalar;
	GString *places = arena_text(bench.arena);
	assert_string_equal(passage->text, value);
	for (const char *at = passage->text; *at; at = g_utf8_next_char(at)) {
		struct place place = passage_place(passage, (size_t)(at - passage->text));
		g_string_append_printf(places, "%d:%d ", place.line, place.column);
	}
	assert_string_equal(places->str, expected);
	bench_end(&bench);
}

static void places_are_those_counted_by_hand(void **state)
{
	(void)state;
	assert_value_places("x: 甲乙", "甲乙", "1:4 1:5 ");
	assert_value_places("x: 甲\n  乙", "甲乙", "1:4 2:3 ");
	assert_value_places("x: a\n  乙", "a 乙", "1:4 1:5 2:3 ");
	assert_value_places("x: 甲\u00AD乙\n  \u200B丙\u200D", "甲乙丙", "1:4 1:6 2:4 ");
	assert_value_places("x: '甲''乙'", "甲'乙", "1:5 1:6 1:8 ");
	assert_value_places("x: \"\\u7532\\n乙\"", "甲\n乙", "1:5 1:11 1:13 ");
	assert_value_places("x: \"甲\\\n  乙\"", "甲乙", "1:5 2:3 ");
	assert_value_places("x: |\n  甲乙\n\n  丙", "甲乙\n\n丙", "2:3 2:4 2:5 3:1 4:3 ");
	assert_value_places("x: |1\n   甲", "  甲", "2:2 2:3 2:4 ");
	assert_value_places(
		"x: >\n\n 甲\n 乙\n  丙", "\n甲乙\n 丙", "2:1 3:2 4:2 4:3 5:2 5:3 ");
}

/* A refused character is replaced for the parser; what stands after it keeps its place.
 */
static void places_hold_after_a_refused_character(void **state)
{
	(void)state;
	struct bench bench = bench_begin();
	const struct yaml_node *root = read_text(
		&bench, "x: '甲\u202E乙\xC2\x85\a丙\n  \U0001FFFE丁'\ny: \u200F戊\n");
	const struct passage *passage = &yaml_get(root, "x")->scalar;
	const char *last = strstr(passage->text, "丁");
	struct place place = passage_place(passage, (size_t)(last - passage->text));
	assert_int_equal(place.line, 2);
	assert_int_equal(place.column, 4);
	last = strstr(passage->text, "丙");
	place = passage_place(passage, (size_t)(last - passage->text));
	assert_int_equal(place.line, 1);
	assert_int_equal(place.column, 10);
	bench_expect(&bench, "plan.yaml:1:6: error[character-refused]\n"
			     "plan.yaml:1:8: error[character-refused]\n"
			     "plan.yaml:1:9: error[character-refused]\n"
			     "plan.yaml:2:3: error[character-refused]\n"
			     "plan.yaml:3:4: error[character-refused]\n");
	bench_end(&bench);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(places_are_those_counted_by_hand),
		cmocka_unit_test(places_hold_after_a_refused_character),
		cmocka_unit_test(characters_of_plain_text_keep_their_places),
		cmocka_unit_test(characters_in_single_quotes_keep_their_places),
		cmocka_unit_test(characters_in_double_quotes_keep_their_places),
		cmocka_unit_test(characters_of_literal_blocks_keep_their_places),
		cmocka_unit_test(characters_of_folded_blocks_keep_their_places),
	};
	return cmocka_run_group_tests_name("yaml_place", tests, NULL, NULL);
}
