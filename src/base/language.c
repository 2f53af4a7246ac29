#include "base/language.h"

#include <libintl.h>

const char *language_text(const char *chinese)
{
	/* Of the empty text a catalogue has its own head. */
	return *chinese ? dgettext(LANGUAGE_DOMAIN, chinese) : chinese;
}
