/* Decimals with their unit, percents and years. */
#include "base/language.h"
#include "plan/scan.h"

#include <string.h>

enum {
	UNIT_LONGEST = 12
}; /* characters; what is longer is a sentence */

static bool report_unit(struct plan_reader *reader, const struct slot *slot,
	const struct value *value, const char *unit)
{
	diagnostics_error(reader->diagnostics, value->written.place, "unit-mismatch",
		"“%s”应以“%s”为单位，实为“%s”", slot_name(slot), slot->type->unit, unit);
	diagnostics_hint(reader->diagnostics, "请换算成以“%s”为单位的数，单位可以不写",
		slot->type->unit);
	return false;
}

bool value_read_decimal(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	const char *expected = _("数（如 1,234.50，小数至多六位）");
	struct scan scan = {.at = value->written.text};
	if (!scan_decimal(&scan, &value->number)) {
		return report_value(reader, slot, value, "number-invalid", expected);
	}
	const char *unit = scan_unit(&scan, reader->texts, UNIT_LONGEST);
	if (!unit) {
		return report_value(reader, slot, value, "number-invalid", expected);
	}
	const char *declared = slot->type->unit;
	if (declared && *unit && strcmp(unit, declared) != 0) {
		return report_unit(reader, slot, value, unit);
	}
	value->kind = VALUE_NUMBER;
	value->has_number = true;
	value->unit = declared ? declared : unit;
	scan_note_wide(reader, &scan, value->written.place);
	return true;
}

bool value_read_percent(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	struct scan scan = {.at = value->written.text};
	bool sound = scan_decimal(&scan, &value->number);
	scan_spaces(&scan);
	if (!sound || !scan_one_of(&scan, "%") || *scan.at) {
		return report_value(reader, slot, value, "percent-invalid",
			_("带百分号的数（如 92%）"));
	}
	value->kind = VALUE_NUMBER;
	value->has_number = true;
	value->unit = "%";
	scan_note_wide(reader, &scan, value->written.place);
	return true;
}

bool value_read_year(
	struct plan_reader *reader, const struct slot *slot, struct value *value)
{
	struct scan scan = {.at = value->written.text};
	int year;
	bool sound = scan_digits(&scan, 4, 4, &year);
	bool named = scan_one_of(&scan, "年");
	if (!sound || *scan.at || year < YEAR_FIRST || year > YEAR_LAST) {
		return report_value(reader, slot, value, "year-invalid",
			_("年份（1900 至 2100，如 2021）"));
	}
	value->kind = VALUE_NUMBER;
	value->has_number = true;
	value->number = decimal_from_integer(year);
	value->unit = named ? "年" : "";
	scan_note_wide(reader, &scan, value->written.place);
	return true;
}
