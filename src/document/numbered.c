/* Copies of a document that differ in their number (份号): what holds it is copied, all
 * else is shared. */
#include "document/arrange.h"

#include <string.h>

/* A number being given. */
struct numbering_copy {
	struct arena *arena;
	const char *number;
	bool found;
};

static const struct block *const *number_blocks(
	struct numbering_copy *copy, const struct block *const *blocks, size_t count);

static bool is_number(const struct block *block)
{
	return block->kind == BLOCK_TEXT && block->manner && block->manner->element &&
	       strcmp(block->manner->element, DOCUMENT_NUMBER_ELEMENT) == 0;
}

static struct text_block number_text(
	struct numbering_copy *copy, const struct text_block *from)
{
	struct text_block text = *from;
	struct text_run *run =
		arena_copy(copy->arena, &from->runs[0], sizeof from->runs[0]);
	run->passage = passage_plain(copy->number, from->runs[0].passage.place);
	text.runs = run;
	text.run_count = 1;
	return text;
}

static const struct block *number_block(
	struct numbering_copy *copy, const struct block *from)
{
	bool group = from->kind == BLOCK_GROUP;
	if (copy->found || (!group && !is_number(from))) {
		return from;
	}
	/* Blocks of a document are no larger than their kind is. */
	struct block *block = arena_new(copy->arena, struct block);
	block->kind = from->kind;
	block->place = from->place;
	block->manner = from->manner;
	if (group) {
		block->group = from->group;
		block->group.blocks =
			number_blocks(copy, from->group.blocks, from->group.block_count);
	} else {
		block->text = number_text(copy, &from->text);
		copy->found = true;
	}
	return block;
}

static const struct block *const *number_blocks(
	struct numbering_copy *copy, const struct block *const *blocks, size_t count)
{
	const struct block **numbered =
		arena_new_array(copy->arena, const struct block *, count);
	for (size_t i = 0; i < count; i++) {
		numbered[i] = number_block(copy, blocks[i]);
	}
	return numbered;
}

const struct document *document_numbered(
	struct arena *arena, const struct document *document, const char *number)
{
	struct numbering_copy copy = {.arena = arena, .number = number};
	struct document *numbered = arena_copy(arena, document, sizeof *document);
	struct document_part *parts =
		arena_copy(arena, document->parts, document->part_count * sizeof *parts);
	for (size_t i = 0; i < document->part_count && !copy.found; i++) {
		parts[i].blocks =
			number_blocks(&copy, parts[i].blocks, parts[i].block_count);
	}
	numbered->arena = arena;
	numbered->parts = parts;
	return copy.found ? numbered : NULL;
}
