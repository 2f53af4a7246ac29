/* Which language the program speaks. */
#ifndef COMMAND_LANGUAGE_H
#define COMMAND_LANGUAGE_H

#include <stdbool.h>

/** Sets the process to the language that `--lang` asks for, else to English where the
 * locale is an English one, else to Chinese, also where there is no locale. Must be
 * called before anything is printed and before threads. What stands of `--lang` before
 * the command is taken out of argv. False after printing that there is no such language.
 */
bool language_choose(int *argc, char **argv);

#endif
