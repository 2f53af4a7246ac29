/* Groups that no line end parts, beyond what two neighbours' classes say (CLREQ leaves
 * them to the implementation; GB/T 15835: a numeral stands on one line). */
#include "text/breaks.h"
#include "text/classes.h"

#include <string.h>

enum {
	NUMERALS_AT_MOST = 6, /* Han numerals that a bracket or quotes keep together */
	UNIT_AT_MOST = 4,     /* letters of a unit after a number and a space */
	DASH_BYTES = 3,       /* of one dash; a cluster of more holds two */
};

struct grouping {
	struct cluster *clusters;
	gunichar *codes; /* first character of each, and 0 at the end */
	int count;
};

static enum character_class class_at(const struct grouping *grouping, int index)
{
	bool inside = index >= 0 && index < grouping->count;
	return inside ? grouping->clusters[index].class : CLASS_IGNORED;
}

static gunichar code_at(const struct grouping *grouping, int index)
{
	return index >= 0 && index < grouping->count ? grouping->codes[index] : 0;
}

static bool is_code_in(gunichar code, const char *set)
{
	return code && g_utf8_strchr(set, -1, code);
}

static void forbid(struct grouping *grouping, int index)
{
	if (index < grouping->count) {
		grouping->clusters[index].break_before = BREAK_NEVER;
	}
}

static void discourage(struct grouping *grouping, int index)
{
	if (index < grouping->count &&
		grouping->clusters[index].break_before == BREAK_ALLOWED) {
		grouping->clusters[index].break_before = BREAK_DISCOURAGED;
	}
}

static bool is_in_number(const struct grouping *grouping, int index)
{
	return class_at(grouping, index) == CLASS_DIGIT ||
	       (is_code_in(code_at(grouping, index), ".,．") &&
		       class_at(grouping, index + 1) == CLASS_DIGIT);
}

/* The end of digits with points and group commas between them. */
static int number_end(struct grouping *grouping, int first)
{
	int end = first + 1;
	while (is_in_number(grouping, end)) {
		forbid(grouping, end++);
	}
	return end;
}

/* Units of several characters are rather not parted: 33公里, 5平方米. */
static void group_unit_word(struct grouping *grouping, int first)
{
	static const char *const words[] = {"公里", "公顷", "公斤", "千米", "千克",
		"平方", "立方", "平方米", "平方公里", "立方米", "人次", "学时", "小时",
		"分钟", "工作日", "千瓦时", "百分点"};
	int longest = 0;
	for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
		int length = 0;
		for (const char *at = words[i];
			*at && code_at(grouping, first + length) == g_utf8_get_char(at);
			at = g_utf8_next_char(at)) {
			length++;
		}
		if (length == (int)g_utf8_strlen(words[i], -1)) {
			longest = MAX(longest, length);
		}
	}
	for (int i = 1; i < longest; i++) {
		discourage(grouping, first + i);
	}
}

/* What follows a number: 年 and 号 never leave it, 万元 rather not. */
static void group_counted(struct grouping *grouping, int first, int end)
{
	if (code_at(grouping, first - 1) == 0x7B2C /* 第 */) {
		forbid(grouping, first);
		forbid(grouping, end);
	}
	if (is_code_in(code_at(grouping, end), "年月日号时分秒度届期级")) {
		forbid(grouping, end);
	}
	while (is_code_in(code_at(grouping, end), "万亿千百")) {
		discourage(grouping, ++end);
	}
	group_unit_word(grouping, end);
}

static bool is_three_digits(const struct grouping *grouping, int first)
{
	int end = first;
	while (class_at(grouping, end) == CLASS_DIGIT) {
		end++;
	}
	return end - first == 3;
}

/* 10 kg; 5 ㎡; 1 234 567 */
static void group_unit(struct grouping *grouping, int end)
{
	if (class_at(grouping, end) != CLASS_SPACE) {
		return;
	}
	if (is_three_digits(grouping, end + 1)) {
		forbid(grouping, end + 1);
	}
	int unit = end + 1;
	while (class_at(grouping, unit) == CLASS_LETTER) {
		unit++;
	}
	int length = unit - end - 1;
	if (length > 0 && length <= UNIT_AT_MOST) {
		forbid(grouping, end + 1);
	}
}

/* 1.项目, 1、项目, but not in 1、2、3 */
static void group_list_number(struct grouping *grouping, int first, int end)
{
	if (is_code_in(code_at(grouping, end), ".．") &&
		class_at(grouping, end + 1) != CLASS_SPACE) {
		forbid(grouping, end + 1);
	}
	bool begins =
		first == 0 || (class_at(grouping, first - 1) == CLASS_STOP &&
				      code_at(grouping, first - 1) != 0x3001 /* 、 */);
	if (code_at(grouping, end) == 0x3001 && begins) {
		forbid(grouping, end + 1);
	}
}

/* Whether a number has a sign before it: -3.5, （－3）, but not 2016-2020, A-3. */
static bool has_sign(const struct grouping *grouping, int number)
{
	enum character_class before = class_at(grouping, number - 2);
	bool joins = before == CLASS_DIGIT || before == CLASS_LETTER ||
		     before == CLASS_UNIT || before == CLASS_CLOSING ||
		     before == CLASS_LATIN_CLOSING;
	return is_code_in(code_at(grouping, number - 1), "-－−") && !joins;
}

static void group_numbers(struct grouping *grouping)
{
	for (int i = 0; i < grouping->count;) {
		if (class_at(grouping, i) != CLASS_DIGIT) {
			i++;
			continue;
		}
		int end = number_end(grouping, i);
		bool signed_before = class_at(grouping, i - 1) == CLASS_SPACE &&
				     class_at(grouping, i - 2) == CLASS_PREFIX;
		if (signed_before || has_sign(grouping, i) ||
			code_at(grouping, i - 1) == 0x3015 /* 〕 */) {
			forbid(grouping, i);
		}
		group_counted(grouping, i, end);
		group_unit(grouping, end);
		group_list_number(grouping, i, end);
		i = end;
	}
}

static bool is_doubled_dash(const struct grouping *grouping, int index)
{
	const struct cluster *cluster = &grouping->clusters[index];
	return cluster->class == CLASS_DASH &&
	       (class_at(grouping, index - 1) == CLASS_DASH ||
		       cluster->text_length > DASH_BYTES ||
		       code_at(grouping, index) == 0x2E3A);
}

/* 5%～8%, 2016-2020, 1：3; 2016—2020 may break behind its dash, at a cost; what follows a
 * doubled dash is no range. */
static void group_ranges(struct grouping *grouping)
{
	for (int i = 1; i < grouping->count; i++) {
		enum character_class before = class_at(grouping, i - 1);
		enum character_class after = class_at(grouping, i + 1);
		bool joins = class_at(grouping, i) == CLASS_CONNECTOR ||
			     code_at(grouping, i) == 0xFF1A /* ： */;
		if (is_doubled_dash(grouping, i) && after == CLASS_DIGIT) {
			grouping->clusters[i + 1].break_before = BREAK_ALLOWED;
		}
		if (joins && (before == CLASS_DIGIT || before == CLASS_UNIT) &&
			(after == CLASS_DIGIT || after == CLASS_PREFIX)) {
			forbid(grouping, i + 1);
		}
	}
}

static bool is_numeral(const struct grouping *grouping, int index)
{
	return class_at(grouping, index) == CLASS_DIGIT ||
	       character_is_han_numeral(code_at(grouping, index));
}

static int numerals_end(const struct grouping *grouping, int first)
{
	int end = first;
	while (end - first < NUMERALS_AT_MOST &&
		(is_numeral(grouping, end) ||
			(end > first && class_at(grouping, end) == CLASS_MID_DOT))) {
		end++; /* “一二·九” too */
	}
	return end;
}

/* （一）概述, “十四五”, and 国办发〔2017〕 rather whole too */
static void group_bracketed(struct grouping *grouping)
{
	for (int i = 0; i < grouping->count; i++) {
		if (class_at(grouping, i) != CLASS_OPENING &&
			class_at(grouping, i) != CLASS_LATIN_OPENING) {
			continue;
		}
		int end = numerals_end(grouping, i + 1);
		bool closed = class_at(grouping, end) == CLASS_CLOSING ||
			      class_at(grouping, end) == CLASS_LATIN_CLOSING;
		if (!closed || end == i + 1) {
			continue;
		}
		for (int inner = i + 1; inner < end; inner++) {
			forbid(grouping, inner);
		}
		if (is_code_in(code_at(grouping, i), "（(")) {
			forbid(grouping, end + 1);
		}
		if (code_at(grouping, i) == 0x3014 /* 〔 */) {
			discourage(grouping, i);
		}
	}
}

/* 第十二条, 二〇二六年 rather whole, with what they count. */
static void group_han_numerals(struct grouping *grouping)
{
	for (int i = 0; i < grouping->count; i++) {
		bool ordinal = code_at(grouping, i) == 0x7B2C /* 第 */;
		int first = i + ordinal;
		int end = numerals_end(grouping, first);
		bool year = end - first == 4 && code_at(grouping, end) == 0x5E74 /* 年 */;
		if (end == first || !(ordinal || year)) {
			continue;
		}
		for (int inner = i + 1; inner <= end; inner++) {
			discourage(grouping, inner);
		}
		i = end - 1;
	}
}

/* ①概述 numbers what follows; a note's 概述① is behind what it notes, before a mark or
 * the end. */
static void group_circled(struct grouping *grouping)
{
	for (int i = 0; i < grouping->count; i++) {
		gunichar code = code_at(grouping, i);
		if (code < 0x2460 || code > 0x24FF) {
			continue;
		}
		enum character_class after = class_at(grouping, i + 1);
		bool note = i + 1 == grouping->count || after == CLASS_STOP ||
			    after == CLASS_CLOSING;
		forbid(grouping, note ? i : i + 1);
	}
}

/* 一、总体要求, 十二、总体要求 at the beginning */
static void group_headed(struct grouping *grouping)
{
	int end = numerals_end(grouping, 0);
	if (end > 0 && code_at(grouping, end) == 0x3001 /* 、 */) {
		for (int i = 1; i <= end + 1; i++) {
			forbid(grouping, i);
		}
	}
}

static bool is_address(const struct grouping *grouping, int first, int end)
{
	static const gunichar scheme[] = {':', '/', '/'};
	static const gunichar host[] = {'w', 'w', 'w', '.'};
	for (int i = first; i + 3 <= end; i++) {
		if (memcmp(&grouping->codes[i], scheme, sizeof scheme) == 0) {
			return true;
		}
	}
	return end - first > 4 && memcmp(&grouping->codes[first], host, sizeof host) == 0;
}

static void open_addresses(struct grouping *grouping)
{
	for (int i = 0; i < grouping->count;) {
		int end = i;
		while (code_at(grouping, end) > ' ' && code_at(grouping, end) < 0x7F) {
			end++;
		}
		if (end > i && is_address(grouping, i, end)) {
			for (int k = i + 1; k < end; k++) {
				bool between =
					code_at(grouping, k - 1) == '/' &&
					class_may_start_line(class_at(grouping, k));
				grouping->clusters[k].break_before =
					between ? BREAK_ALLOWED : BREAK_NEVER;
			}
		}
		i = MAX(end, i + 1);
	}
}

void breaks_group(const char *text, struct cluster *clusters, int count)
{
	struct grouping grouping = {clusters, g_new0(gunichar, (gsize)count + 1), count};
	for (int i = 0; i < count; i++) {
		grouping.codes[i] = g_utf8_get_char(text + clusters[i].text_offset);
	}
	group_numbers(&grouping);
	group_ranges(&grouping);
	group_bracketed(&grouping);
	group_han_numerals(&grouping);
	group_circled(&grouping);
	group_headed(&grouping);
	open_addresses(&grouping);
	g_free(grouping.codes);
}
