/* Faces by role. A private fontconfig set-up knows only the user's folders, fonts/ and
 * the folders of Debian's Noto CJK and Liberation packages; a face is asked for by name,
 * never matched, and HarfBuzz opens that file: what else is installed on a machine
 * changes no page. */
#ifndef TEXT_FACES_H
#define TEXT_FACES_H

#include "base/diagnostics.h"
#include "layout/style.h"

#include <hb.h>

/** An open face. Figures are in em: multiply by a type size. */
struct face {
	const char *name;   /* full name, as fontconfig has it */
	const char *file;   /* path */
	int index;          /* in a collection */
	hb_face_t *hb_face; /* owned by the set */
	hb_font_t *hb_font; /* scaled to units_per_em; owned by the set */
	double units_per_em;
	double middle; /* of the ink of a Han character, em above the baseline; 0: has
			  none */
	int number;    /* in its set, from 0 */
};

struct faces;
struct ink_store;

/** How a role was filled. */
struct face_choice {
	const struct font_role *role;
	const struct face *face; /* NULL: nothing was found */
	bool substitute;         /* none of the wanted ones was */
};

/** Opens the folders (user's first; ended by NULL). Faces are opened when first asked
 * for. */
struct faces *faces_create(const struct font_roles *roles, const char *const *folders,
	struct diagnostics *diagnostics);

/** Ends the set and its faces; accepts NULL. Whoever painted with them has ended before.
 */
void faces_destroy(struct faces *faces);

/** The face that plays a role. NULL after a fault (exit status 4) that names the role and
 * what was looked for; a substitute is reported once as a note. */
const struct face *faces_role(struct faces *faces, const char *role);

/** The face for a character in a role: the role's own, else the first of the fallback
 * role's that has it (reported once a role and character, as a warning with its place);
 * NULL after an error with its place where none has it. */
const struct face *faces_for_character(
	struct faces *faces, const char *role, gunichar character, struct place place);

/** All roles with their choices, for `jixiao fonts`; fills `choices`, one per role. */
void faces_choices(struct faces *faces, struct face_choice *choices);

/** Appends the characters, by code, that were asked for in a role and that its own face
 * lacks; the role is one of the set's. */
void faces_lacking(const struct faces *faces, const char *role, GString *out);

/** Whether a face has a character. */
bool face_has_character(const struct face *face, gunichar character);

/** What is known of the ink of the faces' glyphs (text/ink.h); the set's own. */
struct ink_store *faces_ink(struct faces *faces);

/** Where the user's and the system's faces lie: `user` folders (may be NULL), then the
 * JIXIAO fonts folder, then the packages'. The array lives in the arena, ended by NULL.
 */
const char *const *faces_folders(
	struct arena *arena, const char *const *user, const char *fonts_folder);

#endif
