/* The vocabulary as a page of the manual. */
#include "command/model_schema.h"

#include <string.h>

/* A bar would end a cell of the table, a line end the table. */
static void append_cell(GString *out, const char *text)
{
	for (; text && *text; text++) {
		if (*text == '|') {
			g_string_append(out, "\\|");
		} else {
			g_string_append_c(out, *text == '\n' ? ' ' : *text);
		}
	}
}

static void append_choices(GString *out, const char *before, const char *const *choices)
{
	g_string_append(out, before);
	for (size_t i = 0; choices[i]; i++) {
		g_string_append_printf(out, "%s%s", i ? "、" : "", choices[i]);
	}
}

static void append_type(GString *out, const struct type *type)
{
	static const char *const words[] = {
		[TYPE_TEXT] = "一行文字",
		[TYPE_PROSE] = "正文",
		[TYPE_DECIMAL] = "数",
		[TYPE_PERCENT] = "百分数",
		[TYPE_DATE] = "日期",
		[TYPE_YEAR] = "年份",
		[TYPE_PERIOD] = "起止时间",
		[TYPE_TARGET] = "指标值",
		[TYPE_CHOICE] = "选一：",
		[TYPE_CHOICES] = "可选几项：",
		[TYPE_BOOLEAN] = "是或否",
		[TYPE_LIST] = "列表，每项是",
		[TYPE_RECORD] = "一组",
		[TYPE_YEARS] = "逐年，每年是",
	};
	if (type->choices) {
		append_choices(out, words[type->kind], type->choices);
		return;
	}
	g_string_append(out, words[type->kind]);
	if (type->unit) {
		g_string_append_printf(out, "（%s）", type->unit);
	}
	if (type->record) {
		g_string_append_printf(
			out, "[%s](#%s)", type->record->name, type->record->name);
	}
	if (type->element) {
		append_type(out, type->element);
	}
}

static void append_field(GString *out, const struct field *field)
{
	g_string_append_printf(
		out, "| %s%s", field->name, field->required ? "（必填）" : "");
	if (field->synonyms[0]) {
		append_choices(out, "；也作", field->synonyms);
	}
	g_string_append(out, " | ");
	append_type(out, &field->type);
	g_string_append(out, " | ");
	append_cell(out, field->note);
	g_string_append(out, " | ");
	append_cell(out, field->example);
	g_string_append(out, " |\n");
}

static void append_formulas(GString *out, const struct record *record)
{
	if (!record->formulas) {
		return;
	}
	g_string_append(out, "\n不必写、由别的字段算出，供版式和核对使用：\n\n"
			     "| 名称 | 说明 | 公式 |\n|---|---|---|\n");
	for (guint i = 0; i < record->formulas->len; i++) {
		const struct formula *formula = g_ptr_array_index(record->formulas, i);
		g_string_append_printf(out, "| %s | ", formula->name);
		append_cell(out, formula->note);
		g_string_append(out, " | `");
		append_cell(out, formula->text.text);
		g_string_append(out, "` |\n");
	}
}

static void append_record(GString *out, const struct record *record)
{
	g_string_append_printf(out, "\n## %s\n\n", record->name);
	g_string_append(out, "| 键 | 内容 | 说明 | 例 |\n|---|---|---|---|\n");
	for (guint i = 0; i < record->fields->len; i++) {
		append_field(out, g_ptr_array_index(record->fields, i));
	}
	append_formulas(out, record);
}

static const char *severity_word(const struct check_rule *rule)
{
	static const char *const words[] = {
		[SEVERITY_NOTE] = "提示",
		[SEVERITY_WARNING] = "警告",
		[SEVERITY_ERROR] = "错误",
	};
	return rule->off ? "不用" : words[rule->severity];
}

static void append_checks(GString *out, const struct check_rules *rules)
{
	g_string_append(out, "\n# 核对\n\n"
			     "规划写了有关内容，才与下列各项核对。“警告”不妨碍排印；“不用"
			     "”的由版式启用。\n"
			     "有正当理由而不符的，写入[核对说明](#核对说明)。\n\n"
			     "| 核对 | 应当 | 不符时 |\n|---|---|---|\n");
	for (size_t i = 0; i < rules->count; i++) {
		const struct check_rule *rule = rules->list[i];
		g_string_append_printf(out, "| %s | ", rule->name);
		append_cell(out, rule->note);
		g_string_append_printf(out, " | %s |\n", severity_word(rule));
	}
}

void model_reference_append(
	const struct model *model, const struct check_rules *rules, GString *out)
{
	g_string_append(out,
		"# 规划的键\n\n"
		"本页由 `jixiao schema --reference` 生成，改 `layouts/plan.yaml` "
		"之后重新生成，不要手改。\n\n"
		"- 键里的空格不计；“也作”的名称与前面的等同，只写一个。\n"
		"- 没有内容的写 `/`、`—`、`无` 或留空，照原样印出，不参加计算。\n"
		"- 任何内容都可以放进另一个文件：`键: {文件: 文件名}`。\n"
		"- 数可以带千分位和单位；单位写在括号里的，不写单位即以它为单位。\n"
		"- 正文每行一段，`**…**` 之间的文字强调。\n"
		"- 指标值写作 `≥5次`、`≤200元/人`、`100%`，或一段文字。\n");
	GPtrArray *reached = model_reached(model);
	for (guint i = 0; i < reached->len; i++) {
		append_record(out, g_ptr_array_index(reached, i));
	}
	g_ptr_array_free(reached, TRUE);
	append_checks(out, rules);
}
