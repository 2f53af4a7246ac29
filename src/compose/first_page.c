#include "compose/first_page.h"

static bool any_crowded(const struct block *const *blocks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct block *block = blocks[i];
		bool crowded = block->manner && block->manner->stand == STANDS_CROWDED;
		bool inside = block->kind == BLOCK_GROUP &&
			      any_crowded(block->group.blocks, block->group.block_count);
		if (crowded || inside) {
			return true;
		}
	}
	return false;
}

bool first_page_can_give(const struct document *document)
{
	if (document->part_count == 0) {
		return false;
	}
	const struct document_part *part = &document->parts[0];
	return any_crowded(document->imprint.blocks, document->imprint.block_count) ||
	       any_crowded(part->blocks, part->block_count);
}

static bool is_body(const struct measured *block)
{
	return block->manner && block->manner->body && block->text;
}

static const struct measured *first_body(const struct part_content *content)
{
	for (int i = 0; i < content->list.count; i++) {
		if (is_body(&content->list.blocks[i])) {
			return &content->list.blocks[i];
		}
	}
	return NULL;
}

bool first_page_lacks_body(const struct part_content *content, const GArray *sheets)
{
	if (!first_body(content) || sheets->len == 0) {
		return false;
	}
	const struct sheet *first = &g_array_index(sheets, struct sheet, 0);
	for (int i = 0; i < first->placed_count; i++) {
		if (is_body(first->placed[i].block)) {
			return false;
		}
	}
	return true;
}

struct place first_page_body(const struct part_content *content)
{
	const struct measured *body = first_body(content);
	return body && body->text->run_count ? body->text->runs[0].passage.place
					     : (struct place){0};
}
