/* Which faces lie in the folders, and which of them a name means. */
#ifndef TEXT_FACE_LIST_H
#define TEXT_FACE_LIST_H

#include <fontconfig/fontconfig.h>

struct face_list;

/** Scans folders (ended by NULL, first ones preferred); those that do not exist are
 * passed over. fontconfig's caches make the second scan of a folder quick. */
struct face_list *face_list_create(const char *const *folders);
void face_list_destroy(struct face_list *list);

/** The face that a name means, or NULL: `Family`, `Family:Style`, a full name or a
 * PostScript name, in any case of letters. A family alone means its regular face, told by
 * its style's name: the weights that Fandol's files state are wrong. Where several faces
 * have the name, the first folder wins, then the smallest path. Variable faces are not
 * looked at. */
FcPattern *face_list_find(const struct face_list *list, const char *name);

#endif
