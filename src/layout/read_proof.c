/* The figures that finished pages are held against. */
#include "base/language.h"
#include "layout/reader.h"

#include <string.h>

const char proof_area[] = "版心";
const char proof_line_above[] = "上一行";

/* What a rule may be off by where it does not say. */
#define USUALLY_WITHIN (0.1 * POINTS_PER_MM)

static const char *const measure_words[] = {
	[PROOF_TOP] = "top",
	[PROOF_BOTTOM] = "bottom",
	[PROOF_LEFT] = "left",
	[PROOF_RIGHT] = "right",
	[PROOF_MIDDLE] = "middle",
	[PROOF_CENTRE] = "centre",
	[PROOF_INK_TOP] = "ink top",
	[PROOF_INK_BOTTOM] = "ink bottom",
	[PROOF_INK_LEFT] = "ink left",
	[PROOF_INK_RIGHT] = "ink right",
	[PROOF_FIRST_INK_TOP] = "first ink top",
	[PROOF_BASELINE] = "baseline",
	[PROOF_WIDTH] = "width",
	[PROOF_HEIGHT] = "height",
	[PROOF_WEIGHT] = "weight",
	[PROOF_SIZE] = "size",
	[PROOF_ADVANCE] = "advance",
	[PROOF_PITCH] = "pitch",
	[PROOF_OFF_GRID] = "off grid",
	[PROOF_ROW] = "row",
	[PROOF_ROWS] = "rows",
	[PROOF_CHARACTERS] = "characters",
	[PROOF_FACE] = "face",
	[PROOF_COLOUR] = "colour",
	[PROOF_TEXT] = "text",
	[PROOF_SHAPE] = "shape",
	[PROOF_PLACE] = "page",
	[PROOF_AT_FOOT] = "at foot",
	[PROOF_PARTED] = "parted",
	[PROOF_KNOWN] = "known",
	[PROOF_NUMBERED] = "numbered",
	NULL,
};

static const char *const line_words[] = {
	[PROOF_WHOLE] = "whole",
	[PROOF_EACH] = "each",
	[PROOF_ANY] = "any",
	[PROOF_FIRST] = "first",
	[PROOF_BEFORE_LAST] = "before last",
	[PROOF_LAST] = "last",
	NULL,
};

static const char *const direction_words[] = {
	[PROOF_FROM_NOTHING] = "",
	[PROOF_BELOW] = "below",
	[PROOF_ABOVE] = "above",
	[PROOF_RIGHT_OF] = "right of",
	[PROOF_LEFT_OF] = "left of",
};

enum proof_kind proof_measure_kind(enum proof_measure measure)
{
	if (measure >= PROOF_FACE) {
		return PROOF_WORD;
	}
	return measure >= PROOF_ROW ? PROOF_NUMBER : PROOF_LENGTH;
}

static bool is_edge(enum proof_measure measure)
{
	return measure <= PROOF_BASELINE;
}

/* ---- words ---- */

/* The index of a word among some (ended by NULL), or -1. */
static int find_word(const char *text, const char *const *words)
{
	for (int i = 0; text && words[i]; i++) {
		if (strcmp(text, words[i]) == 0) {
			return i;
		}
	}
	return -1;
}

/* The same after reporting; 0 where there is no node. */
static int read_word(const struct layout_reader *reader, const struct yaml_node *node,
	const char *const *words)
{
	const char *text = reader_text(reader, node);
	int found = find_word(text, words);
	if (text && found < 0) {
		char *known = g_strjoinv(_("、"), (char **)(uintptr_t)words);
		diagnostics_error(reader->diagnostics, node->place, "layout-value",
			"“%s”不在可用的写法之内：%s", text, known);
		g_free(known);
	}
	return node ? found : 0;
}

static const char *const *read_words(
	const struct layout_reader *reader, const struct yaml_node *node)
{
	const struct yaml_node *is = yaml_get(node, "is");
	const struct yaml_node *list = is ? NULL : reader_list(reader, node, "one of");
	size_t count = list ? list->item_count : is != NULL;
	const char **words = arena_new_array(reader->arena, const char *, count + 1);
	for (size_t i = 0; i < count; i++) {
		words[i] = reader_text(reader, list ? list->items[i] : is);
	}
	return words;
}

/* ---- what is measured from ---- */

/* The edge that a text ends in: the longest that does; -1: none. */
static int edge_behind(const char *text)
{
	int found = -1;
	for (int i = 0; i <= PROOF_BASELINE; i++) {
		bool longer = found < 0 ||
			      strlen(measure_words[i]) > strlen(measure_words[found]);
		if (longer && g_str_has_suffix(text, measure_words[i])) {
			found = i;
		}
	}
	return found;
}

/* Takes a word and the blanks before it from the end of a text. */
static void drop_word(GString *text, const char *word)
{
	g_string_truncate(text, text->len - strlen(word));
	while (text->len > 0 && text->str[text->len - 1] == ' ') {
		g_string_truncate(text, text->len - 1);
	}
}

/* `落款 before last right`. */
static bool parse_datum(
	const struct layout_reader *reader, const char *text, struct proof_datum *datum)
{
	static const struct {
		const char *word;
		enum proof_line_choice line;
	} ends[] = {
		{" before last", PROOF_BEFORE_LAST},
		{" last", PROOF_LAST},
		{" first", PROOF_FIRST},
	};
	int edge = edge_behind(text);
	if (edge < 0) {
		return false;
	}
	GString *rest = g_string_new(text);
	drop_word(rest, measure_words[edge]);
	datum->edge = (enum proof_measure)edge;
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		if (datum->line == PROOF_WHOLE &&
			g_str_has_suffix(rest->str, ends[i].word)) {
			drop_word(rest, ends[i].word);
			datum->line = ends[i].line;
		}
	}
	datum->element = arena_copy_string(reader->arena, rest->str);
	bool named = rest->len > 0;
	g_string_free(rest, TRUE);
	return named;
}

static void read_datum(const struct layout_reader *reader, const struct yaml_node *node,
	struct proof_rule *rule)
{
	for (int i = PROOF_BELOW; i <= PROOF_LEFT_OF; i++) {
		const struct yaml_node *from = yaml_get(node, direction_words[i]);
		const char *text = reader_text(reader, from);
		if (!text) {
			continue;
		}
		rule->datum.direction = (enum proof_direction)i;
		if (!parse_datum(reader, text, &rule->datum)) {
			diagnostics_error(reader->diagnostics, from->place,
				"layout-value", "“%s”应写作 要素 边，如：版心 top", text);
		}
	}
}

/* ---- figures ---- */

static bool read_figure(const struct layout_reader *reader, const struct yaml_node *node,
	const struct style *style, double *figure)
{
	struct length length;
	if (!node || !reader_length(reader, node, &length)) {
		return false;
	}
	if (length.unit == LENGTH_SHARE) {
		diagnostics_error(reader->diagnostics, node->place, "layout-length",
			"此处的长度不能用百分数");
		return false;
	}
	*figure = length_points(length, style->pitch, style->leading, 0);
	return true;
}

static void read_wanted(const struct layout_reader *reader, const struct yaml_node *node,
	const struct style *style, struct proof_rule *rule)
{
	const struct yaml_node *is = yaml_get(node, "is");
	const struct yaml_node *least = is ? is : yaml_get(node, "at least");
	const struct yaml_node *most = is ? is : yaml_get(node, "at most");
	const struct yaml_node *within = yaml_get(node, "within");
	switch (proof_measure_kind(rule->measure)) {
	case PROOF_WORD:
		rule->words = read_words(reader, node);
		return;
	case PROOF_NUMBER:
		rule->has_least = reader_number(reader, least, &rule->least);
		rule->has_most = reader_number(reader, most, &rule->most);
		rule->within = 0.01;
		reader_number(reader, within, &rule->within);
		return;
	case PROOF_LENGTH:
		rule->has_least = read_figure(reader, least, style, &rule->least);
		rule->has_most = read_figure(reader, most, style, &rule->most);
		rule->within = USUALLY_WITHIN;
		read_figure(reader, within, style, &rule->within);
		return;
	}
}

/* Whether a rule says enough; a fault is reported. */
static bool rule_is_whole(const struct layout_reader *reader,
	const struct yaml_node *node, const struct proof_rule *rule)
{
	bool words = proof_measure_kind(rule->measure) == PROOF_WORD;
	bool wanted = words ? rule->words[0] != NULL : rule->has_least || rule->has_most;
	const char *lacks = NULL;
	if (!rule->name || !rule->element || !rule->clause ||
		!yaml_get(node, "measure")) {
		lacks = _("版面核对的每一项要有 id、element、measure 和 clause");
	} else if (!wanted) {
		lacks = words ? _("此项要有 is 或 one of")
			      : _("此项要有 is、at least 或 at most");
	} else if (is_edge(rule->measure) != (rule->datum.direction > 0)) {
		lacks = is_edge(rule->measure)
				? _("边的位置要说从哪里量：below、above、right of、left "
				    "of")
				: _("此项不从别处量起，不要 below、above、right of、left "
				    "of");
	}
	if (lacks) {
		diagnostics_error(
			reader->diagnostics, node->place, "layout-missing", "%s", lacks);
	}
	return !lacks;
}

static void read_pages_of_rule(const struct layout_reader *reader,
	const struct yaml_node *node, struct proof_rule *rule)
{
	const char *text = reader_text(reader, node);
	if (text && strcmp(text, "odd") == 0) {
		rule->parity = PROOF_ODD_PAGES;
	} else if (text && strcmp(text, "even") == 0) {
		rule->parity = PROOF_EVEN_PAGES;
	} else if (text) {
		rule->master = reader_master(reader, node);
	}
}

static bool read_rule_of_proof(const struct layout_reader *reader,
	const struct yaml_node *node, const struct style *style, struct proof_rule *rule)
{
	static const char *const keys[] = {"id", "element", "line", "pages", "measure",
		"below", "above", "right of", "left of", "is", "at least", "at most",
		"one of", "within", "clause", NULL};
	if (!reader_check_keys(reader, node, keys)) {
		return false;
	}
	int measure = read_word(reader, yaml_get(node, "measure"), measure_words);
	int line = read_word(reader, yaml_get(node, "line"), line_words);
	if (measure < 0 || line < 0) {
		return false;
	}
	rule->name = reader_text(reader, yaml_get(node, "id"));
	rule->element = reader_text(reader, yaml_get(node, "element"));
	rule->clause = reader_text(reader, yaml_get(node, "clause"));
	rule->measure = (enum proof_measure)measure;
	rule->line = (enum proof_line_choice)line;
	rule->place = node->place;
	read_pages_of_rule(reader, yaml_get(node, "pages"), rule);
	read_datum(reader, node, rule);
	read_wanted(reader, node, style, rule);
	return rule_is_whole(reader, node, rule);
}

void read_proof(const struct layout_reader *reader)
{
	static const char *const keys[] = {"source", "style", "rules", NULL};
	const struct yaml_node *node = yaml_get(reader->file, "proof");
	if (!node || !reader_check_keys(reader, node, keys)) {
		return;
	}
	const struct style *style = reader_style(reader, yaml_get(node, "style"));
	const struct yaml_node *list = reader_list(reader, node, "rules");
	const char *source = reader_text(reader, yaml_get(node, "source"));
	if (!yaml_get(node, "source") || !yaml_get(node, "style") ||
		!yaml_get(node, "rules")) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"版面核对（proof）要有 source、style 和 rules");
	}
	if (!style || !list) {
		return;
	}
	struct proof_rule *rules =
		arena_new_array(reader->arena, struct proof_rule, list->item_count);
	struct proof_rules proof = {.source = source, .style = style, .list = rules};
	reader_check_ids(reader, list);
	for (size_t i = 0; i < list->item_count; i++) {
		rules[proof.count] = (struct proof_rule){0};
		proof.count += read_rule_of_proof(
			reader, list->items[i], style, &rules[proof.count]);
	}
	reader->layout->proof = proof;
}
