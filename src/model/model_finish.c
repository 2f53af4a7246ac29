/* What can only be said when every layout has declared its part. */
#include "model/model_parts.h"

static void report_record(const struct model *model, const char *name, struct place place,
	struct diagnostics *diagnostics)
{
	diagnostics_error(diagnostics, place, "record-unknown", "没有声明记录“%s”", name);
	GPtrArray *names = g_ptr_array_new();
	for (guint i = 0; i < model->records->len; i++) {
		const struct record *record = g_ptr_array_index(model->records, i);
		if (record->place.source) {
			g_ptr_array_add(names, (gpointer)(uintptr_t)record->name);
		}
	}
	g_ptr_array_add(names, NULL);
	diagnostics_hint_nearest(
		diagnostics, (const char *const *)(const void *)names->pdata, name);
	g_ptr_array_free(names, TRUE);
}

bool model_finish(struct model *model, struct diagnostics *diagnostics)
{
	bool sound = true;
	for (guint i = 0; i < model->mentions->len; i++) {
		struct record_mention mention =
			g_array_index(model->mentions, struct record_mention, i);
		if (!mention.record->place.source) {
			report_record(
				model, mention.record->name, mention.place, diagnostics);
			sound = false;
		}
	}
	if (!model->root) {
		diagnostics_fault(diagnostics, FAULT_INPUT, "root-missing",
			"没有一个版式声明规划的根记录（model: root）");
		return false;
	}
	if (!model_root(model)) {
		report_record(
			model, yaml_text(model->root), model->root->place, diagnostics);
		return false;
	}
	return sound;
}
