/* A composed line -> text items: a stretch of one face, size and colour is one item, so
 * that painters set it with one call. Each item keeps which bytes of its text are which
 * glyphs, blanks between words included: what is read back from a page is what was
 * written.
 *
 *     line      |  他 说 ： a b c  d e f   |        first and end leave the edge blanks
 * out items        [仿宋     ][西文     ]
 */
#include "page/leader_items.h"
#include "page/shape_items.h"

/* A line being set, and where its clusters go. */
struct setting {
	struct pages *pages;
	struct page *page;
	const struct paragraph *paragraph;
	const struct line_setting *where;
	const double *x;  /* of each cluster, from the left edge of the measure */
	int first_placed; /* the cluster that x[0] belongs to */
};

static bool is_blank(const struct paragraph *paragraph, int index)
{
	const struct cluster *cluster = &paragraph->clusters[index];
	return g_unichar_isspace(g_utf8_get_char(paragraph->text + cluster->text_offset));
}

static bool is_set(const struct cluster *cluster)
{
	return cluster->face != NULL;
}

static bool same_manner(const struct cluster *left, const struct cluster *right)
{
	const struct colour *left_colour = &left->style->colour;
	const struct colour *right_colour = &right->style->colour;
	return left->face == right->face && left->style->size == right->style->size &&
	       left_colour->red == right_colour->red &&
	       left_colour->green == right_colour->green &&
	       left_colour->blue == right_colour->blue;
}

/* Where a cluster's glyphs begin, from the left edge of the measure. */
static double pen_of(const struct setting *setting, int index)
{
	return setting->x[index - setting->first_placed] -
	       (double)setting->paragraph->clusters[index].trim_start;
}

/* Fills the glyphs of clusters [first, end); places are from the pen of the first. */
static void set_glyphs(const struct setting *setting, int first, int end,
	struct item_glyph *glyphs, struct item_cluster *clusters)
{
	const struct paragraph *paragraph = setting->paragraph;
	double origin = pen_of(setting, first);
	for (int i = first; i < end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		double size = cluster->style->size;
		double pen = pen_of(setting, i) - origin;
		for (int k = 0; k < cluster->glyph_count; k++) {
			const struct glyph *glyph =
				&paragraph->glyphs[cluster->first_glyph + (guint32)k];
			*glyphs++ = (struct item_glyph){
				.id = glyph->id,
				.x = (float)(pen + (double)glyph->x_offset * size),
				.y = (float)(-(double)glyph->y_offset * size),
			};
			pen += (double)glyph->advance * size;
		}
		*clusters++ = (struct item_cluster){
			.text_length = cluster->text_length,
			.glyph_count = cluster->glyph_count,
		};
	}
}

/* Text, glyphs and cluster map in one piece: there are hundreds of thousands of items. */
static void fill_text(
	const struct setting *setting, int first, int end, struct item_text *text)
{
	const struct paragraph *paragraph = setting->paragraph;
	size_t text_length = 0;
	int glyph_count = 0;
	for (int i = first; i < end; i++) {
		text_length += paragraph->clusters[i].text_length;
		glyph_count += paragraph->clusters[i].glyph_count;
	}
	size_t glyphs_size = (size_t)glyph_count * sizeof(struct item_glyph);
	size_t clusters_size = (size_t)(end - first) * sizeof(struct item_cluster);
	char *memory = arena_alloc(
		setting->pages->arena, glyphs_size + clusters_size + text_length + 1);
	struct item_glyph *glyphs = (void *)memory;
	struct item_cluster *clusters = (void *)(memory + glyphs_size);
	char *bytes = memory + glyphs_size + clusters_size;
	set_glyphs(setting, first, end, glyphs, clusters);
	for (int i = first; i < end; i++) {
		const struct cluster *cluster = &paragraph->clusters[i];
		const char *written = paragraph->text + cluster->text_offset;
		for (int k = 0; k < cluster->text_length; k++) {
			*bytes++ = written[k] == '\t' ? ' ' : written[k];
		}
	}
	text->text = memory + glyphs_size + clusters_size;
	text->text_length = text_length;
	text->glyphs = glyphs;
	text->glyph_count = glyph_count;
	text->clusters = clusters;
	text->cluster_count = end - first;
}

static void add_stretch(const struct setting *setting, int first, int end)
{
	const struct line_setting *where = setting->where;
	const struct cluster *cluster = &setting->paragraph->clusters[first];
	double along = pen_of(setting, first);
	struct direction to = turn_direction(where->turn);
	struct item item = {
		.kind = ITEM_TEXT,
		.artifact = where->artifact,
		.node = where->node,
		.element = where->element,
		.colour = cluster->style->colour,
		.place =
			passage_place(&setting->paragraph->passage, cluster->text_offset),
		.text =
			{
				.face = cluster->face,
				.size = cluster->style->size,
				.turn = where->turn,
				.x = where->x + along * to.x,
				.y = where->y + along * to.y,
			},
	};
	fill_text(setting, first, end, &item.text);
	page_add(setting->page, item);
}

static void add_shape(const struct setting *setting, int index)
{
	struct shape shape = {
		.paragraph = setting->paragraph,
		.cluster = index,
		.along = pen_of(setting, index),
	};
	shape_add(setting->pages, setting->page, &shape, setting->where);
}

static void add_stretches(const struct setting *setting, int first, int end)
{
	const struct cluster *clusters = setting->paragraph->clusters;
	while (first < end) {
		if (clusters[first].shape != RUN_TEXT) {
			add_shape(setting, first);
		}
		if (!is_set(&clusters[first])) {
			first++;
			continue;
		}
		int next = first + 1;
		while (next < end && is_set(&clusters[next]) &&
			same_manner(&clusters[first], &clusters[next])) {
			next++;
		}
		add_stretch(setting, first, next);
		first = next;
	}
}

/* What stands before a tab, with a blank for it; the leader; and what stands behind. */
static void add_tabbed(
	const struct setting *setting, const struct line *line, int first, int end)
{
	const struct paragraph *paragraph = setting->paragraph;
	int behind = paragraph->tab.end;
	const double *x = setting->x - setting->first_placed;
	if (first < behind - 1) {
		add_stretches(setting, first, behind);
	}
	if (paragraph->tab.leader) {
		double edge = line->indent + line->room;
		struct leader leader = {
			.paragraph = paragraph,
			.from = x[behind - 1],
			.to = behind < line->end ? x[behind] : edge,
			.edge = edge,
		};
		leader_add(setting->pages, setting->page, &leader, setting->where);
	}
	add_stretches(setting, MAX(first, behind), end);
}

void page_add_line(struct pages *pages, struct page *page,
	const struct paragraph *paragraph, const struct line *line,
	const struct line_setting *where)
{
	int first = line->first;
	int end = line->end;
	while (first < end && is_blank(paragraph, first)) {
		first++;
	}
	while (first < end && is_blank(paragraph, end - 1)) {
		end--;
	}
	if (first == end && !line->tabbed) {
		return;
	}
	double *x = g_new(double, (gsize)(line->end - line->first));
	line_place(paragraph, line, x);
	struct setting setting = {
		.pages = pages,
		.page = page,
		.paragraph = paragraph,
		.where = where,
		.x = x,
		.first_placed = line->first,
	};
	if (line->tabbed) {
		add_tabbed(&setting, line, first, end);
	} else {
		add_stretches(&setting, first, end);
	}
	g_free(x);
}
