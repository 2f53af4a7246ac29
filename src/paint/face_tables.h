/* Single figures of a font file, from its tables (ISO/IEC 14496-22). */
#ifndef PAINT_FACE_TABLES_H
#define PAINT_FACE_TABLES_H

#include <glib.h>
#include <hb.h>

/** The signed 16-bit number at a place of a table; `otherwise` where the table does not
 * reach so far. */
int face_table_number(hb_face_t *face, hb_tag_t table, unsigned place, int otherwise);

/** The PostScript name; the caller frees it. NULL where the face has none. */
char *face_postscript_name(hb_face_t *face);

#endif
