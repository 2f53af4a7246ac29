#include "expr/expr.h"
#include "layout/page_master.h"

const char *page_number_text(struct arena *arena, int number, const char *numerals)
{
	const char *text = numerals ? numeral_text(arena, number, numerals) : NULL;
	return text ? text : arena_printf(arena, "%d", number);
}
