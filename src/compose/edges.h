/* Edges of tracks, which are the columns or the rows of a table, under spans that ask for
 * room: the least places are longest paths, slack is spread out between these and the
 * latest ones. Plain numbers. */
#ifndef COMPOSE_EDGES_H
#define COMPOSE_EDGES_H

/** Tracks [first, end) are at least this long together. */
struct edge_span {
	int first;
	int end;
	double least;
};

struct edge_task {
	const struct edge_span *spans; /* by their ends: edges_sort() */
	int span_count;
	int track_count;
};

/** What a track would like to be, and how readily it becomes something else (more than
 * 0). */
struct edge_wish {
	double length;
	double weight;
};

/** Puts spans in the order of their ends. */
void edges_sort(struct edge_span *spans, int span_count);

/** Finds the earliest places of all track_count + 1 edges, the first at 0. Gives the
 * place of the last one: the least length of all tracks. */
double edges_least(const struct edge_task *task, double *edges);

/** Moves edges from where they are to where every span has its room, the first at 0 and
 * the last at `total` (edges_least() or more); then near to the wishes, that is the sum
 * of (length - wish)^2 / weight is made small by a bounded number of sweeps. */
void edges_spread(const struct edge_task *task, double total,
	const struct edge_wish *wishes, double *edges);

#endif
