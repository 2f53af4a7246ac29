#include "base/diagnostics.h"
#include "base/language.h"

#include "base/limits.h"

#include <errno.h>
#include <stdarg.h>

struct diagnostics {
	struct arena *arena;
	GPtrArray *list;         /* struct diagnostic */
	GHashTable *seen;        /* keys of what was reported */
	struct diagnostic *last; /* what a hint belongs to, kept or not */
};

struct diagnostics *diagnostics_create(void)
{
	struct arena *arena = arena_create();
	struct diagnostics *diagnostics = arena_new(arena, struct diagnostics);
	diagnostics->arena = arena;
	diagnostics->list = arena_pointers(arena);
	diagnostics->seen = arena_table(arena);
	return diagnostics;
}

void diagnostics_destroy(struct diagnostics *diagnostics)
{
	if (diagnostics) {
		arena_destroy(diagnostics->arena);
	}
}

static char *format_message(struct arena *arena, const char *format, va_list arguments)
	G_GNUC_PRINTF(2, 0);

static char *format_message(struct arena *arena, const char *format, va_list arguments)
{
	char *formatted = g_strdup_vprintf(language_text(format), arguments);
	char *copy = arena_copy_string(arena, formatted);
	g_free(formatted);
	return copy;
}

/* Keeps a report unless the same was kept before; a repeated one takes its hints along.
 */
static void report(struct diagnostics *diagnostics, struct diagnostic diagnostic)
{
	const char *path = diagnostic.place.source ? diagnostic.place.source->path : "";
	char *key = arena_printf(diagnostics->arena, "%s\n%d\n%d\n%s\n%s", path,
		diagnostic.place.line, diagnostic.place.column, diagnostic.code,
		diagnostic.message);
	struct diagnostic *kept = arena_new(diagnostics->arena, struct diagnostic);
	*kept = diagnostic;
	diagnostics->last = kept;
	if (g_hash_table_add(diagnostics->seen, key)) {
		g_ptr_array_add(diagnostics->list, kept);
	}
}

#define REPORT(severity_, fault_, place_)                                                \
	do {                                                                             \
		va_list arguments;                                                       \
		va_start(arguments, format);                                             \
		char *message = format_message(diagnostics->arena, format, arguments);   \
		va_end(arguments);                                                       \
		report(diagnostics, (struct diagnostic){.severity = (severity_),         \
					    .fault = (fault_),                           \
					    .code = code,                                \
					    .place = (place_),                           \
					    .message = message});                        \
	} while (0)

/* Who needs more shall know which option gives it. */
static void hint_limit(struct diagnostics *diagnostics, const char *code)
{
	const char *name = limits_name_of(code);
	if (name) {
		diagnostics_hint(
			diagnostics, "确有需要时可加 --limit %s=N，N 是新的限额", name);
	}
}

void diagnostics_error(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...)
{
	REPORT(SEVERITY_ERROR, FAULT_INPUT, place);
}

void diagnostics_warning(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...)
{
	REPORT(SEVERITY_WARNING, FAULT_INPUT, place);
}

void diagnostics_note(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...)
{
	REPORT(SEVERITY_NOTE, FAULT_INPUT, place);
}

void diagnostics_fault(struct diagnostics *diagnostics, enum fault fault,
	const char *code, const char *format, ...)
{
	REPORT(SEVERITY_ERROR, fault, ((struct place){0}));
	if (fault == FAULT_LIMIT) {
		hint_limit(diagnostics, code);
	}
}

void diagnostics_limit(struct diagnostics *diagnostics, struct place place,
	const char *code, const char *format, ...)
{
	REPORT(SEVERITY_ERROR, FAULT_LIMIT, place);
	hint_limit(diagnostics, code);
}

#undef REPORT

void diagnostics_hint(struct diagnostics *diagnostics, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_assert(diagnostics->last);
	diagnostics->last->hint = format_message(diagnostics->arena, format, arguments);
	va_end(arguments);
}

void diagnostics_related(
	struct diagnostics *diagnostics, struct place place, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_assert(diagnostics->last);
	diagnostics->last->related = place;
	diagnostics->last->related_message =
		format_message(diagnostics->arena, format, arguments);
	va_end(arguments);
}

const char *diagnostics_system_text(int error)
{
	switch (error) {
	case ENOENT:
		return _("没有这个文件或文件夹");
	case EACCES:
	case EPERM:
		return _("没有权限");
	case EISDIR:
		return _("这是一个文件夹");
	case ENOTDIR:
		return _("路径中有一段不是文件夹");
	case ENAMETOOLONG:
		return _("名称太长");
	case EROFS:
		return _("磁盘是只读的");
	case ENOSPC:
	case EDQUOT:
		return _("磁盘空间不足");
	case EIO:
		return _("磁盘读写出错");
	case EMFILE:
	case ENFILE:
		return _("打开的文件太多");
	default:
		return g_strerror(error);
	}
}

guint diagnostics_count(const struct diagnostics *diagnostics)
{
	return diagnostics->list->len;
}

const struct diagnostic *diagnostics_get(
	const struct diagnostics *diagnostics, guint index)
{
	return g_ptr_array_index(diagnostics->list, index);
}

guint diagnostics_count_of(const struct diagnostics *diagnostics, enum severity severity)
{
	guint count = 0;
	for (guint i = 0; i < diagnostics->list->len; i++) {
		count += diagnostics_get(diagnostics, i)->severity == severity;
	}
	return count;
}

bool diagnostics_failed(const struct diagnostics *diagnostics)
{
	return diagnostics_count_of(diagnostics, SEVERITY_ERROR) > 0;
}

int diagnostics_exit_status(const struct diagnostics *diagnostics, bool strict)
{
	int status = 0;
	for (guint i = 0; i < diagnostics->list->len; i++) {
		const struct diagnostic *diagnostic = diagnostics_get(diagnostics, i);
		if (diagnostic->severity == SEVERITY_ERROR &&
			(int)diagnostic->fault > status) {
			status = (int)diagnostic->fault;
		}
	}
	if (status == 0 && strict &&
		diagnostics_count_of(diagnostics, SEVERITY_WARNING)) {
		return 3;
	}
	return status;
}
