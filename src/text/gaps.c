#include "text/gaps.h"

#include "text/classes.h"

static bool is_western(const struct cluster *cluster)
{
	return cluster->class == CLASS_LETTER || cluster->class == CLASS_DIGIT ||
	       cluster->class == CLASS_UNIT;
}

/* A digit of full width looks like Han and comes from its face. */
bool gap_is_mixed(const struct cluster *left, const struct cluster *right)
{
	if (left->face == right->face && left->style->face != left->style->latin) {
		return false;
	}
	return (left->class == CLASS_IDEOGRAPH && is_western(right)) ||
	       (is_western(left) && right->class == CLASS_IDEOGRAPH);
}

double gap_after(const struct style *style, const struct cluster *left,
	const struct cluster *right)
{
	bool wanted = style->latin_space > 0 && gap_is_mixed(left, right);
	return wanted ? style->latin_space * style->size : 0;
}
