/* What official documents have and reports have not: strokes, signatures, marks, parts of
 * pages, the imprint. */
#include "document/arranger.h"

/* ---- strokes and signatures ---- */

void arrange_rule(struct arranger *arranger, const struct layout_block *layout)
{
	const struct rule_layout *rule = &layout->rule;
	struct block *block = arrange_block(arranger, BLOCK_RULE, layout->place);
	block->rule = (struct rule_block){
		.weight = rule->weight,
		.second = rule->second,
		.gap = rule->gap,
		.width = rule->width,
		.fixed = rule->fixed,
		.before = rule->before,
		.after = rule->after,
		.colour = rule->colour,
	};
}

/* Where texts that are set together stand is reckoned from their widths: their style's
 * own indents and alignment do not count. */
static const struct style *plain_style(
	const struct arranger *arranger, const struct style *style)
{
	struct style *plain = arena_copy(arranger->arena, style, sizeof *style);
	plain->indent = 0;
	plain->start = 0;
	plain->end = 0;
	plain->align = ALIGN_START;
	return plain;
}

/* A text on one line; NULL where it comes out empty. */
static const struct text_block *text_alone(struct arranger *arranger,
	const struct style *style, const struct template *text, const struct scope *scope)
{
	const struct value *value =
		text ? template_value(text, scope, arranger->arena, arranger->diagnostics)
		     : NULL;
	if (!has_text(value)) {
		return NULL;
	}
	struct text_block *line = arena_new(arranger->arena, struct text_block);
	line->style = plain_style(arranger, style);
	line->runs = line_runs(arranger->arena, value, line->style, &line->run_count);
	return line;
}

/* The diameter of the seals, as the plan says it or else the layout. */
static double seal_of(struct arranger *arranger, const struct signature_layout *layout,
	const struct scope *scope)
{
	const struct value *diameter =
		layout->seal_diameter
			? expr_value(layout->seal_diameter, scope,
				  arrange_scratch(arranger), arranger->diagnostics)
			: NULL;
	if (!value_is_present(diameter) || diameter->kind != VALUE_NUMBER ||
		diameter->number.millionths <= 0) {
		return layout->seal;
	}
	return (double)diameter->number.millionths / DECIMAL_ONE * POINTS_PER_MM;
}

static void add_signatory(struct arranger *arranger,
	const struct signature_layout *layout, const struct scope *scope,
	GArray *signatories)
{
	struct signatory signatory = {
		.name = text_alone(arranger, layout->style, layout->name, scope),
		.seal = seal_of(arranger, layout, scope),
	};
	if (signatory.name) {
		g_array_append_val(signatories, signatory);
	}
}

static GArray *find_signatories(struct arranger *arranger,
	const struct signature_layout *layout, const struct scope *scope)
{
	GArray *signatories = arena_values(arranger->arena, sizeof(struct signatory));
	if (!layout->each.list) {
		add_signatory(arranger, layout, scope, signatories);
		return signatories;
	}
	size_t count;
	const struct value *const *items =
		clause_items(arranger, &layout->each, scope, &count);
	for (size_t i = 0; i < count; i++) {
		const struct scope inner = {
			.outer = scope, .name = layout->each.name, .value = items[i]};
		add_signatory(arranger, layout, &inner, signatories);
	}
	return signatories;
}

void arrange_signature(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope)
{
	const struct signature_layout *from = &layout->signature;
	GArray *signatories = find_signatories(arranger, from, scope);
	const struct text_block *date =
		text_alone(arranger, from->style, from->date, scope);
	if (signatories->len == 0 && !date) {
		return;
	}
	struct block *block = arrange_block(arranger, BLOCK_SIGNATURE, layout->place);
	block->signature = (struct signature_block){
		.kind = from->kind,
		.signatories = (const struct signatory *)(const void *)signatories->data,
		.signatory_count = signatories->len,
		.date = date,
		.stamp_width = from->stamp[0],
		.stamp_height = from->stamp[1],
		.outlined = from->outlined,
		.outline = from->outline,
	};
}

/* ---- marks ---- */

static void add_name(struct arranger *arranger, const struct mark_layout *layout,
	const struct scope *scope, GPtrArray *names)
{
	const struct text_block *name =
		text_alone(arranger, layout->style, layout->name, scope);
	if (name) {
		g_ptr_array_add(names, (gpointer)(uintptr_t)name);
	}
}

void arrange_mark(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope)
{
	const struct mark_layout *from = &layout->mark;
	GPtrArray *names = arena_pointers(arranger->arena);
	size_t count;
	const struct value *const *items =
		clause_items(arranger, &from->each, scope, &count);
	for (size_t i = 0; i < count; i++) {
		const struct scope inner = {
			.outer = scope, .name = from->each.name, .value = items[i]};
		add_name(arranger, from, &inner, names);
	}
	if (names->len == 0) {
		return;
	}
	struct block *block = arrange_block(arranger, BLOCK_MARK, layout->place);
	block->mark = (struct mark_block){
		.names = (const struct text_block *const *)(const void *)names->pdata,
		.name_count = names->len,
		.beside = text_alone(arranger, from->style, from->beside, scope),
		.most_height = from->most_height,
	};
}

/* ---- parts ---- */

void arrange_end_part(struct arranger *arranger)
{
	if (arranger->blocks->len == 0 && arranger->parts->len > 0) {
		return;
	}
	const struct document_part part = {
		.master = arranger->master,
		.begins_odd = arranger->begins_odd,
		.numbering = arranger->numbering,
		.blocks = (const struct block *const *)(const void *)
				  arranger->blocks->pdata,
		.block_count = arranger->blocks->len,
	};
	g_array_append_val(arranger->parts, part);
	arranger->blocks = arena_pointers(arranger->arena);
	arranger->begins_odd = false;
	arranger->numbering.from = 0;
}

/* Whether anything stands in the part that is being arranged. */
static void leave_part(struct arranger *arranger)
{
	if (arranger->blocks->len > 0) {
		arrange_end_part(arranger);
	}
}

static const struct page_master *find_master(struct arranger *arranger,
	const struct part_layout *part, const struct scope *scope)
{
	size_t i = 0;
	while (part->pages[i].when &&
		!expr_holds(part->pages[i].when, scope, arrange_scratch(arranger),
			arranger->diagnostics)) {
		i++;
	}
	return part->pages[i].master;
}

void arrange_part(struct arranger *arranger, const struct layout_block *layout,
	const struct scope *scope)
{
	const struct page_master *around = arranger->master;
	if (arranger->depth > 0) {
		diagnostics_error(arranger->diagnostics, layout->place, "layout-part",
			"part 另起一页，不能放在 group、单元格或版记里");
		return;
	}
	leave_part(arranger);
	const struct page_numbering numbering_around = arranger->numbering;
	arranger->master = find_master(arranger, &layout->part, scope);
	arranger->begins_odd = layout->part.begins_odd;
	arranger->numbering = layout->part.numbering;
	arrange_blocks(arranger, &layout->part.blocks, scope);
	leave_part(arranger);
	arranger->master = around;
	arranger->begins_odd = false;
	arranger->numbering = numbering_around;
}

void arrange_imprint(struct arranger *arranger, const struct scope *scope,
	struct document_imprint *imprint)
{
	const struct imprint_layout *layout = &arranger->layout->imprint;
	if (!layout->master ||
		(layout->when && !expr_holds(layout->when, scope, arranger->arena,
					 arranger->diagnostics))) {
		return;
	}
	const GPtrArray *blocks = arrange_apart(arranger, &layout->blocks, scope);
	*imprint = (struct document_imprint){
		.master = layout->master,
		.even = layout->even,
		.blocks = (const struct block *const *)(const void *)blocks->pdata,
		.block_count = blocks->len,
	};
}

/* ---- what all blocks may have ---- */

static void give_manner(struct block *block, const struct block_manner *manner)
{
	if (!block->manner) {
		block->manner = manner;
	}
	for (size_t i = 0; block->kind == BLOCK_GROUP && i < block->group.block_count;
		i++) {
		give_manner((struct block *)(uintptr_t)block->group.blocks[i], manner);
	}
}

void arrange_manner(struct arranger *arranger, const struct layout_block *layout,
	guint first, const struct scope *scope)
{
	const struct block_manner_layout *from = layout->manner;
	if (!from || layout->kind == LAYOUT_PART) {
		return;
	}
	struct block_manner *manner = arena_new(arranger->arena, struct block_manner);
	*manner = (struct block_manner){
		.element = from->element,
		.hidden = from->hidden && expr_holds(from->hidden, scope, arranger->arena,
						  arranger->diagnostics),
		.has_ink_top = from->has_ink_top,
		.ink_top = from->ink_top,
		.stand = from->stand,
		.body = from->body,
		.beside_above = from->beside_above,
	};
	for (guint i = first; i < arranger->blocks->len; i++) {
		give_manner(g_ptr_array_index(arranger->blocks, i), manner);
	}
}
