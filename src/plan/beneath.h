/* Opening files that must lie below a folder. */
#ifndef PLAN_BENEATH_H
#define PLAN_BENEATH_H

/** Opens a file below a folder for reading, through no symbolic link, without waiting for
 * the other end of a pipe. A descriptor, or -1 with errno: EXDEV or ELOOP where the name
 * leads out of the folder or through a link. */
int beneath_open(int folder, const char *name);

/** The same for kernels that cannot be asked to stay below: name by name. */
int beneath_walk(int folder, const char *name);

#endif
