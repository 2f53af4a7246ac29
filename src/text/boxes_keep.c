/* Boxes to tick are not parted from their labels. Where a paragraph's boxes stand before
 * their labels (□是 □否) and where behind (是□ 否□), the edges of its options tell: what
 * begins the first one is behind a mark, what ends the last one is before one. */
#include "text/breaks.h"
#include "text/composing.h"

struct boxes {
	struct cluster *clusters;
	int count;
};

static bool is_space(const struct boxes *boxes, int index)
{
	return boxes->clusters[index].class == CLASS_SPACE ||
	       boxes->clusters[index].class == CLASS_BLANK;
}

/* Whether an option ends here: spaces left out, at a mark or an end of the paragraph. */
static bool is_edge(const struct boxes *boxes, int index, int step)
{
	while (index >= 0 && index < boxes->count && is_space(boxes, index)) {
		index += step;
	}
	if (index < 0 || index >= boxes->count) {
		return true;
	}
	switch ((int)boxes->clusters[index].class) {
	case CLASS_OPENING:
	case CLASS_CLOSING:
	case CLASS_STOP:
	case CLASS_SOLIDUS:
	case CLASS_LATIN_OPENING:
	case CLASS_LATIN_CLOSING:
	case CLASS_LATIN_STOP:
		return true;
	default:
		return false;
	}
}

static bool is_box(const struct boxes *boxes, int index)
{
	return boxes->clusters[index].shape != RUN_TEXT;
}

/* A box with an edge behind it has its label before it. */
static bool stand_behind_labels(const struct boxes *boxes)
{
	int behind = 0;
	for (int i = 0; i < boxes->count; i++) {
		if (is_box(boxes, i)) {
			behind += is_edge(boxes, i + 1, 1) - is_edge(boxes, i - 1, -1);
		}
	}
	return behind > 0;
}

static void forbid(const struct boxes *boxes, int index)
{
	if (index > 0 && index < boxes->count) {
		boxes->clusters[index].break_before = BREAK_NEVER;
	}
}

/* The spaces between box and label neither begin a line nor end one. */
static void keep_after(const struct boxes *boxes, int box)
{
	int label = box + 1;
	while (label < boxes->count && is_space(boxes, label)) {
		forbid(boxes, label++);
	}
	forbid(boxes, label);
}

static void keep_before(const struct boxes *boxes, int box)
{
	forbid(boxes, box);
	for (int i = box - 1; i >= 0 && is_space(boxes, i); i--) {
		forbid(boxes, i);
	}
}

void boxes_keep(struct composing *composing)
{
	struct boxes boxes = {
		.clusters = (struct cluster *)(void *)composing->clusters->data,
		.count = (int)composing->clusters->len,
	};
	bool any = false;
	for (size_t i = 0; i < composing->run_count && !any; i++) {
		any = composing->runs[i].shape != RUN_TEXT;
	}
	if (!any) {
		return;
	}
	bool behind = stand_behind_labels(&boxes);
	for (int i = 0; i < boxes.count; i++) {
		if (is_box(&boxes, i) && behind) {
			keep_before(&boxes, i);
		} else if (is_box(&boxes, i)) {
			keep_after(&boxes, i);
		}
	}
}
