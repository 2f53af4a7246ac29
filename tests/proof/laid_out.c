#include "laid_out.h"

#include "compose/compose.h"

#include <glib/gstdio.h>
#include <unistd.h>

static char *write_plan(const char *plan)
{
	char *path = NULL;
	int file = g_file_open_tmp("proof-XXXXXX.yaml", &path, NULL);
	assert_true(file >= 0);
	close(file);
	assert_true(g_file_set_contents(path, plan, -1, NULL));
	return path;
}

struct laid_out laid_out_begin(const char *plan)
{
	const struct command_line line = {.name = "check"};
	struct laid_out laid_out = {.session = session_create(&line)};
	struct session *session = laid_out.session;
	assert_non_null(session);
	char *path = write_plan(plan);
	const struct session_plan *loaded =
		session_load(session, path, &(struct load_options){0});
	g_remove(path);
	g_free(path);
	if (!loaded || loaded->document_count != 1) {
		diagnostics_print(session->diagnostics, DIAGNOSTIC_HUMAN, stderr);
		fail_msg("the plan cannot be laid out");
		abort();
	}
	laid_out.layout = loaded->documents[0].layout;
	laid_out.faces = session_faces(session, &laid_out.layout->faces);
	laid_out.pages = compose(loaded->documents[0].document, laid_out.faces,
		&session->limits, session->diagnostics);
	assert_non_null(laid_out.pages);
	assert_false(diagnostics_failed(session->diagnostics));
	laid_out.reports = diagnostics_count(session->diagnostics);
	return laid_out;
}

void laid_out_end(struct laid_out *laid_out)
{
	pages_destroy(laid_out->pages);
	faces_destroy(laid_out->faces);
	diagnostics_destroy(laid_out->session->diagnostics);
	arena_destroy(laid_out->session->arena);
}

const struct proof_report *laid_out_prove(struct laid_out *laid_out)
{
	return proof_pages(laid_out->session->arena, laid_out->pages, laid_out->layout,
		laid_out->faces, laid_out->session->diagnostics);
}

bool laid_out_found(const struct laid_out *laid_out, const char *rule)
{
	char *quoted = g_strdup_printf("“%s”", rule);
	const char *found = strstr(laid_out_reports(laid_out), quoted);
	g_free(quoted);
	return found != NULL;
}

const char *laid_out_reports(const struct laid_out *laid_out)
{
	const struct diagnostics *diagnostics = laid_out->session->diagnostics;
	GString *text = arena_text(laid_out->session->arena);
	for (guint i = laid_out->reports; i < diagnostics_count(diagnostics); i++) {
		g_string_append_printf(
			text, "%s\n", diagnostics_get(diagnostics, i)->message);
	}
	return text->str;
}

/* A paragraph of Han characters alone fills its lines cell by cell; the other kind has
 * figures and marks. */
char *laid_out_notice(const char *plan_lines, const char *notice_lines, int paragraphs)
{
	static const char *const texts[] = {
		"    各处室要对照规划确定的目标和分工逐项写明数量时限和经办人送办公室汇总"
		"执行中需要调整指标的应当说明理由并附测算依据经领导小组同意后方可变更"
		"有关情况由办公室按季度汇总报告并在馆务会议上通报执行结果\n",
		"    各单位要在4月20日前完成2021年度实施清单，并将有关情况报送市绩效考评"
		"办公室；确有困难的，须在3个工作日内书面说明。\n",
	};
	GString *plan = g_string_new(NULL);
	g_string_append_printf(plan,
		"单位: {全称: 霁川市档案馆}\n"
		"文种: 通知\n"
		"发文字号: 霁档〔2021〕18号\n"
		"%s"
		"文档: [{版式: official-document}]\n"
		"抄送: 市绩效考评办公室，各区、县档案馆。\n"
		"印发机关: 霁川市档案馆办公室\n"
		"印发日期: 2021-03-31\n"
		"通知:\n"
		"  标题: 关于印发《绩效管理总体规划（2021—2025年）》的通知\n"
		"  主送: 各处室、信息技术中心\n"
		"  成文日期: 2021-03-30\n"
		"  正文: |\n",
		plan_lines);
	for (int i = 0; i < paragraphs; i++) {
		g_string_append(plan, texts[i % 2]);
	}
	g_string_append(plan, notice_lines);
	return g_string_free(plan, FALSE);
}
