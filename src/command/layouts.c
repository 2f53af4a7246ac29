/* jixiao layouts: which layouts there are. */
#include "base/language.h"
#include "command/session.h"

#include <stdio.h>

static const char *or_dash(const char *text)
{
	return text ? text : "—";
}

static void print_layouts(struct session *session, char **operands)
{
	(void)operands;
	GPtrArray *headers =
		layout_list(session->arena, &session->layouts, session->diagnostics);
	for (guint i = 0; i < headers->len; i++) {
		const struct layout_header *header = g_ptr_array_index(headers, i);
		printf("%s  %s%s\n", header->name, or_dash(header->title),
			header->complete ? "" : _("（供继承）"));
		printf(_("    机关：%s  年度：%s  版本：%s\n"), or_dash(header->organ),
			or_dash(header->year), or_dash(header->version));
		printf(_("    来源：%s\n    文件：%s\n"), or_dash(header->source),
			header->path);
	}
	session_stage(session, "layouts");
}

int command_layouts(int argc, char **argv)
{
	struct command_line line = {
		.name = argv[0],
		.usage = "",
		.summary = N_("列出可用的版式。"),
	};
	const struct session_task task = {0, 0, N_("不需要文件名"), print_layouts};
	return session_run(&line, argc, argv, &task);
}
