/* Structure types of a PDF file. */
#ifndef PAINT_PDF_ROLES_H
#define PAINT_PDF_ROLES_H

#include "page/page.h"

enum {
	DEEPEST_HEADING = 6
}; /* of the standard types */

/** Headings that those to come are below of: a stack of their levels, empty at first. */
struct heading_levels {
	int level[DEEPEST_HEADING];
	int count;
};

/** The standard structure type (ISO 32000-1 14.8.4) of a role; a heading's without its
 * level. */
const char *pdf_role_name(enum structure_role role);

/** The standard structure type of a node, asked for in reading order: headings begin with
 * H1 and never skip a level, whatever levels the pages have (ISO 14289-1 7.4.2); a title
 * is above all of them. */
const char *pdf_role_of(const struct structure_node *node, struct heading_levels *levels);

#endif
