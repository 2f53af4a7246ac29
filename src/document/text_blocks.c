/* Texts of a layout -> paragraphs of the document. */
#include "document/arranger.h"

#include <inttypes.h>
#include <string.h>

/* A paragraph takes no more than a paragraph needs: most cells of a table are one. */
static size_t block_size(enum block_kind kind)
{
	return kind == BLOCK_TEXT
		       ? offsetof(struct block, text) + sizeof(struct text_block)
		       : sizeof(struct block);
}

struct block *arrange_block(
	struct arranger *arranger, enum block_kind kind, struct place place)
{
	struct block *block = arena_alloc(arranger->arena, block_size(kind));
	block->kind = kind;
	block->place = place;
	g_ptr_array_add(arranger->blocks, block);
	arranger->block_count++;
	return block;
}

bool arrange_has_room(struct arranger *arranger, struct place place)
{
	if (arranger->block_count <= arranger->limits->blocks) {
		return true;
	}
	if (!arranger->full) {
		diagnostics_limit(arranger->diagnostics, place, "limit-blocks",
			"一份文档的段落和表格行超过 %" PRId64 " 个",
			arranger->limits->blocks);
	}
	arranger->full = true;
	return false;
}

static void take_runs(struct text_run *runs, const struct prose_paragraph *paragraph,
	const struct style *style)
{
	for (size_t i = 0; i < paragraph->run_count; i++) {
		runs[i] = (struct text_run){
			.passage = paragraph->runs[i].passage,
			.style = style,
			.emphasis = paragraph->runs[i].emphasis,
		};
	}
}

struct text_run *paragraph_runs(struct arena *arena,
	const struct prose_paragraph *paragraph, const struct style *style)
{
	struct text_run *runs =
		arena_new_array(arena, struct text_run, paragraph->run_count);
	take_runs(runs, paragraph, style);
	return runs;
}

struct text_run *line_runs(struct arena *arena, const struct value *text,
	const struct style *style, size_t *count)
{
	size_t total = 0;
	for (size_t i = 0; i < text->paragraph_count; i++) {
		total += text->paragraphs[i].run_count;
	}
	struct text_run *runs = arena_new_array(arena, struct text_run, total);
	*count = 0;
	for (size_t i = 0; i < text->paragraph_count; i++) {
		take_runs(runs + *count, &text->paragraphs[i], style);
		*count += text->paragraphs[i].run_count;
	}
	return runs;
}

struct passage text_joined(struct arena *arena, const struct value *text, bool *emphasis)
{
	struct passage_builder builder = passage_builder_begin(arena);
	*emphasis = false;
	for (size_t i = 0; i < text->paragraph_count; i++) {
		const struct prose_paragraph *paragraph = &text->paragraphs[i];
		for (size_t j = 0; j < paragraph->run_count; j++) {
			const struct prose_run *run = &paragraph->runs[j];
			*emphasis = i + j == 0 ? run->emphasis : *emphasis;
			passage_builder_add_passage(&builder, &run->passage);
		}
	}
	return passage_builder_end(&builder);
}

const char *runs_text(struct arena *arena, const struct text_run *runs, size_t count)
{
	GString *text = g_string_new(NULL);
	for (size_t i = 0; i < count; i++) {
		g_string_append_len(
			text, runs[i].passage.text, (gssize)runs[i].passage.length);
	}
	const char *copy = arena_copy_string(arena, text->str);
	g_string_free(text, TRUE);
	return copy;
}

static struct place paragraph_place(const struct prose_paragraph *paragraph)
{
	return paragraph->run_count ? paragraph->runs[0].passage.place
				    : (struct place){0};
}

struct block *arrange_paragraph(struct arranger *arranger,
	const struct prose_paragraph *paragraph, const struct style *style)
{
	struct block *block =
		arrange_block(arranger, BLOCK_TEXT, paragraph_place(paragraph));
	block->text = (struct text_block){
		.purpose = PURPOSE_PARAGRAPH,
		.style = style,
		.runs = paragraph_runs(arranger->arena, paragraph, style),
		.run_count = paragraph->run_count,
	};
	return block;
}

bool has_text(const struct value *value)
{
	for (size_t i = 0; value && i < value->paragraph_count; i++) {
		const struct prose_paragraph *paragraph = &value->paragraphs[i];
		for (size_t j = 0; j < paragraph->run_count; j++) {
			if (paragraph->runs[j].passage.length) {
				return true;
			}
		}
	}
	return false;
}

static enum text_purpose purpose_of(enum text_role role)
{
	switch (role) {
	case TEXT_PARAGRAPH:
		return PURPOSE_PARAGRAPH;
	case TEXT_TITLE:
		return PURPOSE_TITLE;
	case TEXT_HEADING:
		return PURPOSE_HEADING;
	}
	return PURPOSE_PARAGRAPH;
}

void arrange_text(struct arranger *arranger, const struct text_layout *text,
	const struct scope *scope)
{
	const struct value *value =
		template_value(text->text, scope, arranger->arena, arranger->diagnostics);
	if (!has_text(value)) {
		return;
	}
	bool marked = false;
	for (size_t i = 0; i < value->paragraph_count; i++) {
		struct block *block =
			arrange_paragraph(arranger, &value->paragraphs[i], text->style);
		marked |= mark_manner(arranger, &text->manner, &block->text);
		block->text.purpose = purpose_of(text->role);
		block->text.level = text->level;
		if (text->role == TEXT_HEADING) {
			block->text.outline = runs_text(
				arranger->arena, block->text.runs, block->text.run_count);
			block->text.outline_level = text->level;
		}
		if (i == 0) {
			arrange_listing_of(arranger, &block->text, &text->listing, scope);
		}
	}
	if (!marked) {
		report_hang_absent(arranger, &text->manner);
	}
}
