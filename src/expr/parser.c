/* Recursive descent over the grammar that stands in expr.h, a function for each rule. The
 * depth of the tree is bounded while it grows, so that nothing later needs to care. */
#include "expr/syntax.h"

#include "base/language.h"
#include "expr/lexer.h"
#include "expr/results.h"

#include <string.h>

struct parser {
	struct lexer lexer;
	struct token token; /* the word not yet taken */
	int depth;          /* of rules that are being read */
};

/* Levels of operators that stand between their operands, from loosest. */
enum level {
	LEVEL_OR,
	LEVEL_AND,
	LEVEL_NOT,
	LEVEL_COMPARISON,
	LEVEL_FALLBACK,
	LEVEL_SUM,
	LEVEL_PRODUCT,
	LEVEL_UNARY,
};

static const struct {
	enum token_kind token;
	enum level level;
	enum operation operation;
} operators[] = {
	{TOKEN_OR, LEVEL_OR, OPERATION_OR},
	{TOKEN_AND, LEVEL_AND, OPERATION_AND},
	{TOKEN_EQUAL, LEVEL_COMPARISON, OPERATION_EQUAL},
	{TOKEN_UNEQUAL, LEVEL_COMPARISON, OPERATION_UNEQUAL},
	{TOKEN_LESS, LEVEL_COMPARISON, OPERATION_LESS},
	{TOKEN_AT_MOST, LEVEL_COMPARISON, OPERATION_AT_MOST},
	{TOKEN_MORE, LEVEL_COMPARISON, OPERATION_MORE},
	{TOKEN_AT_LEAST, LEVEL_COMPARISON, OPERATION_AT_LEAST},
	{TOKEN_IN, LEVEL_COMPARISON, OPERATION_IN},
	{TOKEN_FALLBACK, LEVEL_FALLBACK, OPERATION_FALLBACK},
	{TOKEN_PLUS, LEVEL_SUM, OPERATION_ADD},
	{TOKEN_MINUS, LEVEL_SUM, OPERATION_SUBTRACT},
	{TOKEN_TIMES, LEVEL_PRODUCT, OPERATION_MULTIPLY},
	{TOKEN_OVER, LEVEL_PRODUCT, OPERATION_DIVIDE},
};

static struct node *parse_expression(struct parser *parser);
static struct node *parse_conditional(struct parser *parser);
static struct node *parse_level(struct parser *parser, enum level level);

static struct place place_of(const struct parser *parser, const struct token *token)
{
	return passage_place(parser->lexer.passage, token->start);
}

static const char *text_of(const struct parser *parser, const struct token *token)
{
	return arena_copy_bytes(parser->lexer.arena,
		parser->lexer.passage->text + token->start, token->end - token->start);
}

static bool advance(struct parser *parser)
{
	return lexer_next(&parser->lexer, &parser->token);
}

/* Reports the word at hand, since something else must stand there. */
static void *refuse(const struct parser *parser, const char *expected)
{
	struct diagnostics *diagnostics = parser->lexer.diagnostics;
	struct place place = place_of(parser, &parser->token);
	if (parser->token.kind == TOKEN_END) {
		diagnostics_error(diagnostics, place, "expression-syntax",
			"表达式没有写完，此处应为%s", expected);
	} else {
		diagnostics_error(diagnostics, place, "expression-syntax",
			"此处应为%s，却是“%s”", expected,
			text_of(parser, &parser->token));
	}
	return NULL;
}

static bool expect(struct parser *parser, enum token_kind kind, const char *expected)
{
	if (parser->token.kind != kind) {
		refuse(parser, expected);
		return false;
	}
	return advance(parser);
}

static void *refuse_depth(const struct parser *parser, struct place place)
{
	diagnostics_limit(parser->lexer.diagnostics, place, "expression-depth",
		"表达式的层数超过%d", SYNTAX_DEPTH_LIMIT);
	return NULL;
}

static struct node *make_node(
	struct parser *parser, enum node_kind kind, struct place place)
{
	struct node *node = arena_new(parser->lexer.arena, struct node);
	node->kind = kind;
	node->place = place;
	node->height = 1;
	return node;
}

/* Gives a node its operands; NULL after reporting that the tree is too deep. */
static struct node *with_operands(
	struct parser *parser, struct node *node, struct node **operands, size_t count)
{
	node->operands =
		arena_copy(parser->lexer.arena, operands, count * sizeof *operands);
	node->operand_count = count;
	for (size_t i = 0; i < count; i++) {
		node->height = MAX(node->height, operands[i]->height + 1);
	}
	return node->height > SYNTAX_DEPTH_LIMIT ? refuse_depth(parser, node->place)
						 : node;
}

static struct node *parse_number(struct parser *parser)
{
	struct node *node =
		make_node(parser, NODE_LITERAL, place_of(parser, &parser->token));
	struct quantity quantity = {parser->token.number, parser->token.unit};
	node->literal = result_number(parser->lexer.arena, quantity, node->place);
	return advance(parser) ? node : NULL;
}

static struct node *parse_string(struct parser *parser)
{
	const struct passage *passage = parser->lexer.passage;
	struct token token = parser->token;
	struct node *node = make_node(parser, NODE_LITERAL, place_of(parser, &token));
	size_t opening;
	const char *closing = lexer_closing_quote(passage->text + token.start, &opening);
	struct passage text = passage_part(parser->lexer.arena, passage,
		token.start + opening, token.end - strlen(closing));
	node->literal = result_text(parser->lexer.arena, text);
	return advance(parser) ? node : NULL;
}

static struct node *parse_truth(struct parser *parser)
{
	struct node *node =
		make_node(parser, NODE_LITERAL, place_of(parser, &parser->token));
	node->literal = result_truth(
		parser->lexer.arena, parser->token.kind == TOKEN_TRUE, node->place);
	return advance(parser) ? node : NULL;
}

static bool parse_arguments(struct parser *parser, GPtrArray *arguments)
{
	if (parser->token.kind == TOKEN_CLOSE) {
		return advance(parser);
	}
	for (;;) {
		struct node *argument = parse_expression(parser);
		if (!argument) {
			return false;
		}
		g_ptr_array_add(arguments, argument);
		if (parser->token.kind != TOKEN_COMMA) {
			return expect(parser, TOKEN_CLOSE, _("逗号或右括号"));
		}
		if (!advance(parser)) {
			return false;
		}
	}
}

static struct node *parse_name(struct parser *parser)
{
	struct node *node =
		make_node(parser, NODE_NAME, place_of(parser, &parser->token));
	node->name = text_of(parser, &parser->token);
	if (!advance(parser)) {
		return NULL;
	}
	if (parser->token.kind != TOKEN_OPEN) {
		return node;
	}
	node->kind = NODE_CALL;
	GPtrArray *arguments = arena_pointers(parser->lexer.arena);
	if (!advance(parser) || !parse_arguments(parser, arguments)) {
		return NULL;
	}
	return with_operands(
		parser, node, (struct node **)arguments->pdata, arguments->len);
}

static struct node *parse_parenthesis(struct parser *parser)
{
	if (!advance(parser)) {
		return NULL;
	}
	struct node *node = parse_expression(parser);
	return node && expect(parser, TOKEN_CLOSE, _("右括号")) ? node : NULL;
}

static struct node *parse_primary(struct parser *parser)
{
	switch ((int)parser->token.kind) {
	case TOKEN_NUMBER:
		return parse_number(parser);
	case TOKEN_STRING:
		return parse_string(parser);
	case TOKEN_TRUE:
	case TOKEN_FALSE:
		return parse_truth(parser);
	case TOKEN_NAME:
		return parse_name(parser);
	case TOKEN_OPEN:
		return parse_parenthesis(parser);
	case TOKEN_IF:
		refuse(parser, _("值"));
		diagnostics_hint(parser->lexer.diagnostics, "条件式要放在括号里");
		return NULL;
	default:
		return refuse(parser, _("值"));
	}
}

/* A field may begin with digits: `目标.2021年`. */
static struct node *parse_field(struct parser *parser, struct node *object)
{
	if (!advance(parser)) {
		return NULL;
	}
	if (parser->token.kind != TOKEN_NAME && parser->token.kind != TOKEN_NUMBER) {
		return refuse(parser, _("字段名"));
	}
	struct node *node =
		make_node(parser, NODE_FIELD, place_of(parser, &parser->token));
	node->name = text_of(parser, &parser->token);
	return advance(parser) ? with_operands(parser, node, &object, 1) : NULL;
}

static struct node *parse_index(struct parser *parser, struct node *object)
{
	struct node *node =
		make_node(parser, NODE_INDEX, place_of(parser, &parser->token));
	if (!advance(parser)) {
		return NULL;
	}
	struct node *operands[] = {object, parse_expression(parser)};
	if (!operands[1] || !expect(parser, TOKEN_INDEX_CLOSE, _("右方括号"))) {
		return NULL;
	}
	return with_operands(parser, node, operands, 2);
}

static struct node *parse_postfix(struct parser *parser)
{
	struct node *node = parse_primary(parser);
	while (node) {
		if (parser->token.kind == TOKEN_DOT) {
			node = parse_field(parser, node);
		} else if (parser->token.kind == TOKEN_INDEX_OPEN) {
			node = parse_index(parser, node);
		} else {
			break;
		}
	}
	return node;
}

/* `not` and `-`: the operator stands before its operand, which begins with the same rule.
 */
static struct node *parse_prefixed(
	struct parser *parser, enum node_kind kind, enum level level)
{
	struct node *node = make_node(parser, kind, place_of(parser, &parser->token));
	struct node *operand = NULL;
	if (++parser->depth > SYNTAX_DEPTH_LIMIT) {
		return refuse_depth(parser, node->place);
	}
	if (advance(parser)) {
		operand = parse_level(parser, level);
	}
	parser->depth--;
	return operand ? with_operands(parser, node, &operand, 1) : NULL;
}

static struct node *parse_binary(struct parser *parser, enum operation operation,
	struct node *left, enum level level)
{
	struct node *node =
		make_node(parser, NODE_BINARY, place_of(parser, &parser->token));
	node->operation = operation;
	if (!advance(parser)) {
		return NULL;
	}
	struct node *operands[] = {left, parse_level(parser, level)};
	return operands[1] ? with_operands(parser, node, operands, 2) : NULL;
}

/* `left not in right` is `not (left in right)`. */
static struct node *parse_not_in(struct parser *parser, struct node *left)
{
	struct node *node = make_node(parser, NODE_NOT, place_of(parser, &parser->token));
	if (!advance(parser)) {
		return NULL;
	}
	if (parser->token.kind != TOKEN_IN) {
		return refuse(parser, "“in”");
	}
	struct node *in = parse_binary(parser, OPERATION_IN, left, LEVEL_FALLBACK);
	return in ? with_operands(parser, node, &in, 1) : NULL;
}

/* The operator of a level that stands at hand; false: none does. */
static bool operator_at_hand(
	const struct parser *parser, enum level level, enum operation *operation)
{
	for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
		if (operators[i].level == level &&
			operators[i].token == parser->token.kind) {
			*operation = operators[i].operation;
			return true;
		}
	}
	return false;
}

static struct node *parse_comparison(struct parser *parser)
{
	struct node *node = parse_level(parser, LEVEL_FALLBACK);
	enum operation operation;
	if (node && parser->token.kind == TOKEN_NOT) {
		node = parse_not_in(parser, node);
	} else if (node && operator_at_hand(parser, LEVEL_COMPARISON, &operation)) {
		node = parse_binary(parser, operation, node, LEVEL_FALLBACK);
	}
	if (node && operator_at_hand(parser, LEVEL_COMPARISON, &operation)) {
		refuse(parser, _("表达式末尾"));
		diagnostics_hint(
			parser->lexer.diagnostics, "比较不能连写，请用 and 连接");
		return NULL;
	}
	return node;
}

static struct node *parse_level(struct parser *parser, enum level level)
{
	if (level == LEVEL_NOT) {
		return parser->token.kind == TOKEN_NOT
			       ? parse_prefixed(parser, NODE_NOT, LEVEL_NOT)
			       : parse_comparison(parser);
	}
	if (level == LEVEL_UNARY) {
		return parser->token.kind == TOKEN_MINUS
			       ? parse_prefixed(parser, NODE_NEGATE, LEVEL_UNARY)
			       : parse_postfix(parser);
	}
	struct node *node = parse_level(parser, level + 1);
	enum operation operation;
	while (node && operator_at_hand(parser, level, &operation)) {
		node = parse_binary(parser, operation, node, level + 1);
	}
	return node;
}

static struct node *parse_if(struct parser *parser)
{
	struct node *node =
		make_node(parser, NODE_CONDITIONAL, place_of(parser, &parser->token));
	struct node *operands[3];
	size_t count = 2;
	if (!advance(parser)) {
		return NULL;
	}
	operands[0] = parse_level(parser, LEVEL_OR);
	if (!operands[0] || !expect(parser, TOKEN_THEN, "“then”")) {
		return NULL;
	}
	operands[1] = parse_conditional(parser);
	if (!operands[1]) {
		return NULL;
	}
	if (parser->token.kind == TOKEN_ELSE) {
		operands[2] = advance(parser) ? parse_conditional(parser) : NULL;
		count = 3;
		if (!operands[2]) {
			return NULL;
		}
	}
	return with_operands(parser, node, operands, count);
}

static struct node *parse_conditional(struct parser *parser)
{
	if (parser->token.kind != TOKEN_IF) {
		return parse_level(parser, LEVEL_OR);
	}
	if (++parser->depth > SYNTAX_DEPTH_LIMIT) {
		return refuse_depth(parser, place_of(parser, &parser->token));
	}
	struct node *node = parse_if(parser);
	parser->depth--;
	return node;
}

/* `| 千分`, `| 1`, `| 2位`, `| %`. */
static struct node *parse_filter(struct parser *parser, struct node *operand)
{
	if (!advance(parser)) {
		return NULL;
	}
	const struct token token = parser->token;
	struct node *node = make_node(parser, NODE_FILTER, place_of(parser, &token));
	node->name = text_of(parser, &token);
	if (token.kind == TOKEN_NUMBER && strcmp(token.unit, "位") == 0) {
		node->name = "位";
		node->places = decimal_is_integer(token.number)
				       ? (int)MIN(decimal_integer(token.number), G_MAXINT)
				       : -1;
	} else if (token.kind != TOKEN_NAME && token.kind != TOKEN_NUMBER &&
		   token.kind != TOKEN_PERCENT) {
		return refuse(parser, _("格式名"));
	}
	return advance(parser) ? with_operands(parser, node, &operand, 1) : NULL;
}

static struct node *parse_expression(struct parser *parser)
{
	if (++parser->depth > SYNTAX_DEPTH_LIMIT) {
		return refuse_depth(parser, place_of(parser, &parser->token));
	}
	struct node *node = parse_conditional(parser);
	while (node && parser->token.kind == TOKEN_PIPE) {
		node = parse_filter(parser, node);
	}
	parser->depth--;
	return node;
}

struct node *syntax_parse(struct arena *arena, const struct syntax_extent *extent,
	struct diagnostics *diagnostics)
{
	struct parser parser = {
		.lexer =
			{
				.arena = arena,
				.passage = extent->passage,
				.diagnostics = diagnostics,
				.at = extent->start,
				.end = extent->end,
			},
	};
	struct node *node = advance(&parser) ? parse_expression(&parser) : NULL;
	if (node && parser.token.kind != TOKEN_END) {
		refuse(&parser, _("运算符或表达式末尾"));
		if (node->kind == NODE_FILTER) {
			diagnostics_hint(diagnostics, "格式之后还要运算，请加括号");
		}
		return NULL;
	}
	return node;
}
