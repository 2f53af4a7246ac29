/* Roles -> faces: what is wanted, else what may stand in, else a fault. Nothing here
 * matches or guesses; all that is not as wanted is reported. */
#include "text/faces.h"

#include "base/language.h"
#include "text/face_list.h"
#include "text/face_open.h"
#include "text/ink.h"

#include <string.h>

/* A role and the face that plays it, once it was looked for. */
struct part {
	struct face_choice choice;
	bool looked_for;
};

struct faces {
	struct arena *arena;
	struct diagnostics *diagnostics;
	const struct font_roles *roles;
	struct face_list *list;
	struct part *parts;   /* one per role */
	GPtrArray *open;      /* struct face */
	GHashTable *replaced; /* role and character -> face that stands in, or NULL */
	struct ink_store *ink;
};

struct faces *faces_create(const struct font_roles *roles, const char *const *folders,
	struct diagnostics *diagnostics)
{
	struct arena *arena = arena_create();
	struct faces *faces = arena_new(arena, struct faces);
	faces->arena = arena;
	faces->diagnostics = diagnostics;
	faces->roles = roles;
	faces->list = face_list_create(folders);
	faces->parts = arena_new_array(arena, struct part, roles->count);
	for (size_t i = 0; i < roles->count; i++) {
		faces->parts[i].choice.role = &roles->roles[i];
	}
	faces->open = arena_pointers(arena);
	faces->ink = arena_new(arena, struct ink_store);
	faces->replaced = g_hash_table_new_full(g_int64_hash, g_int64_equal, NULL, NULL);
	return faces;
}

void faces_destroy(struct faces *faces)
{
	if (!faces) {
		return;
	}
	for (guint i = 0; i < faces->open->len; i++) {
		face_close(g_ptr_array_index(faces->open, i));
	}
	g_hash_table_destroy(faces->replaced);
	face_list_destroy(faces->list);
	arena_destroy(faces->arena);
}

static const struct face *already_open(
	const struct faces *faces, const FcPattern *pattern)
{
	FcChar8 *file;
	int index;
	FcPatternGetString(pattern, FC_FILE, 0, &file);
	FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
	for (guint i = 0; i < faces->open->len; i++) {
		const struct face *face = g_ptr_array_index(faces->open, i);
		if (face->index == index && strcmp(face->file, (char *)file) == 0) {
			return face;
		}
	}
	return NULL;
}

/* The first face of a list of names that is there and can be opened. */
static const struct face *find_face(struct faces *faces, const char *const *names)
{
	for (; *names; names++) {
		FcPattern *pattern = face_list_find(faces->list, *names);
		if (!pattern) {
			continue;
		}
		const struct face *open = already_open(faces, pattern);
		if (open) {
			return open;
		}
		struct face *face = arena_new(faces->arena, struct face);
		if (face_open(pattern, face)) {
			face->number = (int)faces->open->len;
			g_ptr_array_add(faces->open, face);
			return face;
		}
	}
	return NULL;
}

static char *join_names(const char *const *names)
{
	return names[0] ? g_strjoinv(_("、"), (gchar **)(guintptr)names)
			: g_strdup(_("无"));
}

static void report_choice(struct faces *faces, const struct face_choice *choice)
{
	const struct font_role *role = choice->role;
	char *wanted = join_names(role->wanted);
	if (!choice->face) {
		char *others = join_names(role->substitutes);
		diagnostics_fault(faces->diagnostics, FAULT_RESOURCE, "face-missing",
			"没有字体可用于“%s”：要的是 %s，可代替的是 %s", role->name,
			wanted, others);
		diagnostics_hint(faces->diagnostics,
			"运行 ./run 会把自由字体取到 fonts/；也可把自己的字体放入 "
			"fonts/，"
			"或用 --font-path 指明其所在文件夹");
		g_free(others);
	} else if (choice->substitute) {
		diagnostics_note(faces->diagnostics, role->place, "face-substituted",
			"“%s”要的字体（%s）没有找到，以 %s 代替", role->name, wanted,
			choice->face->name);
	}
	g_free(wanted);
}

static void look_for(struct faces *faces, struct part *part)
{
	struct face_choice *choice = &part->choice;
	part->looked_for = true;
	choice->face = find_face(faces, choice->role->wanted);
	if (!choice->face) {
		choice->face = find_face(faces, choice->role->substitutes);
		choice->substitute = choice->face != NULL;
	}
	report_choice(faces, choice);
}

static struct part *find_part(const struct faces *faces, const char *role)
{
	for (size_t i = 0; i < faces->roles->count; i++) {
		if (strcmp(faces->roles->roles[i].name, role) == 0) {
			return &faces->parts[i];
		}
	}
	return NULL;
}

const struct face *faces_role(struct faces *faces, const char *role)
{
	struct part *part = find_part(faces, role);
	if (!part) {
		diagnostics_fault(faces->diagnostics, FAULT_RESOURCE, "face-role-unknown",
			"没有名为“%s”的字体角色", role);
		return NULL;
	}
	if (!part->looked_for) {
		look_for(faces, part);
	}
	return part->choice.face;
}

void faces_choices(struct faces *faces, struct face_choice *choices)
{
	for (size_t i = 0; i < faces->roles->count; i++) {
		faces_role(faces, faces->roles->roles[i].name);
		choices[i] = faces->parts[i].choice;
	}
}

bool face_has_character(const struct face *face, gunichar character)
{
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(face->hb_font, character, &glyph);
}

/* A character as a message shows it: itself where that can be seen, and its number. */
static char *describe(gunichar character)
{
	char bytes[7] = {0};
	g_unichar_to_utf8(character, bytes);
	bool visible = g_unichar_isgraph(character) &&
		       g_unichar_type(character) != G_UNICODE_PRIVATE_USE;
	return visible ? g_strdup_printf(_("“%s”（U+%04X）"), bytes, character)
		       : g_strdup_printf("U+%04X", character);
}

static const struct face *find_with_character(
	struct faces *faces, const char *const *names, gunichar character)
{
	for (; *names; names++) {
		const struct face *face =
			find_face(faces, (const char *const[]){*names, NULL});
		if (face && face_has_character(face, character)) {
			return face;
		}
	}
	return NULL;
}

/* Any face of the fallback role will do, not just the first that is there. */
static const struct face *find_fallback(struct faces *faces, gunichar character)
{
	const struct part *part = find_part(faces, faces->roles->fallback);
	if (!part) {
		return NULL;
	}
	const struct font_role *role = part->choice.role;
	const struct face *face = find_with_character(faces, role->wanted, character);
	return face ? face : find_with_character(faces, role->substitutes, character);
}

static void report_missing(struct faces *faces, gunichar character, struct place place)
{
	char *described = describe(character);
	diagnostics_error(faces->diagnostics, place, "character-missing",
		"没有字体有字符%s，“%s”也没有", described, faces->roles->fallback);
	diagnostics_hint(faces->diagnostics,
		"请改用其他字符，或把有它的字体放入 fonts/ 并写进 layouts/faces.yaml "
		"的“%s”",
		faces->roles->fallback);
	g_free(described);
}

/* A substitute is reported once a role and character, for it says how the page looks; a
 * missing character at each of its places, for each is to be mended. */
const struct face *faces_for_character(
	struct faces *faces, const char *role, gunichar character, struct place place)
{
	const struct face *own = faces_role(faces, role);
	if (!own || face_has_character(own, character)) {
		return own;
	}
	gint64 part = find_part(faces, role) - faces->parts;
	gint64 key = part << 32 | (gint64)character;
	gpointer known;
	if (g_hash_table_lookup_extended(faces->replaced, &key, NULL, &known)) {
		if (!known) {
			report_missing(faces, character, place);
		}
		return known;
	}
	const struct face *face = find_fallback(faces, character);
	g_hash_table_insert(faces->replaced, arena_copy(faces->arena, &key, sizeof key),
		(gpointer)(guintptr)face);
	if (face) {
		char *described = describe(character);
		diagnostics_warning(faces->diagnostics, place, "character-substituted",
			"%s 没有字符%s，以 %s 代替", own->name, described, face->name);
		g_free(described);
	} else {
		report_missing(faces, character, place);
	}
	return face;
}

struct ink_store *faces_ink(struct faces *faces)
{
	return faces->ink;
}

const char *const *faces_folders(
	struct arena *arena, const char *const *user, const char *fonts_folder)
{
	static const char *const packages[] = {"/usr/share/fonts/opentype/noto",
		"/usr/share/fonts/truetype/liberation",
		"/usr/share/fonts/truetype/liberation2"};
	GPtrArray *folders = arena_pointers(arena);
	for (; user && *user; user++) {
		g_ptr_array_add(folders, arena_copy_string(arena, *user));
	}
	if (fonts_folder) {
		g_ptr_array_add(folders, arena_copy_string(arena, fonts_folder));
	}
	for (size_t i = 0; i < G_N_ELEMENTS(packages); i++) {
		g_ptr_array_add(folders, arena_copy_string(arena, packages[i]));
	}
	g_ptr_array_add(folders, NULL);
	return (const char *const *)folders->pdata;
}

static int compare_characters(gconstpointer left, gconstpointer right)
{
	gunichar first = *(const gunichar *)left;
	gunichar second = *(const gunichar *)right;
	return (first > second) - (first < second);
}

void faces_lacking(const struct faces *faces, const char *role, GString *out)
{
	gint64 part = find_part(faces, role) - faces->parts;
	GArray *characters = g_array_new(FALSE, FALSE, sizeof(gunichar));
	GHashTableIter iter;
	gpointer key;
	g_hash_table_iter_init(&iter, faces->replaced);
	while (g_hash_table_iter_next(&iter, &key, NULL)) {
		gint64 value = *(const gint64 *)key;
		gunichar character = (gunichar)(value & G_MAXUINT32);
		if (value >> 32 == part) {
			g_array_append_val(characters, character);
		}
	}
	g_array_sort(characters, compare_characters);
	for (guint i = 0; i < characters->len; i++) {
		g_string_append_unichar(out, g_array_index(characters, gunichar, i));
	}
	g_array_free(characters, TRUE);
}
