#include "base/length.h"

#include <glib.h>
#include <string.h>

static const struct {
	const char *name;
	double points;
} type_sizes[] = {
	{"初号", 42},
	{"小初", 36},
	{"一号", 26},
	{"小一", 24},
	{"二号", 22},
	{"小二", 18},
	{"三号", 16},
	{"小三", 15},
	{"四号", 14},
	{"小四", 12},
	{"五号", 10.5},
	{"小五", 9},
	{"六号", 7.5},
	{"小六", 6.5},
	{"七号", 5.5},
	{"八号", 5},
};

static const struct {
	const char *name;
	enum length_unit unit;
	double factor;
} units[] = {
	{"pt", LENGTH_POINTS, 1},
	{"mm", LENGTH_POINTS, POINTS_PER_MM},
	{"cm", LENGTH_POINTS, 10 * POINTS_PER_MM},
	{"em", LENGTH_EMS, 1},
	{"字", LENGTH_EMS, 1},
	{"行", LENGTH_LINES, 1},
	{"%", LENGTH_SHARE, 0.01},
};

static bool type_size_parse(const char *text, struct length *length)
{
	for (size_t i = 0; i < G_N_ELEMENTS(type_sizes); i++) {
		if (strcmp(text, type_sizes[i].name) == 0) {
			*length = (struct length){type_sizes[i].points, LENGTH_POINTS};
			return true;
		}
	}
	return false;
}

/* Where a plain number ends, NULL where there is none. What g_ascii_strtod would read
 * beyond that (`0x10`, `1e3`) is then no unit. */
static const char *number_end(const char *text)
{
	const char *at = text + (*text == '-');
	size_t whole = strspn(at, "0123456789");
	at += whole;
	size_t fraction = *at == '.' ? strspn(at + 1, "0123456789") : 0;
	at += fraction ? fraction + 1 : 0;
	return whole + fraction ? at : NULL;
}

bool length_parse(const char *text, struct length *length)
{
	if (type_size_parse(text, length)) {
		return true;
	}
	const char *end = number_end(text);
	double value = end ? g_ascii_strtod(text, NULL) : 0;
	if (!end || value < -1e6 || value > 1e6) {
		return false;
	}
	end += strspn(end, " ");
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (strcmp(end, units[i].name) == 0) {
			*length = (struct length){value * units[i].factor, units[i].unit};
			return true;
		}
	}
	if (*end == '\0' && value == 0) {
		*length = (struct length){0, LENGTH_POINTS}; /* nothing needs no unit */
		return true;
	}
	return false;
}

double length_points(struct length length, double em, double line, double whole)
{
	switch (length.unit) {
	case LENGTH_POINTS:
		return length.value;
	case LENGTH_EMS:
		return length.value * em;
	case LENGTH_LINES:
		return length.value * line;
	case LENGTH_SHARE:
		return length.value * whole;
	}
	return length.value;
}

double points_from_mm(double mm)
{
	return mm * POINTS_PER_MM;
}
