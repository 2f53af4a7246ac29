/* The colour space of the pages, as archives want it told. */
#ifndef PAINT_SRGB_PROFILE_H
#define PAINT_SRGB_PROFILE_H

#include <glib.h>

/** An ICC profile (ICC.1:2001-04, version 2) of the colour space of screens, sRGB (IEC
 * 61966-2-1); the same bytes each time. The caller owns the array. */
GByteArray *srgb_profile_make(void);

#endif
