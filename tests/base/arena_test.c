#include "support/cases.h"

#include "base/arena.h"

static void memory_is_zeroed_and_aligned_whatever_its_size(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	for (size_t size = 0; size < 20000; size = size * 3 / 2 + 1) {
		unsigned char *bytes = arena_alloc(arena, size);
		assert_non_null(bytes);
		assert_int_equal((uintptr_t)bytes % 16, 0);
		for (size_t i = 0; i < size; i++) {
			assert_int_equal(bytes[i], 0);
		}
		memset(bytes, 0xAA, size);
	}
	arena_destroy(arena);
}

static void allocations_never_overlap(void **state)
{
	(void)state;
	struct random random = random_begin();
	struct arena *arena = arena_create();
	enum {
		COUNT = 2000,
	};
	unsigned char *blocks[COUNT];
	size_t sizes[COUNT];
	for (size_t i = 0; i < COUNT; i++) {
		sizes[i] = random_below(&random, i % 100 == 0 ? 100000 : 300);
		blocks[i] = arena_alloc(arena, sizes[i]);
		memset(blocks[i], (int)(i % 251), sizes[i]);
	}
	for (size_t i = 0; i < COUNT; i++) {
		for (size_t at = 0; at < sizes[i]; at++) {
			assert_int_equal(blocks[i][at], i % 251);
		}
	}
	arena_destroy(arena);
}

static void nothing_too_has_an_address(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	assert_non_null(arena_alloc(arena, 0));
	assert_non_null(arena_copy(arena, NULL, 0));
	assert_non_null(arena_new_array(arena, int, 0));
	assert_string_equal(arena_copy_bytes(arena, NULL, 0), "");
	arena_destroy(arena);
	arena_destroy(NULL);
}

static void copies_are_ended_by_nul(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	char text[] = "绩效计划";
	char *whole = arena_copy_string(arena, text);
	char *part = arena_copy_bytes(arena, text, 6);
	int numbers[] = {1, 2, 3};
	int *copied = arena_copy(arena, numbers, sizeof numbers);
	memset(text, 'x', sizeof text);
	numbers[2] = 0;
	assert_string_equal(whole, "绩效计划");
	assert_string_equal(part, "绩效");
	assert_int_equal(copied[2], 3);
	assert_string_equal(arena_printf(arena, "第%d项：%s", 12, part), "第12项：绩效");
	arena_destroy(arena);
}

static void note_destroyed(gpointer object)
{
	g_string_append(((GString **)object)[0], ((const char **)object)[1]);
}

static void owned_objects_go_last_come_first_while_memory_is_there(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	GString *log = g_string_new(NULL);
	const char *names[] = {"甲", "乙", "丙"};
	for (size_t i = 0; i < 3; i++) {
		void **object = arena_new_array(arena, void *, 2);
		object[0] = log;
		object[1] = arena_copy_string(arena, names[i]);
		arena_own(arena, object, note_destroyed);
	}
	assert_string_equal(log->str, "");
	arena_destroy(arena);
	assert_string_equal(log->str, "丙乙甲");
	g_string_free(log, TRUE);
}

static void containers_grow_and_go_with_the_arena(void **state)
{
	(void)state;
	struct arena *arena = arena_create();
	GPtrArray *pointers = arena_pointers(arena);
	GArray *values = arena_values(arena, sizeof(int64_t));
	GHashTable *table = arena_table(arena);
	GString *text = arena_text(arena);
	for (int64_t i = 0; i < 1000; i++) {
		char *key = arena_printf(arena, "%d", (int)i);
		g_ptr_array_add(pointers, key);
		g_array_append_val(values, i);
		g_hash_table_insert(table, key, key);
		g_string_append_c(text, 'x');
	}
	g_array_set_size(values, 1001);
	assert_int_equal(g_array_index(values, int64_t, 999), 999);
	assert_int_equal(g_array_index(values, int64_t, 1000), 0);
	assert_ptr_equal(
		g_hash_table_lookup(table, "500"), g_ptr_array_index(pointers, 500));
	assert_int_equal(text->len, 1000);
	arena_destroy(arena);
}

static void ask_for_too_large_an_array(void)
{
	arena_alloc_array(arena_create(), SIZE_MAX / 2, 3);
}

static void ask_for_all_memory(void)
{
	arena_alloc(arena_create(), SIZE_MAX);
}

static void a_size_that_overflows_is_our_own_fault(void **state)
{
	(void)state;
	assert_true(case_aborts(ask_for_too_large_an_array));
	assert_true(case_aborts(ask_for_all_memory));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned_whatever_its_size),
		cmocka_unit_test(allocations_never_overlap),
		cmocka_unit_test(nothing_too_has_an_address),
		cmocka_unit_test(copies_are_ended_by_nul),
		cmocka_unit_test(owned_objects_go_last_come_first_while_memory_is_there),
		cmocka_unit_test(containers_grow_and_go_with_the_arena),
		cmocka_unit_test(a_size_that_overflows_is_our_own_fault),
	};
	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
