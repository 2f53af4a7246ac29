/* What layouts and documents share about copies: what a draft or a filing copy shows
 * besides the document. Nothing of it moves a line. */
#ifndef LAYOUT_COPY_MARKS_H
#define LAYOUT_COPY_MARKS_H

#include "layout/style.h"

/** The place of the filing stamp (归档章) on the first page, centred on the sheet: DA/T
 * 22-2015. Lengths in points. */
struct filing_stamp {
	double width; /* 0: there is none */
	double height;
	double top;            /* from the sheet's head */
	struct colour outline; /* in which the place is shown */
};

#endif
