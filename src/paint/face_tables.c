#include "paint/face_tables.h"

enum {
	NAMES_PLACE = 6,  /* in the table `name`, of its records */
	NAME_LENGTH = 12, /* of a record */
	PLATFORM_WINDOWS = 3,
	NAME_POSTSCRIPT = 6,
};

struct table {
	hb_blob_t *blob;
	const guint8 *bytes;
	unsigned length;
};

static struct table open_table(hb_face_t *face, hb_tag_t tag)
{
	struct table table = {.blob = hb_face_reference_table(face, tag)};
	table.bytes = (const guint8 *)hb_blob_get_data(table.blob, &table.length);
	return table;
}

/* 0 where the table does not reach so far. */
static guint number_at(const struct table *table, unsigned place)
{
	if (table->length < 2 || place > table->length - 2) {
		return 0;
	}
	return (guint)table->bytes[place] << 8 | table->bytes[place + 1];
}

int face_table_number(hb_face_t *face, hb_tag_t tag, unsigned place, int otherwise)
{
	struct table table = open_table(face, tag);
	int number =
		place + 2 <= table.length ? (gint16)number_at(&table, place) : otherwise;
	hb_blob_destroy(table.blob);
	return number;
}

/* ASCII in two bytes a letter. */
static char *read_name(const struct table *table, unsigned place, unsigned length)
{
	GString *name = g_string_new(NULL);
	for (unsigned i = 0; i + 2 <= length; i += 2) {
		guint letter = number_at(table, place + i);
		if (letter > 0x20 && letter < 0x7F) {
			g_string_append_c(name, (char)letter);
		}
	}
	return g_string_free(name, name->len == 0);
}

char *face_postscript_name(hb_face_t *face)
{
	struct table table = open_table(face, HB_TAG('n', 'a', 'm', 'e'));
	unsigned texts = number_at(&table, 4);
	char *name = NULL;
	for (unsigned i = 0; i < number_at(&table, 2) && !name; i++) {
		unsigned record = NAMES_PLACE + NAME_LENGTH * i;
		if (number_at(&table, record) == PLATFORM_WINDOWS &&
			number_at(&table, record + 6) == NAME_POSTSCRIPT) {
			name = read_name(&table, texts + number_at(&table, record + 10),
				number_at(&table, record + 8));
		}
	}
	hb_blob_destroy(table.blob);
	return name;
}
