#include "plan/value.h"

#include <string.h>

const struct value *value_field(const struct value *record, const char *name)
{
	if (!record || record->kind != VALUE_RECORD) {
		return NULL;
	}
	const struct field *field = record_field(record->record, name);
	return field ? record->fields[field->index] : NULL;
}

bool value_is_present(const struct value *value)
{
	if (!value) {
		return false;
	}
	switch (value->kind) {
	case VALUE_MARK:
		return false;
	case VALUE_TEXT:
		return value->written.length > 0;
	case VALUE_PROSE:
		return value->paragraph_count > 0;
	case VALUE_LIST:
		return value->item_count > 0;
	case VALUE_NUMBER:
	case VALUE_DATE:
	case VALUE_PERIOD:
	case VALUE_TARGET:
	case VALUE_BOOLEAN:
	case VALUE_RECORD:
		return true;
	}
	return true;
}
