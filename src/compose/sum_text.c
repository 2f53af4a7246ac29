#include "compose/sum_text.h"

#include <string.h>

enum {
	DIGITS_GROUPED = 3
};

const struct decimal *sums_so_far(struct arena *arena, const struct decimal *values,
	int row_count, struct diagnostics *diagnostics, struct place place)
{
	struct decimal *sums = arena_new_array(arena, struct decimal, row_count + 1);
	for (int i = 0; i < row_count; i++) {
		sums[i + 1] = sums[i];
		if (!decimal_add(sums[i], values[i], &sums[i + 1])) {
			diagnostics_error(diagnostics, place, "page-sum-too-large",
				"表格第 %d 行起的小计太大，无法计算", i + 1);
		}
	}
	return sums;
}

static const char *group_digits(struct arena *arena, const char *digits)
{
	GString *text = arena_text(arena);
	size_t sign = strspn(digits, "-");
	size_t whole = strcspn(digits + sign, ".");
	g_string_append_len(text, digits, (gssize)sign);
	for (size_t i = 0; i < whole; i++) {
		if (i > 0 && (whole - i) % DIGITS_GROUPED == 0) {
			g_string_append_c(text, ',');
		}
		g_string_append_c(text, digits[sign + i]);
	}
	g_string_append(text, digits + sign + whole);
	return text->str;
}

const char *sum_text(
	struct arena *arena, const struct page_sum *source, struct decimal sum)
{
	const char *digits = decimal_text(arena, sum, source->places);
	return source->grouped ? group_digits(arena, digits) : digits;
}

/* How many decimals the values have at most, but no fewer than are printed. */
static int most_places(
	const struct page_sum *source, const struct decimal *so_far, int row_count)
{
	int places = source->places;
	for (int i = 0; i <= row_count; i++) {
		while (places < DECIMAL_PLACES &&
			decimal_compare(decimal_round(so_far[i], places), so_far[i]) !=
				0) {
			places++;
		}
	}
	return places;
}

/* Sums of pages are differences of sums so far: none is greater than the widest of these
 * is from the others, all with their decimals and, where any is below zero, its sign. */
const char *sum_widest_text(struct arena *arena, const struct page_sum *source,
	const struct decimal *so_far, int row_count)
{
	struct decimal least = {0};
	struct decimal most = {0};
	bool falls = false;
	for (int i = 0; i <= row_count; i++) {
		least = decimal_compare(so_far[i], least) < 0 ? so_far[i] : least;
		most = decimal_compare(so_far[i], most) > 0 ? so_far[i] : most;
		falls = falls || (i > 0 && decimal_compare(so_far[i], so_far[i - 1]) < 0);
	}
	struct decimal widest = most;
	decimal_subtract(most, least, &widest);
	struct page_sum full = *source;
	full.places = most_places(source, so_far, row_count);
	const char *text = sum_text(arena, &full, widest);
	return falls ? arena_printf(arena, "-%s", text) : text;
}
