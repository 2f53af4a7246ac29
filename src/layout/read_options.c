/* Check boxes of cells. */
#include "layout/read_cells.h"

#include "base/language.h"

#define OPTION_GAP 1.0 /* em */

/* What can be told by the side of an option: texts, choices, truths; lists of them. */
static bool is_word(const struct type *type)
{
	switch (type->kind) {
	case TYPE_TEXT:
	case TYPE_CHOICE:
	case TYPE_BOOLEAN:
	case TYPE_DECIMAL:
	case TYPE_YEAR:
	case TYPE_TARGET:
	case TYPE_PERCENT:
	case TYPE_PROSE:
	case TYPE_DATE:
	case TYPE_PERIOD:
		return true;
	case TYPE_CHOICES:
	case TYPE_LIST:
	case TYPE_RECORD:
	case TYPE_YEARS:
		break;
	}
	return false;
}

static bool is_list(const struct type *type)
{
	return type->kind == TYPE_CHOICES ||
	       (type->kind == TYPE_LIST && is_word(type->element));
}

/* An expression under a key that must give words; its type goes to *type. */
static const struct expr *read_words(const struct cell_reader *cells,
	const struct yaml_node *node, bool list, const struct type **type)
{
	const struct layout_reader *reader = cells->reader;
	*type = NULL;
	const struct expr *expr = reader_expr(reader, node, cells->scope, type);
	if (!expr || !*type || is_list(*type) || (!list && is_word(*type))) {
		return expr;
	}
	diagnostics_error(reader->diagnostics, node->place, "layout-value",
		list ? N_("list 应是文字的列表，而不是 %s")
		     : N_("chosen 应是文字、选项或它们的列表，而不是 %s"),
		type_name(reader->arena, *type));
	return NULL;
}

static void read_texts(const struct cell_reader *cells, const struct yaml_node *list,
	struct options_layout *options)
{
	const struct template **texts = arena_new_array(
		cells->reader->arena, const struct template *, list->item_count);
	for (size_t i = 0; i < list->item_count; i++) {
		const struct template *text =
			reader_template(cells->reader, list->items[i], cells->scope);
		if (text) {
			texts[options->text_count++] = text;
		}
	}
	if (list->item_count == 0) {
		diagnostics_error(cells->reader->diagnostics, list->place, "layout-value",
			"list 应是各个选项，这里是空的");
	}
	options->texts = texts;
}

/* The options there are where none are listed: those of the vocabulary. */
static const char *const *usual_words(const struct type *type)
{
	static const char *const truths[] = {"是", "否", NULL};
	const struct type *one = type && type->element ? type->element : type;
	if (one && one->kind == TYPE_BOOLEAN) {
		return truths;
	}
	return one ? one->choices : NULL;
}

static void read_list(const struct cell_reader *cells, const struct yaml_node *node,
	const struct type *chosen, struct options_layout *options)
{
	const struct layout_reader *reader = cells->reader;
	const struct yaml_node *list = yaml_get(node, "list");
	const struct type *type;
	if (!list) {
		options->words = usual_words(chosen);
		if (!options->words && options->chosen) {
			diagnostics_error(reader->diagnostics, node->place,
				"layout-missing",
				"options 要有 list：chosen 不是选项，看不出有哪些");
		}
	} else if (list->kind == YAML_SEQUENCE) {
		read_texts(cells, list, options);
	} else {
		options->list = read_words(cells, list, true, &type);
	}
}

static void read_look(const struct layout_reader *reader, const struct yaml_node *node,
	struct options_layout *options)
{
	static const char *const marks[] = {"☑", "√", NULL};
	static const char *const sides[] = {"before", "after", NULL};
	static const char *const lines[] = {"one", "each", NULL};
	size_t mark = 0;
	size_t side = 0;
	size_t line = 0;
	reader_word(reader, yaml_get(node, "mark"), marks, &mark);
	reader_word(reader, yaml_get(node, "side"), sides, &side);
	reader_word(reader, yaml_get(node, "lines"), lines, &line);
	options->mark = mark == 0 ? RUN_BOX_TICKED : RUN_TICK;
	options->after = side == 1;
	options->line_each = line == 1;
	options->gap = (struct length){OPTION_GAP, LENGTH_EMS};
	reader_width(reader, yaml_get(node, "gap"), &options->gap);
}

const struct options_layout *read_options(
	const struct cell_reader *cells, const struct yaml_node *node)
{
	static const char *const keys[] = {
		"chosen", "list", "mark", "side", "gap", "lines", NULL};
	const struct layout_reader *reader = cells->reader;
	if (!node || !reader_is_mapping(reader, node)) {
		return NULL;
	}
	reader_check_keys(reader, node, keys);
	struct options_layout *options = arena_new(reader->arena, struct options_layout);
	const struct yaml_node *chosen = yaml_get(node, "chosen");
	const struct type *type = NULL;
	options->place = node->place;
	if (!chosen) {
		diagnostics_error(reader->diagnostics, node->place, "layout-missing",
			"options 要有 chosen：勾选的是什么");
	}
	options->chosen = read_words(cells, chosen, false, &type);
	read_list(cells, node, type, options);
	read_look(reader, node, options);
	return options->chosen ? options : NULL;
}
