/* Where the running program's own files lie: asked of the program, so that no path is
 * built in. */
#ifndef COMMAND_PROGRAM_FOLDER_H
#define COMMAND_PROGRAM_FOLDER_H

/** The first of some places (relative to the program's folder, ended by NULL) that holds
 * a file or folder of a name; NULL: none does. The caller frees it. */
char *program_folder(const char *const *places, const char *name);

#endif
