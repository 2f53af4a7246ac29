/* Messages are written in Chinese. Where they are shown they pass through here, and come
 * out in the language that the program was set to (command/language.h): untranslated,
 * unless it is another. */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include <glib.h>

/** The domain of the program's messages, and so the name of their catalogues. */
#define LANGUAGE_DOMAIN "jixiao"

/** A message or a format of one in the language of the run; nothing to free. Formats that
 * diagnostics_*() take are translated there: do not do it twice. */
const char *language_text(const char *chinese) G_GNUC_FORMAT(1);

/** What gettext's tools know a text to be translated by: here and now, or (N_) later,
 * when its table is read. */
#define _(chinese) language_text(chinese)
#define N_(chinese) (chinese)

#endif
