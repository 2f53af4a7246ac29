#include "paint/pdf_file.h"

#include <string.h>
#include <zlib.h>

enum {
	GATHERED_OBJECTS = 200, /* in one compressed stream: readers unpack all of it */
	OFFSET_BYTES = 4,       /* of a place in the file */
	ROW_BYTES = 1 + OFFSET_BYTES + 2, /* of an object in the table */
	COMPRESSION = 6,
};

enum object_kind {
	OBJECT_UNWRITTEN,
	OBJECT_PLAIN,    /* at an offset of the file */
	OBJECT_GATHERED, /* in a stream, by that stream's number and the place in it */
};

struct object {
	guint8 kind;   /* enum object_kind */
	guint16 index; /* in its stream */
	guint32 where; /* offset or stream's number */
};

struct pdf_file {
	GByteArray *bytes;
	GArray *objects; /* struct object, by number */
	bool compact;
	GString *gathered; /* objects that wait for their stream */
	GString *gathered_places;
	guint16 gathered_count;
	int gathering; /* the number of their stream; 0: none waits */
};

static void append_text(struct pdf_file *file, const char *text)
{
	g_byte_array_append(file->bytes, (const guint8 *)text, (guint)strlen(text));
}

struct pdf_file *pdf_file_create(bool compact)
{
	struct pdf_file *file = g_new0(struct pdf_file, 1);
	file->bytes = g_byte_array_new();
	file->objects = g_array_new(FALSE, TRUE, sizeof(struct object));
	g_array_set_size(file->objects, 1); /* number 0 is nobody's */
	file->compact = compact;
	file->gathered = g_string_new(NULL);
	file->gathered_places = g_string_new(NULL);
	/* Four bytes above 127 say that this is no text, 7.5.2. */
	append_text(file, compact ? "%PDF-1.7\n" : "%PDF-1.4\n");
	append_text(file, "%\xE7\xBB\xA9\xE6\x95\x88\n");
	return file;
}

void pdf_file_destroy(struct pdf_file *file)
{
	if (file) {
		if (file->bytes) {
			g_byte_array_unref(file->bytes);
		}
		g_array_unref(file->objects);
		g_string_free(file->gathered, TRUE);
		g_string_free(file->gathered_places, TRUE);
		g_free(file);
	}
}

int pdf_file_reserve(struct pdf_file *file, int count)
{
	guint first = file->objects->len;
	g_array_set_size(file->objects, first + (guint)count);
	return (int)first;
}

static struct object *object_at(struct pdf_file *file, int number)
{
	g_assert(number > 0 && (guint)number < file->objects->len);
	return &g_array_index(file->objects, struct object, (guint)number);
}

static void begin_plain(struct pdf_file *file, int number)
{
	struct object *object = object_at(file, number);
	g_assert(object->kind == OBJECT_UNWRITTEN);
	*object = (struct object){.kind = OBJECT_PLAIN, .where = file->bytes->len};
	char start[32];
	g_snprintf(start, sizeof(start), "%d 0 obj\n", number);
	append_text(file, start);
}

/* Appends the bytes deflated; gives their length. */
static guint append_deflated(struct pdf_file *file, const void *bytes, size_t length)
{
	guint start = file->bytes->len;
	uLongf room = compressBound(length);
	g_byte_array_set_size(file->bytes, start + (guint)room);
	int result =
		compress2(file->bytes->data + start, &room, bytes, length, COMPRESSION);
	g_assert(result == Z_OK);
	(void)result;
	g_byte_array_set_size(file->bytes, start + (guint)room);
	return (guint)room;
}

/* The length comes behind the content, which is not known before: a number of fixed width
 * is filled in. */
void pdf_file_put_stream(
	struct pdf_file *file, int number, const struct pdf_stream *stream)
{
	static const char length_digits[] = "0000000000";
	begin_plain(file, number);
	append_text(file, "<< ");
	append_text(file, stream->entries);
	append_text(file, stream->plain ? " /Length " : " /Filter /FlateDecode /Length ");
	guint length_at = file->bytes->len;
	append_text(file, length_digits);
	append_text(file, " >>\nstream\n");
	guint length = (guint)stream->length;
	if (stream->plain) {
		g_byte_array_append(file->bytes, stream->bytes, length);
	} else {
		length = append_deflated(file, stream->bytes, stream->length);
	}
	append_text(file, "\nendstream\nendobj\n");
	char digits[sizeof(length_digits)];
	g_snprintf(digits, sizeof(digits), "%-10u", length);
	memcpy(file->bytes->data + length_at, digits, sizeof(digits) - 1);
}

int pdf_file_add_stream(struct pdf_file *file, const struct pdf_stream *stream)
{
	int number = pdf_file_reserve(file, 1);
	pdf_file_put_stream(file, number, stream);
	return number;
}

static void write_gathered(struct pdf_file *file)
{
	if (file->gathering == 0) {
		return;
	}
	char *entries = g_strdup_printf("/Type /ObjStm /N %u /First %zu",
		file->gathered_count, file->gathered_places->len);
	g_string_append_len(
		file->gathered_places, file->gathered->str, (gssize)file->gathered->len);
	const struct pdf_stream stream = {
		entries, file->gathered_places->str, file->gathered_places->len, false};
	pdf_file_put_stream(file, file->gathering, &stream);
	g_free(entries);
	g_string_truncate(file->gathered, 0);
	g_string_truncate(file->gathered_places, 0);
	file->gathered_count = 0;
	file->gathering = 0;
}

static void gather(struct pdf_file *file, int number, const GString *text)
{
	if (file->gathering == 0) {
		file->gathering = pdf_file_reserve(file, 1);
	}
	struct object *object = object_at(file, number);
	g_assert(object->kind == OBJECT_UNWRITTEN);
	*object = (struct object){
		OBJECT_GATHERED, file->gathered_count, (guint32)file->gathering};
	g_string_append_printf(
		file->gathered_places, "%d %zu ", number, file->gathered->len);
	g_string_append_len(file->gathered, text->str, (gssize)text->len);
	g_string_append_c(file->gathered, '\n');
	if (++file->gathered_count == GATHERED_OBJECTS) {
		write_gathered(file);
	}
}

void pdf_file_put(struct pdf_file *file, int number, const GString *text)
{
	if (file->compact) {
		gather(file, number, text);
		return;
	}
	begin_plain(file, number);
	g_byte_array_append(file->bytes, (const guint8 *)text->str, (guint)text->len);
	append_text(file, "\nendobj\n");
}

int pdf_file_add(struct pdf_file *file, const GString *text)
{
	int number = pdf_file_reserve(file, 1);
	pdf_file_put(file, number, text);
	return number;
}

static void append_trailer(
	const struct pdf_file *file, GString *text, int root, int information)
{
	char *identity = g_compute_checksum_for_data(
		G_CHECKSUM_MD5, file->bytes->data, file->bytes->len);
	g_string_append_printf(text, "/Size %u /Root %d 0 R /Info %d 0 R /ID [<%s> <%s>]",
		file->objects->len, root, information, identity, identity);
	g_free(identity);
}

/* The classic table, 7.5.4. */
static void write_table(struct pdf_file *file, int root, int information)
{
	GString *text = g_string_new(NULL);
	g_string_append_printf(
		text, "xref\n0 %u\n0000000000 65535 f \n", file->objects->len);
	for (guint i = 1; i < file->objects->len; i++) {
		g_string_append_printf(
			text, "%010u 00000 n \n", object_at(file, (int)i)->where);
	}
	g_string_append(text, "trailer\n<< ");
	append_trailer(file, text, root, information);
	g_string_append(text, " >>\n");
	append_text(file, text->str);
	g_string_free(text, TRUE);
}

static void append_big_endian(GByteArray *bytes, guint32 number, int count)
{
	for (int i = count - 1; i >= 0; i--) {
		guint8 byte = (guint8)(number >> (8 * i));
		g_byte_array_append(bytes, &byte, 1);
	}
}

/* Each row as what it differs by from the one above, which is little and often the same:
 * the PNG predictor `up`, 7.4.4.4. */
static GByteArray *predict(const GByteArray *table)
{
	static const guint8 up = 2;
	GByteArray *predicted = g_byte_array_new();
	for (guint i = 0; i < table->len; i++) {
		if (i % ROW_BYTES == 0) {
			g_byte_array_append(predicted, &up, 1);
		}
		guint8 above = i < ROW_BYTES ? 0 : table->data[i - ROW_BYTES];
		guint8 difference = (guint8)(table->data[i] - above);
		g_byte_array_append(predicted, &difference, 1);
	}
	return predicted;
}

/* The table as a stream, which is itself in it, 7.5.8. */
static void write_table_stream(struct pdf_file *file, int root, int information)
{
	int number = pdf_file_reserve(file, 1);
	GString *entries = g_string_new(NULL);
	GByteArray *table = g_byte_array_new();
	append_big_endian(table, 0, 1);
	append_big_endian(table, 0, OFFSET_BYTES);
	append_big_endian(table, 65535, 2);
	for (guint i = 1; i < file->objects->len; i++) {
		const struct object *object = object_at(file, (int)i);
		bool last = (int)i == number;
		append_big_endian(table, last ? OBJECT_PLAIN : object->kind, 1);
		append_big_endian(
			table, last ? file->bytes->len : object->where, OFFSET_BYTES);
		append_big_endian(table, object->index, 2);
	}
	g_string_append_printf(entries,
		"/Type /XRef /W [1 %d 2] /DecodeParms << /Columns %d /Predictor 12 >> ",
		OFFSET_BYTES, ROW_BYTES);
	append_trailer(file, entries, root, information);
	GByteArray *predicted = predict(table);
	const struct pdf_stream stream = {
		entries->str, predicted->data, predicted->len, false};
	pdf_file_put_stream(file, number, &stream);
	g_byte_array_unref(predicted);
	g_byte_array_unref(table);
	g_string_free(entries, TRUE);
}

GByteArray *pdf_file_end(struct pdf_file *file, int root, int information)
{
	write_gathered(file);
	guint table_offset = file->bytes->len;
	if (file->compact) {
		write_table_stream(file, root, information);
	} else {
		write_table(file, root, information);
	}
	char *end = g_strdup_printf("startxref\n%u\n%%%%EOF\n", table_offset);
	append_text(file, end);
	g_free(end);
	GByteArray *bytes = g_steal_pointer(&file->bytes);
	pdf_file_destroy(file);
	return bytes;
}
