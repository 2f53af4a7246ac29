#include "compose/arrangement.h"

#include <math.h>

static const double GAP = 0.4; /* before the text beside the names, of the type size */

/* A mark being set. */
struct setting {
	const struct measuring *measuring;
	const struct mark_block *block;
	double scale;
	double widest; /* of the names as they come */
	double beside; /* width of the text beside them */
	double size;   /* of the type as it is set */
	double leading;
};

static double natural_width(
	const struct measuring *measuring, const struct text_block *text)
{
	const struct paragraph *paragraph = paragraph_create(measuring->arena,
		measuring->faces, text->style, text->runs, text->run_count);
	return paragraph_widest(paragraph);
}

/* One run, so that all of the name is spread as one. */
static const struct text_block *spread_name(
	const struct setting *setting, const struct text_block *name)
{
	struct text_block *spread =
		arena_copy(setting->measuring->arena, name, sizeof *name);
	struct text_run *runs = arena_copy(
		setting->measuring->arena, name->runs, name->run_count * sizeof *runs);
	if (name->run_count == 1) {
		runs[0].spread = setting->widest / name->style->pitch;
	}
	spread->runs = runs;
	return text_scaled(setting->measuring, spread, setting->scale);
}

static double stack_height(const struct setting *setting)
{
	return (double)(setting->block->name_count - 1) * setting->leading +
	       setting->size;
}

/* How large the mark can be: it keeps to its measure and to the height it is given. */
static void find_scale(struct setting *setting, double width)
{
	const struct mark_block *block = setting->block;
	const struct style *style = block->names[0]->style;
	for (size_t i = 0; i < block->name_count; i++) {
		setting->widest = fmax(setting->widest,
			natural_width(setting->measuring, block->names[i]));
	}
	setting->size = style->size;
	setting->leading = style->leading;
	if (block->beside) {
		setting->beside = natural_width(setting->measuring, block->beside);
	}
	double gap = block->beside ? GAP * style->size : 0;
	double across = text_scale(style, setting->widest + gap + setting->beside, width);
	double down = block->most_height > 0 ? text_scale(style, stack_height(setting),
						       block->most_height)
					     : 1;
	setting->scale = fmin(across, down);
	setting->size *= setting->scale;
	setting->leading *= setting->scale;
}

static double left_edge(const struct setting *setting, double width)
{
	double gap = setting->block->beside ? GAP * setting->size : 0;
	double wanted = (setting->widest + setting->beside) * setting->scale + gap;
	return fmax(0, (width - wanted) / 2);
}

/* The em boxes of the texts fill their lines from the head, so that the first one begins
 * where the block does. */
static double em_top(const struct setting *setting, double y)
{
	return y - (setting->leading - setting->size) / 2;
}

static void set_texts(
	const struct setting *setting, double width, struct arranged_text *texts)
{
	const struct mark_block *block = setting->block;
	double left = left_edge(setting, width);
	for (size_t i = 0; i < block->name_count; i++) {
		texts[i] = (struct arranged_text){
			.text = measure_text(setting->measuring,
				spread_name(setting, block->names[i]), width),
			.x = left,
			.y = em_top(setting, (double)i * setting->leading),
		};
	}
	if (block->beside) {
		double middle = (stack_height(setting) - setting->size) / 2;
		texts[block->name_count] = (struct arranged_text){
			.text = measure_text(setting->measuring,
				text_scaled(setting->measuring, block->beside,
					setting->scale),
				width),
			.x = left + setting->widest * setting->scale +
			     GAP * setting->size,
			.y = em_top(setting, middle),
		};
	}
}

static double ink_top(const struct arranged_text *first)
{
	static const struct line_grid no_grid = {0};
	return first->y + grid_baseline(&no_grid, first->text->text->style) -
	       measured_ink_rise(first->text, 0);
}

struct arrangement *mark_measure(
	const struct measuring *measuring, const struct mark_block *block, double width)
{
	struct setting setting = {.measuring = measuring, .block = block};
	size_t count = block->name_count + (block->beside ? 1 : 0);
	const struct style *style = block->names[0]->style;
	find_scale(&setting, width);
	struct arrangement *mark = arena_new(measuring->arena, struct arrangement);
	mark->texts = arena_new_array(measuring->arena, struct arranged_text, count);
	mark->text_count = (int)count;
	set_texts(&setting, width, mark->texts);
	mark->before = style->before;
	mark->after = style->after;
	mark->ink_top = ink_top(&mark->texts[0]);
	mark->height = stack_height(&setting);
	mark->reach = mark->height;
	return mark;
}
