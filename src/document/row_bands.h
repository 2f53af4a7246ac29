/* Rows of a table's body, as bands give them. */
#ifndef DOCUMENT_ROW_BANDS_H
#define DOCUMENT_ROW_BANDS_H

#include "document/arranger.h"

enum body_row_kind {
	BODY_ITEM,     /* of the innermost band */
	BODY_EXPLICIT, /* written out by the layout */
	BODY_EMPTY,    /* says that there are no items */
	BODY_BLANK,
};

/** A row of the body. */
struct body_row {
	enum body_row_kind kind;
	bool with_next;
	int group_rows;
	const struct scope *scope;       /* what its texts may name */
	const struct row_layout *layout; /* BODY_EXPLICIT */
	const bool *left; /* which columns have their own cells in an explicit row;
			   * NULL: none */
};

/** Adds the rows of a table's body to a list of struct body_row; none where the table is
 * left out. One more than a table may have tells that there are too many. Entries of the
 * plan's lists that no band takes are warned of. */
void arrange_body_rows(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope, GArray *list);

/** The item of a name in a scope; NULL: absent. */
const struct value *scope_item(const struct scope *scope, const char *name);

#endif
