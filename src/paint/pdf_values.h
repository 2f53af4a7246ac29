/* Values as PDF writes them, ISO 32000-1 7.3 and 7.9; text from outside cannot break out.
 */
#ifndef PAINT_PDF_VALUES_H
#define PAINT_PDF_VALUES_H

#include <glib.h>
#include <stdbool.h>

/** A number with at most so many places and a point whatever the locale; two for lengths
 * in points: a hundredth is less than any printer's dot. */
void pdf_append_decimal(GString *out, double number, int places);
void pdf_append_number(GString *out, double number);

/** A name with its slash; what a name cannot hold is escaped. */
void pdf_append_name(GString *out, const char *name);

/** So many hexadecimal digits of a number; UTF-8 as the digits of its UTF-16. */
void pdf_append_hexadecimal(GString *out, guint number, int digits);
void pdf_append_utf16(GString *out, const char *text, size_t length);

/** A text string: UTF-16 in hexadecimal digits, so that nothing in it needs escaping. */
void pdf_append_text(GString *out, const char *text);
void pdf_append_text_bytes(GString *out, const char *text, size_t length);

/** A date, `(D:20210318)` and finer, from `2021-03-18` or `2021-03-18T09:30:00+08:00`;
 * false where it is neither. */
bool pdf_append_date(GString *out, const char *date);

/** An address of the web or a mail address, percent-encoded where RFC 3986 wants it;
 * false for any other scheme. */
bool pdf_append_address(GString *out, const char *address);

#endif
