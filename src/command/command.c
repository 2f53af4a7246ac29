/* The program: finds the command. */
#include "command/command.h"

#include "base/language.h"
#include "command/language.h"

#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(int argc, char **argv);
	const char *summary;
} commands[] = {
	{"build", command_build, N_("把规划排成 PDF")},
	{"check", command_check, N_("检查规划，不写文件")},
	{"layouts", command_layouts, N_("列出可用的版式")},
	{"fonts", command_fonts, N_("列出所用的字体")},
	{"schema", command_schema, N_("印出规划可以写的键")},
	{"init", command_init, N_("写一份待填的规划")},
};

static void print_help(FILE *stream)
{
	fputs(_("用法：jixiao 命令 …\n\n"), stream);
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
		fprintf(stream, "  %-8s  %s\n", commands[i].name, _(commands[i].summary));
	}
	fputs(_("\n“jixiao 命令 --help”说明各命令的选项；“jixiao --version”印出版本。\n"),
		stream);
}

int command_main(int argc, char **argv)
{
	/* Characters of messages and arguments are UTF-8 whatever the machine's locale
	 * says, and numbers keep their point: only the character set is taken from a
	 * locale. */
	if (!setlocale(LC_CTYPE, "C.UTF-8")) {
		setlocale(LC_CTYPE, "");
	}
	/* A limit on file sizes is a failed write like any other, told with its reason.
	 */
	signal(SIGXFSZ, SIG_IGN);
	g_set_prgname("jixiao"); /* commands see their own name as argv[0] */
	if (!language_choose(&argc, argv)) {
		return EXIT_WRONG_USE;
	}
	const char *name = argc > 1 ? argv[1] : "";
	for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
		if (strcmp(name, commands[i].name) == 0) {
			return commands[i].run(argc - 1, argv + 1);
		}
	}
	if (strcmp(name, "--version") == 0) {
		puts("jixiao " JIXIAO_VERSION);
		return EXIT_GOOD;
	}
	if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 ||
		strcmp(name, "help") == 0) {
		print_help(stdout);
		return EXIT_GOOD;
	}
	if (*name) {
		fprintf(stderr, _("jixiao: 没有“%s”这个命令\n"), name);
	}
	print_help(stderr);
	return EXIT_WRONG_USE;
}
