/* Words that layouts and documents share about blocks. */
#ifndef LAYOUT_BLOCK_MANNER_H
#define LAYOUT_BLOCK_MANNER_H

/** When a block stands in the document: some have two places. */
enum block_stand {
	STANDS_ALWAYS,
	STANDS_USUALLY, /* not where the first page would be left without body text */
	STANDS_CROWDED, /* only there */
};

/** Which way up a table stands. */
enum table_turn {
	TABLE_UPRIGHT,
	TABLE_TURNED,      /* a quarter to the left, on pages of its own */
	TABLE_TURNED_WIDE, /* so where its columns would be too narrow upright */
};

enum signature_kind {
	SIGNATURE_PLAIN,   /* neither seal nor stamp: GB/T 9704-2012 7.3.5.2 */
	SIGNATURE_SEALED,  /* 7.3.5.1 */
	SIGNATURE_STAMPED, /* a stamp of the signatory's name: 7.3.5.3 */
};

#endif
