/* Adobe Technical Note 5176, The Compact Font Format Specification: the header, the index
 * of names, the index of top dictionaries, whose first entry tells where the charset is.
 */
#include "paint/cff_charset.h"

enum {
	OPERATOR_CHARSET = 15,
	OPERATOR_ESCAPE = 12,
	OPERATOR_ROS = 30, /* after the escape: the face is keyed by CID */
	LARGEST_OPERATOR = 21,
	PREDEFINED_CHARSETS = 3, /* numbers below stand for none of the file's */
};

struct reader {
	const guint8 *bytes;
	gsize length;
	gsize at;
	bool good;
};

struct top_dictionary {
	bool keyed;
	gsize charset; /* where it begins */
};

static guint32 read_number(struct reader *reader, gsize size)
{
	if (!reader->good || size > reader->length ||
		reader->at > reader->length - size) {
		reader->good = false;
		return 0;
	}
	guint32 number = 0;
	for (gsize i = 0; i < size; i++) {
		number = number << 8 | reader->bytes[reader->at++];
	}
	return number;
}

/* Reads an index (section 5): where its first entry is; leaves the reader behind all. */
static gsize read_index(struct reader *reader, gsize *first_end)
{
	guint count = read_number(reader, 2);
	if (count == 0) {
		*first_end = reader->at;
		return reader->at;
	}
	gsize size = read_number(reader, 1);
	gsize offsets = reader->at;
	gsize data = offsets + size * (count + 1) - 1;
	gsize first = data + read_number(reader, size);
	*first_end = data + read_number(reader, size);
	reader->at = offsets + size * count;
	gsize end = data + read_number(reader, size);
	reader->at = end;
	reader->good = reader->good && size >= 1 && size <= 4 && end <= reader->length &&
		       first <= *first_end && *first_end <= end;
	return first;
}

/* Skips a real number, whose last half byte is 15 (section 4). */
static void skip_real(struct reader *reader)
{
	guint32 byte = 0;
	do {
		byte = read_number(reader, 1);
	} while (reader->good && (byte & 0xF) != 0xF);
}

/* An operand; `first` is its first byte (section 4, table 3). */
static gint32 read_operand(struct reader *reader, guint32 first)
{
	if (first >= 32 && first <= 246) {
		return (gint32)first - 139;
	}
	if (first >= 247 && first <= 250) {
		return ((gint32)first - 247) * 256 + (gint32)read_number(reader, 1) + 108;
	}
	if (first >= 251 && first <= 254) {
		return -((gint32)first - 251) * 256 - (gint32)read_number(reader, 1) -
		       108;
	}
	if (first == 28) {
		return (gint16)read_number(reader, 2);
	}
	if (first == 29) {
		return (gint32)read_number(reader, 4);
	}
	if (first == 30) {
		skip_real(reader);
	} else {
		reader->good = false;
	}
	return 0;
}

static struct top_dictionary read_top(struct reader *reader, gsize end)
{
	struct top_dictionary top = {false, 0};
	gint32 operand = 0;
	while (reader->good && reader->at < end) {
		guint32 byte = read_number(reader, 1);
		if (byte > LARGEST_OPERATOR) {
			operand = read_operand(reader, byte);
		} else if (byte == OPERATOR_ESCAPE) {
			top.keyed = read_number(reader, 1) == OPERATOR_ROS || top.keyed;
		} else if (byte == OPERATOR_CHARSET) {
			top.charset = (gsize)MAX(operand, 0);
		}
	}
	return top;
}

/* Section 13: one id a glyph, or ranges of them; glyph 0 is never listed. */
static void read_charset(struct reader *reader, guint16 *characters, guint glyph_count)
{
	guint32 format = read_number(reader, 1);
	gsize left_size = format == 0 ? 0 : format;
	reader->good = reader->good && format <= 2;
	characters[0] = 0;
	for (guint glyph = 1; glyph < glyph_count && reader->good;) {
		guint32 first = read_number(reader, 2);
		guint32 left = read_number(reader, left_size);
		for (guint32 i = 0; i <= left && glyph < glyph_count; i++) {
			characters[glyph++] = (guint16)(first + i);
		}
	}
}

bool cff_charset_read(
	const guint8 *bytes, gsize length, guint16 *characters, guint glyph_count)
{
	struct reader reader = {bytes, length, 2, true};
	gsize first_end = 0;
	reader.at = read_number(&reader, 1);
	read_index(&reader, &first_end);
	reader.at = read_index(&reader, &first_end);
	struct top_dictionary top = read_top(&reader, first_end);
	if (top.keyed && top.charset >= PREDEFINED_CHARSETS) {
		reader.at = top.charset;
		read_charset(&reader, characters, glyph_count);
	} else {
		for (guint i = 0; i < glyph_count; i++) {
			characters[i] = (guint16)i;
		}
	}
	return reader.good;
}
