/* Pages -> a PDF file, written by ourselves object by object: cairo knows no artifacts,
 * cannot go on with a table's cell on another page, and drops what cells span. */
#include "paint/formats.h"
#include "paint/pdf_content.h"
#include "paint/pdf_labels.h"
#include "paint/pdf_metadata.h"
#include "paint/pdf_outline.h"
#include "paint/pdf_structure.h"
#include "paint/pdf_values.h"
#include "paint/srgb_profile.h"

bool painting_has(
	const struct pdf_painting *painting, const struct destination *destination)
{
	return destination && painting->painted_numbers[destination->page] > 0;
}

void painting_append_destination(const struct pdf_painting *painting, GString *text,
	const struct destination *destination)
{
	const struct page *page =
		g_ptr_array_index(painting->pages->list, destination->page);
	int number = painting->painted_numbers[destination->page] - 1;
	g_string_append_printf(text, "[%d 0 R /XYZ ", painting->first_page + number);
	pdf_append_number(text, destination->x);
	g_string_append_c(text, ' ');
	pdf_append_number(text, page->height - destination->y);
	g_string_append(text, " null]");
}

/* The number of each page in the file, from 1; 0: not painted. */
static int *number_painted(
	const struct pages *pages, const bool *wanted, int *painted_count)
{
	int *numbers = g_new0(int, pages->list->len + 1);
	*painted_count = 0;
	for (guint i = 0; i < pages->list->len; i++) {
		numbers[i] = page_is_wanted(wanted, i) ? ++*painted_count : 0;
	}
	return numbers;
}

/* Objects that all pages refer to. */
struct shared_objects {
	int tree;
	int resources;
};

static void write_page(struct pdf_painting *painting, const struct painted_page *painted,
	const struct shared_objects *shared)
{
	GString *annotations = g_string_new(NULL);
	GString *text = g_string_new(NULL);
	int content = pdf_content_write(painting, painted, annotations);
	g_string_printf(text,
		"<< /Type /Page /Parent %d 0 R /Resources %d 0 R /Contents %d 0 R "
		"/MediaBox [0 0 ",
		shared->tree, shared->resources, content);
	pdf_append_number(text, painted->page->width);
	g_string_append_c(text, ' ');
	pdf_append_number(text, painted->page->height);
	g_string_append(text, "]");
	if (painting->tagged) {
		g_string_append_printf(
			text, " /StructParents %d /Tabs /S", painted->number);
	}
	if (annotations->len > 0) {
		g_string_append_printf(text, " /Annots [%s ]", annotations->str);
	}
	g_string_append(text, " >>");
	pdf_file_put(painting->file, painting->first_page + painted->number, text);
	g_string_free(text, TRUE);
	g_string_free(annotations, TRUE);
}

static void write_tree(const struct pdf_painting *painting, int tree)
{
	GString *text = g_string_new(NULL);
	g_string_printf(
		text, "<< /Type /Pages /Count %d /Kids [", painting->painted_count);
	for (int i = 0; i < painting->painted_count; i++) {
		g_string_append_printf(text, " %d 0 R", painting->first_page + i);
	}
	g_string_append(text, " ] >>");
	pdf_file_put(painting->file, tree, text);
	g_string_free(text, TRUE);
}

static void write_resources(const struct pdf_painting *painting, int resources)
{
	GString *text = g_string_new("<< /Font << ");
	pdf_fonts_append_resources(painting->fonts, text);
	pdf_shapes_append_resources(painting->shapes, text);
	g_string_append(text, ">> >>");
	pdf_file_put(painting->file, resources, text);
	g_string_free(text, TRUE);
}

/* Gives the number of the page tree. */
static int write_pages(struct pdf_painting *painting)
{
	struct shared_objects shared = {
		.tree = pdf_file_reserve(painting->file, 1),
		.resources = pdf_file_reserve(painting->file, 1),
	};
	painting->first_page = pdf_file_reserve(painting->file, painting->painted_count);
	for (guint i = 0; i < painting->pages->list->len; i++) {
		if (painting->painted_numbers[i] > 0) {
			struct painted_page painted = {
				g_ptr_array_index(painting->pages->list, i),
				painting->painted_numbers[i] - 1};
			write_page(painting, &painted, &shared);
		}
	}
	write_tree(painting, shared.tree);
	write_resources(painting, shared.resources);
	pdf_fonts_write(painting->fonts, painting->profile);
	pdf_shapes_write(painting->shapes);
	return shared.tree;
}

/* That colours are those of sRGB, ISO 19005-2 6.2.3. */
static void append_intent(const struct pdf_painting *painting, GString *text)
{
	GByteArray *profile = srgb_profile_make();
	const struct pdf_stream stream = {"/N 3", profile->data, profile->len, false};
	int number = pdf_file_add_stream(painting->file, &stream);
	g_string_append_printf(text,
		"/OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 "
		"/OutputConditionIdentifier (sRGB) /Info (sRGB IEC61966-2.1) "
		"/DestOutputProfile %d 0 R >>]\n",
		number);
	g_byte_array_unref(profile);
}

static void append_archive(const struct pdf_painting *painting,
	const struct pdf_metadata *metadata, GString *text)
{
	g_string_append_printf(text, "/Metadata %d 0 R\n",
		pdf_xmp_write(painting->file, metadata, painting->profile));
	append_intent(painting, text);
	if (painting->tagged) {
		g_string_append_printf(text,
			"/MarkInfo << /Marked true >>\n/StructTreeRoot %d 0 R\n",
			pdf_structure_write(painting));
	}
}

/* Gives the number of the catalog, the root of all objects. */
static int write_catalog(const struct pdf_painting *painting,
	const struct pdf_metadata *metadata, int tree)
{
	const char *language = painting->pages->metadata.language;
	int outline = pdf_outline_write(painting);
	GString *text = g_string_new(NULL);
	g_string_printf(text, "<< /Type /Catalog /Pages %d 0 R\n", tree);
	pdf_labels_append(painting, text);
	g_string_append(text, "/Lang ");
	pdf_append_text(text, language ? language : "zh-CN");
	if (metadata->title) {
		g_string_append(
			text, "\n/ViewerPreferences << /DisplayDocTitle true >>\n");
	}
	if (outline > 0) {
		g_string_append_printf(
			text, "/Outlines %d 0 R /PageMode /UseOutlines\n", outline);
	}
	if (painting->profile != PDF_DRAFT) {
		append_archive(painting, metadata, text);
	}
	g_string_append(text, ">>");
	int number = pdf_file_add(painting->file, text);
	g_string_free(text, TRUE);
	return number;
}

/* The file's bytes; NULL after a reported fault. */
static GByteArray *write_file(struct pdf_painting *painting)
{
	guint errors = diagnostics_count_of(painting->diagnostics, SEVERITY_ERROR);
	struct arena *arena = arena_create();
	struct pdf_metadata metadata = pdf_metadata_take(arena, painting);
	int tree = write_pages(painting);
	int catalog = write_catalog(painting, &metadata, tree);
	int information = pdf_information_write(painting->file, &metadata);
	arena_destroy(arena);
	if (diagnostics_count_of(painting->diagnostics, SEVERITY_ERROR) > errors) {
		return NULL;
	}
	return pdf_file_end(g_steal_pointer(&painting->file), catalog, information);
}

GByteArray *pdf_paint(const struct pages *pages, const struct paint_options *options,
	struct diagnostics *diagnostics)
{
	struct pdf_painting painting = {
		.file = pdf_file_create(options->profile != PDF_ARCHIVE_1B),
		.pages = pages,
		.profile = options->profile,
		.diagnostics = diagnostics,
		.marks = g_array_new(FALSE, FALSE, sizeof(struct pdf_mark)),
	};
	int *numbers = number_painted(pages, options->wanted, &painting.painted_count);
	painting.painted_numbers = numbers;
	painting.tagged = options->profile == PDF_ARCHIVE;
	painting.shapes = pdf_shapes_create(painting.file);
	painting.fonts =
		pdf_fonts_create(painting.file, pages, options->wanted, diagnostics);
	GByteArray *bytes = painting.fonts ? write_file(&painting) : NULL;
	pdf_fonts_destroy(painting.fonts);
	pdf_shapes_destroy(painting.shapes);
	pdf_file_destroy(painting.file);
	g_array_unref(painting.marks);
	g_free(numbers);
	return bytes;
}
