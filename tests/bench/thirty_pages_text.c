#include "bench/thirty_pages_text.h"

#include <math.h>

enum {
	HAN_COUNT = 3755, /* first level of GB/T 2312-1980 */
	PARAGRAPH_SENTENCES = 9,
	SECTIONS_IN_CHAPTER = 5,
	PARAGRAPHS_IN_SECTION = 2,
};

struct writer {
	guint64 state;
	gunichar han[HAN_COUNT];
	GArray *parts;
	int written; /* characters */
};

/* Knuth's linear congruential generator: the same everywhere. */
static double draw(struct writer *writer)
{
	writer->state = writer->state * G_GUINT64_CONSTANT(6364136223846793005) +
			G_GUINT64_CONSTANT(1442695040888963407);
	return (double)(writer->state >> 11) / (double)(G_GUINT64_CONSTANT(1) << 53);
}

/* Rows 16 to 55 hold 94 characters each, the last one five fewer. */
static void list_han(struct writer *writer)
{
	for (int i = 0; i < HAN_COUNT; i++) {
		char code[2] = {(char)(0xB0 + i / 94), (char)(0xA1 + i % 94)};
		char *utf8 = g_convert(code, 2, "UTF-8", "GB2312", NULL, NULL, NULL);
		g_assert(utf8);
		/* Spread out, so that often used ones come from all rows. */
		writer->han[(i * 1009) % HAN_COUNT] = g_utf8_get_char(utf8);
		g_free(utf8);
	}
}

/* A few are used often and most hardly ever, as in any text. */
static void add_han(struct writer *writer, GString *text, int count)
{
	for (int i = 0; i < count; i++) {
		int index = (int)(1300.0 * pow(draw(writer), 3.0));
		g_string_append_unichar(text, writer->han[index]);
	}
}

static void add_sentence(struct writer *writer, GString *text)
{
	add_han(writer, text, 6 + (int)(draw(writer) * 10));
	g_string_append(text, draw(writer) < 0.3 ? "、" : "，");
	add_han(writer, text, 4 + (int)(draw(writer) * 8));
	if (draw(writer) < 0.4) {
		g_string_append_printf(text, "%d", 10 + (int)(draw(writer) * 9990));
	}
	add_han(writer, text, 5 + (int)(draw(writer) * 8));
	g_string_append(text, "。");
}

static void add_part(struct writer *writer, enum text_level level, GString *text)
{
	glong left = THIRTY_PAGES_CHARACTERS - writer->written;
	glong length = MIN(g_utf8_strlen(text->str, -1), left);
	struct text_part part = {
		.level = level, .text = g_utf8_substring(text->str, 0, length)};
	g_array_append_val(writer->parts, part);
	writer->written += (int)length;
	g_string_truncate(text, 0);
}

static void write_section(struct writer *writer, GString *text)
{
	add_han(writer, text, 12);
	add_part(writer, LEVEL_SECTION, text);
	for (int i = 0; i < PARAGRAPHS_IN_SECTION; i++) {
		for (int k = 0; k < PARAGRAPH_SENTENCES; k++) {
			add_sentence(writer, text);
		}
		add_part(writer, LEVEL_BODY, text);
	}
}

GArray *thirty_pages_text(void)
{
	struct writer *writer = g_new0(struct writer, 1);
	writer->state = 20210318;
	writer->parts = g_array_new(FALSE, TRUE, sizeof(struct text_part));
	list_han(writer);
	GString *text = g_string_new(NULL);
	while (writer->written < THIRTY_PAGES_CHARACTERS) {
		add_han(writer, text, 10);
		add_part(writer, LEVEL_CHAPTER, text);
		for (int i = 0; i < SECTIONS_IN_CHAPTER; i++) {
			write_section(writer, text);
		}
	}
	GArray *parts = writer->parts;
	g_string_free(text, TRUE);
	g_free(writer);
	return parts;
}

void thirty_pages_text_free(GArray *parts)
{
	for (guint i = 0; i < parts->len; i++) {
		g_free(g_array_index(parts, struct text_part, i).text);
	}
	g_array_unref(parts);
}
