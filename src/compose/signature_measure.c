#include "compose/arrangement.h"

#include <math.h>

/* Distances in characters of the text. */
static const double PLAIN_RIGHT = 2;   /* 7.3.5.2 */
static const double DATE_FURTHER = 2;  /* 7.3.5.2 */
static const double SEALED_RIGHT = 4;  /* 7.3.5.1 */
static const double STAMPED_RIGHT = 4; /* 7.3.5.3 */
static const double POST_BEFORE = 2;   /* 7.3.5.3 */

/* And in lines. */
static const double STAMP_BLANKS = 2; /* 7.3.5.3 */

/* Both texts lie a little below the seal's centre (7.3.5.1): so far, in lines, from the
 * head of the name's line. */
static const double SEAL_CENTRE = 0.25;

static const double SEAL_GAP = 2 * POINTS_PER_MM; /* seals must not touch (7.3.5.1) */

enum {
	SEALS_IN_ROW = 3 /* more were never allowed: GB/T 9704-1999 8.2.7 */
};

/* A signature being set. */
struct setting {
	const struct measuring *measuring;
	const struct signature_block *block;
	struct measured **names; /* of the signatories */
	struct measured *date;   /* NULL: none */
	GArray *texts;           /* struct arranged_text */
	GArray *seals;           /* struct seal_place */
	double width;
	double row;
	double character;
	double foot;  /* of the texts that stand so far */
	double reach; /* and of the seals */
};

static double text_width(const struct measured *text)
{
	double width = 0;
	for (int i = 0; text && i < text->line_count; i++) {
		width = fmax(width, text->lines[i].width);
	}
	return width;
}

static double text_rows(const struct setting *setting, const struct measured *text)
{
	return text ? text->line_count * setting->row : 0;
}

static void add_text(struct setting *setting, struct measured *text, double x, double y)
{
	struct arranged_text arranged = {text, x, y};
	g_array_append_val(setting->texts, arranged);
	setting->foot = fmax(setting->foot, y + text_rows(setting, text));
}

/* ---- neither seal nor stamp ---- */

static double widest_name(const struct setting *setting)
{
	double widest = 0;
	for (size_t i = 0; i < setting->block->signatory_count; i++) {
		widest = fmax(widest, text_width(setting->names[i]));
	}
	return widest;
}

/* The names begin under each other, the widest of them ends at the edge; so do names that
 * are shorter than what the date needs. */
static void set_plain(struct setting *setting)
{
	double right = setting->width - PLAIN_RIGHT * setting->character;
	double further = DATE_FURTHER * setting->character;
	double date_width = text_width(setting->date);
	double name_width = widest_name(setting);
	bool short_name = date_width > name_width;
	double start = short_name ? right - date_width - further : right - name_width;
	double y = setting->row;
	start = fmax(0, start);
	for (size_t i = 0; i < setting->block->signatory_count; i++) {
		add_text(setting, setting->names[i], start, y);
		y += text_rows(setting, setting->names[i]);
	}
	if (setting->date) {
		bool alone = setting->block->signatory_count == 0;
		double x = alone ? right - date_width : start + further;
		add_text(setting, setting->date,
			fmax(0, fmin(x, setting->width - date_width)), y);
	}
}

/* ---- seals ---- */

/* Organs with seals, in rows that end at the right. */
struct seal_rows {
	int in_row;
	double step;   /* from one seal's centre to the next */
	double last;   /* centre of the rightmost ones */
	double pitch;  /* from one row of seals to the next */
	double blanks; /* lines above the first names, as a height */
};

static double largest_seal(const struct setting *setting)
{
	double largest = 0;
	for (size_t i = 0; i < setting->block->signatory_count; i++) {
		largest = fmax(largest, setting->block->signatories[i].seal);
	}
	return largest;
}

static double whole_rows(const struct setting *setting, double height)
{
	return ceil((height - LENGTH_TOLERANCE) / setting->row) * setting->row;
}

static struct seal_rows arrange_seals(const struct setting *setting)
{
	double seal = largest_seal(setting);
	double name = widest_name(setting);
	double half = fmax(seal, name) / 2;
	double date = text_width(setting->date);
	double middle = setting->width - SEALED_RIGHT * setting->character - date / 2;
	struct seal_rows rows = {
		.in_row = 1,
		.step = fmax(seal + SEAL_GAP, name + setting->character),
		.last = fmin(middle, setting->width - half),
		.pitch = whole_rows(setting, seal + SEAL_GAP),
		.blanks = fmax(setting->row,
			whole_rows(setting, seal / 2 - SEAL_CENTRE * setting->row)),
	};
	while (rows.in_row < SEALS_IN_ROW &&
		rows.last - rows.in_row * rows.step - half >= -LENGTH_TOLERANCE) {
		rows.in_row++;
	}
	return rows;
}

/* The place of an organ: the last one ends its row, and rows are full from the first on.
 */
static void set_sealed(struct setting *setting)
{
	struct seal_rows rows = arrange_seals(setting);
	int count = (int)setting->block->signatory_count;
	double y = rows.blanks;
	for (int i = 0; i < count; i++) {
		int first = i / rows.in_row * rows.in_row;
		int from_right = MIN(first + rows.in_row, count) - 1 - i;
		double centre = rows.last - from_right * rows.step;
		double diameter = setting->block->signatories[i].seal;
		y = rows.blanks + first / rows.in_row * rows.pitch;
		add_text(setting, setting->names[i], centre - setting->width / 2, y);
		struct seal_place seal = {
			centre, y + SEAL_CENTRE * setting->row, diameter, diameter, true};
		g_array_append_val(setting->seals, seal);
		setting->reach = fmax(setting->reach, seal.y + diameter / 2);
	}
	if (setting->date) {
		double below = count ? text_rows(setting, setting->names[count - 1]) : 0;
		add_text(setting, setting->date,
			rows.last - text_width(setting->date) / 2, y + below);
	}
}

/* ---- stamps ---- */

static void set_stamped(struct setting *setting)
{
	const struct signature_block *block = setting->block;
	double right = setting->width - STAMPED_RIGHT * setting->character;
	double left = right - block->stamp_width;
	double y = STAMP_BLANKS * setting->row;
	for (size_t i = 0; i < block->signatory_count; i++) {
		struct measured *post = setting->names[i];
		double middle = y + block->stamp_height / 2;
		double x = left - POST_BEFORE * setting->character - text_width(post);
		struct seal_place stamp = {(left + right) / 2, middle, block->stamp_width,
			block->stamp_height, false};
		g_array_append_val(setting->seals, stamp);
		add_text(
			setting, post, fmax(0, x), middle - text_rows(setting, post) / 2);
		setting->foot = fmax(setting->foot, y + block->stamp_height);
		y += whole_rows(setting, block->stamp_height + setting->row);
	}
	if (setting->date) {
		double top = whole_rows(setting, setting->foot) + setting->row;
		add_text(setting, setting->date, right - text_width(setting->date), top);
	}
}

/* ---- the whole ---- */

/* A name too long for one line is broken into lines of like lengths between its words;
 * over a seal they are centred. */
static const struct text_block *name_text(
	const struct setting *setting, const struct text_block *name)
{
	struct arena *arena = setting->measuring->arena;
	struct text_block *text = arena_copy(arena, name, sizeof *name);
	struct text_run *runs =
		arena_copy(arena, name->runs, name->run_count * sizeof *runs);
	struct style *style = arena_copy(arena, name->style, sizeof *style);
	style->balanced = true;
	if (setting->block->kind == SIGNATURE_SEALED) {
		style->align = ALIGN_CENTRE;
	}
	for (size_t i = 0; i < name->run_count; i++) {
		runs[i].style = runs[i].style == name->style ? style : runs[i].style;
	}
	text->style = style;
	text->runs = runs;
	return text;
}

static void measure_texts(struct setting *setting)
{
	const struct signature_block *block = setting->block;
	setting->names = arena_new_array(
		setting->measuring->arena, struct measured *, block->signatory_count);
	for (size_t i = 0; i < block->signatory_count; i++) {
		setting->names[i] = measure_text(setting->measuring,
			name_text(setting, block->signatories[i].name), setting->width);
	}
	if (block->date) {
		setting->date =
			measure_text(setting->measuring, block->date, setting->width);
	}
}

static void set_kind(struct setting *setting)
{
	switch (setting->block->kind) {
	case SIGNATURE_PLAIN:
		set_plain(setting);
		break;
	case SIGNATURE_SEALED:
		set_sealed(setting);
		break;
	case SIGNATURE_STAMPED:
		set_stamped(setting);
		break;
	}
}

struct arrangement *signature_measure(const struct measuring *measuring,
	const struct signature_block *block, double width, double row)
{
	const struct text_block *first =
		block->signatory_count ? block->signatories[0].name : block->date;
	struct setting setting = {
		.measuring = measuring,
		.block = block,
		.texts = arena_values(measuring->arena, sizeof(struct arranged_text)),
		.seals = arena_values(measuring->arena, sizeof(struct seal_place)),
		.width = width,
		.row = row,
		.character = first->style->pitch,
	};
	measure_texts(&setting);
	set_kind(&setting);
	struct arrangement *signature = arena_new(measuring->arena, struct arrangement);
	*signature = (struct arrangement){
		.texts = (struct arranged_text *)(void *)setting.texts->data,
		.text_count = (int)setting.texts->len,
		.seals = (const struct seal_place *)(const void *)setting.seals->data,
		.seal_count = (int)setting.seals->len,
		.outlined = block->outlined,
		.outline = block->outline,
		.on_rows = true,
		.height = setting.foot,
		.reach = fmax(setting.foot, setting.reach),
	};
	return signature;
}
