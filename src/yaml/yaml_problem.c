/* The parser's complaints in the words of those who write plans. It complains where it
 * gives up, which is often a line below the fault; the usual faults are looked for by
 * themselves. */
#include "base/language.h"
#include "yaml/yaml_parts.h"

#include <string.h>

static const struct {
	const char *problem; /* as libyaml has it */
	const char *message;
	const char *hint;
} problems[] = {
	{"found character that cannot start any token", N_("此处的字符不能开始一个值"),
		N_("以 @、% 或 ` 开头的文字请加引号")},
	{"did not find expected key", N_("此处应是一个键，缩进与上文不一致"),
		N_("同一组的键要左对齐")},
	{"did not find expected '-' indicator", N_("此处应以“- ”开始一项"),
		N_("同一列表的各项要左对齐")},
	{"did not find expected <document start>", N_("此处已在内容之外"), NULL},
	{"found unexpected end of stream", N_("引号没有收尾"), NULL},
	{"found unexpected document indicator", N_("引号没有收尾"), NULL},
	{"did not find expected ',' or ']'", N_("方括号里应有“,”或“]”"),
		N_("文字以 [ 开头时请加引号；文号用六角括号〔〕")},
	{"did not find expected ',' or '}'", N_("花括号里应有“,”或“}”"),
		N_("文字以 { 开头时请加引号")},
	{"did not find expected node content", N_("此处应有一个值"), NULL},
	{"found unknown escape character", N_("双引号里的反斜杠用法不对"),
		N_("反斜杠要写成两个，或改用单引号")},
	{"did not find expected hexdecimal number", N_("双引号里的反斜杠用法不对"),
		N_("反斜杠要写成两个，或改用单引号")},
	{"found invalid Unicode character escape code", N_("没有这个编码的字符"), NULL},
	{"block sequence entries are not allowed in this context",
		N_("此处不能开始列表的一项"), N_("“- ”请另起一行")},
	{"found incompatible YAML document", N_("YAML 版本应为 1.1 或 1.2"), NULL},
};

struct place yaml_mark_place(const struct source *source, yaml_mark_t mark)
{
	if (mark.line >= source->line_starts->len) {
		/* The parser ends a last line that no line end ends. */
		return source_place(source, source->length);
	}
	return (struct place){source, (int)mark.line + 1, (int)mark.column + 1};
}

/* What stands at a place, and in *before how many bytes of its line stand before it. */
static const char *at_place(
	const struct source *source, struct place place, size_t *before)
{
	size_t length = 0;
	const char *line = source_line(source, place.line, &length);
	if (!line) {
		return NULL;
	}
	const char *at = line;
	for (int column = 1; column < place.column && at < line + length; column++) {
		at = g_utf8_next_char(at);
	}
	*before = (size_t)(at - line);
	return at;
}

/* The next line above with something on it. */
static int line_above(const struct source *source, int line)
{
	size_t length;
	const char *text;
	while ((text = source_line(source, --line, &length)) != NULL) {
		size_t indent = strspn(text, " \t");
		if (indent < length && text[indent] != '#') {
			return line;
		}
	}
	return 0;
}

/* Where the slip is that makes the parser stumble at a line: above it, or there. */
static bool find_slip_near(
	const struct source *source, int line, struct yaml_slip *complaint)
{
	return yaml_find_line_slip(source, line_above(source, line), complaint) ||
	       yaml_find_line_slip(source, line, complaint);
}

/* A key without its colon: the parser knows where it stands. */
static bool find_lone_key(const yaml_parser_t *parser, const struct source *source,
	struct yaml_slip *complaint)
{
	if (!strstr(parser->problem, "expected ':'")) {
		return false;
	}
	struct place key = yaml_mark_place(source, parser->context_mark);
	if (!yaml_find_line_slip(source, key.line, complaint)) {
		complaint->place = key;
		complaint->message = N_("此处的键缺少半角冒号“:”");
		complaint->hint = N_("键之后是半角冒号加一个空格：键: 值");
	}
	return true;
}

/* Keys without their colon make the parser stumble over the next key. */
static bool find_key_fault(const yaml_parser_t *parser, const struct source *source,
	struct yaml_slip *complaint)
{
	struct place place = complaint->place;
	if (strstr(parser->problem, "expected key")) {
		return find_slip_near(source, place.line, complaint);
	}
	if (!strstr(parser->problem, "mapping values")) {
		return false;
	}
	size_t before = 0;
	const char *at = at_place(source, place, &before);
	if (at && yaml_ends_key(at - before, before)) {
		complaint->message = N_("此处不能再有“键: 值”");
		complaint->hint = N_("文字里的冒号请用全角的“：”，或给整段文字加引号");
		complaint->corrected = yaml_line_wide_colon(place);
	} else if (!find_slip_near(source, place.line, complaint)) {
		complaint->message = N_("此处的键接着上文的文字");
		complaint->hint = N_("上一行可能缺少“: ”，或者这一行缩进太多");
	}
	return true;
}

/* `[2017]86号` and `"甲"乙`: text goes on after what closed it. */
static bool find_text_after_close(
	const struct source *source, const char *problem, struct yaml_slip *complaint)
{
	bool block = strstr(problem, "expected key") || strstr(problem, "expected '-'") ||
		     strstr(problem, "<document start>");
	size_t before = 0;
	const char *at = at_place(source, complaint->place, &before);
	if (!block || !at) {
		return false;
	}
	for (; before && at[-1] == ' '; before--) {
		at--;
	}
	if (!before || !strchr("]}\"'", at[-1])) {
		return false;
	}
	bool quote = at[-1] == '"' || at[-1] == '\'';
	complaint->message =
		quote ? N_("引号收尾之后不能再有文字") : N_("括号收尾之后不能再有文字");
	complaint->hint = quote ? N_("请用中文引号“”，或给整段文字加引号")
				: N_("文字以 [ 或 { 开头时请加引号；文号用六角括号〔〕");
	complaint->corrected = yaml_line_reopened(source, complaint->place.line);
	return true;
}

static bool find_tab(
	const struct source *source, const char *problem, struct yaml_slip *complaint)
{
	size_t before = 0;
	const char *at = at_place(source, complaint->place, &before);
	bool token = strstr(problem, "cannot start any token") && at && *at == '\t';
	if (!token && !strstr(problem, "found a tab character")) {
		return false;
	}
	if (!yaml_find_line_slip(source, complaint->place.line, complaint)) {
		complaint->message = N_("此处不能有制表符");
		complaint->hint = N_("请把制表符改为空格");
	}
	return true;
}

/* Text that begins with a sign of YAML: as the parser calls what it took the sign for. */
static const struct {
	const char *context;
	const char *message;
	const char *hint;
} signs[] = {
	{"tag", N_("此处的 ! 不能开始一个值"), N_("文字以 ! 开头时请加引号")},
	{"directive", N_("不认识以 % 开头的这一行"), N_("文字以 % 开头时请加引号")},
	{"an alias", N_("此处的 * 不能开始一个值"), N_("文字以 * 开头时请加引号")},
	{"an anchor", N_("此处的 & 不能开始一个值"), N_("文字以 & 开头时请加引号")},
	{"header", N_("“|”或“>”之后要换行"), N_("文字以 > 或 | 开头时请加引号")},
};

static bool find_sign(const yaml_parser_t *parser, const struct source *source,
	struct yaml_slip *complaint)
{
	bool block = strstr(parser->problem, "comment or line break");
	const char *context = block ? "header" : parser->context ? parser->context : "";
	for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
		if (!strstr(context, signs[i].context)) {
			continue;
		}
		complaint->place = yaml_mark_place(source, parser->context_mark);
		if (!yaml_find_item_slip(complaint->place, complaint)) {
			complaint->message = signs[i].message;
			complaint->hint = signs[i].hint;
			complaint->corrected = yaml_line_quoted(complaint->place);
		}
		return true;
	}
	return false;
}

static void find_in_table(const char *problem, struct yaml_slip *complaint)
{
	for (size_t i = 0; i < G_N_ELEMENTS(problems); i++) {
		if (strcmp(problem, problems[i].problem) == 0) {
			complaint->message = problems[i].message;
			complaint->hint = problems[i].hint;
		}
	}
	if (strstr(problem, "cannot start any token")) {
		complaint->corrected = yaml_line_quoted(complaint->place);
	}
}

static struct place problem_place(
	const yaml_parser_t *parser, const struct source *source)
{
	if (parser->error == YAML_READER_ERROR) {
		return source_place(source, parser->problem_offset);
	}
	bool quote = strstr(parser->problem, "end of stream") ||
		     strstr(parser->problem, "document indicator");
	return yaml_mark_place(
		source, quote ? parser->context_mark : parser->problem_mark);
}

void yaml_report_problem(const yaml_parser_t *parser, const struct source *source,
	struct diagnostics *diagnostics)
{
	const char *problem = parser->problem;
	struct yaml_slip complaint = {.place = problem_place(parser, source)};
	bool found = find_lone_key(parser, source, &complaint) ||
		     find_key_fault(parser, source, &complaint) ||
		     find_text_after_close(source, problem, &complaint) ||
		     find_tab(source, problem, &complaint) ||
		     find_sign(parser, source, &complaint);
	if (!found) {
		find_in_table(problem, &complaint);
	}
	if (complaint.message) {
		yaml_report_slip(diagnostics, &complaint);
	} else {
		diagnostics_error(diagnostics, complaint.place, "yaml-syntax",
			"YAML 语法错误：%s", problem);
	}
	if (!found && strstr(problem, "expected ',' or")) {
		diagnostics_related(diagnostics,
			yaml_mark_place(source, parser->context_mark), "括号从这里开始");
	}
}
