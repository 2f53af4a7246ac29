/* The memory of one stage: everything a stage makes lives in its arena and goes with it.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <glib.h>
#include <stddef.h>

struct arena;

/** A new, empty arena; end it with arena_destroy(). Running out of memory ends the
 * program. */
struct arena *arena_create(void);

/** Frees the arena with all that it holds, owned objects last come first; accepts NULL.
 */
void arena_destroy(struct arena *arena);

/** Zeroed memory of that many bytes (none too gets an address), aligned for any type;
 * lives as long as the arena. */
void *arena_alloc(struct arena *arena, size_t size);

/** Zeroed memory for an array; the product is checked for overflow. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

/** A zeroed object of a type, and a zeroed array of a type. */
#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_new_array(arena, type, count)                                              \
	((type *)arena_alloc_array((arena), (size_t)(count), sizeof(type)))

/** A copy of a string, or of its first bytes, always ended by NUL. */
char *arena_copy_string(struct arena *arena, const char *text);
char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length);

/** A copy of an array of plain values. */
void *arena_copy(struct arena *arena, const void *bytes, size_t length);

/** A formatted string, printf's way. */
char *arena_printf(struct arena *arena, const char *format, ...) G_GNUC_PRINTF(2, 3);

/** Hands an object over: it is destroyed with the arena, while the arena's memory is
 * still there. */
void arena_own(struct arena *arena, void *object, GDestroyNotify destroy);

/** A growing array of pointers, of zeroed values, a string table (keys not copied) or a
 * text, owned by the arena: never free them yourself; the elements are not freed. */
GPtrArray *arena_pointers(struct arena *arena);
GArray *arena_values(struct arena *arena, size_t element_size);
GHashTable *arena_table(struct arena *arena);
GString *arena_text(struct arena *arena);

#endif
