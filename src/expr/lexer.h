/* The words of an expression. */
#ifndef EXPR_LEXER_H
#define EXPR_LEXER_H

#include "base/decimal.h"
#include "base/diagnostics.h"
#include "base/passage.h"

enum token_kind {
	TOKEN_END,
	TOKEN_OTHER, /* a character that no expression has */
	TOKEN_NUMBER,
	TOKEN_STRING,
	TOKEN_NAME,
	TOKEN_IF,
	TOKEN_THEN,
	TOKEN_ELSE,
	TOKEN_AND,
	TOKEN_OR,
	TOKEN_NOT,
	TOKEN_IN,
	TOKEN_TRUE,
	TOKEN_FALSE,
	TOKEN_OPEN,
	TOKEN_CLOSE,
	TOKEN_INDEX_OPEN,
	TOKEN_INDEX_CLOSE,
	TOKEN_COMMA,
	TOKEN_DOT,
	TOKEN_PIPE,
	TOKEN_PERCENT,
	TOKEN_FALLBACK,
	TOKEN_EQUAL,
	TOKEN_UNEQUAL,
	TOKEN_LESS,
	TOKEN_AT_MOST,
	TOKEN_MORE,
	TOKEN_AT_LEAST,
	TOKEN_PLUS,
	TOKEN_MINUS,
	TOKEN_TIMES,
	TOKEN_OVER,
};

/** A word: bytes `start` to `end` of the passage. */
struct token {
	enum token_kind kind;
	size_t start;
	size_t end;
	struct decimal number; /* of a number */
	const char
		*unit; /* what stands right behind a number: `万元`, `%`; "": nothing */
};

/** Where reading stands in a passage, and where the expression ends in it. */
struct lexer {
	struct arena *arena;
	const struct passage *passage;
	struct diagnostics *diagnostics;
	size_t at;
	size_t end;
};

/** Reads the next word; behind the last one TOKEN_END for ever. False after reporting a
 * string without its closing quote or a number that is too large. */
bool lexer_next(struct lexer *lexer, struct token *token);

/** The closing quote of a string that begins at a byte; NULL: no string begins there. */
const char *lexer_closing_quote(const char *text, size_t *opening_length);

#endif
