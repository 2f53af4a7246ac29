/* What the parts of a PDF file share while it is written. */
#ifndef PAINT_PDF_PAINTING_H
#define PAINT_PDF_PAINTING_H

#include "paint/paint.h"
#include "paint/pdf_file.h"
#include "paint/pdf_fonts.h"
#include "paint/pdf_shapes.h"

/** A page of the pages that is in the file. */
struct painted_page {
	const struct page *page;
	int number; /* in the file, from 0 */
};

/** Something on a page that a structure node has: marked content, or an annotation. */
struct pdf_mark {
	int node;   /* its number in the pages */
	int page;   /* in the file, from 0 */
	int number; /* of the marked content on its page, or of the annotation's object */
	bool is_object;
};

struct pdf_painting {
	struct pdf_file *file;
	const struct pages *pages;
	const int *painted_numbers; /* in the file, from 1, by page; 0: not painted */
	int painted_count;
	int first_page; /* object of the file's first page; the others follow */
	enum pdf_profile profile;
	struct pdf_fonts *fonts;
	struct pdf_shapes *shapes;
	bool tagged;   /* has structure */
	GArray *marks; /* struct pdf_mark, in the order of the pages */
	int annotation_count;
	struct diagnostics *diagnostics;
};

/** Whether a destination (NULL: none) is on a painted page. */
bool painting_has(
	const struct pdf_painting *painting, const struct destination *destination);

/** Appends a place on a painted page, ISO 32000-1 12.3.2.2. */
void painting_append_destination(const struct pdf_painting *painting, GString *text,
	const struct destination *destination);

#endif
