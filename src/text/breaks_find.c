/* Step 6: where lines may break, by the classes of two neighbours. The rows are what
 * stands before the break, the columns what comes after it: `+` allowed, `-` discouraged,
 * `.` never.
 *
 * The marks that may not begin a line (GB/T 15834-2011 5.1.1-5.1.6, CLREQ) have a column
 * of dots, those that may not end one a row of dots, the solidus (5.1.9) both. Dashes and
 * ellipses are never parted (5.1.4, 5.1.5), numerals and Latin words neither (GB/T
 * 15835). */
#include "text/breaks.h"
#include "text/composing.h"

/* clang-format off */
static const char *const pairs[] = {
	/*                          ideograph
	 *                          |opening
	 *                          ||closing
	 *                          |||stop
	 *                          ||||mid-dot
	 *                          |||||dash
	 *                          ||||||ellipsis
	 *                          |||||||connector
	 *                          ||||||||solidus
	 *                          |||||||||letter
	 *                          ||||||||||digit
	 *                          |||||||||||unit
	 *                          ||||||||||||prefix
	 *                          |||||||||||||latin opening
	 *                          ||||||||||||||latin closing
	 *                          |||||||||||||||latin stop
	 *                          ||||||||||||||||space
	 *                          |||||||||||||||||blank
	 *                          ||||||||||||||||||glue
	 *                          |||||||||||||||||||symbol */
	[CLASS_IDEOGRAPH]     = "++.......++.++.....+",
	[CLASS_OPENING]       = "....................",
	[CLASS_CLOSING]       = "++.......++.++.....+",
	[CLASS_STOP]          = "++.......++.++.....+",
	[CLASS_MID_DOT]       = "--.......--.--.....-",
	[CLASS_DASH]          = "++.......+-.++.....+",
	[CLASS_ELLIPSIS]      = "++.......++.++.....+",
	[CLASS_CONNECTOR]     = "--.......--.--.....-",
	[CLASS_SOLIDUS]       = "....................",
	[CLASS_LETTER]        = "++.................+",
	[CLASS_DIGIT]         = "-+.................+",
	[CLASS_UNIT]          = "++...........+.....+",
	[CLASS_PREFIX]        = "--..................",
	[CLASS_LATIN_OPENING] = "....................",
	[CLASS_LATIN_CLOSING] = "++.................+",
	[CLASS_LATIN_STOP]    = "++.................+",
	[CLASS_SPACE]         = "++.......++.++...+.+",
	[CLASS_BLANK]         = "++.......++.++.....+",
	[CLASS_GLUE]          = "....................",
	[CLASS_SYMBOL]        = "-+.......++.++.....+",
};
/* clang-format on */

static enum break_kind pair_kind(enum character_class before, enum character_class after)
{
	switch (pairs[before][after]) {
	case '+':
		return BREAK_ALLOWED;
	case '-':
		return BREAK_DISCOURAGED;
	default:
		return BREAK_NEVER;
	}
}

static bool is_transparent(const struct cluster *cluster)
{
	return cluster->class == CLASS_IGNORED || cluster->class == CLASS_COMBINING;
}

void breaks_find(struct composing *composing)
{
	struct cluster *clusters = (struct cluster *)(void *)composing->clusters->data;
	int count = (int)composing->clusters->len;
	enum character_class before =
		CLASS_GLUE; /* a paragraph does not begin with a break */
	enum character_class before_spaces = CLASS_GLUE;
	for (int i = 0; i < count; i++) {
		struct cluster *cluster = &clusters[i];
		if (is_transparent(cluster)) {
			continue; /* zeroed: BREAK_NEVER */
		}
		enum break_kind kind = pair_kind(before, cluster->class);
		if (before == CLASS_SPACE && !class_may_end_line(before_spaces)) {
			kind = BREAK_NEVER;
		}
		cluster->break_before = (guint8)kind;
		before = cluster->class;
		if (before != CLASS_SPACE) {
			before_spaces = before;
		}
	}
	breaks_group(composing->passage.text, clusters, count);
}
