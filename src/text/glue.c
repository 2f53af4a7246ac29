#include "text/glue.h"

#include "text/breaks.h"
#include "text/classes.h"
#include "text/gaps.h"

#define WORD_MOST 0.5          /* em, of a word space */
#define WORD_LEAST 0.25        /* em */
#define MIXED_MOST (1.0 / 3.0) /* em, between Han and Latin */
#define MIXED_LEAST 0.125      /* em */

bool style_is_on_grid(const struct style *style)
{
	return style->pitch < style->size || style->pitch > style->size;
}

/* Both sides of a number look alike, though 年 behind it may not begin a line. */
static enum gap_kind kind_between(const struct cluster *left, const struct cluster *right)
{
	if (left->class == CLASS_SPACE) {
		return GAP_WORD;
	}
	if (gap_is_mixed(left, right)) {
		return GAP_MIXED;
	}
	bool joins = left->class == CLASS_DASH &&
		     right->break_before == BREAK_DISCOURAGED; /* 2020—2025 */
	bool rigid = right->break_before == BREAK_NEVER || joins ||
		     left->class == CLASS_CONNECTOR || left->class == CLASS_SOLIDUS ||
		     (class_is_western(left->class) && class_is_western(right->class));
	return rigid ? GAP_NONE : GAP_HAN;
}

static enum shrink_order order_of(
	const struct paragraph *paragraph, const struct cluster *mark)
{
	if (mark->class != CLASS_STOP) {
		return SHRINK_BRACKET;
	}
	switch (g_utf8_get_char(paragraph->text + mark->text_offset)) {
	case 0xFF0C: /* ， */
	case 0x3001: /* 、 */
	case 0xFF1B: /* ； */
	case 0xFF1A: /* ： */
		return SHRINK_COMMA;
	default:
		return SHRINK_STOP;
	}
}

/* What a gap may lose, points. */
struct loss {
	double left;  /* the blank behind a mark */
	double right; /* and before an opening one */
	double word;
	double mixed;
};

static struct loss find_loss(const struct style *style, const struct cluster *left,
	const struct cluster *right)
{
	struct loss loss = {
		.left = left->class == CLASS_OPENING ? 0 : (double)left->blank,
		.right = right->class == CLASS_OPENING ? (double)right->blank : 0,
	};
	if (left->class == CLASS_SPACE) {
		loss.word = MAX((double)left->advance - WORD_LEAST * style->size, 0);
	}
	if (style->latin_space > 0) {
		double gap = gap_after(style, left, right);
		loss.mixed = MAX(gap - MIXED_LEAST * style->size, 0);
	}
	return loss;
}

static double find_stretch(
	const struct style *style, const struct cluster *left, enum gap_kind kind)
{
	if (kind == GAP_WORD) {
		return MAX(WORD_MOST * style->size - (double)left->advance, 0);
	}
	bool wide = style->latin_space > 0 || style_is_on_grid(style);
	double most = wide ? MIXED_MOST : MIXED_LEAST;
	return kind == GAP_MIXED ? MAX(most - style->latin_space, 0) * style->size : 0;
}

bool style_shrinks(const struct style *style)
{
	return style->align == ALIGN_JUSTIFY && !style_is_on_grid(style);
}

struct glue glue_before(const struct paragraph *paragraph, int index)
{
	const struct style *style = paragraph->style;
	const struct cluster *right = &paragraph->clusters[index];
	const struct cluster *left = right - 1;
	struct glue glue = {.kind = kind_between(left, right)};
	glue.stretch = find_stretch(style, left, glue.kind);
	if (style_shrinks(style)) {
		struct loss loss = find_loss(style, left, right);
		glue.shrink[SHRINK_WORD] = loss.word;
		glue.shrink[SHRINK_BRACKET] = loss.right;
		glue.shrink[SHRINK_MIXED] = loss.mixed;
		glue.shrink[order_of(paragraph, left)] += loss.left;
	}
	return glue;
}

void glue_add(const struct paragraph *paragraph, int index, struct glue_sum *sum)
{
	const struct style *style = paragraph->style;
	const struct cluster *right = &paragraph->clusters[index];
	const struct cluster *left = right - 1;
	enum gap_kind kind = kind_between(left, right);
	sum->gaps += kind == GAP_MIXED || kind == GAP_HAN;
	sum->stretch += find_stretch(style, left, kind);
	if (style_shrinks(style)) {
		struct loss loss = find_loss(style, left, right);
		sum->shrink += loss.left + loss.right + loss.word + loss.mixed;
	}
}

void glue_sum_up(const struct paragraph *paragraph, struct glue_sum *sums)
{
	sums[0] = (struct glue_sum){0};
	for (int i = 1; i < paragraph->cluster_count; i++) {
		sums[i] = sums[i - 1];
		glue_add(paragraph, i, &sums[i]);
	}
}
