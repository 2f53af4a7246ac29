/* Texts with expressions: parts in order when parsed, runs of paragraphs when replaced.
 */
#include "base/language.h"
#include "expr/evaluate.h"
#include "expr/lexer.h"
#include "expr/results.h"
#include "expr/syntax.h"
#include "expr/typing.h"

#include <string.h>

enum part_kind {
	PART_WORDS, /* the layout's own */
	PART_BREAK, /* a paragraph ends */
	PART_HOLE,  /* an expression */
};

struct part {
	enum part_kind kind;
	bool emphasis;
	struct passage words;
	const struct node *expression;
};

/* clang-format takes it for C++. */
/* clang-format off */
struct template {
	const struct part *parts;
	size_t count;
	struct place place;
};
/* clang-format on */

struct reader {
	struct arena *arena;
	const struct passage *passage;
	const struct scope_type *scope;
	struct diagnostics *diagnostics;
	GArray *parts; /* struct part */
	size_t at;
	size_t start;      /* of words not yet added */
	size_t emphasized; /* where the open emphasis began */
	bool emphasis;
	bool failed;
};

static void add_part(struct reader *reader, struct part part)
{
	part.emphasis = reader->emphasis;
	g_array_append_val(reader->parts, part);
}

/* Adds the words up to a byte, and goes on behind what stands there. */
static void end_words(struct reader *reader, size_t end, size_t next)
{
	if (end > reader->start) {
		struct passage words =
			passage_part(reader->arena, reader->passage, reader->start, end);
		add_part(reader, (struct part){.kind = PART_WORDS, .words = words});
	}
	reader->start = next;
	reader->at = next;
}

static void refuse(
	struct reader *reader, size_t at, const char *code, const char *message)
{
	diagnostics_error(reader->diagnostics, passage_place(reader->passage, at), code,
		"%s", message);
	reader->failed = true;
}

/* The brace that closes an expression, beyond braces in its strings; where the strings
 * themselves are broken, the next brace. False: there is none. */
static bool find_closing_brace(const struct passage *passage, size_t start, size_t *end)
{
	const char *quote = NULL;
	for (size_t at = start; at < passage->length;) {
		const char *text = passage->text + at;
		size_t length = 1;
		if (quote) {
			bool closes = g_str_has_prefix(text, quote);
			length = closes ? strlen(quote) : 1;
			quote = closes ? NULL : quote;
		} else if (*text == '}') {
			*end = at;
			return true;
		} else {
			quote = lexer_closing_quote(text, &length);
			length = quote ? length : 1;
		}
		at += length;
	}
	const char *brace = memchr(passage->text + start, '}', passage->length - start);
	*end = brace ? (size_t)(brace - passage->text) : passage->length;
	return brace != NULL;
}

static void read_expression(struct reader *reader, size_t end)
{
	struct syntax_extent extent = {reader->passage, reader->at + 1, end};
	struct node *node = syntax_parse(reader->arena, &extent, reader->diagnostics);
	if (!node ||
		!syntax_check(reader->arena, node, reader->scope, reader->diagnostics)) {
		reader->failed = true;
		return;
	}
	if (!typing_is_printable(node->type)) {
		refuse(reader, reader->at, "type-mismatch",
			arena_printf(reader->arena, _("%s不能直接印出，请写出它的字段"),
				typing_words(reader->arena, node->type)));
		return;
	}
	add_part(reader, (struct part){.kind = PART_HOLE, .expression = node});
}

static void read_hole(struct reader *reader)
{
	size_t end;
	end_words(reader, reader->at, reader->at);
	if (!find_closing_brace(reader->passage, reader->at + 1, &end)) {
		refuse(reader, reader->at, "brace-unclosed",
			_("花括号没有配对，缺少“}”"));
		diagnostics_hint(reader->diagnostics, "要印出花括号，写作“{{”");
		end_words(reader, reader->at, end);
		return;
	}
	read_expression(reader, end);
	reader->at = end + 1;
	reader->start = end + 1;
}

static void toggle_emphasis(struct reader *reader)
{
	size_t at = reader->at;
	end_words(reader, at, at + 2);
	reader->emphasis = !reader->emphasis;
	reader->emphasized = at;
}

static bool at_pair(const struct reader *reader, const char *pair)
{
	return g_str_has_prefix(reader->passage->text + reader->at, pair);
}

static void read_part(struct reader *reader)
{
	char character = reader->passage->text[reader->at];
	if (at_pair(reader, "{{") || at_pair(reader, "}}")) {
		end_words(reader, reader->at + 1, reader->at + 2);
	} else if (character == '{') {
		read_hole(reader);
	} else if (character == '}') {
		refuse(reader, reader->at, "brace-unopened",
			_("花括号没有配对，缺少“{”"));
		diagnostics_hint(reader->diagnostics, "要印出花括号，写作“}}”");
		reader->at++;
	} else if (at_pair(reader, "**")) {
		toggle_emphasis(reader);
	} else if (character == '\n') {
		size_t next = reader->at + 1;
		end_words(reader, reader->at, next);
		if (next < reader->passage->length) {
			add_part(reader, (struct part){.kind = PART_BREAK});
		}
	} else {
		reader->at++;
	}
}

const struct template *template_parse(struct arena *arena, const struct passage *passage,
	const struct scope_type *scope, struct diagnostics *diagnostics)
{
	struct reader reader = {
		.arena = arena,
		.passage = passage,
		.scope = scope,
		.diagnostics = diagnostics,
		.parts = arena_values(arena, sizeof(struct part)),
	};
	while (reader.at < passage->length) {
		read_part(&reader);
	}
	end_words(&reader, passage->length, passage->length);
	if (reader.emphasis) {
		refuse(&reader, reader.emphasized, "emphasis-unclosed",
			_("强调的“**”没有配对"));
		diagnostics_hint(diagnostics, "要印出星号，写作“{'**'}”");
	}
	if (reader.failed) {
		return NULL;
	}
	struct template *template = arena_new(arena, struct template);
	template->parts = (const struct part *)(const void *)reader.parts->data;
	template->count = reader.parts->len;
	template->place = passage->place;
	return template;
}

/* Paragraphs while they grow. */
struct assembly {
	struct arena *arena;
	GArray *paragraphs;           /* struct prose_paragraph */
	GArray *runs;                 /* struct prose_run: of the paragraph that grows */
	struct passage_builder words; /* of the run that grows */
	bool growing;
	bool emphasis; /* of that run */
};

static void end_run(struct assembly *assembly)
{
	if (assembly->growing) {
		struct prose_run run = {
			.passage = passage_builder_end(&assembly->words),
			.emphasis = assembly->emphasis,
		};
		g_array_append_val(assembly->runs, run);
		assembly->growing = false;
	}
}

static void end_paragraph(struct assembly *assembly)
{
	end_run(assembly);
	struct prose_paragraph paragraph = {
		.runs = arena_copy(assembly->arena, assembly->runs->data,
			assembly->runs->len * sizeof(struct prose_run)),
		.run_count = assembly->runs->len,
	};
	g_array_append_val(assembly->paragraphs, paragraph);
	g_array_set_size(assembly->runs, 0);
}

static void add_words(
	struct assembly *assembly, const struct passage *words, bool emphasis)
{
	if (words->length == 0) {
		return;
	}
	if (assembly->growing && assembly->emphasis != emphasis) {
		end_run(assembly);
	}
	if (!assembly->growing) {
		assembly->words = passage_builder_begin(assembly->arena);
		assembly->growing = true;
		assembly->emphasis = emphasis;
	}
	passage_builder_add_passage(&assembly->words, words);
}

static void add_prose(struct assembly *assembly, const struct value *prose, bool emphasis)
{
	for (size_t i = 0; i < prose->paragraph_count; i++) {
		const struct prose_paragraph *paragraph = &prose->paragraphs[i];
		if (i > 0) {
			end_paragraph(assembly);
		}
		for (size_t j = 0; j < paragraph->run_count; j++) {
			const struct prose_run *run = &paragraph->runs[j];
			add_words(assembly, &run->passage, emphasis || run->emphasis);
		}
	}
}

static void add_value(struct assembly *assembly, const struct value *value, bool emphasis)
{
	if (value && value->kind == VALUE_PROSE) {
		add_prose(assembly, value, emphasis);
	} else {
		struct passage words = result_passage(assembly->arena, value);
		add_words(assembly, &words, emphasis);
	}
}

static struct value *make_prose(struct arena *arena, struct place place)
{
	struct value *value = arena_new(arena, struct value);
	value->kind = VALUE_PROSE;
	value->place = place;
	value->unit = "";
	value->written = passage_plain("", place);
	return value;
}

/* Most cells of a table are one expression or a few words: one run, made without growing.
 */
static const struct value *single_run(
	struct arena *arena, struct passage words, bool emphasis, struct place place)
{
	struct value *value = make_prose(arena, place);
	struct prose_paragraph *paragraph = arena_new(arena, struct prose_paragraph);
	if (words.length > 0) {
		struct prose_run run = {.passage = words, .emphasis = emphasis};
		paragraph->runs = arena_copy(arena, &run, sizeof run);
		paragraph->run_count = 1;
	}
	value->paragraphs = paragraph;
	value->paragraph_count = 1;
	return value;
}

static void add_part_value(struct assembly *assembly, const struct part *part,
	const struct scope *scope, struct evaluation *evaluation)
{
	if (part->kind == PART_WORDS) {
		add_words(assembly, &part->words, part->emphasis);
	} else if (part->kind == PART_BREAK) {
		end_paragraph(assembly);
	} else {
		const struct value *value =
			node_value(part->expression, scope, evaluation);
		add_value(assembly, value, part->emphasis);
	}
}

static const struct value *assemble(const struct template *template,
	const struct scope *scope, struct evaluation *evaluation)
{
	struct assembly assembly = {
		.arena = evaluation->arena,
		.paragraphs = g_array_new(FALSE, FALSE, sizeof(struct prose_paragraph)),
		.runs = g_array_new(FALSE, FALSE, sizeof(struct prose_run)),
	};
	for (size_t i = 0; i < template->count; i++) {
		add_part_value(&assembly, &template->parts[i], scope, evaluation);
	}
	end_paragraph(&assembly);
	struct value *value = make_prose(evaluation->arena, template->place);
	value->paragraph_count = assembly.paragraphs->len;
	value->paragraphs = arena_copy(evaluation->arena, assembly.paragraphs->data,
		assembly.paragraphs->len * sizeof(struct prose_paragraph));
	g_array_free(assembly.paragraphs, TRUE);
	g_array_free(assembly.runs, TRUE);
	return value;
}

const struct value *template_value(const struct template *template,
	const struct scope *scope, struct arena *arena, struct diagnostics *diagnostics)
{
	struct evaluation evaluation = evaluation_begin(scope, arena, diagnostics);
	const struct part *part = template->parts;
	if (template->count != 1 || part->kind == PART_BREAK) {
		return assemble(template, scope, &evaluation);
	}
	if (part->kind == PART_WORDS) {
		return single_run(arena, part->words, part->emphasis, template->place);
	}
	const struct value *value = node_value(part->expression, scope, &evaluation);
	if (value && value->kind == VALUE_PROSE) {
		bool as_it_is = value->paragraph_count > 0 && !part->emphasis;
		return as_it_is ? value : assemble(template, scope, &evaluation);
	}
	return single_run(
		arena, result_passage(arena, value), part->emphasis, template->place);
}

const char *template_string(const struct template *template, const struct scope *scope,
	struct arena *arena, struct diagnostics *diagnostics)
{
	return result_passage(arena, template_value(template, scope, arena, diagnostics))
		.text;
}
