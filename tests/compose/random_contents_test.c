/* What holds of all contents, set in real faces: the numbers are those printed on the
 * pages that the entries lead to, and leaders touch nothing. */
#include "compose/compose.h"
#include "support/cases.h"
#include "text/setting.h"

#include <math.h>
#include <stdio.h>

enum {
	ROUNDS = 500,
	MOST_HEADINGS = 90,
	LEVELS = 3
};

/* A document at random, and what it became. */
struct round {
	struct random *random;
	struct arena *arena;
	struct setting *setting;
	int number;
	struct style styles[LEVELS + 1]; /* of the levels; of the text */
	struct page_master master;
	GPtrArray *listings; /* struct contents_listing */
	GPtrArray *entries;  /* struct contents_entry: a copy of each */
	struct document_part parts[3];
	struct pages *pages;
};

static int between(struct round *round, int least, int most)
{
	return least + (int)random_below(round->random, (size_t)(most - least + 1));
}

/* ---- making ---- */

static const char *make_text(struct round *round, int length)
{
	static const char *const words[] = {"绩", "效", "“十三五”", "目标", "（一）",
		"2016", "、", "工作", "G20", "管", "理", "——", "规划"};
	GString *text = arena_text(round->arena);
	while (g_utf8_strlen(text->str, -1) < length) {
		g_string_append(text, random_of(round->random, words));
	}
	return text->str;
}

static struct text_run *make_runs(
	struct round *round, const struct style *style, const char *number, int length)
{
	struct place place = {round->setting->source, 1, 1};
	struct text_run *runs = arena_new_array(round->arena, struct text_run, 2);
	runs[0] = (struct text_run){passage_plain(number, place), .style = style};
	runs[1] = (struct text_run){passage_plain(make_text(round, length), place),
		.style = style, .hangs_here = true};
	return runs;
}

static void add_text(
	struct round *round, GPtrArray *blocks, const struct text_block *text)
{
	struct block *block = arena_new(round->arena, struct block);
	block->kind = BLOCK_TEXT;
	block->text = *text;
	g_ptr_array_add(blocks, block);
}

static void add_heading(struct round *round, GPtrArray *blocks)
{
	static const char *const numbers[] = {"一、", "（一）", "1. ", ""};
	struct contents_listing *listing =
		arena_new(round->arena, struct contents_listing);
	int level = between(round, 1, LEVELS);
	*listing = (struct contents_listing){
		.level = level,
		.runs = make_runs(round, &round->styles[LEVELS],
			random_of(round->random, numbers), between(round, 1, 30)),
		.run_count = 2,
		.destination = arena_printf(round->arena, "%u", round->listings->len),
		.place = {round->setting->source, 1, 1},
	};
	struct text_block heading = {
		.purpose = PURPOSE_HEADING,
		.level = level,
		.style = &round->styles[LEVELS],
		.runs = listing->runs,
		.run_count = 2,
		.destination = listing->destination,
		.listing = listing,
	};
	g_ptr_array_add(round->listings, listing);
	add_text(round, blocks, &heading);
}

static void add_prose(struct round *round, GPtrArray *blocks)
{
	struct text_block prose = {
		.style = &round->styles[LEVELS],
		.runs = make_runs(
			round, &round->styles[LEVELS], "", between(round, 5, 300)),
		.run_count = 2,
	};
	add_text(round, blocks, &prose);
}

static void add_contents(struct round *round, GPtrArray *blocks)
{
	static const char *const before[] = {"( ", "", "第", "—"};
	static const char *const after[] = {" )", "", "页", "—"};
	struct contents_entry *entries = arena_new_array(
		round->arena, struct contents_entry, round->listings->len);
	for (guint i = 0; i < round->listings->len; i++) {
		const struct contents_listing *listing =
			g_ptr_array_index(round->listings, i);
		const struct style *style = &round->styles[listing->level - 1];
		struct text_run *runs =
			arena_copy(round->arena, listing->runs, 2 * sizeof *runs);
		size_t look = (size_t)(round->number + listing->level) % 5;
		runs[0].style = runs[1].style = style;
		entries[i] = (struct contents_entry){
			.text = {.style = style, .runs = runs, .run_count = 2},
			.before = look < 4 ? before[look] : NULL,
			.after = look < 4 ? after[look] : NULL,
			.target = listing,
		};
		g_ptr_array_add(round->entries, &entries[i]);
	}
	struct block *block = arena_new(round->arena, struct block);
	block->kind = BLOCK_CONTENTS;
	block->contents = (struct contents_block){entries, round->listings->len};
	g_ptr_array_add(blocks, block);
}

static void make_styles(struct round *round)
{
	static const char *const leaders[] = {".", "…", "·", "-"};
	static const double sizes[] = {9, 10.5, 12, 16};
	for (int i = 0; i <= LEVELS; i++) {
		struct style *style = &round->styles[i];
		*style = setting_style();
		style->size = style->pitch = sizes[between(round, 0, 3)];
		style->leading = style->size * 1.8;
		style->start = i < LEVELS ? i * style->size : 0;
		style->leader = i < LEVELS ? random_of(round->random, leaders) : NULL;
		style->keep_with_next = i == 0;
	}
}

static void make_master(struct round *round)
{
	static struct style figures;
	static const struct page_field number = {
		.text = "{page}", .style = &figures, .below = 10, .on_first = true};
	figures = setting_style();
	double width = between(round, 120, 440);
	double height = between(round, 150, 640);
	round->master = (struct page_master){
		.name = "纸",
		.width = width + 80,
		.height = height + 80,
		.area = {40, 40, width, height},
		.mirrored = between(round, 0, 1) == 1,
		.row = between(round, 0, 1) == 1 ? 28 : 0,
		.fields = &number,
		.field_count = 1,
	};
}

static struct document_part make_part(struct round *round, GPtrArray *blocks)
{
	static const char *const numerals[] = {NULL, "i", "一"};
	return (struct document_part){
		.master = &round->master,
		.begins_odd = between(round, 0, 1) == 1,
		.numbering = {.from = between(round, 0, 2) == 0 ? between(round, 1, 99)
								: 0,
			.numerals = numerals[between(round, 0, 2)]},
		.blocks = (const struct block *const *)(const void *)blocks->pdata,
		.block_count = blocks->len,
	};
}

static void make_document(struct round *round)
{
	GPtrArray *front = arena_pointers(round->arena);
	GPtrArray *bodies[] = {
		arena_pointers(round->arena), arena_pointers(round->arena)};
	int count = between(round, 1, MOST_HEADINGS);
	make_styles(round);
	make_master(round);
	for (int i = 0; i < count; i++) {
		GPtrArray *body = bodies[2 * i < count ? 0 : 1];
		add_heading(round, body);
		for (int k = between(round, -1, 2); k > 0; k--) {
			add_prose(round, body);
		}
	}
	add_contents(round, front);
	round->parts[0] = make_part(round, front);
	round->parts[1] = make_part(round, bodies[0]);
	round->parts[2] = make_part(round, bodies[1]);
}

/* ---- looking at pages ---- */

/* Where a text's ink may end: blanks have none. */
static double item_right(const struct item_text *text)
{
	const char *at = text->text;
	double right = -HUGE_VAL;
	int glyph = 0;
	for (int i = 0; i < text->cluster_count; i++) {
		glyph += text->clusters[i].glyph_count;
		const struct item_glyph *last = &text->glyphs[MAX(glyph, 1) - 1];
		if (!g_unichar_isspace(g_utf8_get_char(at))) {
			right = text->x + (double)last->x +
				hb_font_get_glyph_h_advance(
					text->face->hb_font, last->id) /
					text->face->units_per_em * text->size;
		}
		at += text->clusters[i].text_length;
	}
	return right;
}

/* The texts of each entry, one behind the other, without blanks. */
static GHashTable *entry_texts(const struct round *round)
{
	GHashTable *texts = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < round->pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(round->pages->list, i);
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			if (item->kind != ITEM_TEXT || !item->node ||
				item->node->role != STRUCTURE_LINK) {
				continue;
			}
			GString *text = g_hash_table_lookup(texts, item->node);
			if (!text) {
				text = arena_text(round->arena);
				g_hash_table_insert(texts, item->node, text);
			}
			g_string_append(text, item->text.text);
		}
	}
	return texts;
}

static const char *page_label_of(const struct round *round, const char *destination)
{
	const struct destination *found = pages_destination(round->pages, destination);
	assert_non_null(found);
	const struct page *page = g_ptr_array_index(round->pages->list, found->page);
	assert_non_null(page->label);
	return page->label;
}

static const char *without_blanks(GString *text)
{
	g_string_replace(text, " ", "", 0);
	g_string_replace(text, "\t", "", 0);
	return text->str;
}

static void expect_number(const struct round *round, GHashTable *texts,
	const struct structure_node *link, const struct contents_entry *entry)
{
	GString *expected = arena_text(round->arena);
	for (size_t i = 0; i < entry->text.run_count; i++) {
		g_string_append(expected, entry->text.runs[i].passage.text);
	}
	if (entry->before) {
		g_string_append_printf(expected, "%s%s%s", entry->before,
			page_label_of(round, entry->target->destination), entry->after);
	}
	GString *found = g_hash_table_lookup(texts, link);
	assert_non_null(found);
	if (strcmp(without_blanks(found), without_blanks(expected)) != 0) {
		fail_msg("round %d: “%s”, not “%s”", round->number, found->str,
			expected->str);
	}
}

static void expect_numbers(const struct round *round)
{
	GHashTable *texts = entry_texts(round);
	const struct structure_node *item =
		round->pages->structure->first_child->first_child;
	for (guint i = 0; i < round->entries->len; i++, item = item->next) {
		expect_number(round, texts, item->first_child,
			g_ptr_array_index(round->entries, i));
	}
	assert_null(item);
	g_hash_table_destroy(texts);
}

/* A page's leaders stand between what is on their lines. */
static void expect_leaders_apart(const struct round *round, const struct page *page)
{
	const struct item *items = (const struct item *)(const void *)page->items->data;
	for (guint i = 0; i < page->items->len; i++) {
		if (items[i].kind != ITEM_TEXT || items[i].artifact != ARTIFACT_LAYOUT) {
			continue;
		}
		const struct item_text *leader = &items[i].text;
		for (guint k = 0; k < page->items->len; k++) {
			const struct item_text *text = &items[k].text;
			if (k == i || items[k].kind != ITEM_TEXT ||
				fabs(text->y - leader->y) > 0.01) {
				continue;
			}
			if (text->x < item_right(leader) - 0.02 &&
				leader->x < item_right(text) - 0.02) {
				fail_msg("round %d, page %s: a leader lies on “%s”",
					round->number, page->label, text->text);
			}
		}
	}
}

static void compose_round(struct round *round)
{
	struct diagnostics *diagnostics = diagnostics_create();
	struct limits limits = limits_default();
	struct document document = {.parts = round->parts, .part_count = 3};
	round->pages = compose(&document, round->setting->faces, &limits, diagnostics);
	assert_non_null(round->pages);
	for (guint i = 0; i < diagnostics_count(diagnostics); i++) {
		const struct diagnostic *said = diagnostics_get(diagnostics, i);
		if (g_str_has_prefix(said->code, "contents")) {
			fail_msg("round %d: %s", round->number, said->message);
		}
	}
	diagnostics_destroy(diagnostics);
}

static void contents_are_true_in_documents_at_random(void **state)
{
	struct random random = random_begin();
	for (int i = 0; i < ROUNDS; i++) {
		struct round round = {
			.random = &random,
			.arena = arena_create(),
			.setting = *state,
			.number = i,
		};
		round.listings = arena_pointers(round.arena);
		round.entries = arena_pointers(round.arena);
		make_document(&round);
		compose_round(&round);
		expect_numbers(&round);
		for (guint k = 0; k < round.pages->list->len; k++) {
			expect_leaders_apart(
				&round, g_ptr_array_index(round.pages->list, k));
		}
		pages_destroy(round.pages);
		arena_destroy(round.arena);
	}
}

static int begin(void **state)
{
	struct setting *setting = g_new(struct setting, 1);
	*setting = setting_create();
	*state = setting;
	return 0;
}

static int end(void **state)
{
	setting_destroy(*state);
	g_free(*state);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contents_are_true_in_documents_at_random)};
	return cmocka_run_group_tests_name("compose/random_contents", tests, begin, end);
}
