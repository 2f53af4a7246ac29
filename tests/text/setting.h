/* What the tests of text share: free faces in the roles of a document, and a place. */
#ifndef TESTS_TEXT_SETTING_H
#define TESTS_TEXT_SETTING_H

#include "base/diagnostics.h"
#include "text/paragraph.h"

#include <glib.h>

struct setting {
	struct arena *arena;
	struct diagnostics *diagnostics;
	struct faces *faces;
	const struct source *source;
};

/** FandolFang as 仿宋, FandolSong:Bold as 粗, FandolKai as 楷体, Noto Serif CJK SC as
 * 宋体 and fallback, Liberation Serif as 西文. Ends the program where a face is not
 * there. */
struct setting setting_create(void);
void setting_destroy(struct setting *setting);

/** The folders of the tests' faces: fonts/ and the packages' ones. */
const char *const *setting_folders(struct arena *arena);

/** The report at an index as `severity code line:column message`. */
char *setting_report(const struct setting *setting, guint index);

/** A style of 10 pt: 仿宋, 西文, emphasis in 粗; justified, without indents. */
struct style setting_style(void);

/** A paragraph of one run at 1:1 of the source. */
const struct paragraph *setting_paragraph(
	struct setting *setting, const struct style *style, const char *text);

/** The text of the lines for a measure, `|` between them, `!` behind one that an
 * emergency broke. */
char *setting_lines(
	struct setting *setting, const struct paragraph *paragraph, double measure);

/** The text with `|` where a line may break, `_` where that is discouraged. */
char *setting_breaks(struct setting *setting, const struct paragraph *paragraph);

/** The advances of the clusters in em of the style, two places at most, a blank between.
 */
char *setting_widths(struct setting *setting, const struct paragraph *paragraph);

/** A cluster a line: `text class advance/trim_start` in em of the style, face. */
char *setting_clusters(struct setting *setting, const struct paragraph *paragraph);

#endif
