/* A PDF file being written, object after object. Objects may be written in any order;
 * which number an object has is known before it is written, so that others can refer to
 * it. */
#ifndef PAINT_PDF_FILE_H
#define PAINT_PDF_FILE_H

#include <glib.h>
#include <stdbool.h>

struct pdf_file;

/** Begins a file. Compact (ISO 32000-1 7.5.7): objects are gathered into compressed
 * streams, which PDF 1.4 does not know. */
struct pdf_file *pdf_file_create(bool compact);

/** Sets numbers aside; gives the first. They must all be written. */
int pdf_file_reserve(struct pdf_file *file, int count);

/** Writes an object, a dictionary say, under a number set aside. */
void pdf_file_put(struct pdf_file *file, int number, const GString *text);

/** The same under a new number, which it gives. */
int pdf_file_add(struct pdf_file *file, const GString *text);

/** A stream's content and what its dictionary says beside its length. */
struct pdf_stream {
	const char *entries; /* `/Type /XObject`; never NULL */
	const void *bytes;
	size_t length;
	bool plain; /* not compressed: readable without any filter */
};

/** Writes a stream under a number set aside. */
void pdf_file_put_stream(
	struct pdf_file *file, int number, const struct pdf_stream *stream);

/** The same under a new number, which it gives. */
int pdf_file_add_stream(struct pdf_file *file, const struct pdf_stream *stream);

/** Ends the file: the table of objects, and an identity made from the content (ISO
 * 32000-1 14.4). The caller owns the bytes; the file is no more. */
GByteArray *pdf_file_end(struct pdf_file *file, int root, int information);

/** Gives a file up; accepts NULL. */
void pdf_file_destroy(struct pdf_file *file);

#endif
