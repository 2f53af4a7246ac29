/* Opening a face that was chosen. */
#ifndef TEXT_FACE_OPEN_H
#define TEXT_FACE_OPEN_H

#include "text/faces.h"

#include <fontconfig/fontconfig.h>

/** Opens the face of a pattern into `face`, all but its number; end it with face_close().
 * False where the file holds no usable face. The strings are the pattern's. */
bool face_open(FcPattern *pattern, struct face *face);
void face_close(struct face *face);

#endif
