#include "command/copies.h"

#include <inttypes.h>
#include <stdio.h>

static const struct copy_manner manners[] = {
	[COPY_BY_PLAN] = {0},
	[COPY_DRAFT] = {.draft_marks = true},
	[COPY_SUBMISSION] = {.margins = MARGINS_SINGLE},
	[COPY_FILING] = {.margins = MARGINS_MIRRORED,
		.filing_stamp = true,
		.whole_sheets = true},
};

const char *copies_number(struct arena *arena, int number)
{
	return arena_printf(arena, "%0*d", NUMBER_DIGITS, number);
}

/* The document with a copy's number; NULL after reporting that it has no place for one.
 */
static const struct document *numbered(
	const struct copies *copies, struct arena *arena, int number)
{
	const struct session_document *document = copies->document;
	if (number == 0) {
		return document->document;
	}
	const struct document *copy = document_numbered(
		arena, document->document, copies_number(arena, number));
	if (!copy) {
		diagnostics_error(copies->session->diagnostics, document->place,
			"copy-number-unplaced", "版式 %s 没有印份号的地方，不能编份号",
			document->layout->header.name);
		diagnostics_hint(copies->session->diagnostics,
			"不写 --copies，或在版式里加上 element: 份号 的一块");
	}
	return copy;
}

struct pages *copies_compose(const struct copies *copies, int number)
{
	struct session *session = copies->session;
	struct copy_manner manner = manners[copies->copy];
	struct arena *arena = arena_create();
	const struct document *document = numbered(copies, arena, number);
	manner.whole_sheets = manner.whole_sheets && !copies->wanted.booklet;
	struct pages *pages = document ? compose_copy(document, &manner, copies->faces,
						 &session->limits, session->diagnostics)
				       : NULL;
	arena_destroy(arena);
	if (pages && copies->wanted.booklet &&
		!pages_impose(pages, session->diagnostics)) {
		pages_destroy(pages);
		return NULL;
	}
	return pages;
}

static bool within_limit(const struct copies *copies, guint pages)
{
	const struct session *session = copies->session;
	bool within = (int64_t)pages * copies->wanted.count <= session->limits.pages;
	if (!within) {
		diagnostics_fault(session->diagnostics, FAULT_LIMIT, "copies-pages",
			"%d 份、每份 %u 页，合为一个文件超过 %" PRId64 " 页",
			copies->wanted.count, pages, session->limits.pages);
		diagnostics_hint(session->diagnostics, "加上 --separate，一份一个文件");
	}
	return within;
}

struct pages *copies_compose_all(const struct copies *copies)
{
	struct pages *all = pages_create();
	for (int number = 1; number <= copies->wanted.count; number++) {
		struct pages *copy = copies_compose(copies, number);
		bool good = copy && (number > 1 || within_limit(copies, copy->list->len));
		if (!good) {
			pages_destroy(copy);
			pages_destroy(all);
			return NULL;
		}
		char title[64];
		snprintf(title, sizeof title, "份号%0*d", NUMBER_DIGITS, number);
		all->metadata = number == 1 ? copy->metadata : all->metadata;
		pages_append(all, copy, title);
	}
	return all;
}
