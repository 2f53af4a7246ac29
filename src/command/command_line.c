/* Arguments of a command. */
#include "base/language.h"
#include "command/command.h"
#include "command/help.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int command_wrong_use(const char *command, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *message = g_strdup_vprintf(language_text(format), arguments);
	va_end(arguments);
	fprintf(stderr, _("jixiao %s: %s\n`jixiao %s --help` 说明用法\n"), command,
		message, command);
	g_free(message);
	return EXIT_WRONG_USE;
}

enum {
	COMMON_MOST = 9
};

static void list_common(
	struct common_options *common, gboolean *help, GOptionEntry *entries)
{
	const GOptionEntry all[COMMON_MOST] = {
		{"layout-path", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->layout_paths,
			N_("先在这个文件夹里找版式"), N_("文件夹")},
		{"font-path", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &common->font_paths,
			N_("先在这个文件夹里找字体"), N_("文件夹")},
		{"lang", 0, 0, G_OPTION_ARG_STRING, &common->language,
			N_("消息的语言：zh_CN 或 en"), N_("语言")},
		{"strict", 0, 0, G_OPTION_ARG_NONE, &common->strict,
			N_("有警告也不算成功"), NULL},
		{"limit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &common->limits,
			N_("改一项限额，如 pages=9000"), N_("名称=值")},
		{"diagnostics", 0, 0, G_OPTION_ARG_STRING, &common->diagnostics,
			N_("消息的样子：human、short 或 json"), N_("样子")},
		{"timings", 0, 0, G_OPTION_ARG_NONE, &common->timings,
			N_("印出各阶段的毫秒数"), NULL},
		{"help", 'h', 0, G_OPTION_ARG_NONE, help, N_("印出这份说明"), NULL},
		{0},
	};
	memcpy(entries, all, sizeof all);
}

static GOptionContext *make_context(
	const struct command_line *line, const GOptionEntry *common)
{
	GOptionContext *context = g_option_context_new(NULL);
	g_option_context_set_help_enabled(context, FALSE);
	if (line->entries) {
		g_option_context_add_main_entries(context, line->entries, NULL);
	}
	g_option_context_add_main_entries(context, common, NULL);
	return context;
}

/* GLib's own messages are in the words of a locale that need not be there. */
static void report_option(const char *command, const GError *error)
{
	const char *option = strstr(error->message, " -");
	if (g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) &&
		option) {
		command_wrong_use(command, "没有%s 这个选项", option);
	} else if (g_str_has_prefix(error->message, "Missing argument for") && option) {
		command_wrong_use(command, "%s 之后缺一个值", option + 1);
	} else {
		command_wrong_use(command, "选项的值不对：%s", error->message);
	}
}

bool command_line_parse(struct command_line *line, int argc, char **argv)
{
	gboolean help = FALSE;
	GError *error = NULL;
	GOptionEntry common[COMMON_MOST];
	list_common(&line->common, &help, common);
	GOptionContext *context = make_context(line, common);
	/* GLib shifts a copy: what argv points to stays the caller's. */
	char **copy = g_strdupv(argv);
	char **rest = g_memdup2(copy, ((gsize)argc + 1) * sizeof *rest);
	bool sound = g_option_context_parse(context, &argc, &rest, &error);
	if (!sound) {
		report_option(line->name, error);
		g_error_free(error);
	} else if (help) {
		help_print(line, common);
		line->asked_help = true;
		sound = false;
	} else {
		line->arguments = g_strdupv(rest + 1);
		line->argument_count = argc - 1;
	}
	g_option_context_free(context);
	g_free(rest);
	g_strfreev(copy);
	return sound;
}

void command_line_finish(struct command_line *line)
{
	g_strfreev(line->common.layout_paths);
	g_strfreev(line->common.font_paths);
	g_strfreev(line->common.limits);
	g_free(line->common.diagnostics);
	g_free(line->common.language);
	g_strfreev(line->arguments);
}
