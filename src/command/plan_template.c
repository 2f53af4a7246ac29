/* A plan to fill in. A record inside itself (sections of sections) is shown once. */
#include "command/plan_template.h"

#include <string.h>

enum {
	DEEPEST = 16,  /* more levels of records than a vocabulary needs */
	LINE_MOST = 80 /* bytes of names in a line of comment */
};

struct writer {
	const struct plan_template *template;
	GString *out;
	const struct record *around[DEEPEST]; /* records being written, outermost first */
	size_t depth;
};

/* Written at the top, for the program. */
static bool is_for_program(const struct writer *writer, const struct field *field)
{
	static const char *const names[] = {"文档", "版式", "稿次", NULL};
	return writer->depth == 1 && g_strv_contains(names, field->name);
}

static bool is_wanted(const struct writer *writer, const struct field *field)
{
	return field->required || g_hash_table_contains(writer->template->named, field);
}

static bool is_around(const struct writer *writer, const struct record *record)
{
	for (size_t i = 0; i < writer->depth; i++) {
		if (writer->around[i] == record) {
			return true;
		}
	}
	return writer->depth == DEEPEST;
}

/* The record that a field holds, or a list of; NULL: neither. */
static const struct record *record_of(const struct type *type)
{
	return type->kind == TYPE_LIST ? type->element->record : type->record;
}

/* A line end of the vocabulary would end the comment. */
static void append_words(GString *out, const char *text)
{
	for (; *text; text++) {
		g_string_append_c(out, *text == '\n' ? ' ' : *text);
	}
}

static void append_choices(GString *out, const struct type *type)
{
	g_string_append(out, type->kind == TYPE_CHOICES ? "。可选几项：" : "。选一项：");
	for (size_t i = 0; type->choices && type->choices[i]; i++) {
		g_string_append_printf(out, "%s%s", i ? "、" : "", type->choices[i]);
	}
}

/* How values of a type are written, where their field does not show it. */
static void append_manner(GString *out, const struct type *type)
{
	if (type->kind == TYPE_CHOICE || type->kind == TYPE_CHOICES) {
		append_choices(out, type);
	} else if (type->kind == TYPE_BOOLEAN) {
		g_string_append(out, "。写是或否");
	} else if (type->kind == TYPE_YEARS) {
		g_string_append(out, "。逐年写，如 {2021: …, 2022-2025: …}");
	} else if (type->kind == TYPE_LIST && !type->element->record) {
		g_string_append(out, "。写作 [甲, 乙]");
	} else if (type->unit) {
		g_string_append_printf(out, "。单位：%s", type->unit);
	}
}

static void append_indent(GString *out, int indent)
{
	g_string_append_printf(out, "%*s", indent, "");
}

static void append_comment(GString *out, const struct field *field, int indent)
{
	append_indent(out, indent);
	g_string_append_printf(out, "# %s", field->required ? "（必填）" : "");
	append_words(out, field->note ? field->note : field->name);
	append_manner(out, &field->type);
	if (field->example) {
		g_string_append(out, "。例：");
		append_words(out, field->example);
	}
	g_string_append_c(out, '\n');
}

static void append_record(struct writer *writer, const struct record *record, int indent);

static void append_field(struct writer *writer, const struct field *field, int indent)
{
	GString *out = writer->out;
	const struct record *record = record_of(&field->type);
	append_comment(out, field, indent);
	append_indent(out, indent);
	if (record && is_around(writer, record)) {
		g_string_append_printf(out, "# %s: 各项写法同上一层\n", field->name);
		return;
	}
	g_string_append_printf(out, "%s:", field->name);
	if (field->type.kind == TYPE_PROSE) {
		g_string_append(out, " |");
	} else if (field->type.kind == TYPE_CHOICES ||
		   (field->type.kind == TYPE_LIST && !record)) {
		g_string_append(out, " []");
	}
	g_string_append_c(out, '\n');
	if (!record) {
		return;
	}
	if (field->type.kind == TYPE_LIST) {
		append_indent(out, indent + 2);
		g_string_append(out, "-\n");
		indent += 2;
	}
	append_record(writer, record, indent + 2);
}

static void append_record(struct writer *writer, const struct record *record, int indent)
{
	writer->around[writer->depth++] = record;
	for (guint i = 0; i < record->fields->len; i++) {
		const struct field *field = g_ptr_array_index(record->fields, i);
		if (is_for_program(writer, field) || !is_wanted(writer, field)) {
			continue;
		}
		if (indent == 0) {
			g_string_append_c(writer->out, '\n');
		}
		append_field(writer, field, indent);
	}
	writer->depth--;
}

/* What a plan with several layouts may hold besides. */
static void append_others(struct writer *writer, const struct record *root)
{
	GString *line = g_string_new(NULL);
	g_string_append(writer->out, "\n# 以下各键这个版式不印，供别的版式使用：\n");
	writer->depth = 1;
	for (guint i = 0; i < root->fields->len; i++) {
		const struct field *field = g_ptr_array_index(root->fields, i);
		if (is_for_program(writer, field) || is_wanted(writer, field)) {
			continue;
		}
		if (line->len + strlen(field->name) > LINE_MOST) {
			g_string_append_printf(writer->out, "# %s\n", line->str);
			g_string_truncate(line, 0);
		}
		g_string_append_printf(line, "%s%s", line->len ? "、" : "", field->name);
	}
	g_string_append_printf(writer->out, "# %s\n", line->len ? line->str : "无");
	g_string_free(line, TRUE);
}

static void append_top(const struct plan_template *template, GString *out)
{
	const char *name = template->layout->name;
	g_string_append_printf(
		out, "# yaml-language-server: $schema=%s\n", template->schema);
	if (template->own_schema) {
		g_string_append_printf(out,
			"# （这个版式有自己的键；先运行 jixiao schema %s > %s）\n", name,
			template->schema);
	}
	g_string_append_printf(out, "# %s：待填\n",
		template->layout->title ? template->layout->title : name);
	g_string_append(out, "# 内容写在冒号之后，冒号后面空一格；冒号之后有 | 的，"
			     "从下一行起缩进着写，每行一段。\n"
			     "# 几项内容的，照“-”那一项再写几项。没有的可以留空、删去，"
			     "也可以写 / 或 无，照样印出。\n"
			     "# 随时可以运行 jixiao build 看排出来的样子；"
			     "必填而没有填的，草稿里印作【待补：…】。\n\n");
	g_string_append_printf(
		out, "# 填好后改为：报送稿\n稿次: 草稿\n\n文档:\n  - 版式: %s\n", name);
}

void plan_template_append(const struct plan_template *template, GString *out)
{
	struct writer writer = {.template = template, .out = out};
	const struct record *root = model_root(template->model);
	append_top(template, out);
	append_record(&writer, root, 0);
	append_others(&writer, root);
}
