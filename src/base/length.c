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

bool length_parse(const char *text, struct length *length)
{
	if (type_size_parse(text, length)) {
		return true;
	}
	if (!g_ascii_isdigit(*text) && *text != '-' && *text != '.') {
		return false; /* g_ascii_strtod would also read `inf` and `0x10` */
	}
	char *end;
	double value = g_ascii_strtod(text, &end);
	if (end == text || value < -1e6 || value > 1e6 ||
		memchr(text, 'x', (size_t)(end - text))) {
		return false;
	}
	while (*end == ' ') {
		end++;
	}
	for (size_t i = 0; i < G_N_ELEMENTS(units); i++) {
		if (strcmp(end, units[i].name) == 0) {
			*length = (struct length){value * units[i].factor, units[i].unit};
			return true;
		}
	}
	return *end == '\0' && value == 0 &&
	       (*length = (struct length){0, LENGTH_POINTS}, true);
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
