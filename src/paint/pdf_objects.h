/* A PDF file as numbered objects: reads what cairo wrote, takes changed and new objects,
 * and writes the file afresh. Objects that nobody changes are never looked into, so this
 * costs hardly more than copying the file. */
#ifndef PAINT_PDF_OBJECTS_H
#define PAINT_PDF_OBJECTS_H

#include <glib.h>
#include <stdbool.h>

struct pdf_objects;

/** Finds the objects of a file with one classic cross-reference table, as cairo writes
 * it; NULL if it is not one. The bytes must stay. */
struct pdf_objects *pdf_objects_read(const guint8 *bytes, size_t length);

/** Accepts NULL. */
void pdf_objects_destroy(struct pdf_objects *objects);

/** Numbers of the catalog and the document information; 0: there is none. */
int pdf_objects_root(const struct pdf_objects *objects);
int pdf_objects_information(const struct pdf_objects *objects);

/** An object's text without its number and `endobj`; NULL if there is no such object. The
 * caller frees it. */
GString *pdf_objects_text(const struct pdf_objects *objects, int number);

/** The number of the object that a dictionary's text refers to under a key; 0: none. */
int pdf_reference(const char *dictionary, const char *key);

/** Puts text in the place of an object, or adds an object and gives its number. */
void pdf_objects_replace(struct pdf_objects *objects, int number, const char *text);
int pdf_objects_add(struct pdf_objects *objects, const char *text);

/** The whole file; its identity is made from its content. The caller owns the array. */
GByteArray *pdf_objects_write(const struct pdf_objects *objects);

#endif
