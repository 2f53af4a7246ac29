/* A paragraph's lines: titles by their shape, running text as a whole, all else line
 * after line. Counting is breaking without the list. */
#include "text/lines.h"

#include "text/breaks.h"
#include "text/stack.h"
#include "text/tab.h"

/* A title takes a line more than it needs where only that keeps together what belongs
 * together or gives it a shape. Returns how many, 0: there is no way. */
static int find_shape(const struct paragraph *paragraph, double measure, int *ends)
{
	int least = lines_first_fit(paragraph, measure, NULL);
	int most = MIN(least + 1, BALANCED_LINES);
	for (int breaks = TITLE_WHOLE; least > 1 && breaks < TITLE_BREAKS; breaks++) {
		for (int count = least; count <= most; count++) {
			if (lines_balance(paragraph, measure, count,
				    (enum title_breaks)breaks, ends)) {
				return count;
			}
		}
	}
	return 0;
}

static int break_title(const struct paragraph *paragraph, double measure, GArray *lines)
{
	int ends[BALANCED_LINES];
	int count = find_shape(paragraph, measure, ends);
	if (count == 0) {
		return lines_first_fit(paragraph, measure, lines);
	}
	int first = 0;
	for (int i = 0; lines && i < count; i++) {
		struct line line = line_make(paragraph, measure, first, ends[i]);
		g_array_append_val(lines, line);
		first = ends[i];
	}
	return count;
}

static int break_lines(const struct paragraph *paragraph, double measure, GArray *lines)
{
	const struct style *style = paragraph->style;
	if (style->balanced) {
		return break_title(paragraph, measure, lines);
	}
	if (style->total_fit && style->align == ALIGN_JUSTIFY) {
		return lines_total_fit(paragraph, measure, lines);
	}
	return lines_first_fit(paragraph, measure, lines);
}

void paragraph_lines(const struct paragraph *paragraph, double measure, GArray *lines)
{
	if (paragraph->style->stacked) {
		stack_lines(paragraph, measure, lines);
	} else if (paragraph->tab.end) {
		tab_lines(paragraph, measure, lines);
	} else {
		break_lines(paragraph, measure, lines);
	}
}

int paragraph_line_count(const struct paragraph *paragraph, double measure)
{
	if (paragraph->style->stacked || paragraph->tab.end) {
		GArray *lines = g_array_new(FALSE, FALSE, sizeof(struct line));
		paragraph_lines(paragraph, measure, lines);
		int count = (int)lines->len;
		g_array_free(lines, TRUE);
		return count;
	}
	return break_lines(paragraph, measure, NULL);
}

double paragraph_widest(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	if (style->stacked) {
		return stack_width(paragraph);
	}
	if (paragraph->tab.end) {
		return tab_widest(paragraph);
	}
	return style->start + style->indent + style->end +
	       line_width(paragraph, 0, paragraph->cluster_count);
}

double paragraph_narrowest(const struct paragraph *paragraph)
{
	const struct style *style = paragraph->style;
	if (style->stacked) {
		return stack_width(paragraph);
	}
	if (paragraph->tab.end) {
		return tab_narrowest(paragraph);
	}
	double narrowest = 0;
	double indent = style->indent; /* until the first part that is no space */
	int first = 0;
	for (int i = 1; i <= paragraph->cluster_count; i++) {
		bool ends = i == paragraph->cluster_count ||
			    paragraph->clusters[i].break_before != BREAK_NEVER;
		if (ends) {
			double width = line_width(paragraph, first, i);
			narrowest = MAX(narrowest, width + indent);
			indent = width > 0 ? 0 : indent;
			first = i;
		}
	}
	return narrowest + style->start + style->end;
}
