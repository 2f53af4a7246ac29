/* What is no figure: faces, colours, the shape of a title, what stands on which page. */
#include "proof/figures.h"

#include "proof/boxes.h"

#include "base/language.h"
#include "text/classes.h"

#include <math.h>
#include <string.h>

static void add(GPtrArray *words, const char *word)
{
	g_ptr_array_add(words, (gpointer)(uintptr_t)word);
}

static const char *yes_or_no(bool truth)
{
	return truth ? "yes" : "no";
}

/* ---- faces and colours ---- */

/* Which of the wanted roles a face plays, else any; what fills in for a character that
 * the role lacks is no deviation. */
static const char *role_of(const struct proof_subject *subject, const struct face *face)
{
	const struct font_roles *roles = &subject->layout->faces;
	for (const char *const *word = subject->rule->words; *word; word++) {
		if (faces_role(subject->faces, *word) == face) {
			return *word;
		}
	}
	if (roles->fallback && faces_role(subject->faces, roles->fallback) == face) {
		return subject->rule->words[0];
	}
	struct face_choice *choices =
		arena_new_array(subject->arena, struct face_choice, roles->count);
	faces_choices(subject->faces, choices);
	for (size_t i = 0; i < roles->count; i++) {
		if (choices[i].face == face) {
			return choices[i].role->name;
		}
	}
	return face->name;
}

static const char *colour_word(struct arena *arena, struct colour colour)
{
	return arena_printf(arena, "#%02x%02x%02x", (unsigned)lround(colour.red * 255),
		(unsigned)lround(colour.green * 255),
		(unsigned)lround(colour.blue * 255));
}

static void add_item_words(
	const struct proof_subject *subject, const struct item *item, GPtrArray *words)
{
	if (subject->rule->measure == PROOF_COLOUR) {
		add(words, colour_word(subject->arena, item->colour));
	} else if (item->kind == ITEM_TEXT) {
		gunichar first = proof_first_character(&item->text);
		bool number = strcmp(subject->element->name, proof_page_number) == 0;
		if (proof_is_han(first) || number) {
			add(words, role_of(subject, item->text.face));
		}
	}
}

static void add_items(const struct proof_subject *subject, GPtrArray *words)
{
	for (guint i = 0; i < subject->element->lines->len; i++) {
		const struct proof_line *line =
			g_ptr_array_index(subject->element->lines, i);
		for (guint k = 0; k < line->items->len; k++) {
			add_item_words(subject, g_ptr_array_index(line->items, k), words);
		}
	}
}

/* ---- text ---- */

static const char *line_text(struct arena *arena, const struct proof_line *line)
{
	GString *text = arena_text(arena);
	for (guint i = 0; i < line->items->len; i++) {
		const struct item *item = g_ptr_array_index(line->items, i);
		g_string_append_len(
			text, item->text.text, (gssize)item->text.text_length);
	}
	return text->str;
}

/* The element's text; where it is as wanted for this page, the wanted pattern itself. */
static const char *text_word(const struct proof_subject *subject)
{
	const struct proof_page *page = proof_subject_page(subject);
	const char *text =
		line_text(subject->arena, g_ptr_array_index(subject->element->lines, 0));
	for (const char *const *word = subject->rule->words; *word; word++) {
		GString *wanted = g_string_new(*word);
		char *number = g_strdup_printf("%d", page->page->number);
		g_string_replace(wanted, "{page}", number, 0);
		bool same = strcmp(wanted->str, text) == 0;
		g_free(number);
		g_string_free(wanted, TRUE);
		if (same) {
			return *word;
		}
	}
	return text;
}

/* Digits, and Western letters, belong together. */
static bool belongs_together(gunichar left, gunichar right)
{
	enum character_class before = character_kind(left).class;
	enum character_class behind = character_kind(right).class;
	return (before == CLASS_DIGIT || before == CLASS_LETTER) &&
	       (behind == CLASS_DIGIT || behind == CLASS_LETTER || behind == CLASS_UNIT);
}

static bool is_parted(const struct proof_subject *subject)
{
	const GPtrArray *lines = subject->element->lines;
	for (guint i = 1; i < lines->len; i++) {
		const char *above =
			line_text(subject->arena, g_ptr_array_index(lines, i - 1));
		const char *below =
			line_text(subject->arena, g_ptr_array_index(lines, i));
		if (*above && belongs_together(g_utf8_get_char(g_utf8_prev_char(
						       above + strlen(above))),
				      g_utf8_get_char(below))) {
			return true;
		}
	}
	return false;
}

/* ---- shapes ---- */

/* Lines shorter or longer by less than this are as long: half of the type would still be
 * seen as a step. */
static const double SAME_LENGTH = 0.5; /* em */

/* 7.3.1: trapezoid or diamond; never a rectangle or an hourglass. */
static const char *shape_word(const struct proof_subject *subject)
{
	const GPtrArray *lines = subject->element->lines;
	int steps[2] = {0, 0}; /* down to shorter lines, and up to longer ones */
	bool hourglass = false;
	for (guint i = 1; i < lines->len; i++) {
		const struct proof_line *above = g_ptr_array_index(lines, i - 1);
		const struct proof_line *line = g_ptr_array_index(lines, i);
		const struct item *item = g_ptr_array_index(line->items, 0);
		double step = (line->cell.right - line->cell.left) -
			      (above->cell.right - above->cell.left);
		if (fabs(step) < SAME_LENGTH * item->text.size) {
			continue;
		}
		hourglass = hourglass || (step > 0 && steps[0] > 0);
		steps[step > 0]++;
	}
	if (lines->len < 2) {
		return N_("一行");
	}
	if (hourglass) {
		return N_("沙漏形");
	}
	if (steps[0] && steps[1]) {
		return N_("菱形");
	}
	return steps[1] ? N_("梯形") : (steps[0] ? N_("倒梯形") : N_("长方形"));
}

/* ---- pages ---- */

/* Whether a page is what a word says: `even`, `with 正文`. */
static bool page_is(const struct proof_subject *subject, const char *word)
{
	const struct proof_page *page = proof_subject_page(subject);
	if (g_str_has_prefix(word, "with ")) {
		return proof_find(page, word + strlen("with ")) != NULL;
	}
	if (g_str_has_prefix(word, "without ")) {
		return proof_find(page, word + strlen("without ")) == NULL;
	}
	if (strcmp(word, "first") == 0) {
		return subject->page == 0;
	}
	if (strcmp(word, "last") == 0) {
		return subject->page + 1 == subject->pages->len;
	}
	return strcmp(word, page->page->number % 2 ? "odd" : "even") == 0;
}

static const char *page_word(const struct proof_subject *subject)
{
	for (const char *const *word = subject->rule->words; *word; word++) {
		if (page_is(subject, *word)) {
			return *word;
		}
	}
	return arena_printf(subject->arena, "not %s", subject->rule->words[0]);
}

/* Level with a line counts: a heading may run into its paragraph. */
static bool stands_below(const struct item *item, const struct proof_line *line)
{
	double y = item->kind == ITEM_TEXT ? item->text.y : item->rule.y1;
	return (item->kind == ITEM_TEXT || item->kind == ITEM_RULE) &&
	       item->artifact != ARTIFACT_PAGINATION && y > line->baseline - 1;
}

/* Whether nothing of the text stands below an element, and the text goes on. */
static bool is_at_foot(const struct proof_subject *subject)
{
	const struct proof_page *page = proof_subject_page(subject);
	const GPtrArray *own = subject->element->lines;
	const struct proof_line *last = g_ptr_array_index(own, own->len - 1);
	if (subject->page + 1 == subject->pages->len) {
		return false;
	}
	for (guint i = 0; i < page->page->items->len; i++) {
		const struct item *item =
			&g_array_index(page->page->items, struct item, i);
		if (stands_below(item, last) &&
			!g_ptr_array_find(last->items, item, NULL)) {
			return false;
		}
	}
	return true;
}

/* ---- page numbers ---- */

/* 7.5: an imprint that stands alone behind a blank page has no number, nor has that. */
static bool is_numbered_well(const struct proof_subject *subject)
{
	const struct proof_page *page = proof_subject_page(subject);
	bool numbered = proof_find(page, proof_page_number) != NULL;
	bool blank = page->page->items->len == 0;
	const struct proof_page *before =
		subject->page > 0 ? g_ptr_array_index(subject->pages, subject->page - 1)
				  : NULL;
	bool behind_blank = before && before->page->items->len == 0;
	bool imprint_alone = behind_blank && proof_find(page, proof_imprint) &&
			     !proof_find(page, proof_body);
	return numbered == (!blank && !imprint_alone);
}

void proof_words(const struct proof_subject *subject, GPtrArray *words)
{
	switch ((int)subject->rule->measure) {
	case PROOF_FACE:
	case PROOF_COLOUR:
		add_items(subject, words);
		return;
	case PROOF_TEXT:
		add(words, text_word(subject));
		return;
	case PROOF_SHAPE:
		add(words, shape_word(subject));
		return;
	case PROOF_PLACE:
		add(words, page_word(subject));
		return;
	case PROOF_AT_FOOT:
		add(words, yes_or_no(is_at_foot(subject)));
		return;
	case PROOF_PARTED:
		add(words, yes_or_no(is_parted(subject)));
		return;
	case PROOF_KNOWN:
		add(words, yes_or_no(proof_subject_page(subject)->master != NULL));
		return;
	default:
		add(words, yes_or_no(is_numbered_well(subject)));
	}
}
