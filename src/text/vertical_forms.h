/* Marks as they stand in vertical text. */
#ifndef TEXT_VERTICAL_FORMS_H
#define TEXT_VERTICAL_FORMS_H

#include "text/faces.h"

#include <glib.h>

/** The character that stands for one in vertical text: brackets and dashes turned, stops
 * in the upper right corner, quotes as ﹃﹄ and ﹁﹂ (GB/T 15834-2011 5.2). The character
 * itself where there is no such, or the face does not have it. */
gunichar vertical_form(const struct face *face, gunichar character);

#endif
