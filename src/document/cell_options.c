/* Check boxes: □是  ☑否, or with a bare tick in place of the box: □是  √否. */
#include "base/language.h"
#include "document/arranger.h"

#include <string.h>

struct choosing {
	struct arranger *arranger;
	const struct options_layout *layout;
	const struct style *style;
	GArray *options;             /* struct passage */
	const struct value **chosen; /* what was chosen */
	size_t chosen_count;
	bool *known; /* whether it is an option */
};

/* An option that comes out empty is none. */
static void add_option(struct choosing *choosing, struct passage text)
{
	if (text.length) {
		g_array_append_val(choosing->options, text);
	}
}

static void collect_texts(struct choosing *choosing, const struct scope *scope)
{
	struct arranger *arranger = choosing->arranger;
	const struct options_layout *layout = choosing->layout;
	for (size_t i = 0; i < layout->text_count; i++) {
		bool emphasis;
		const struct value *value = template_value(
			layout->texts[i], scope, arranger->arena, arranger->diagnostics);
		add_option(choosing, text_joined(arranger->arena, value, &emphasis));
	}
	for (size_t i = 0; layout->words && layout->words[i]; i++) {
		add_option(choosing, passage_plain(layout->words[i], layout->place));
	}
}

static void collect_list(struct choosing *choosing, const struct scope *scope)
{
	struct arranger *arranger = choosing->arranger;
	const struct value *list = expr_value(
		choosing->layout->list, scope, arranger->arena, arranger->diagnostics);
	for (size_t i = 0; list && i < list->item_count; i++) {
		if (list->items[i]) {
			add_option(choosing, list->items[i]->written);
		}
	}
}

static void collect_chosen(struct choosing *choosing, const struct scope *scope)
{
	struct arranger *arranger = choosing->arranger;
	const struct value *value = expr_value(
		choosing->layout->chosen, scope, arranger->arena, arranger->diagnostics);
	bool list = value && value->kind == VALUE_LIST;
	size_t most = list ? value->item_count : 1;
	choosing->chosen = arena_new_array(arranger->arena, const struct value *, most);
	choosing->known = arena_new_array(arranger->arena, bool, most);
	for (size_t i = 0; i < most && value; i++) {
		const struct value *one = list ? value->items[i] : value;
		if (one) {
			choosing->chosen[choosing->chosen_count++] = one;
		}
	}
}

/* The value that chooses an option; NULL: none does. */
static const struct value *chooser(
	struct choosing *choosing, const struct passage *option)
{
	for (size_t i = 0; i < choosing->chosen_count; i++) {
		const struct value *chosen = choosing->chosen[i];
		if (strcmp(chosen->written.text, option->text) == 0) {
			choosing->known[i] = true;
			return chosen;
		}
	}
	return NULL;
}

/* An option's two runs. */
static void make_runs(
	struct choosing *choosing, const struct passage *option, struct text_run *runs)
{
	const struct options_layout *layout = choosing->layout;
	const struct value *chosen = chooser(choosing, option);
	const char *ticked = layout->mark == RUN_TICK ? "√" : "☑";
	struct text_run text = {.passage = *option, .style = choosing->style};
	struct text_run box = {
		.passage = passage_plain(
			chosen ? ticked : "□", chosen ? chosen->place : option->place),
		.style = choosing->style,
		.shape = chosen ? layout->mark : RUN_BOX,
	};
	runs[0] = layout->after ? text : box;
	runs[1] = layout->after ? box : text;
}

static void add_paragraph(
	struct choosing *choosing, const struct text_run *runs, size_t count)
{
	struct block *block =
		arrange_block(choosing->arranger, BLOCK_TEXT, runs[0].passage.place);
	block->text = (struct text_block){
		.purpose = PURPOSE_PARAGRAPH,
		.style = choosing->style,
		.runs = runs,
		.run_count = count,
	};
}

static void add_paragraphs(struct choosing *choosing)
{
	const struct options_layout *layout = choosing->layout;
	guint options = choosing->options->len;
	struct text_run *runs = arena_new_array(
		choosing->arranger->arena, struct text_run, 3 * (size_t)options);
	size_t count = 0;
	for (guint i = 0; i < options; i++) {
		const struct passage *option =
			&g_array_index(choosing->options, struct passage, i);
		if (count > 0) {
			runs[count++] = (struct text_run){
				.passage = passage_plain(" ", option->place),
				.style = choosing->style,
				.spread = run_width(layout->gap, choosing->style),
			};
		}
		make_runs(choosing, option, &runs[count]);
		count += 2;
		if (layout->line_each) {
			add_paragraph(choosing, runs, count);
			runs += count;
			count = 0;
		}
	}
	if (count > 0) {
		add_paragraph(choosing, runs, count);
	}
}

/* A mark (`/`, a blank) chooses nothing unless it is itself an option (无). */
static void report_unknown(const struct choosing *choosing)
{
	GString *known = g_string_new(NULL);
	for (guint i = 0; i < choosing->options->len; i++) {
		g_string_append_printf(known, "%s%s", i ? _("、") : "",
			g_array_index(choosing->options, struct passage, i).text);
	}
	for (size_t i = 0; i < choosing->chosen_count; i++) {
		const struct value *chosen = choosing->chosen[i];
		if (!choosing->known[i] && chosen->kind != VALUE_MARK &&
			chosen->written.length) {
			diagnostics_warning(choosing->arranger->diagnostics,
				chosen->place, "option-unknown", "“%s”不在选项之内：%s",
				chosen->written.text, known->str);
		}
	}
	g_string_free(known, TRUE);
}

void arrange_options(struct arranger *arranger, const struct options_layout *options,
	const struct style *style, const struct scope *scope)
{
	struct choosing choosing = {
		.arranger = arranger,
		.layout = options,
		.style = style,
		.options = arena_values(arranger->arena, sizeof(struct passage)),
	};
	if (options->list) {
		collect_list(&choosing, scope);
	} else {
		collect_texts(&choosing, scope);
	}
	collect_chosen(&choosing, scope);
	add_paragraphs(&choosing);
	report_unknown(&choosing);
}
