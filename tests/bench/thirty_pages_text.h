/* The text of the 30-page measurement, made up from a fixed seed: 18,480 characters,
 * about as many different ones as an official document of that length has. */
#ifndef BENCH_THIRTY_PAGES_TEXT_H
#define BENCH_THIRTY_PAGES_TEXT_H

#include <glib.h>

enum text_level {
	LEVEL_CHAPTER,
	LEVEL_SECTION,
	LEVEL_BODY,
};

struct text_part {
	enum text_level level;
	char *text; /* one paragraph or heading */
};

enum {
	THIRTY_PAGES_CHARACTERS = 18480
};

/** The parts in order (struct text_part); the caller frees them with
 * thirty_pages_text_free(). */
GArray *thirty_pages_text(void);
void thirty_pages_text_free(GArray *parts);

#endif
