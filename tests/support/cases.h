/* What a test of a stage needs: memory, a place for reports, files made of strings, and
 * numbers at random that can be had again. Include this instead of cmocka's header. */
#ifndef SUPPORT_CASES_H
#define SUPPORT_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diagnostics.h"
#include "base/limits.h"

#include <stdlib.h>
#include <string.h>

struct bench {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct limits limits;
};

/** An empty bench with the default limits. */
struct bench bench_begin(void);

/** Frees what the bench holds. */
void bench_end(struct bench *bench);

/** A file `plan.yaml` of a string, or of bytes. */
const struct source *bench_source(struct bench *bench, const char *text);
const struct source *bench_bytes(struct bench *bench, const char *bytes, size_t length);

/** All reports as they print in a style; lives in the bench. */
const char *bench_printed(struct bench *bench, enum diagnostic_style style);

/** Holds all reports, printed short, against the lines expected; a report's line without
 * its message (`plan.yaml:2:1: error[key-duplicate]`) stands for any message. */
void bench_expect(struct bench *bench, const char *expected);

/** Whether a function ends the program by a failed assertion, tried in a child. */
bool case_aborts(void (*function)(void));

/** Numbers at random. The seed is that of JIXIAO_SEED, else of the clock; it is printed,
 * so that a failure can be had again. */
struct random {
	uint64_t state;
};
struct random random_begin(void);
uint64_t random_next(struct random *random);

/** At random: a number from 0 to below `bound`; one string of an array. */
size_t random_below(struct random *random, size_t bound);
const char *random_choice(
	struct random *random, const char *const *choices, size_t count);

#define random_of(random, choices)                                                       \
	random_choice((random), (choices), G_N_ELEMENTS(choices))

#endif
