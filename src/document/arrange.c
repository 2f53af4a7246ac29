/* The blocks of a layout, in order, over a plan. */
#include "document/arranger.h"

#include <string.h>

const struct value *const *clause_items(struct arranger *arranger,
	const struct each_clause *clause, const struct scope *scope, size_t *count)
{
	const struct value *list =
		expr_value(clause->list, scope, arranger->arena, arranger->diagnostics);
	*count = 0;
	return list ? expr_each(arranger->arena, list, count) : NULL;
}

enum {
	SCRATCH_USES = 256 /* evaluations before its memory is given back */
};

struct arena *arrange_scratch(struct arranger *arranger)
{
	if (arranger->scratch_uses++ % SCRATCH_USES == 0) {
		arena_destroy(arranger->scratch);
		arranger->scratch = arena_create();
	}
	return arranger->scratch;
}

/* Of a list, the item alone that is the document's record or around it; the list where it
 * is not there. */
static const struct value *const *only_item(
	struct arranger *arranger, const struct value *const *items, size_t *count)
{
	for (const struct value *record = arranger->only; record;
		record = record->parent) {
		for (size_t i = 0; i < *count; i++) {
			if (items[i] == record) {
				arranger->met |= record == arranger->only;
				*count = 1;
				return items + i;
			}
		}
	}
	return items;
}

static void arrange_each(struct arranger *arranger, const struct layout_block *block,
	const struct scope *scope)
{
	size_t count;
	const struct value *const *items =
		clause_items(arranger, &block->each.clause, scope, &count);
	items = only_item(arranger, items, &count);
	if (count == 0 && arranger->blank) {
		static const struct value *const nothing[] = {NULL};
		items = nothing;
		count = 1;
	}
	for (size_t i = 0; i < count && arrange_has_room(arranger, block->place); i++) {
		const struct scope inner = {
			.outer = scope,
			.name = block->each.clause.name,
			.value = items[i],
		};
		arrange_blocks(arranger, &block->each.blocks, &inner);
	}
}

GPtrArray *arrange_apart(struct arranger *arranger, const struct layout_blocks *blocks,
	const struct scope *scope)
{
	GPtrArray *outer = arranger->blocks;
	GPtrArray *apart = arena_pointers(arranger->arena);
	arranger->blocks = apart;
	arranger->depth++;
	arrange_blocks(arranger, blocks, scope);
	arranger->depth--;
	arranger->blocks = outer;
	return apart;
}

static void arrange_group(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope)
{
	GPtrArray *blocks = arrange_apart(arranger, &layout->group, scope);
	if (blocks->len) {
		struct block *block = arrange_block(arranger, BLOCK_GROUP, layout->place);
		block->group.blocks =
			(const struct block *const *)(const void *)blocks->pdata;
		block->group.block_count = blocks->len;
	}
}

static void arrange_one(struct arranger *arranger, const struct layout_block *block,
	const struct scope *scope)
{
	switch (block->kind) {
	case LAYOUT_TEXT:
		arrange_text(arranger, &block->text, scope);
		break;
	case LAYOUT_SECTIONS:
		arrange_sections(arranger, &block->sections, scope);
		break;
	case LAYOUT_TABLE:
		arrange_table(arranger, block->table, scope);
		break;
	case LAYOUT_GROUP:
		arrange_group(arranger, block, scope);
		break;
	case LAYOUT_EACH:
		arrange_each(arranger, block, scope);
		break;
	case LAYOUT_NAMES:
		arrange_names(arranger, &block->names, scope);
		break;
	case LAYOUT_RULE:
		arrange_rule(arranger, block);
		break;
	case LAYOUT_SIGNATURE:
		arrange_signature(arranger, block, scope);
		break;
	case LAYOUT_PART:
		arrange_part(arranger, block, scope);
		break;
	case LAYOUT_MARK:
		arrange_mark(arranger, block, scope);
		break;
	case LAYOUT_INSERT:
		arrange_inserted(arranger,
			expr_value(block->insert, scope, arranger->arena,
				arranger->diagnostics),
			scope);
		break;
	case LAYOUT_CONTENTS:
		arrange_contents(arranger, block);
		break;
	case LAYOUT_PAGE_BREAK:
		arrange_block(arranger, BLOCK_PAGE_BREAK, block->place);
		break;
	}
}

void arrange_blocks(struct arranger *arranger, const struct layout_blocks *blocks,
	const struct scope *scope)
{
	for (size_t i = 0; i < blocks->count; i++) {
		const struct layout_block *block = blocks->list[i];
		if (!arrange_has_room(arranger, block->place)) {
			return;
		}
		if (!block->when || expr_holds(block->when, scope, arranger->arena,
					    arranger->diagnostics)) {
			guint first = arranger->blocks->len;
			arrange_one(arranger, block, scope);
			arrange_manner(arranger, block, first, scope);
		}
	}
}

static const char *metadata_text(
	struct arranger *arranger, const struct template *text, const struct scope *scope)
{
	const char *string = text ? template_string(text, scope, arranger->arena,
					    arranger->diagnostics)
				  : NULL;
	return string && *string ? string : NULL;
}

static const char *metadata_date(
	struct arranger *arranger, const struct expr *date, const struct scope *scope)
{
	const struct value *value =
		date ? expr_value(date, scope, arranger->arena, arranger->diagnostics)
		     : NULL;
	if (!value || value->kind != VALUE_DATE) {
		return NULL;
	}
	const struct date *first = &value->period.first;
	return arena_printf(arranger->arena, "%04d-%02d-%02d", first->year,
		MAX(first->month, 1), MAX(first->day, 1));
}

static void arrange_metadata(struct arranger *arranger, const struct scope *scope,
	struct document_metadata *metadata)
{
	const struct layout_metadata *layout = &arranger->layout->metadata;
	const struct layout_header *header = &arranger->layout->header;
	*metadata = (struct document_metadata){
		.title = metadata_text(arranger, layout->title, scope),
		.organ = metadata_text(arranger, layout->organ, scope),
		.subject = metadata_text(arranger, layout->subject, scope),
		.keywords = metadata_text(arranger, layout->keywords, scope),
		.reference = metadata_text(arranger, layout->reference, scope),
		.date = metadata_date(arranger, layout->date, scope),
		.layout = header->version ? arena_printf(arranger->arena, "%s %s",
						    header->name, header->version)
					  : header->name,
	};
}

static void arrange_document(
	struct arranger *arranger, const struct plan *plan, struct document *document)
{
	struct arena *arena = arranger->arena;
	const struct scope scope = {.value = plan->root, .used = plan->used};
	arranger->blocks = arena_pointers(arena);
	arranger->parts = arena_values(arena, sizeof(struct document_part));
	arranger->listings = arena_pointers(arena);
	arranger->master = arranger->layout->master;
	arranger->used = plan->used;
	arranger->blank = plan->blank;
	arranger->manners = g_hash_table_new(NULL, NULL);
	arranger->hanging.found = g_hash_table_new(NULL, NULL);
	arranger->hanging.manners = arena_pointers(arena);
	arena_own(arena, arranger->manners, (GDestroyNotify)g_hash_table_destroy);
	arena_own(arena, arranger->hanging.found, (GDestroyNotify)g_hash_table_destroy);
	arrange_blocks(arranger, &arranger->layout->blocks, &scope);
	if (!arrange_has_room(arranger, plan->root->place)) {
		/* Nobody composes it in vain. */
		g_ptr_array_set_size(arranger->blocks, 0);
		g_array_set_size(arranger->parts, 0);
	}
	arrange_end_part(arranger);
	arrange_imprint(arranger, &scope, &document->imprint);
	arrange_copies(arranger, &scope, &document->copies);
	arrange_entries(arranger);
	hanging_report(arranger);
	arrange_metadata(arranger, &scope, &document->metadata);
	arena_destroy(arranger->scratch);
	document->arena = arena;
	document->parts =
		(const struct document_part *)(const void *)arranger->parts->data;
	document->part_count = arranger->parts->len;
}

const struct document *document_arrange(struct arena *arena, const struct plan *plan,
	const struct layout *layout, const struct limits *limits,
	struct diagnostics *diagnostics)
{
	struct arranger arranger = {.arena = arena,
		.layout = layout,
		.limits = limits,
		.diagnostics = diagnostics};
	struct document *document = arena_new(arena, struct document);
	arrange_document(&arranger, plan, document);
	return document;
}

const struct document *document_arrange_item(struct arena *arena,
	const struct document_item *item, const struct layout *layout,
	const struct limits *limits, struct diagnostics *diagnostics)
{
	struct arranger arranger = {.arena = arena,
		.layout = layout,
		.limits = limits,
		.diagnostics = diagnostics,
		.only = item->record};
	struct document *document = arena_new(arena, struct document);
	arrange_document(&arranger, item->plan, document);
	return arranger.met ? document : NULL;
}

const char *document_file_name(struct arena *arena, const struct plan *plan,
	const struct layout *layout, struct diagnostics *diagnostics)
{
	const struct scope scope = {.value = plan->root, .used = plan->used};
	return layout->file ? template_string(layout->file, &scope, arena, diagnostics)
			    : NULL;
}
