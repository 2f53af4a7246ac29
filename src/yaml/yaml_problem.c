/* The parser's complaints in the words of those who write plans. It complains where it
 * gives up, which is often a line below the fault; the usual faults are looked for by
 * themselves. */
#include "base/language.h"
#include "yaml/yaml_parts.h"

#include <string.h>

struct complaint {
	struct place place;
	const char *message;
	const char *hint; /* NULL: none */
};

static const struct {
	const char *problem; /* as libyaml has it */
	const char *message;
	const char *hint;
} problems[] = {
	{"mapping values are not allowed in this context", N_("此处不能再有“键: 值”"),
		N_("文字里若有半角冒号加空格，请改用全角冒号“：”，或给整段文字加引号")},
	{"found character that cannot start any token", N_("此处的字符不能开始一个值"),
		N_("以 @、% 或 ` 开头的文字请加引号")},
	{"could not find expected ':'", N_("上文的键缺少半角冒号“:”"),
		N_("键之后是半角冒号加一个空格：键: 值")},
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
	{"did not find expected alphabetic or numeric character",
		N_("此处的 * 或 & 不能开始一个值"), N_("文字以 * 或 & 开头时请加引号")},
	{"found unknown escape character", N_("双引号里的反斜杠用法不对"),
		N_("反斜杠要写成两个，或改用单引号")},
	{"did not find expected hexdecimal number", N_("双引号里的反斜杠用法不对"),
		N_("反斜杠要写成两个，或改用单引号")},
	{"found invalid Unicode character escape code", N_("没有这个编码的字符"), NULL},
	{"did not find expected comment or line break", N_("“|”或“>”之后要换行"),
		N_("文字以 > 或 | 开头时请加引号")},
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

static bool contains(const char *text, size_t length, const char *part)
{
	return g_strstr_len(text, (gssize)length, part) != NULL;
}

/* Whether bytes of a line hold a colon that ends a key. */
static bool ends_key(const char *text, size_t length)
{
	return contains(text, length, ": ") || (length && text[length - 1] == ':');
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

/* A line that was meant as `key: value`: its colon is full-width, or has no space after
 * it. */
static bool find_colon(const struct source *source, int line, struct complaint *complaint)
{
	size_t length = 0;
	const char *text = source_line(source, line, &length);
	if (!text || ends_key(text, length)) {
		return false;
	}
	const char *wide = g_strstr_len(text, (gssize)length, "：");
	const char *narrow = memchr(text, ':', length);
	if (narrow && g_str_has_prefix(narrow, "://")) {
		narrow = NULL;
	}
	const char *colon = wide && (!narrow || wide < narrow) ? wide : narrow;
	if (!colon) {
		return false;
	}
	complaint->place = source_place(source, (size_t)(colon - source->bytes));
	complaint->message = colon == wide ? N_("键之后的冒号是全角的")
					   : N_("键之后的冒号后面没有空格");
	complaint->hint = N_("此处应为半角冒号加一个空格：键: 值");
	return true;
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

/* Keys without their colon make the parser stumble over the next key. */
static bool find_key_fault(
	const struct source *source, const char *problem, struct complaint *complaint)
{
	bool colon_refused = strstr(problem, "mapping values") != NULL;
	if (!colon_refused && !strstr(problem, "expected ':'") &&
		!strstr(problem, "expected key")) {
		return false;
	}
	struct place place = complaint->place;
	size_t before = 0;
	const char *at = at_place(source, place, &before);
	if (colon_refused && at) {
		if (ends_key(at - before, before)) {
			return false; /* text with a colon in it */
		}
		complaint->message = N_("此处的键接着上文的文字");
		complaint->hint = N_("上一行可能缺少“: ”，或者这一行缩进太多");
	}
	return find_colon(source, line_above(source, place.line), complaint) ||
	       find_colon(source, place.line, complaint) || colon_refused;
}

/* `[2017]86号` and `"甲"乙`: text goes on after what closed it. */
static bool find_text_after_close(
	const struct source *source, const char *problem, struct complaint *complaint)
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
	return true;
}

static bool find_tab(
	const struct source *source, const char *problem, struct complaint *complaint)
{
	size_t before = 0;
	const char *at = at_place(source, complaint->place, &before);
	bool token = strstr(problem, "cannot start any token") && at && *at == '\t';
	if (!token && !strstr(problem, "found a tab character")) {
		return false;
	}
	complaint->message = N_("缩进用了制表符");
	complaint->hint = N_("缩进只能用空格");
	return true;
}

/* Tags and directives: text that begins with their sign. */
static bool find_sign(const yaml_parser_t *parser, struct complaint *complaint)
{
	const char *context = parser->context ? parser->context : "";
	if (strstr(context, "tag")) {
		complaint->message = N_("此处的 ! 不能开始一个值");
		complaint->hint = "文字以 ! 开头时请加引号";
		return true;
	}
	if (strstr(context, "directive")) {
		complaint->message = N_("不认识以 % 开头的这一行");
		complaint->hint = N_("文字以 % 开头时请加引号");
		return true;
	}
	return false;
}

static void find_in_table(const char *problem, struct complaint *complaint)
{
	for (size_t i = 0; i < G_N_ELEMENTS(problems); i++) {
		if (strcmp(problem, problems[i].problem) == 0) {
			complaint->message = problems[i].message;
			complaint->hint = problems[i].hint;
		}
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
	struct complaint complaint = {.place = problem_place(parser, source)};
	bool found = find_key_fault(source, problem, &complaint) ||
		     find_text_after_close(source, problem, &complaint) ||
		     find_tab(source, problem, &complaint) ||
		     find_sign(parser, &complaint);
	if (!found) {
		find_in_table(problem, &complaint);
	}
	if (complaint.message) {
		diagnostics_error(diagnostics, complaint.place, "yaml-syntax", "%s",
			_(complaint.message));
	} else {
		diagnostics_error(diagnostics, complaint.place, "yaml-syntax",
			"YAML 语法错误：%s", problem);
	}
	if (complaint.hint) {
		diagnostics_hint(diagnostics, "%s", _(complaint.hint));
	}
	if (!found && strstr(problem, "expected ',' or")) {
		diagnostics_related(diagnostics,
			yaml_mark_place(source, parser->context_mark), "括号从这里开始");
	}
}
