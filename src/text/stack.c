/* A stack has one character a line. Western text of up to three characters (a number, a
 * unit, a short word) stays together; longer is set letter by letter. Marks stand alone,
 * as in vertical text: what may not begin a line otherwise cannot be heeded here. */
#include "text/stack.h"

#include "text/classes.h"
#include "text/lines.h"

enum {
	TOGETHER_AT_MOST = 3,
	FULL_WIDTH_FORMS = 0xFF00,
};

static bool is_narrow(const struct paragraph *paragraph, int index)
{
	if (index < 0 || index >= paragraph->cluster_count) {
		return false;
	}
	const struct cluster *cluster = &paragraph->clusters[index];
	return class_is_western(cluster->class) &&
	       g_utf8_get_char(paragraph->text + cluster->text_offset) < FULL_WIDTH_FORMS;
}

/* The end of what stands together from a cluster on, which is no space. */
static int together_end(const struct paragraph *paragraph, int first, double room)
{
	int start = first;
	int end = first;
	while (first - start < TOGETHER_AT_MOST && is_narrow(paragraph, start - 1)) {
		start--;
	}
	while (end - start <= TOGETHER_AT_MOST && is_narrow(paragraph, end)) {
		end++;
	}
	bool few = start == first && end > first && end - first <= TOGETHER_AT_MOST &&
		   line_width(paragraph, first, end) <= room + LINE_SLIP;
	return few ? end : first + 1;
}

static int skip_spaces(const struct paragraph *paragraph, int index)
{
	while (index < paragraph->cluster_count &&
		line_is_space(&paragraph->clusters[index])) {
		index++;
	}
	return index;
}

/* The line that begins at a cluster; spaces go with what stands before them. */
static struct line next_line(const struct paragraph *paragraph, double measure, int first)
{
	int end = skip_spaces(paragraph, first);
	if (end < paragraph->cluster_count) {
		double room = measure - paragraph->style->start - paragraph->style->end;
		end = skip_spaces(paragraph, together_end(paragraph, end, room));
	}
	return line_make(paragraph, measure, first, end);
}

void stack_lines(const struct paragraph *paragraph, double measure, GArray *lines)
{
	int first = 0;
	do {
		struct line line = next_line(paragraph, measure, first);
		g_array_append_val(lines, line);
		first = line.end;
	} while (first < paragraph->cluster_count);
}

double stack_width(const struct paragraph *paragraph)
{
	double widest = paragraph->style->pitch;
	for (int first = 0; first < paragraph->cluster_count;) {
		struct line line = next_line(paragraph, G_MAXDOUBLE, first);
		widest = MAX(widest, line.width);
		first = line.end;
	}
	return widest + paragraph->style->start + paragraph->style->end;
}
