/* The profile is made here from the figures of the standard, so that no file of a package
 * needs to be there when a plan is printed. */
#include "paint/srgb_profile.h"

#include <math.h>
#include <string.h>

enum {
	HEADER_LENGTH = 128,
	TAG_COUNT = 9,
	TAG_LENGTH = 12,       /* of an entry in the table of tags */
	CURVE_POINTS = 1024,   /* linear between them: off by less than 8 bits can tell */
	DESCRIPTION_REST = 78, /* of a description: Unicode and Macintosh names, none */
	VERSION = 0x02100000,  /* 2.1 */
	MADE_YEAR = 1999,      /* the standard's; never the clock's */
	CLASS_PLACE = 12,      /* in the header */
	DATE_PLACE = 24,
	SIGNATURE_PLACE = 36,
	ILLUMINANT_PLACE = 68,
};

#define NAME "sRGB IEC61966-2-1"

/* Colours of the primaries, adapted from D65 to D50 by Bradford's method, and D50, as X,
 * Y and Z: those of the profile that the W3C and HP published. */
static const double red_primary[] = {0.43607, 0.22249, 0.01392};
static const double green_primary[] = {0.38515, 0.71687, 0.09708};
static const double blue_primary[] = {0.14307, 0.06061, 0.71410};
static const double d50[] = {0.9642, 1.0, 0.8249};

struct profile {
	GByteArray *bytes;
	guint tag_count; /* in the table so far */
};

static void put(struct profile *profile, guint at, guint32 number)
{
	const guint8 bytes[] = {(guint8)(number >> 24), (guint8)(number >> 16),
		(guint8)(number >> 8), (guint8)number};
	memcpy(profile->bytes->data + at, bytes, sizeof(bytes));
}

static void put_signature(struct profile *profile, guint at, const char *signature)
{
	memcpy(profile->bytes->data + at, signature, 4);
}

/* A number with 16 bits of fraction. */
static guint32 fixed(double number)
{
	return (guint32)lround(number * 65536);
}

/* Room at the end, at a multiple of four as all data of tags are. */
static guint grow(struct profile *profile, guint length)
{
	guint start = (profile->bytes->len + 3) / 4 * 4;
	guint before = profile->bytes->len;
	g_byte_array_set_size(profile->bytes, start + length);
	memset(profile->bytes->data + before, 0, start + length - before);
	return start;
}

/* Puts what begins at a place and reaches to the end into the table. */
static void add_tag(struct profile *profile, const char *signature, guint start)
{
	guint at = HEADER_LENGTH + 4 + TAG_LENGTH * profile->tag_count++;
	put_signature(profile, at, signature);
	put(profile, at + 4, start);
	put(profile, at + 8, profile->bytes->len - start);
}

static void add_text(struct profile *profile, const char *signature, const char *text)
{
	guint length = (guint)strlen(text) + 1;
	guint start = grow(profile, 8 + length);
	put_signature(profile, start, "text");
	memcpy(profile->bytes->data + start + 8, text, length);
	add_tag(profile, signature, start);
}

static void add_description(struct profile *profile)
{
	guint length = (guint)strlen(NAME) + 1;
	guint start = grow(profile, 12 + length + DESCRIPTION_REST);
	put_signature(profile, start, "desc");
	put(profile, start + 8, length);
	memcpy(profile->bytes->data + start + 12, NAME, length);
	add_tag(profile, "desc", start);
}

static void add_colour(
	struct profile *profile, const char *signature, const double *colour)
{
	guint start = grow(profile, 20);
	put_signature(profile, start, "XYZ ");
	for (guint i = 0; i < 3; i++) {
		put(profile, start + 8 + 4 * i, fixed(colour[i]));
	}
	add_tag(profile, signature, start);
}

/* How much light a value is: a line near black, else a power (IEC 61966-2-1 5.2). */
static double light(double value)
{
	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

/* One curve for all three. */
static void add_curves(struct profile *profile)
{
	guint start = grow(profile, 12 + 2 * CURVE_POINTS);
	put_signature(profile, start, "curv");
	put(profile, start + 8, CURVE_POINTS);
	for (guint i = 0; i < CURVE_POINTS; i++) {
		long value = lround(light((double)i / (CURVE_POINTS - 1)) * 65535);
		profile->bytes->data[start + 12 + 2 * i] = (guint8)(value >> 8);
		profile->bytes->data[start + 13 + 2 * i] = (guint8)(value & 0xFF);
	}
	add_tag(profile, "rTRC", start);
	add_tag(profile, "gTRC", start);
	add_tag(profile, "bTRC", start);
}

static void fill_header(struct profile *profile)
{
	put(profile, 0, profile->bytes->len);
	put(profile, 8, VERSION);
	put_signature(profile, CLASS_PLACE, "mntr");
	put_signature(profile, CLASS_PLACE + 4, "RGB ");
	put_signature(profile, CLASS_PLACE + 8, "XYZ ");
	put(profile, DATE_PLACE, MADE_YEAR << 16 | 1);
	put(profile, DATE_PLACE + 4, 1 << 16);
	put_signature(profile, SIGNATURE_PLACE, "acsp");
	for (guint i = 0; i < 3; i++) {
		put(profile, ILLUMINANT_PLACE + 4 * i, fixed(d50[i]));
	}
	put(profile, HEADER_LENGTH, TAG_COUNT);
}

GByteArray *srgb_profile_make(void)
{
	struct profile profile = {.bytes = g_byte_array_new()};
	grow(&profile, HEADER_LENGTH + 4 + TAG_COUNT * TAG_LENGTH);
	add_description(&profile);
	add_text(&profile, "cprt", "No rights reserved");
	add_colour(&profile, "wtpt", d50);
	add_colour(&profile, "rXYZ", red_primary);
	add_colour(&profile, "gXYZ", green_primary);
	add_colour(&profile, "bXYZ", blue_primary);
	add_curves(&profile);
	g_assert(profile.tag_count == TAG_COUNT);
	fill_header(&profile);
	return profile.bytes;
}
