/* A bump allocator in blocks. Large requests get a block of their own, so that a block is
 * never wasted on them. Under AddressSanitizer each request is a block: overruns show. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <string.h>

enum {
	BLOCK_SIZE = 64 * 1024,
	LARGE_REQUEST = BLOCK_SIZE / 8,
	ALIGNMENT = 16,
};

#if defined(__SANITIZE_ADDRESS__)
enum {
	BLOCK_PER_REQUEST = 1
};
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum {
	BLOCK_PER_REQUEST = 1
};
#else
enum {
	BLOCK_PER_REQUEST = 0
};
#endif
#else
enum {
	BLOCK_PER_REQUEST = 0
};
#endif

struct block {
	struct block *next;
	_Alignas(ALIGNMENT) unsigned char bytes[];
};

struct owned {
	void *object;
	GDestroyNotify destroy;
	struct owned *next;
};

struct arena {
	struct block *blocks;
	struct owned *owned;
	unsigned char *free; /* next free byte of the current small block */
	size_t left;         /* bytes left there */
};

struct arena *arena_create(void)
{
	return g_new0(struct arena, 1);
}

void arena_destroy(struct arena *arena)
{
	if (!arena) {
		return;
	}
	for (struct owned *owned = arena->owned; owned; owned = owned->next) {
		owned->destroy(owned->object);
	}
	for (struct block *block = arena->blocks; block;) {
		struct block *next = block->next;
		g_free(block);
		block = next;
	}
	g_free(arena);
}

static struct block *add_block(struct arena *arena, size_t size)
{
	g_assert(size <= SIZE_MAX - sizeof(struct block));
	struct block *block = g_malloc0(sizeof(struct block) + size);
	block->next = arena->blocks;
	arena->blocks = block;
	return block;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size = size ? size : 1;
	if (BLOCK_PER_REQUEST || size >= LARGE_REQUEST) {
		return add_block(arena, size)->bytes;
	}
	size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
	if (size > arena->left) {
		arena->free = add_block(arena, BLOCK_SIZE)->bytes;
		arena->left = BLOCK_SIZE;
	}
	void *memory = arena->free;
	arena->free += size;
	arena->left -= size;
	return memory;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
	g_assert(size == 0 || count <= SIZE_MAX / size);
	return arena_alloc(arena, count * size);
}

void *arena_copy(struct arena *arena, const void *bytes, size_t length)
{
	void *copy = arena_alloc(arena, length);
	if (length) {
		memcpy(copy, bytes, length);
	}
	return copy;
}

char *arena_copy_bytes(struct arena *arena, const char *bytes, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);
	if (length) {
		memcpy(copy, bytes, length);
	}
	return copy;
}

char *arena_copy_string(struct arena *arena, const char *text)
{
	return arena_copy_bytes(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *formatted = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	char *copy = arena_copy_string(arena, formatted);
	g_free(formatted);
	return copy;
}

void arena_own(struct arena *arena, void *object, GDestroyNotify destroy)
{
	struct owned *owned = arena_new(arena, struct owned);
	owned->object = object;
	owned->destroy = destroy;
	owned->next = arena->owned;
	arena->owned = owned;
}

static void free_pointers(gpointer array)
{
	g_ptr_array_free(array, TRUE);
}

static void free_values(gpointer array)
{
	g_array_free(array, TRUE);
}

static void free_table(gpointer table)
{
	g_hash_table_destroy(table);
}

static void free_text(gpointer text)
{
	g_string_free(text, TRUE);
}

GPtrArray *arena_pointers(struct arena *arena)
{
	GPtrArray *array = g_ptr_array_new();
	arena_own(arena, array, free_pointers);
	return array;
}

GArray *arena_values(struct arena *arena, size_t element_size)
{
	GArray *array = g_array_new(FALSE, TRUE, (guint)element_size);
	arena_own(arena, array, free_values);
	return array;
}

GHashTable *arena_table(struct arena *arena)
{
	GHashTable *table = g_hash_table_new(g_str_hash, g_str_equal);
	arena_own(arena, table, free_table);
	return table;
}

GString *arena_text(struct arena *arena)
{
	GString *text = g_string_new(NULL);
	arena_own(arena, text, free_text);
	return text;
}
