/* The structure of a document: what a reader of the file is told it consists of. */
#ifndef COMPOSE_STRUCTURE_BUILD_H
#define COMPOSE_STRUCTURE_BUILD_H

#include "compose/measured.h"

/** Makes the nodes of blocks below a parent, in reading order, each of them once;
 * paragraphs, tables and cells keep theirs. A paragraph without text has none. */
void structure_build(struct pages *pages, struct structure_node *parent,
	const struct measured_list *list);

#endif
