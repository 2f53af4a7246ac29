/* Sections: numbers, headings on their own line or run in, and what the author wrote
 * under them, in the order in which it was written. */
#include "document/arranger.h"

#include <stdlib.h>
#include <string.h>

struct section {
	const struct sections_layout *layout;
	const struct section_level *level;
	int depth; /* from 1 */
	const struct value *record;
	struct scope scope;
	const struct text_run *heading; /* NULL: it has none */
	size_t heading_count;
	size_t number_count; /* runs of it that are its number */
	bool listed;         /* in contents */
	bool listed_below;   /* and what is below */
	bool run_in_pending; /* the heading waits for a paragraph to stand in */
};

/* A section's field, which is printed now. */
static const struct value *take_field(
	struct arranger *arranger, const struct section *section, const char *name)
{
	const struct value *value = value_field(section->record, name);
	if (value) {
		g_hash_table_add(arranger->used, (gpointer)(uintptr_t)value);
	}
	return value;
}

/* The number before a heading: the author's own, none where it is marked so (`无`), else
 * the next; a key left blank says nothing. */
static const char *section_number(struct arranger *arranger,
	const struct section *section, int *counter, struct place *place)
{
	const struct value *own =
		section->layout->number_field
			? take_field(arranger, section, section->layout->number_field)
			: NULL;
	if (own && own->written.length) {
		*place = own->place;
		return value_is_present(own) ? own->written.text : "";
	}
	const struct numbering *number = &section->level->number;
	if (!number->numerals) {
		return "";
	}
	const char *numeral = numeral_text(arranger->arena, ++*counter, number->numerals);
	if (!numeral) {
		diagnostics_error(arranger->diagnostics, section->record->place,
			"number-range", "第 %d 个标题超出了“{%s}”这种数字的范围",
			*counter, number->numerals);
		return "";
	}
	return arena_printf(
		arranger->arena, "%s%s%s", number->before, numeral, number->after);
}

static void make_heading(struct arranger *arranger, struct section *section, int *counter)
{
	const struct value *title =
		value_field(section->record, section->layout->title_field);
	const struct value *heading =
		value_is_present(title)
			? template_value(section->level->heading, &section->scope,
				  arranger->arena, arranger->diagnostics)
			: NULL;
	if (!has_text(heading)) {
		return;
	}
	struct place place = title->place;
	const char *number = section_number(arranger, section, counter, &place);
	section->run_in_pending = section->layout->run_in &&
				  expr_holds(section->layout->run_in, &section->scope,
					  arranger->arena, arranger->diagnostics);
	const struct style *style =
		section->run_in_pending ? section->level->run_in : section->level->style;
	size_t count;
	const struct text_run *words = line_runs(arranger->arena, heading, style, &count);
	struct text_run *runs =
		arena_new_array(arranger->arena, struct text_run, count + 1);
	size_t before = *number != '\0';
	runs[0] = (struct text_run){
		.passage = passage_plain(number, place), .style = style};
	memcpy(runs + before, words, count * sizeof *runs);
	section->heading = runs;
	section->heading_count = before + count;
	section->number_count = before;
}

/* Lists a heading with its number; its words may be others there. */
static void list_heading(struct arranger *arranger, const struct section *section,
	struct text_block *block)
{
	const struct template *text = section->level->contents;
	const struct value *words =
		section->listed && text ? template_value(text, &section->scope,
						  arranger->arena, arranger->diagnostics)
					: NULL;
	struct listed listed = {
		.level = section->listed
				 ? section->depth + section->layout->listed_level - 1
				 : 0,
		.runs = section->heading,
		.run_count = section->heading_count,
		.words = section->number_count,
	};
	if (has_text(words)) {
		size_t count;
		const struct text_run *own =
			line_runs(arranger->arena, words, block->style, &count);
		struct text_run *runs = arena_new_array(
			arranger->arena, struct text_run, listed.words + count);
		memcpy(runs, section->heading, listed.words * sizeof *runs);
		memcpy(runs + listed.words, own, count * sizeof *runs);
		listed.runs = runs;
		listed.run_count = listed.words + count;
	}
	arrange_listing(arranger, block, &listed);
}

static void add_heading(struct arranger *arranger, struct section *section)
{
	struct block *block = arrange_block(arranger, BLOCK_TEXT, section->record->place);
	block->text = (struct text_block){
		.purpose = PURPOSE_HEADING,
		.level = section->depth,
		.style = section->run_in_pending ? section->level->run_in
						 : section->level->style,
		.runs = section->heading,
		.run_count = section->heading_count,
		.outline = runs_text(
			arranger->arena, section->heading, section->heading_count),
		.outline_level = section->depth,
	};
	list_heading(arranger, section, &block->text);
	section->run_in_pending = false;
}

/* Puts a run-in heading before the first paragraph that follows it. */
static void run_in(
	struct arranger *arranger, struct section *section, struct text_block *paragraph)
{
	size_t extra = section->heading_count;
	struct text_run *runs = arena_new_array(
		arranger->arena, struct text_run, extra + paragraph->run_count);
	memcpy(runs, section->heading, extra * sizeof *runs);
	memcpy(runs + extra, paragraph->runs, paragraph->run_count * sizeof *runs);
	paragraph->runs = runs;
	paragraph->run_count += extra;
	paragraph->outline = runs_text(arranger->arena, section->heading, extra);
	paragraph->outline_level = section->depth;
	list_heading(arranger, section, paragraph);
	section->run_in_pending = false;
}

static void add_paragraph(struct arranger *arranger, struct section *section,
	const struct prose_paragraph *paragraph, const struct section_content *content)
{
	struct block *block = arrange_paragraph(arranger, paragraph, content->style);
	if (section->run_in_pending) {
		run_in(arranger, section, &block->text);
	} else {
		mark_manner(arranger, &content->manner, &block->text);
	}
}

static void add_prose(struct arranger *arranger, struct section *section,
	const struct value *prose, const struct section_content *content)
{
	for (size_t i = 0; i < prose->paragraph_count; i++) {
		add_paragraph(arranger, section, &prose->paragraphs[i], content);
	}
	if (prose->kind == VALUE_MARK && prose->written.length) {
		struct prose_run *run = arena_new(arranger->arena, struct prose_run);
		run->passage = prose->written;
		const struct prose_paragraph mark = {run, 1};
		add_paragraph(arranger, section, &mark, content);
	}
}

static int compare_names(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void report_no_table(struct arranger *arranger, const struct value *name)
{
	diagnostics_error(arranger->diagnostics, name->place, "table-unknown",
		"版式 %s 里没有“%s”这张表", arranger->layout->header.name,
		name->written.text);
	guint count;
	const char **names = (const char **)g_hash_table_get_keys_as_array(
		arranger->layout->tables, &count);
	qsort(names, count, sizeof *names, compare_names);
	diagnostics_hint_nearest(arranger->diagnostics, names, name->written.text);
	g_free(names);
}

/* A table's texts know the record that it is inserted into by its fields. */
static bool fits_record(struct arranger *arranger, const struct table_layout *table,
	const struct scope *scope, const struct value *name)
{
	const char *record = scope->value ? scope->value->record->name : "";
	if (!table->of || strcmp(table->of_record->name, record) == 0) {
		return true;
	}
	diagnostics_error(arranger->diagnostics, name->place, "table-place",
		"“%s”这张表属于“%s”，不能插在“%s”里", table->name, table->of_record->name,
		record);
	return false;
}

void arrange_inserted(
	struct arranger *arranger, const struct value *names, const struct scope *around)
{
	for (size_t i = 0; names && i < names->item_count; i++) {
		const struct value *name = names->items[i];
		if (!arrange_has_room(arranger, name->place)) {
			return;
		}
		const struct table_layout *table =
			g_hash_table_lookup(arranger->layout->tables, name->written.text);
		if (!table) {
			report_no_table(arranger, name);
			continue;
		}
		if (!fits_record(arranger, table, around, name)) {
			continue;
		}
		struct scope *scope = arena_new(arranger->arena, struct scope);
		*scope = *around;
		scope->name = table->of ? table->of : scope->name;
		arrange_table(arranger, table, scope);
	}
}

/* Sections of one depth below the same heading. */
struct level {
	const struct sections_layout *layout;
	const struct scope *scope;
	int depth; /* from 1 */
	const struct value *const *items;
	size_t count;
	bool listed; /* in contents */
};

static void arrange_level(struct arranger *arranger, const struct level *level);

static void add_content(struct arranger *arranger, struct section *section,
	const struct section_content *content, const struct value *value)
{
	struct level below;
	switch (content->kind) {
	case SECTION_PROSE:
		add_prose(arranger, section, value, content);
		break;
	case SECTION_SECTIONS:
		if (section->run_in_pending) {
			add_heading(arranger, section);
		}
		below = (struct level){section->layout, section->scope.outer,
			section->depth + 1, value->items, value->item_count,
			section->listed_below};
		arrange_level(arranger, &below);
		break;
	case SECTION_TABLES:
		if (section->run_in_pending) {
			add_heading(arranger, section);
		}
		arrange_inserted(arranger, value, &section->scope);
		break;
	case SECTION_BLOCKS:
		if (section->run_in_pending) {
			add_heading(arranger, section);
		}
		arrange_blocks(arranger, &content->blocks, &section->scope);
		break;
	}
}

static bool holds(struct arranger *arranger, const struct expr *condition,
	const struct section *section)
{
	return !condition || expr_holds(condition, &section->scope, arranger->arena,
				     arranger->diagnostics);
}

static void arrange_section(
	struct arranger *arranger, struct section *section, int *counter)
{
	const struct sections_layout *layout = section->layout;
	section->listed = section->listed && holds(arranger, layout->listed, section);
	section->listed_below =
		section->listed && holds(arranger, layout->listed_below, section);
	make_heading(arranger, section, counter);
	if (section->heading && !section->run_in_pending) {
		add_heading(arranger, section);
	}
	for (size_t i = 0; i < section->record->written_count; i++) {
		const char *name = section->record->written_order[i]->name;
		for (size_t j = 0; j < section->layout->content_count; j++) {
			const struct section_content *content =
				&section->layout->contents[j];
			if (strcmp(content->field, name) == 0) {
				add_content(arranger, section, content,
					take_field(arranger, section, name));
			}
		}
	}
	if (section->run_in_pending) {
		add_heading(arranger, section);
	}
}

static void arrange_level(struct arranger *arranger, const struct level *level)
{
	const struct sections_layout *layout = level->layout;
	if (level->count && (size_t)level->depth > layout->level_count) {
		diagnostics_error(arranger->diagnostics, level->items[0]->place,
			"section-depth", "章节有 %d 级，版式 %s 只有 %zu 级标题",
			level->depth, arranger->layout->header.name, layout->level_count);
		return;
	}
	int counter = 0;
	for (size_t i = 0; i < level->count; i++) {
		if (!arrange_has_room(arranger, level->items[i]->place)) {
			return;
		}
		struct section section = {
			.layout = layout,
			.level = &layout->levels[level->depth - 1],
			.depth = level->depth,
			.record = level->items[i],
			.listed = level->listed,
			.scope = {.outer = level->scope,
				.name = layout->each.name,
				.value = level->items[i]},
		};
		arrange_section(arranger, &section, &counter);
	}
}

void arrange_sections(struct arranger *arranger, const struct sections_layout *sections,
	const struct scope *scope)
{
	struct level level = {
		.layout = sections, .scope = scope, .depth = 1, .listed = true};
	level.items = clause_items(arranger, &sections->each, scope, &level.count);
	arrange_level(arranger, &level);
}
