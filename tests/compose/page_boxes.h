/* What the items of a page take of it. */
#ifndef TESTS_COMPOSE_PAGE_BOXES_H
#define TESTS_COMPOSE_PAGE_BOXES_H

#include "page/page.h"

struct box {
	double left, top, right, bottom;
};

/* The box of a rule (a slanted one without its weight), and of any item. */
struct box page_rule_box(const struct item_rule *rule);
struct box page_item_box(const struct item *item);

/* What an item shows; NULL: no text. */
const char *page_item_text(const struct item *item);

/* Whether an item lies on another one; a tick lies in its box, which is all right. */
bool page_lies_on(const struct item *item, const struct item *other);

#endif
