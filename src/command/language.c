#include "command/language.h"

#include "base/language.h"
#include "command/program_folder.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define OPTION "--lang"
#define CATALOGUE "en/LC_MESSAGES/" LANGUAGE_DOMAIN ".mo"

/* How many arguments an option at a place takes up, and its value; 0: it is another. */
static int option_at(char **arguments, const char **value)
{
	const char *option = arguments[0];
	if (strcmp(option, OPTION) == 0) {
		*value = arguments[1];
		return arguments[1] ? 2 : 1;
	}
	if (g_str_has_prefix(option, OPTION "=")) {
		*value = option + strlen(OPTION "=");
		return 1;
	}
	return 0;
}

/* What the last --lang says; NULL: there is none, or nothing after it. */
static const char *language_asked(char **argv)
{
	const char *asked = NULL;
	for (char **at = argv; *at && strcmp(*at, "--") != 0; at++) {
		option_at(at, &asked);
	}
	return asked;
}

static void drop_leading(int *argc, char **argv)
{
	const char *value = NULL;
	for (int taken; *argc > 1 && (taken = option_at(argv + 1, &value)) > 0;) {
		*argc -= taken;
		memmove(argv + 1, argv + 1 + taken, (size_t)*argc * sizeof *argv);
	}
}

/* Whether a locale's name is one of a language: `en`, `en_GB.UTF-8`. */
static bool is_of(const char *locale, const char *language)
{
	size_t length = strlen(language);
	return strncmp(locale, language, length) == 0 && !g_ascii_isalnum(locale[length]);
}

static bool locale_is_english(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
		const char *locale = g_getenv(names[i]);
		if (locale && *locale) {
			return is_of(locale, "en");
		}
	}
	return false;
}

/* gettext translates for no locale "C", and English ones need not be installed: the one
 * of bare UTF-8 is part of the C library, and LANGUAGE names the catalogue then. */
static void speak_english(void)
{
	static const char *const places[] = {"po", "../share/locale", NULL};
	char *folder = program_folder(places, CATALOGUE);
	if (folder && setlocale(LC_MESSAGES, "C.UTF-8")) {
		g_setenv("LANGUAGE", "en", TRUE);
		bindtextdomain(LANGUAGE_DOMAIN, folder);
		bind_textdomain_codeset(LANGUAGE_DOMAIN, "UTF-8");
	}
	g_free(folder);
}

bool language_choose(int *argc, char **argv)
{
	const char *asked = language_asked(argv + 1);
	if (asked ? is_of(asked, "en") : locale_is_english()) {
		speak_english();
	} else if (asked && !is_of(asked, "zh")) {
		if (locale_is_english()) {
			speak_english();
		}
		fprintf(stderr, _("jixiao: --lang 应是 zh_CN 或 en，写的是“%s”\n"),
			asked);
		return false;
	}
	drop_leading(argc, argv);
	return true;
}
