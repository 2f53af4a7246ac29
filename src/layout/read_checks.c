/* Checks from the files that declare them. */
#include "layout/checks.h"
#include "layout/reader.h"

#include "base/language.h"
#include "expr/typing.h"
#include "expr/units.h"

#include <string.h>

static const char *const rule_keys[] = {"note", "each", "when", "equal", "at most",
	"at least", "holds", "none", "distinct", "one spelling", "tolerance", "severity",
	"at", "message", NULL};

static const struct {
	const char *key;
	bool pair;
} kinds[] = {
	[CHECK_EQUAL] = {"equal", true},
	[CHECK_AT_MOST] = {"at most", true},
	[CHECK_AT_LEAST] = {"at least", true},
	[CHECK_HOLDS] = {"holds", false},
	[CHECK_NONE] = {"none", false},
	[CHECK_DISTINCT] = {"distinct", false},
	[CHECK_SPELLING] = {"one spelling", false},
};

const char *check_kind_key(enum check_kind kind)
{
	return kinds[kind].key;
}

/* A rule at hand. */
struct rule_reading {
	const struct layout_reader *reader;
	const struct yaml_node *node;
	struct check_rule *rule;
	const struct scope_type *scope; /* with the names of `each` */
	const struct type *left;
	const struct type *right;
	struct scope_type inner[CHECK_EACH_MOST];
};

static bool refuse(const struct rule_reading *reading, const struct yaml_node *node,
	const char *code, const char *message)
{
	diagnostics_error(reading->reader->diagnostics, node->place, code, "%s", message);
	return false;
}

static bool read_clause(struct rule_reading *reading, const struct yaml_node *node)
{
	struct check_rule *rule = reading->rule;
	if (rule->each_count == CHECK_EACH_MOST) {
		return refuse(reading, node, "check-each", _("each 至多三层"));
	}
	struct scope_type *inner = &reading->inner[rule->each_count];
	if (!reader_each(reading->reader, node, reading->scope,
		    &rule->each[rule->each_count], inner)) {
		return false;
	}
	rule->each_count++;
	reading->scope = inner;
	return true;
}

static bool read_each(struct rule_reading *reading)
{
	const struct yaml_node *node = yaml_get(reading->node, "each");
	if (!node) {
		return true;
	}
	if (node->kind != YAML_SEQUENCE) {
		return read_clause(reading, node);
	}
	for (size_t i = 0; i < node->item_count; i++) {
		if (!read_clause(reading, node->items[i])) {
			return false;
		}
	}
	return true;
}

/* The one key that says what must hold; NULL after reporting. */
static const struct yaml_node *find_kind(struct rule_reading *reading)
{
	const struct yaml_node *found = NULL;
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		const struct yaml_node *node = yaml_get(reading->node, kinds[i].key);
		if (node && found) {
			refuse(reading, node, "check-kind", _("一项核对只能有一种要求"));
			diagnostics_related(reading->reader->diagnostics, found->place,
				"另一种要求在这里");
			return NULL;
		}
		if (node) {
			found = node;
			reading->rule->kind = (enum check_kind)i;
		}
	}
	if (!found) {
		diagnostics_error(reading->reader->diagnostics, reading->rule->place,
			"check-kind", "“%s”没有说要核对什么", reading->rule->name);
		diagnostics_hint(reading->reader->diagnostics,
			"写 equal、at most、at least、holds、none、distinct 或 one "
			"spelling");
	}
	return found;
}

static bool is_bare(const struct expr *expr, const struct type *type)
{
	return expr_is_constant(expr) && !typing_unit(type);
}

/* 92% beside 90 would compare 0.92 with 90. */
static bool mixes_shares(const struct rule_reading *reading)
{
	bool left = g_strcmp0(typing_unit(reading->left), "%") == 0;
	bool right = g_strcmp0(typing_unit(reading->right), "%") == 0;
	return (left && is_bare(reading->rule->right, reading->right)) ||
	       (right && is_bare(reading->rule->left, reading->left));
}

static bool is_date(const struct type *type)
{
	return !type || type->kind == TYPE_DATE;
}

static bool same_kind(const struct rule_reading *reading)
{
	const struct type *left = reading->left;
	const struct type *right = reading->right;
	bool equality = reading->rule->kind == CHECK_EQUAL;
	return !left || !right || (typing_is_number(left) && typing_is_number(right)) ||
	       (is_date(left) && is_date(right)) ||
	       (equality && typing_is_text(left) && typing_is_text(right)) ||
	       (equality && left->kind == TYPE_PERIOD && right->kind == TYPE_PERIOD);
}

static bool check_pair(const struct rule_reading *reading, const struct yaml_node *node)
{
	struct arena *arena = reading->reader->arena;
	const char *left = typing_unit(reading->left);
	const char *right = typing_unit(reading->right);
	if (!same_kind(reading)) {
		return refuse(reading, node, "type-mismatch",
			arena_printf(arena, _("%s与%s不能比较"),
				typing_words(arena, reading->left),
				typing_words(arena, reading->right)));
	}
	if (left && right && !unit_alike(left, right)) {
		return refuse(reading, node, "unit-mismatch",
			arena_printf(arena, _("单位“%s”与“%s”不能换算"), left, right));
	}
	return !mixes_shares(reading) || refuse(reading, node, "unit-mismatch",
						 _("百分数与没有百分号的数放在一起"));
}

static bool read_pair(struct rule_reading *reading, const struct yaml_node *node)
{
	const struct layout_reader *reader = reading->reader;
	if (node->kind != YAML_SEQUENCE || node->item_count != 2) {
		return refuse(reading, node, "layout-value", _("此处应为两个值的列表"));
	}
	reading->rule->left =
		reader_expr(reader, node->items[0], reading->scope, &reading->left);
	reading->rule->right =
		reader_expr(reader, node->items[1], reading->scope, &reading->right);
	return reading->rule->left && reading->rule->right && check_pair(reading, node);
}

static bool read_list(struct rule_reading *reading, const struct yaml_node *node)
{
	const struct type *type = NULL;
	reading->rule->left = reader_expr(reading->reader, node, reading->scope, &type);
	if (!reading->rule->left) {
		return false;
	}
	reading->left = expr_each_type(reading->reader->arena, type);
	if (type && !typing_is_many(type)) {
		return refuse(reading, node, "type-mismatch",
			arena_printf(reading->reader->arena, "此处应为列表，写的是%s",
				typing_words(reading->reader->arena, type)));
	}
	return reading->rule->kind == CHECK_NONE || typing_is_printable(reading->left) ||
	       refuse(reading, node, "type-mismatch", _("记录不能比较，请写出它的字段"));
}

static bool read_kind(struct rule_reading *reading)
{
	const struct yaml_node *node = find_kind(reading);
	if (!node) {
		return false;
	}
	if (kinds[reading->rule->kind].pair) {
		return read_pair(reading, node);
	}
	if (reading->rule->kind != CHECK_HOLDS) {
		return read_list(reading, node);
	}
	reading->rule->left = reader_condition(reading->reader, node, reading->scope);
	return reading->rule->left != NULL;
}

static bool read_severity(struct rule_reading *reading)
{
	static const char *const words[] = {"note", "warning", "error", "off", NULL};
	const struct yaml_node *node = yaml_get(reading->node, "severity");
	reading->rule->severity = SEVERITY_WARNING;
	const char *word = reader_text(reading->reader, node);
	for (int i = 0; word && words[i]; i++) {
		if (strcmp(word, words[i]) == 0) {
			reading->rule->off = strcmp(word, "off") == 0;
			reading->rule->severity =
				reading->rule->off ? SEVERITY_WARNING : (enum severity)i;
			return true;
		}
	}
	if (word) {
		diagnostics_error(reading->reader->diagnostics, node->place,
			"layout-value", "没有“%s”这种程度", word);
		diagnostics_hint_nearest(reading->reader->diagnostics, words, word);
	}
	return !node;
}

static bool read_tolerance(struct rule_reading *reading)
{
	const struct yaml_node *node = yaml_get(reading->node, "tolerance");
	struct check_rule *rule = reading->rule;
	rule->tolerance_unit = "";
	if (!node) {
		return true;
	}
	const char *text = reader_text(reading->reader, node);
	size_t read = 0;
	if (!text || !decimal_parse(text, &rule->tolerance, &read) ||
		rule->tolerance.millionths < 0 || !kinds[rule->kind].pair) {
		return refuse(reading, node, "layout-value",
			_("tolerance 应为不小于零的数，用于两个数的核对"));
	}
	rule->tolerance_unit = text + read;
	const char *unit = typing_unit(reading->left);
	return !unit || unit_alike(unit, rule->tolerance_unit) ||
	       refuse(reading, node, "unit-mismatch",
		       arena_printf(reading->reader->arena, _("单位“%s”与“%s”不能换算"),
			       rule->tolerance_unit, unit));
}

static bool read_message(struct rule_reading *reading)
{
	const struct yaml_node *node = yaml_get(reading->node, "message");
	bool pair = kinds[reading->rule->kind].pair;
	const struct scope_type left = {.outer = reading->scope,
		.name = pair ? "左" : "项",
		.type = reading->left};
	const struct scope_type right = {.outer = &left,
		.name = pair ? "右" : "另",
		.type = pair ? reading->right : reading->left};
	const struct scope_type difference = {.outer = &right, .name = "差"};
	const struct scope_type *scope = reading->rule->kind == CHECK_HOLDS
						 ? reading->scope
					 : pair ? &difference
						: &right;
	reading->rule->message = reader_template(reading->reader, node, scope);
	return !node || reading->rule->message;
}

static bool read_texts(struct rule_reading *reading)
{
	const struct yaml_node *note = yaml_get(reading->node, "note");
	const struct yaml_node *at = yaml_get(reading->node, "at");
	const struct yaml_node *when = yaml_get(reading->node, "when");
	reading->rule->note = reader_text(reading->reader, note);
	reading->rule->at = reader_expr(reading->reader, at, reading->scope, NULL);
	reading->rule->when = reader_condition(reading->reader, when, reading->scope);
	bool sound = read_message(reading);
	return sound && (!note || reading->rule->note) && (!at || reading->rule->at) &&
	       (!when || reading->rule->when);
}

static const struct check_rule *read_rule(const struct layout_reader *reader,
	const struct yaml_entry *entry, const struct scope_type *plan)
{
	struct rule_reading reading = {
		.reader = reader,
		.node = entry->value,
		.rule = arena_new(reader->arena, struct check_rule),
		.scope = plan,
	};
	reading.rule->name = yaml_text(entry->key);
	reading.rule->place = entry->value->place;
	bool sound = reader_check_keys(reader, entry->value, rule_keys) &&
		     read_severity(&reading) && read_each(&reading) &&
		     read_kind(&reading) && read_tolerance(&reading) &&
		     read_texts(&reading);
	return sound ? reading.rule : NULL;
}

static bool same_place(struct place left, struct place right)
{
	return left.line == right.line && left.column == right.column &&
	       strcmp(left.source->path, right.source->path) == 0;
}

static bool is_known(const GPtrArray *rules, const struct yaml_entry *entry)
{
	for (guint i = 0; i < rules->len; i++) {
		const struct check_rule *rule = g_ptr_array_index(rules, i);
		if (strcmp(rule->name, yaml_text(entry->key)) == 0 &&
			same_place(rule->place, entry->value->place)) {
			return true;
		}
	}
	return false;
}

static void add_rules(const struct layout_reader *reader, const struct yaml_node *checks,
	const struct scope_type *plan, GPtrArray *rules)
{
	if (!checks || !reader_is_mapping(reader, checks)) {
		return;
	}
	for (size_t i = 0; i < checks->entry_count; i++) {
		const struct check_rule *rule =
			is_known(rules, &checks->entries[i])
				? NULL
				: read_rule(reader, &checks->entries[i], plan);
		if (rule) {
			g_ptr_array_add(rules, (gpointer)(uintptr_t)rule);
		}
	}
}

/* Formulas that nothing uses yet have their faults too. */
static void check_formulas(
	const struct layout_reader *reader, const struct scope_type *plan)
{
	const GPtrArray *records = model_records(reader->model);
	for (guint i = 0; i < records->len; i++) {
		const struct record *record = g_ptr_array_index(records, i);
		struct type *type = arena_new(reader->arena, struct type);
		*type = (struct type){.kind = TYPE_RECORD, .record = record};
		const struct scope_type fields = {.outer = plan, .type = type};
		for (guint j = 0; record->formulas && j < record->formulas->len; j++) {
			const struct formula *formula =
				g_ptr_array_index(record->formulas, j);
			expr_parse(reader->arena, &formula->text, &fields, NULL,
				reader->diagnostics);
		}
	}
}

struct check_rules layout_checks_read(struct arena *arena,
	const struct check_sources *sources, struct diagnostics *diagnostics)
{
	const struct layout_reader reader = {
		.arena = arena, .diagnostics = diagnostics, .model = sources->model};
	struct type *root = arena_new(arena, struct type);
	*root = (struct type){.kind = TYPE_RECORD, .record = model_root(sources->model)};
	const struct scope_type plan = {.type = root};
	const struct yaml_node *shared = yaml_get(sources->shared, "checks");
	GPtrArray *rules = arena_pointers(arena);
	check_formulas(&reader, &plan);
	if (sources->layouts->len == 0) {
		add_rules(&reader, shared, &plan, rules);
	}
	for (guint i = 0; i < sources->layouts->len; i++) {
		const struct yaml_node *own =
			yaml_get(g_ptr_array_index(sources->layouts, i), "checks");
		bool merge = shared && own && own->kind == YAML_MAPPING &&
			     shared->kind == YAML_MAPPING;
		add_rules(&reader,
			merge ? layout_merge(arena, shared, own) : (own ? own : shared),
			&plan, rules);
	}
	return (struct check_rules){
		(const struct check_rule *const *)(const void *)rules->pdata, rules->len};
}
