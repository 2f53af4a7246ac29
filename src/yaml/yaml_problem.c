/* The parser's complaints in the words of those who write plans. */
#include "yaml/yaml_parts.h"

#include <string.h>

static const struct {
	const char *problem; /* as libyaml has it */
	const char *message;
	const char *hint;
} problems[] = {
	{"mapping values are not allowed in this context", "此处不能再有“键: 值”",
		"文字里若有半角冒号加空格，请改用全角冒号“：”，或给整段文字加引号"},
	{"found character that cannot start any token", "此处的字符不能开始一个值",
		"缩进只能用空格，不能用制表符；以 @ 或 ` 开头的文字请加引号"},
	{"found a tab character that violates indentation", "缩进用了制表符",
		"缩进只能用空格"},
	{"could not find expected ':'", "这里缺少半角冒号“:”",
		"键之后是半角冒号加一个空格：键: 值"},
	{"did not find expected key", "此处应是一个键，缩进与上文不一致",
		"同一组的键要左对齐"},
	{"did not find expected '-' indicator", "此处应以“- ”开始一项",
		"同一列表的各项要左对齐"},
	{"did not find expected <document start>", "文件开头不是“键: 值”", NULL},
	{"found unexpected end of stream", "引号没有收尾", NULL},
	{"did not find expected ',' or ']'", "方括号里应有“,”或“]”",
		"文字以 [ 开头时请加引号；文号用六角括号〔〕"},
	{"did not find expected ',' or '}'", "花括号里应有“,”或“}”", NULL},
	{"did not find expected node content", "此处应有一个值", NULL},
	{"did not find expected alphabetic or numeric character",
		"此处的 * 或 & 不能开始一个值", "文字以 * 或 & 开头时请加引号"},
	{"found unknown escape character", "双引号里的反斜杠用法不对",
		"反斜杠要写成两个，或改用单引号"},
	{"did not find expected comment or line break", "“|”或“>”之后要换行",
		"文字以 > 或 | 开头时请加引号"},
	{"block sequence entries are not allowed in this context",
		"此处不能开始列表的一项", "“- ”请另起一行"},
};

/* The line above a complaint that has a full-width colon after what looks like its key:
 * the parser takes the whole line for text and complains about the next one. */
static bool wide_colon_above(const struct source *source, int line, struct place *place)
{
	for (; line >= 1; line--) {
		size_t length;
		const char *text = source_line(source, line, &length);
		if (!text) {
			return false;
		}
		const char *colon = g_strstr_len(text, (gssize)length, "：");
		if (colon && !memchr(text, ':', length)) {
			*place = source_place(source, (size_t)(colon - source->bytes));
			return true;
		}
		if (length && strspn(text, " ") < length) {
			return false;
		}
	}
	return false;
}

struct place yaml_mark_place(const struct source *source, yaml_mark_t mark)
{
	return (struct place){source, (int)mark.line + 1, (int)mark.column + 1};
}

static bool report_wide_colon(
	const struct source *source, int line, struct diagnostics *diagnostics)
{
	struct place place;
	if (!wide_colon_above(source, line - 1, &place) &&
		!wide_colon_above(source, line, &place)) {
		return false;
	}
	diagnostics_error(diagnostics, place, "yaml-syntax", "键之后的冒号是全角的");
	diagnostics_hint(diagnostics, "此处应为半角冒号加一个空格：键: 值");
	return true;
}

void yaml_report_problem(const yaml_parser_t *parser, const struct source *source,
	struct diagnostics *diagnostics)
{
	const char *problem = parser->problem ? parser->problem : "unknown problem";
	struct place place = yaml_mark_place(source, parser->problem_mark);
	if (parser->error == YAML_READER_ERROR) {
		place = source_place(source, parser->problem_offset);
	}
	bool about_keys = strstr(problem, "mapping values") ||
			  strstr(problem, "expected ':'") ||
			  strstr(problem, "expected key");
	if (about_keys && report_wide_colon(source, place.line, diagnostics)) {
		return;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(problems); i++) {
		if (strcmp(problem, problems[i].problem) == 0) {
			diagnostics_error(diagnostics, place, "yaml-syntax", "%s",
				problems[i].message);
			if (problems[i].hint) {
				diagnostics_hint(diagnostics, "%s", problems[i].hint);
			}
			return;
		}
	}
	diagnostics_error(
		diagnostics, place, "yaml-syntax", "YAML 语法错误：%s", problem);
}
