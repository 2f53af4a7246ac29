#include "compose/type_scale.h"

#include <math.h>
#include <stdint.h>

/* Lines may come as close as that, em. */
static const double TIGHT_LEADING = 1.15;

static const double SIZE_STEP = 0.5; /* points */

/* Text this near a rule beside it seems to touch it. */
static const double LEAST_ACROSS = 2; /* points */

struct type_scale {
	struct arena *arena;
	struct type_rung rung;
	double floor;
	GHashTable *styles; /* style -> its copy */
	GHashTable *tables; /* style of a table -> its copy */
};

struct type_scale *type_scale_create(
	struct arena *arena, const struct type_rung *rung, double floor)
{
	struct type_scale *scale = arena_new(arena, struct type_scale);
	*scale = (struct type_scale){
		.arena = arena,
		.rung = *rung,
		.floor = floor,
		.styles = g_hash_table_new(NULL, NULL),
		.tables = g_hash_table_new(NULL, NULL),
	};
	return scale;
}

void type_scale_destroy(struct type_scale *scale)
{
	if (scale) {
		g_hash_table_destroy(scale->styles);
		g_hash_table_destroy(scale->tables);
	}
}

/* ---- styles ---- */

static double scaled_size(const struct type_scale *scale, double size)
{
	if (scale->rung.size >= 1) {
		return size;
	}
	double exact = size * scale->rung.size;
	bool lowest = exact < scale->floor + SIZE_STEP / 2;
	return fmin(size, lowest ? scale->floor : round(exact / SIZE_STEP) * SIZE_STEP);
}

static struct style *copy_style(struct type_scale *scale, const struct style *style)
{
	struct style *copy = arena_copy(scale->arena, style, sizeof *style);
	double lines = style->leading / style->size;
	lines -= scale->rung.leading * fmax(0, lines - TIGHT_LEADING);
	copy->size = scaled_size(scale, style->size);
	copy->leading = copy->size * lines;
	double factor = copy->size / style->size;
	double *lengths[] = {&copy->pitch, &copy->indent, &copy->start, &copy->end,
		&copy->before, &copy->after};
	for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
		*lengths[i] *= factor;
	}
	return copy;
}

const struct style *type_scale_style(struct type_scale *scale, const struct style *style)
{
	struct style *copy = g_hash_table_lookup(scale->styles, style);
	if (!copy) {
		copy = copy_style(scale, style);
		g_hash_table_insert(scale->styles, (void *)(uintptr_t)style, copy);
	}
	return copy;
}

static const struct table_style *scaled_table_style(
	struct type_scale *scale, const struct table_style *style)
{
	struct table_style *copy = g_hash_table_lookup(scale->tables, style);
	if (!copy) {
		copy = arena_copy(scale->arena, style, sizeof *style);
		copy->padding_across = fmax(copy->padding_across * scale->rung.across,
			fmin(copy->padding_across, LEAST_ACROSS));
		copy->padding_down *= scale->rung.padding;
		copy->minimum_row *= (1 + scale->rung.padding) / 2 * scale->rung.size;
		g_hash_table_insert(scale->tables, (void *)(uintptr_t)style, copy);
	}
	return copy;
}

/* ---- texts and tables ---- */

const struct text_block *type_scale_text(
	struct type_scale *scale, const struct text_block *text)
{
	struct text_block *copy = arena_copy(scale->arena, text, sizeof *text);
	struct text_run *runs = arena_copy(
		scale->arena, text->runs, text->run_count * sizeof *text->runs);
	for (size_t i = 0; i < text->run_count; i++) {
		runs[i].style = type_scale_style(scale, runs[i].style);
	}
	copy->style = type_scale_style(scale, text->style);
	copy->runs = runs;
	return copy;
}

const struct table_block *type_scale_table(
	struct type_scale *scale, const struct table_block *table)
{
	struct table_block *copy = arena_copy(scale->arena, table, sizeof *table);
	copy->style = scaled_table_style(scale, table->style);
	return copy;
}

/* ---- paragraphs ---- */

static void scale_cluster(struct cluster *cluster, double factor)
{
	float *lengths[] = {&cluster->advance, &cluster->trim_start,
		&cluster->shared_start, &cluster->shared_end, &cluster->blank};
	for (size_t i = 0; i < G_N_ELEMENTS(lengths); i++) {
		*lengths[i] = (float)((double)*lengths[i] * factor);
	}
}

static void scale_clusters(struct type_scale *scale, const struct paragraph *paragraph,
	struct paragraph *copy)
{
	int count = paragraph->cluster_count;
	struct cluster *clusters = arena_copy(
		scale->arena, paragraph->clusters, (size_t)count * sizeof *clusters);
	double *edges = arena_new_array(scale->arena, double, count + 1);
	for (int i = 0; i < count; i++) {
		const struct style *style = clusters[i].style;
		clusters[i].style = type_scale_style(scale, style);
		double factor = clusters[i].style->size / style->size;
		scale_cluster(&clusters[i], factor);
		edges[i + 1] = edges[i] +
			       (paragraph->edges[i + 1] - paragraph->edges[i]) * factor;
	}
	copy->clusters = clusters;
	copy->edges = edges;
}

/* Turnover lines begin under the same character. */
static void scale_hang(const struct paragraph *paragraph, struct paragraph *copy)
{
	const struct style *from = paragraph->style;
	const struct style *to = copy->style;
	double factor = to->size / from->size;
	int cluster = paragraph->hang.cluster;
	double before = paragraph->edges[cluster];
	double text = paragraph->hang.x - from->start - from->indent;
	copy->hang.x = to->start + to->indent +
		       text * (before > 0 ? copy->edges[cluster] / before : factor);
	copy->hang.room *= factor;
}

const struct paragraph *type_scale_paragraph(
	struct type_scale *scale, const struct paragraph *paragraph)
{
	struct paragraph *copy = arena_copy(scale->arena, paragraph, sizeof *paragraph);
	copy->style = type_scale_style(scale, paragraph->style);
	scale_clusters(scale, paragraph, copy);
	if (copy->hang.set) {
		scale_hang(paragraph, copy);
	}
	copy->tab.gap *= copy->style->size / paragraph->style->size;
	if (copy->tab.leader) {
		copy->tab.leader = type_scale_paragraph(scale, paragraph->tab.leader);
	}
	return copy;
}
