#include "build_official.h"

#include <math.h>
#include <string.h>

int build_begin_official(void **state)
{
	struct build *build = build_create();
	struct page_field *field = arena_new(build->arena, struct page_field);
	*field = (struct page_field){
		.text = "{page}",
		.style = &build->text,
		.side = SIDE_OUTSIDE,
		.below = 5,
		.on_first = true,
	};
	build_rules_weigh(build, 0, 0);
	build->master.row = 10;
	build->master.fields = field;
	build->master.field_count = 1;
	build->text.on_grid = true;
	build->heading.on_grid = true;
	*state = build;
	return 0;
}

const struct block *build_manner(
	struct build *build, const struct block *block, struct block_manner manner)
{
	struct block *copy = arena_copy(build->arena, block, sizeof *block);
	copy->manner = arena_copy(build->arena, &manner, sizeof manner);
	return copy;
}

static const struct text_block *line(struct build *build, const char *text)
{
	struct text_block *block = arena_new(build->arena, struct text_block);
	*block = build_string(build, text);
	return block;
}

const struct block *build_signature(struct build *build, enum signature_kind kind,
	const char *names, const char *date, double seal)
{
	char **each = g_strsplit(names, "|", -1);
	guint count = g_strv_length(each);
	struct signatory *signatories =
		arena_new_array(build->arena, struct signatory, count);
	for (guint i = 0; i < count; i++) {
		signatories[i] = (struct signatory){line(build, each[i]), seal};
	}
	g_strfreev(each);
	struct block *block = arena_new(build->arena, struct block);
	block->kind = BLOCK_SIGNATURE;
	block->signature = (struct signature_block){
		.kind = kind,
		.signatories = signatories,
		.signatory_count = count,
		.date = *date ? line(build, date) : NULL,
		.stamp_width = 30,
		.stamp_height = 20,
		.outlined = true,
	};
	return block;
}

void build_sign(struct build *build, enum signature_kind kind, const char *names,
	const char *date, double seal)
{
	build_add(build, build_signature(build, kind, names, date, seal));
}

const struct block *build_stroke(struct build *build, double before)
{
	struct block *block = arena_new(build->arena, struct block);
	block->kind = BLOCK_RULE;
	block->rule = (struct rule_block){.weight = 2, .before = before};
	return block;
}

struct block *build_mark(struct build *build, const char *names, const char *beside)
{
	char **each = g_strsplit(names, "|", -1);
	guint count = g_strv_length(each);
	const struct text_block **lines =
		arena_new_array(build->arena, const struct text_block *, count);
	for (guint i = 0; i < count; i++) {
		lines[i] = line(build, each[i]);
	}
	g_strfreev(each);
	struct block *block = arena_new(build->arena, struct block);
	block->kind = BLOCK_MARK;
	block->mark = (struct mark_block){
		.names = lines,
		.name_count = count,
		.beside = *beside ? line(build, beside) : NULL,
	};
	return block;
}

void build_give_imprint(struct build *build, int lines)
{
	const struct block **blocks =
		arena_new_array(build->arena, const struct block *, lines + 2);
	blocks[0] = build_stroke(build, 0);
	for (int i = 0; i < lines; i++) {
		blocks[i + 1] = build_block(build, build_string(build, "印"));
	}
	blocks[lines + 1] = build_stroke(build, 0);
	build->imprint = (struct document_imprint){
		.master = arena_copy(build->arena, &build->master, sizeof build->master),
		.even = true,
		.blocks = blocks,
		.block_count = (size_t)lines + 2,
	};
}

const char *build_seals(struct build *build)
{
	const struct pages *pages = build_compose(build);
	GString *out = arena_text(build->arena);
	for (guint i = 0; i < pages->list->len; i++) {
		const struct page *page = g_ptr_array_index(pages->list, i);
		for (guint k = 0; k < page->items->len; k++) {
			const struct item *item =
				&g_array_index(page->items, struct item, k);
			if (item->kind != ITEM_PATH) {
				continue;
			}
			double box[] = {HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL};
			for (int j = 0; j < item->path.point_count; j++) {
				const double *point = item->path.points + 2 * j;
				box[0] = fmin(box[0], point[0]);
				box[1] = fmin(box[1], point[1]);
				box[2] = fmax(box[2], point[0]);
				box[3] = fmax(box[3], point[1]);
			}
			g_string_append_printf(out, "%u %.2f,%.2f %.2f,%.2f\n", i + 1,
				box[0], box[1], box[2], box[3]);
		}
	}
	return out->str;
}
