/* Prints a plan with the text of the 30-page measurement. */
#include "bench/thirty_pages_text.h"

#include <stdio.h>

int main(void)
{
	GArray *parts = thirty_pages_text();
	printf("# 测速用的计划：文字由程序生成，没有意义。\n"
	       "单位:\n"
	       "  全称: 共青团澜州市委员会\n"
	       "  简称: 团澜州市委\n"
	       "规划期: 2021-2025\n"
	       "文种: 首轮绩效管理规划\n"
	       "成文日期: 2021-03-18\n"
	       "文档:\n"
	       "  - 版式: first-round-plan\n"
	       "章节:\n");
	for (guint i = 0; i < parts->len; i++) {
		const struct text_part *part = &g_array_index(parts, struct text_part, i);
		const struct text_part *before =
			i > 0 ? &g_array_index(parts, struct text_part, i - 1) : part;
		switch (part->level) {
		case LEVEL_CHAPTER:
			if (part->text[0]) {
				printf("  - 标题: %s\n    章节:\n", part->text);
			}
			break;
		case LEVEL_SECTION:
			printf("      - 标题: %s\n", part->text[0] ? part->text : "完");
			break;
		case LEVEL_BODY:
			if (before->level == LEVEL_SECTION) {
				printf("        正文: |\n");
			}
			printf("          %s\n", part->text);
			break;
		}
	}
	thirty_pages_text_free(parts);
	return 0;
}
