#include "paint/pdf_metadata.h"
#include "paint/pdf_values.h"

#include <string.h>

/* Whether XML, and so XMP, can hold a character; line ends mean nothing here. */
static bool is_printable(gunichar character)
{
	return character >= 0x20 && (character < 0x7F || character > 0x9F) &&
	       character != 0xFEFF && character != 0xFFFE && character != 0xFFFF;
}

static const char *clean(
	struct arena *arena, const struct pdf_painting *painting, const char *text)
{
	if (!text) {
		return NULL;
	}
	GString *kept = arena_text(arena);
	bool whole = true;
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		if (is_printable(g_utf8_get_char(at))) {
			g_string_append_len(kept, at, g_utf8_next_char(at) - at);
		} else {
			whole = false;
		}
	}
	if (!whole) {
		diagnostics_warning(painting->diagnostics, (struct place){0},
			"metadata-control", "文件信息“%s”里有控制字符，写入 PDF 时去掉了",
			kept->str);
	}
	return kept->len > 0 ? kept->str : NULL;
}

/* The day from SOURCE_DATE_EPOCH, where a build sets it; NULL: none. */
static const char *epoch_date(struct arena *arena)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	gint64 seconds = 0;
	if (!epoch ||
		!g_ascii_string_to_signed(epoch, 10, 0, G_MAXINT64, &seconds, NULL)) {
		return NULL;
	}
	GDateTime *time = g_date_time_new_from_unix_utc(seconds);
	if (!time) {
		return NULL;
	}
	char *date = g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
	const char *copy = arena_copy_string(arena, date);
	g_free(date);
	g_date_time_unref(time);
	return copy;
}

static const char *find_date(struct arena *arena, const struct metadata *metadata)
{
	const char *date = metadata->date ? metadata->date : epoch_date(arena);
	GString *read = arena_text(arena);
	return date && pdf_append_date(read, date) ? date : NULL;
}

/* A face by its name and its table head, which has a sum over the whole file in it. */
static void add_face(GChecksum *sum, const struct face *face)
{
	hb_blob_t *head =
		hb_face_reference_table(face->hb_face, HB_TAG('h', 'e', 'a', 'd'));
	unsigned length = 0;
	const char *bytes = hb_blob_get_data(head, &length);
	g_checksum_update(sum, (const guchar *)face->name, (gssize)strlen(face->name));
	g_checksum_update(sum, (const guchar *)bytes, (gssize)length);
	hb_blob_destroy(head);
}

static const char *sum_inputs(struct arena *arena, const struct pdf_painting *painting)
{
	const char *inputs = painting->pages->metadata.inputs;
	if (!inputs) {
		return NULL;
	}
	GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
	g_checksum_update(sum, (const guchar *)inputs, (gssize)strlen(inputs));
	for (int i = 0; i < pdf_fonts_count(painting->fonts); i++) {
		add_face(sum, pdf_fonts_get(painting->fonts, i)->face);
	}
	const char *copy = arena_printf(arena, "sha256:%s", g_checksum_get_string(sum));
	g_checksum_free(sum);
	return copy;
}

struct pdf_metadata pdf_metadata_take(
	struct arena *arena, const struct pdf_painting *painting)
{
	const struct metadata *from = &painting->pages->metadata;
	struct pdf_metadata metadata = {
		.title = clean(arena, painting, from->title),
		.author = clean(arena, painting, from->author),
		.subject = clean(arena, painting, from->subject),
		.keywords = clean(arena, painting, from->keywords),
		.reference = clean(arena, painting, from->reference),
		.layout = clean(arena, painting, from->layout),
		.inputs = sum_inputs(arena, painting),
		.date = find_date(arena, from),
		.program = "jixiao " JIXIAO_VERSION,
	};
	if (!metadata.title && painting->profile != PDF_DRAFT) {
		metadata.title = metadata.layout ? metadata.layout : "无题";
	}
	return metadata;
}

int pdf_information_write(struct pdf_file *file, const struct pdf_metadata *metadata)
{
	const struct {
		const char *key;
		const char *value;
	} entries[] = {
		{"Title", metadata->title},
		{"Author", metadata->author},
		{"Subject", metadata->subject},
		{"Keywords", metadata->keywords},
		{"Reference", metadata->reference},
		{"Layout", metadata->layout},
		{"Inputs", metadata->inputs},
		{"Creator", metadata->program},
		{"Producer", metadata->program},
	};
	GString *text = g_string_new("<<\n");
	for (size_t i = 0; i < G_N_ELEMENTS(entries); i++) {
		if (entries[i].value) {
			g_string_append_printf(text, "/%s ", entries[i].key);
			pdf_append_text(text, entries[i].value);
			g_string_append_c(text, '\n');
		}
	}
	if (metadata->date) {
		g_string_append(text, "/CreationDate ");
		pdf_append_date(text, metadata->date);
		g_string_append(text, "\n/ModDate ");
		pdf_append_date(text, metadata->date);
		g_string_append_c(text, '\n');
	}
	g_string_append(text, ">>");
	int number = pdf_file_add(file, text);
	g_string_free(text, TRUE);
	return number;
}
