/* Step 1: text -> characters. Pango says which of them belong to the one before (marks,
 * joiners, emoji), but is only asked where there is more than plain Han and Latin. */
#include "text/composing.h"

#include <pango/pango.h>

/* So many marks may stand on one character; what is more stands alone, lest one cluster
 * grow past what its figures can count. */
enum {
	MARKS_AT_MOST = 32
};

static void join_runs(struct composing *composing)
{
	if (composing->run_count == 1) {
		composing->passage = composing->runs[0].passage;
		return;
	}
	struct passage_builder builder = passage_builder_begin(composing->arena);
	for (size_t i = 0; i < composing->run_count; i++) {
		passage_builder_add_passage(&builder, &composing->runs[i].passage);
	}
	composing->passage = passage_builder_end(&builder);
}

/* What is drawn fills a cell as a Han character does. */
static struct character_kind kind_in_run(const struct text_run *run, gunichar code)
{
	return run->shape == RUN_TEXT
		       ? character_kind(code)
		       : (struct character_kind){CLASS_IDEOGRAPH, SIDE_HAN};
}

/* Returns whether Pango is to be asked. */
static bool read_run(struct composing *composing, guint32 run, size_t start)
{
	bool ask = false;
	const char *text = composing->passage.text + start;
	const char *end = text + composing->runs[run].passage.length;
	while (text < end) {
		gunichar code = g_utf8_get_char(text);
		struct character_kind kind = kind_in_run(&composing->runs[run], code);
		composing->characters[composing->character_count++] = (struct character){
			.code = kind.class == CLASS_SPACE && code < ' ' ? ' ' : code,
			.offset = (guint32)(text - composing->passage.text),
			.run = run,
			.class = kind.class,
			.side = kind.side,
		};
		ask |= kind.class == CLASS_COMBINING || kind.class == CLASS_SYMBOL;
		text += g_utf8_skip[(guchar)*text];
	}
	return ask;
}

static void mark_combining(struct composing *composing)
{
	int count = composing->character_count;
	PangoLogAttr *attributes = g_new(PangoLogAttr, (gsize)count + 1);
	pango_get_log_attrs(composing->passage.text, (int)composing->passage.length, -1,
		NULL, attributes, count + 1);
	int marks = 0;
	for (int i = 0; i < count; i++) {
		struct character *character = &composing->characters[i];
		bool joins = i > 0 && !attributes[i].is_cursor_position &&
			     character->class != CLASS_IGNORED && marks < MARKS_AT_MOST;
		marks = joins ? marks + 1 : 0;
		if (joins) {
			character->class = CLASS_COMBINING;
		} else if (character->class == CLASS_COMBINING) {
			character->class = CLASS_SYMBOL;
		}
	}
	g_free(attributes);
}

void characters_read(struct composing *composing)
{
	join_runs(composing);
	size_t length = composing->passage.length;
	composing->characters = g_new0(struct character, length + 1);
	bool ask = false;
	size_t start = 0;
	for (size_t i = 0; i < composing->run_count; i++) {
		ask |= read_run(composing, (guint32)i, start);
		start += composing->runs[i].passage.length;
	}
	composing->characters[composing->character_count].offset = (guint32)length;
	if (ask) {
		mark_combining(composing);
	}
}
