/* Classes of characters: what decides where a line may break and which face sets them. */
#ifndef TEXT_CLASSES_H
#define TEXT_CLASSES_H

#include <glib.h>
#include <stdbool.h>

enum character_class {
	CLASS_IDEOGRAPH, /* and kana, ①, full-width letters: anything that fills a cell */
	CLASS_OPENING,   /* （ “ 《 〔 */
	CLASS_CLOSING,   /* ） ” 》 〕 */
	CLASS_STOP,      /* 。 ， 、 ； ： ？ ！ */
	CLASS_MID_DOT,   /* · */
	CLASS_DASH,      /* — */
	CLASS_ELLIPSIS,      /* … */
	CLASS_CONNECTOR,     /* ～ - – */
	CLASS_SOLIDUS,       /* / */
	CLASS_LETTER,        /* Latin, Greek, Cyrillic, and ASCII signs that join words */
	CLASS_DIGIT,         /* 0 to 9, of either width */
	CLASS_UNIT,          /* after a number: % ‰ ℃ ㎡ ² */
	CLASS_PREFIX,        /* before a number: ￥ $ № ≥ ± */
	CLASS_LATIN_OPENING, /* ( [ { */
	CLASS_LATIN_CLOSING, /* ) ] } */
	CLASS_LATIN_STOP,    /* . , : ; ? ! */
	CLASS_SPACE,         /* between words, not set at the edges of a line */
	CLASS_BLANK,         /* U+3000: a blank cell, set everywhere */
	CLASS_GLUE,          /* no-break space */
	CLASS_SYMBOL,        /* □ → ※ */
	CLASS_COMBINING,     /* belongs to the character before it */
	CLASS_IGNORED,       /* controls: set as nothing */
};

/** Which of a style's two faces sets a character. */
enum face_side {
	SIDE_HAN,
	SIDE_LATIN,
	SIDE_HAN_ELSE_LATIN, /* signs: whichever face has them */
	SIDE_LATIN_ELSE_HAN,
	SIDE_BY_NEIGHBOUR, /* “ ” ‘ ’ — … ·: Han beside Han, else Latin */
};

struct character_kind {
	guint8 class;
	guint8 side;
};

/** What a character is by itself. */
struct character_kind character_kind(gunichar character);

/** A class's name, as dumps show it. */
const char *character_class_name(enum character_class class);

/** Marks that may not begin (GB/T 15834-2011 5.1, CLREQ) or end a line. */
bool class_may_start_line(enum character_class class);
bool class_may_end_line(enum character_class class);

/** Of the kind that Western text is made of: letters, digits and what stands with them.
 */
bool class_is_western(enum character_class class);

/** A Han numeral: 〇 to 九, 十, 百, 千, 零, 两. */
bool character_is_han_numeral(gunichar character);

#endif
