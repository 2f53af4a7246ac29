/* A private fontconfig set-up that knows our folders and nothing else of the machine, and
 * looking a face up in it by name. fontconfig's own matching is never asked: it always
 * finds something. */
#include "text/face_list.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

struct face_list {
	FcConfig *config;
	char **folders; /* absolute */
};

/* How well a face answers to a name: smaller is better. */
struct rank {
	int style;
	int folder;
	const char *file;
	int index;
};

/* The user's cache comes first, for fontconfig writes to the first that it can write to.
 */
static char *config_text(char **folders)
{
	GString *xml =
		g_string_new("<?xml version=\"1.0\"?>"
			     "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>");
	for (char **folder = folders; *folder; folder++) {
		char *escaped = g_markup_escape_text(*folder, -1);
		g_string_append_printf(xml, "<dir>%s</dir>", escaped);
		g_free(escaped);
	}
	g_string_append(xml, "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
			     "<cachedir>/var/cache/fontconfig</cachedir></fontconfig>");
	return g_string_free(xml, FALSE);
}

static char **existing_folders(const char *const *folders)
{
	GPtrArray *existing = g_ptr_array_new();
	for (const char *const *folder = folders; *folder; folder++) {
		if (g_file_test(*folder, G_FILE_TEST_IS_DIR)) {
			g_ptr_array_add(existing, g_canonicalize_filename(*folder, NULL));
		}
	}
	g_ptr_array_add(existing, NULL);
	return (char **)g_ptr_array_free(existing, FALSE);
}

struct face_list *face_list_create(const char *const *folders)
{
	struct face_list *list = g_new0(struct face_list, 1);
	list->folders = existing_folders(folders);
	list->config = FcConfigCreate();
	char *xml = config_text(list->folders);
	FcConfigParseAndLoadFromMemory(list->config, (const FcChar8 *)xml, FcTrue);
	g_free(xml);
	FcConfigBuildFonts(list->config);
	return list;
}

void face_list_destroy(struct face_list *list)
{
	if (!list) {
		return;
	}
	FcConfigDestroy(list->config);
	g_strfreev(list->folders);
	g_free(list);
}

static bool has_value(const FcPattern *pattern, const char *property, const char *wanted)
{
	FcChar8 *value;
	for (int i = 0; FcPatternGetString(pattern, property, i, &value) == FcResultMatch;
		i++) {
		if (g_ascii_strcasecmp((const char *)value, wanted) == 0) {
			return true;
		}
	}
	return false;
}

static bool is_regular(const FcPattern *pattern)
{
	static const char *const styles[] = {
		"Regular", "Book", "Normal", "Roman", "R", "常规", "标准", ""};
	FcChar8 *style;
	if (FcPatternGetString(pattern, FC_STYLE, 0, &style) != FcResultMatch) {
		return true;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(styles); i++) {
		if (has_value(pattern, FC_STYLE, styles[i])) {
			return true;
		}
	}
	return false;
}

/* How the face answers to a name: 0 by its full or PostScript name or with the wanted or
 * the regular style, 1 by its family alone, -1 not at all. */
static int style_rank(const FcPattern *pattern, const char *family, const char *style)
{
	if (style) {
		bool has = has_value(pattern, FC_FAMILY, family) &&
			   has_value(pattern, FC_STYLE, style);
		return has ? 0 : -1;
	}
	if (has_value(pattern, FC_FAMILY, family)) {
		return is_regular(pattern) ? 0 : 1;
	}
	bool named = has_value(pattern, FC_FULLNAME, family) ||
		     has_value(pattern, FC_POSTSCRIPT_NAME, family);
	return named ? 0 : -1;
}

static int folder_rank(const struct face_list *list, const char *file)
{
	int rank = 0;
	for (char **folder = list->folders; *folder; folder++, rank++) {
		size_t length = strlen(*folder);
		if (strncmp(file, *folder, length) == 0 && file[length] == '/') {
			break;
		}
	}
	return rank;
}

static bool is_usable(const FcPattern *pattern, struct rank *rank)
{
	FcBool variable = FcFalse;
	FcBool scalable = FcTrue;
	FcChar8 *file;
	FcPatternGetBool(pattern, FC_VARIABLE, 0, &variable);
	FcPatternGetBool(pattern, FC_SCALABLE, 0, &scalable);
	if (variable || !scalable ||
		FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
		FcPatternGetInteger(pattern, FC_INDEX, 0, &rank->index) !=
			FcResultMatch) {
		return false;
	}
	rank->file = (const char *)file;
	return rank->index <= G_MAXUINT16; /* above it: instances of variable faces */
}

static bool is_better(const struct rank *left, const struct rank *right)
{
	if (left->style != right->style) {
		return left->style < right->style;
	}
	if (left->folder != right->folder) {
		return left->folder < right->folder;
	}
	int order = strcmp(left->file, right->file);
	return order ? order < 0 : left->index < right->index;
}

FcPattern *face_list_find(const struct face_list *list, const char *name)
{
	const char *colon = strrchr(name, ':');
	char *family = colon ? g_strndup(name, (gsize)(colon - name)) : g_strdup(name);
	FcPattern *best = NULL;
	struct rank best_rank = {0};
	const FcFontSet *set = FcConfigGetFonts(list->config, FcSetSystem);
	for (int i = 0; set && i < set->nfont; i++) {
		struct rank rank;
		rank.style = style_rank(set->fonts[i], family, colon ? colon + 1 : NULL);
		if (rank.style < 0 || !is_usable(set->fonts[i], &rank)) {
			continue;
		}
		rank.folder = folder_rank(list, rank.file);
		if (!best || is_better(&rank, &best_rank)) {
			best = set->fonts[i];
			best_rank = rank;
		}
	}
	g_free(family);
	return best;
}
