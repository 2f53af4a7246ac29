/* What blocks and tables of a layout have in common. */
#ifndef LAYOUT_PARTS_H
#define LAYOUT_PARTS_H

#include "base/length.h"
#include "expr/expr.h"
#include "layout/style.h"

struct layout_block;

/** `xs as x`: for each of a list, under a name. */
struct each_clause {
	const struct expr *list;
	const char *name;
};

struct layout_blocks {
	const struct layout_block *const *list;
	size_t count;
};

enum text_role {
	TEXT_PARAGRAPH,
	TEXT_TITLE,
	TEXT_HEADING,
};

/** What a block of text says beyond its style.
 *
 *     - {text: "抄送：{抄送}。", style: 版记, hang after: "："}
 *     - {text: "附件：1. {名称}", style: 正文, hang after: "：", hang: number}
 *     - {text: "出席：{出席}", style: 正文, hang after: "：", spread: 3字}
 *
 * `hang after`: the lines below a paragraph's first begin under what follows the first
 * occurrence of that string. `hang: number`: under what follows the number with which it
 * begins (1. 1、 （1） ① 一、 （一） ...), or which follows that string. `spread`: the
 * paragraph, or what stands before that string, is set so wide where it is narrower. */
struct text_manner {
	const char *hang_after; /* NULL: not said */
	bool hang_number;
	struct length spread; /* 0: not */
	struct place place;   /* of what is said */
};

/** How a title, a heading or a caption is listed in the contents.
 *
 *     - {title: "{附件.名称}", style: 标题, contents level: 1}
 *     - {heading: "{d.名称}", style: 标题, contents level: 2, contents text: "{d.简称}"}
 *
 * Without a text of its own it is listed as it is printed. */
struct listing_layout {
	int level;                   /* from 1; 0: not listed */
	const struct template *text; /* NULL: as it is printed */
};

struct text_layout {
	enum text_role role;
	int level; /* of a heading, from 1 */
	const struct style *style;
	const struct template *text;
	struct text_manner manner;
	struct listing_layout listing;
};

#endif
