#include "layout/dump_official.h"

void dump_rule_block(const struct rule_layout *rule, GString *out)
{
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	const struct {
		const char *name;
		double points;
	} lengths[] = {{"", rule->weight}, {" second", rule->second}, {" gap", rule->gap},
		{" width", rule->width}, {" before", rule->before},
		{" after", rule->after}, {" fixed", rule->fixed}};
	g_string_append(out, "rule");
	for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
		if (lengths[i].points > 0) {
			g_ascii_formatd(number, sizeof number, "%.2f", lengths[i].points);
			g_string_append_printf(out, "%s %s", lengths[i].name, number);
		}
	}
	g_string_append_c(out, '\n');
}

void dump_signature(const struct signature_layout *signature, GString *out)
{
	static const char *const kinds[] = {"plain", "sealed", "stamped"};
	g_string_append_printf(out, "signature %s", kinds[signature->kind]);
	if (signature->each.list) {
		g_string_append_printf(out, " as %s", signature->each.name);
	}
	g_string_append_printf(out, " style %s seal %.2f", signature->style->name,
		signature->seal / POINTS_PER_MM);
	g_string_append(out, signature->seal_diameter ? " or the plan's" : "");
	g_string_append(out, signature->date ? " date" : "");
	g_string_append(out, signature->outlined ? " outlined" : "");
	g_string_append_c(out, '\n');
}

void dump_mark(const struct mark_layout *mark, GString *out)
{
	g_string_append_printf(
		out, "mark as %s style %s", mark->each.name, mark->style->name);
	if (mark->most_height > 0) {
		g_string_append_printf(
			out, " at most %.2f", mark->most_height / POINTS_PER_MM);
	}
	g_string_append(out, mark->beside ? " beside\n" : "\n");
}

void dump_part(const struct part_layout *part, GString *out)
{
	g_string_append(out, "part");
	for (size_t i = 0; i < part->page_count; i++) {
		g_string_append_printf(out, "%s %s", part->pages[i].when ? " when" : "",
			part->pages[i].master->name);
	}
	const struct page_numbering *numbering = &part->numbering;
	g_string_append(out, part->begins_odd ? " odd" : "");
	g_string_append(out, numbering->none ? " numbers none" : "");
	if (numbering->from > 0) {
		g_string_append_printf(out, " numbers from %d", numbering->from);
	}
	if (numbering->numerals) {
		g_string_append_printf(out, " numerals %s", numbering->numerals);
	}
	g_string_append_c(out, '\n');
}

void dump_copies(const struct copies_layout *copies, GString *out)
{
	const struct filing_stamp *stamp = &copies->stamp;
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	if (copies->label_text) {
		g_ascii_formatd(number, sizeof number, "%.2f", copies->label.top);
		g_string_append_printf(out, "draft label style %s top %s%s\n",
			copies->label.style->name, number,
			copies->label.first_only ? " first-only" : "");
	}
	if (copies->watermark) {
		g_string_append_printf(
			out, "draft watermark style %s\n", copies->watermark_style->name);
	}
	if (stamp->width > 0) {
		g_string_append_printf(out, "filing stamp %.2f by %.2f top %.2f\n",
			stamp->width / POINTS_PER_MM, stamp->height / POINTS_PER_MM,
			stamp->top / POINTS_PER_MM);
	}
}

void dump_block_manner(const struct block_manner_layout *manner, GString *out)
{
	static const char *const stands[] = {"", "usually ", "crowded "};
	if (!manner) {
		return;
	}
	if (manner->element) {
		g_string_append_printf(out, "<%s> ", manner->element);
	}
	if (manner->has_ink_top) {
		g_string_append_printf(
			out, "ink top %.2f ", manner->ink_top / POINTS_PER_MM);
	}
	g_string_append(out, stands[manner->stand]);
	g_string_append(out, manner->hidden ? "hidden " : "");
	g_string_append(out, manner->body ? "body " : "");
	g_string_append(out, manner->beside_above ? "beside above " : "");
}
