#include "paint/pdf_objects.h"

#include <stdlib.h>
#include <string.h>

enum {
	ENTRY_LENGTH = 20
}; /* of a cross-reference table, ISO 32000-1 7.5.4 */

struct object {
	size_t offset; /* in the file read; 0: free or new */
	size_t length; /* up to the next object */
	char *text;    /* in its place; NULL: as read */
};

struct pdf_objects {
	const guint8 *bytes;
	size_t header_length;
	GArray *list; /* struct object, by number */
	int root;
	int information;
};

/* Reads a number after blanks; false where there is none. */
static bool read_number(const char **at, const char *end, size_t *number)
{
	while (*at < end && g_ascii_isspace(**at)) {
		(*at)++;
	}
	const char *start = *at;
	*number = 0;
	while (*at < end && g_ascii_isdigit(**at) && *at - start < 18) {
		*number = *number * 10 + (size_t)(**at - '0');
		(*at)++;
	}
	return *at > start;
}

static bool skip_word(const char **at, const char *end, const char *word)
{
	size_t length = strlen(word);
	if ((size_t)(end - *at) < length || memcmp(*at, word, length) != 0) {
		return false;
	}
	*at += length;
	return true;
}

/* Bytes, not strings: streams are full of NULs. */
static const char *find_first(const char *start, const char *end, const char *word)
{
	return memmem(start, (size_t)(end - start), word, strlen(word));
}

static const char *find_last(const char *start, const char *end, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = end - length; at >= start; at--) {
		if (memcmp(at, word, length) == 0) {
			return at;
		}
	}
	return NULL;
}

int pdf_reference(const char *dictionary, const char *key)
{
	const char *at = strstr(dictionary, key);
	if (!at) {
		return 0;
	}
	at += strlen(key);
	size_t number = 0;
	return read_number(&at, at + strlen(at), &number) ? (int)number : 0;
}

static int by_offset(const void *left, const void *right)
{
	const struct object *one = *(const struct object *const *)left;
	const struct object *other = *(const struct object *const *)right;
	return (one->offset > other->offset) - (one->offset < other->offset);
}

/* An object reaches to the next one in the file, whatever their numbers. */
static void measure_objects(struct pdf_objects *objects, size_t table_offset)
{
	guint count = objects->list->len;
	struct object **sorted = g_new(struct object *, count);
	guint used = 0;
	for (guint i = 0; i < count; i++) {
		struct object *object = &g_array_index(objects->list, struct object, i);
		if (object->offset > 0) {
			sorted[used++] = object;
		}
	}
	qsort(sorted, used, sizeof(*sorted), by_offset);
	for (guint i = 0; i < used; i++) {
		size_t end = i + 1 < used ? sorted[i + 1]->offset : table_offset;
		sorted[i]->length = end - sorted[i]->offset;
	}
	objects->header_length = used ? sorted[0]->offset : table_offset;
	g_free(sorted);
}

static bool read_entries(
	struct pdf_objects *objects, const char *at, const char *end, size_t count)
{
	if (count > (size_t)(end - at) / ENTRY_LENGTH) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		const char *entry = at + i * ENTRY_LENGTH;
		const char *cursor = entry;
		struct object object = {0};
		if (!read_number(&cursor, entry + ENTRY_LENGTH, &object.offset)) {
			return false;
		}
		if (entry[17] != 'n') {
			object.offset = 0;
		}
		g_array_append_val(objects->list, object);
	}
	return true;
}

static bool read_trailer(struct pdf_objects *objects, const char *start, const char *end)
{
	char *trailer = g_strndup(start, (size_t)(end - start));
	objects->root = pdf_reference(trailer, "/Root ");
	objects->information = pdf_reference(trailer, "/Info ");
	g_free(trailer);
	return objects->root > 0 && (guint)objects->root < objects->list->len;
}

static bool read_table(struct pdf_objects *objects, size_t length)
{
	const char *bytes = (const char *)objects->bytes;
	const char *end = bytes + length;
	const char *start = find_last(bytes, end, "startxref");
	const char *at = start ? start + strlen("startxref") : end;
	size_t table = 0;
	size_t first = 0;
	size_t count = 0;
	if (!start || !read_number(&at, end, &table) || table >= length) {
		return false;
	}
	at = bytes + table;
	if (!skip_word(&at, end, "xref") || !read_number(&at, end, &first) ||
		first != 0 || !read_number(&at, end, &count) ||
		!skip_word(&at, end, "\n") || !read_entries(objects, at, end, count)) {
		return false;
	}
	for (size_t i = 0; i < count; i++) {
		if (g_array_index(objects->list, struct object, i).offset >= table) {
			return false;
		}
	}
	measure_objects(objects, table);
	return read_trailer(objects, at + count * ENTRY_LENGTH, start);
}

static void free_object(gpointer data)
{
	struct object *object = data;
	g_free(object->text);
}

struct pdf_objects *pdf_objects_read(const guint8 *bytes, size_t length)
{
	struct pdf_objects *objects = g_new0(struct pdf_objects, 1);
	objects->bytes = bytes;
	objects->list = g_array_new(FALSE, TRUE, sizeof(struct object));
	g_array_set_clear_func(objects->list, free_object);
	if (!read_table(objects, length)) {
		pdf_objects_destroy(objects);
		return NULL;
	}
	return objects;
}

void pdf_objects_destroy(struct pdf_objects *objects)
{
	if (objects) {
		g_array_unref(objects->list);
		g_free(objects);
	}
}

int pdf_objects_root(const struct pdf_objects *objects)
{
	return objects->root;
}

int pdf_objects_information(const struct pdf_objects *objects)
{
	return objects->information;
}

static struct object *object_at(const struct pdf_objects *objects, int number)
{
	g_assert(number > 0 && (guint)number < objects->list->len);
	return &g_array_index(objects->list, struct object, (guint)number);
}

GString *pdf_objects_text(const struct pdf_objects *objects, int number)
{
	if (number <= 0 || (guint)number >= objects->list->len) {
		return NULL;
	}
	const struct object *object = object_at(objects, number);
	if (object->text) {
		return g_string_new(object->text);
	}
	const char *start = (const char *)objects->bytes + object->offset;
	const char *end = start + object->length;
	const char *body = find_first(start, end, "obj");
	const char *last = find_last(start, end, "endobj");
	if (object->offset == 0 || !body || !last || last < body + strlen("obj")) {
		return NULL;
	}
	body += strlen("obj");
	GString *text = g_string_new_len(body, last - body);
	g_strstrip(text->str);
	g_string_set_size(text, strlen(text->str));
	return text;
}

void pdf_objects_replace(struct pdf_objects *objects, int number, const char *text)
{
	struct object *object = object_at(objects, number);
	g_free(object->text);
	object->text = g_strdup(text);
}

int pdf_objects_add(struct pdf_objects *objects, const char *text)
{
	struct object object = {.text = g_strdup(text)};
	g_array_append_val(objects->list, object);
	return (int)objects->list->len - 1;
}

static void append_text(GByteArray *file, const char *text)
{
	g_byte_array_append(file, (const guint8 *)text, (guint)strlen(text));
}

/* Writes an object and gives its entry in the table. */
static void write_object(
	const struct pdf_objects *objects, guint number, GByteArray *file, GString *table)
{
	const struct object *object =
		&g_array_index(objects->list, struct object, number);
	guint offset = file->len;
	if (object->text) {
		char *start = g_strdup_printf("%u 0 obj\n", number);
		append_text(file, start);
		append_text(file, object->text);
		append_text(file, "\nendobj\n");
		g_free(start);
	} else if (object->offset > 0) {
		g_byte_array_append(
			file, objects->bytes + object->offset, (guint)object->length);
	} else {
		g_string_append(table, "0000000000 65535 f \n");
		return;
	}
	g_string_append_printf(table, "%010u 00000 n \n", offset);
}

/* Two equal files have one identity, any change gives another: ISO 32000-1 14.4. */
static void write_trailer(
	const struct pdf_objects *objects, GByteArray *file, GString *table)
{
	char *identity =
		g_compute_checksum_for_data(G_CHECKSUM_MD5, file->data, file->len);
	guint table_offset = file->len;
	g_byte_array_append(file, (const guint8 *)table->str, (guint)table->len);
	g_string_printf(table, "trailer\n<< /Size %u\n   /Root %d 0 R\n",
		objects->list->len, objects->root);
	if (objects->information > 0) {
		g_string_append_printf(table, "   /Info %d 0 R\n", objects->information);
	}
	g_string_append_printf(table, "   /ID [<%s> <%s>]\n>>\nstartxref\n%u\n%%%%EOF\n",
		identity, identity, table_offset);
	g_byte_array_append(file, (const guint8 *)table->str, (guint)table->len);
	g_free(identity);
}

GByteArray *pdf_objects_write(const struct pdf_objects *objects)
{
	GByteArray *file = g_byte_array_new();
	GString *table = g_string_new(NULL);
	g_string_append_printf(table, "xref\n0 %u\n", objects->list->len);
	g_byte_array_append(file, objects->bytes, (guint)objects->header_length);
	for (guint i = 0; i < objects->list->len; i++) {
		write_object(objects, i, file, table);
	}
	write_trailer(objects, file, table);
	g_string_free(table, TRUE);
	return file;
}
