#include "random_sums.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What a page tells, in the order of its labels; NULL: nothing. */
enum told {
	TOLD_PAGE,
	TOLD_FORWARD,
	TOLD_BROUGHT,
	TOLD
};

static const char LABELS[] = "PFB";

/* ---- where rows end ---- */

/* The last page on which something of a cell stands; -1: it has no text. */
static int last_page(const struct round *round, const struct made_cell *made)
{
	int last = -1;
	for (guint i = 0; i < round->pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(round->pages->list, i);
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			int number =
				item->kind == ITEM_TEXT && item->artifact == ARTIFACT_NONE
					? random_character_number(
						  g_utf8_get_char(item->text.text))
					: -1;
			if (number >= made->first && number < made->end) {
				last = (int)i;
			}
		}
	}
	return last;
}

/* The page on which each row ends; false where the text does not tell, since all cells of
 * a row stood above it too, or what is left of it is blank. */
static bool find_ends(const struct round *round, int *ends)
{
	bool own[MOST_ROWS] = {false};
	if (random_table_is_high(round)) {
		return false;
	}
	for (int row = 0; row < round->rows; row++) {
		ends[row] = -1;
	}
	for (guint i = 0; i < round->made->len; i++) {
		const struct made_cell *made =
			&g_array_index(round->made, struct made_cell, i);
		int row = made->cell->row + made->cell->row_span - 1;
		int page = last_page(round, made);
		ends[row] = MAX(ends[row], page);
		own[row] = own[row] || made->cell->row_span == 1;
	}
	for (int row = 0; row < round->rows; row++) {
		if (!own[row] || ends[row] < 0 ||
			(row > 0 && ends[row] < ends[row - 1])) {
			return false;
		}
	}
	return true;
}

/* ---- what pages tell ---- */

static bool is_number(const char *text)
{
	return strspn(text, "-0123456789.,") == strlen(text);
}

static void read_page(const struct round *round, guint index, char *told[TOLD])
{
	const struct page *page = g_ptr_array_index(round->pages->list, index);
	int at = -1;
	for (guint k = 0; k < page->items->len; k++) {
		const struct item *item = &g_array_index(page->items, struct item, k);
		if (item->kind != ITEM_TEXT || item->artifact == ARTIFACT_NONE) {
			continue;
		}
		const char *label = strchr(LABELS, item->text.text[0]);
		if (label) {
			at = (int)(label - LABELS);
			told[at] = g_strdup("");
		} else if (at >= 0 && is_number(item->text.text)) {
			char *longer = g_strconcat(told[at], item->text.text, NULL);
			g_free(told[at]);
			told[at] = longer;
		}
	}
}

static void assert_told(
	const struct round *round, guint page, const char *told, int64_t millionths)
{
	struct decimal decimal = {0};
	size_t read = 0;
	bool good = decimal_parse(told, &decimal, &read);
	if (!good || told[read] || decimal.millionths != millionths) {
		fail_msg("seed %u, page %u: “%s” told, %" G_GINT64_FORMAT
			 " millionths expected",
			round->seed, page + 1, told, millionths);
	}
}

static bool sums_may_be_missing(const struct round *round)
{
	const struct diagnostics *reports = round->build->diagnostics;
	for (guint i = 0; i < diagnostics_count(reports); i++) {
		const char *code = diagnostics_get(reports, i)->code;
		if (strcmp(code, "table-sums-dropped") == 0 ||
			strcmp(code, "table-head-too-tall") == 0) {
			return true;
		}
	}
	return false;
}

/* The sums of rows that end before a page, on it, and up to it. */
static void assert_page(const struct round *round, guint page, const int *ends)
{
	const char *const labels[] = {
		round->sums.page, round->sums.forward, round->sums.brought};
	int64_t sums[TOLD] = {0};
	bool rows = false;
	bool before = false;
	bool after = false;
	for (int row = round->head_rows; row < round->rows; row++) {
		int64_t value = round->values[row - round->head_rows].millionths;
		int end = ends[row] - (int)page;
		sums[TOLD_PAGE] += end == 0 ? value : 0;
		sums[TOLD_FORWARD] += end <= 0 ? value : 0;
		sums[TOLD_BROUGHT] += end < 0 ? value : 0;
		rows = rows || end == 0;
		before = before || end < 0;
		after = after || end > 0;
	}
	char *told[TOLD] = {NULL};
	read_page(round, page, told);
	bool expected[TOLD] = {rows, rows && after, rows && before};
	for (int i = 0; i < TOLD; i++) {
		if (told[i]) {
			assert_told(round, page, told[i], sums[i]);
		} else if (expected[i] && labels[i] && !sums_may_be_missing(round)) {
			fail_msg("seed %u, page %u: no %s", round->seed, page + 1,
				labels[i]);
		}
		g_free(told[i]);
	}
}

void random_sums_assert(const struct round *round)
{
	int ends[MOST_ROWS];
	if (!round->table->table.page_sums || !find_ends(round, ends)) {
		return;
	}
	for (guint i = 0; i < round->pages->list->len; i++) {
		assert_page(round, i, ends);
	}
}
