/* The plans that a command is given: files, or folders of them. */
#ifndef COMMAND_PLAN_PATHS_H
#define COMMAND_PLAN_PATHS_H

#include "command/session.h"

/** The paths of the plans that operands (ended by NULL) stand for: a file for itself, a
 * folder for every `.yaml` file right in it that says which documents it makes (or that
 * cannot be read: its faults are to be told), by name. A folder without one is reported.
 * GPtrArray of const char *, in the session's arena. */
GPtrArray *plan_paths(struct session *session, char **operands);

#endif
