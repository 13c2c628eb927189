/* cli-fixture.h: runs seefour-cli as people do, in a folder of its own. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An empty folder, removed with all in it when it is freed. */
typedef struct _CliFolder CliFolder;

CliFolder *cli_folder_new (void);
void cli_folder_free (CliFolder *folder);
const char *cli_folder_path (const CliFolder *folder);
void cli_folder_add (const CliFolder *folder, const char *name, const char *contents);
char *cli_folder_read (const CliFolder *folder, const char *name);
char *cli_folder_list (const CliFolder *folder, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliFolder, cli_folder_free)

typedef struct
{
  int status; /* -1: it was ended by a signal */
  char *out;
  char *err;
} CliRun;

CliRun *cli_run (const CliFolder *folder, const char *first, ...) G_GNUC_NULL_TERMINATED;
CliRun *cli_run_program (const CliFolder *folder, const char *const *arguments);
void cli_run_free (CliRun *run);
guint cli_count_lines (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliRun, cli_run_free)

#define cli_assert_status(run, expected)                                                          \
  G_STMT_START                                                                                    \
  {                                                                                               \
    if ((run)->status != (expected))                                                              \
      g_test_message ("standard output:\n%s\nstandard error:\n%s", (run)->out, (run)->err);       \
    g_assert_cmpint ((run)->status, ==, expected);                                                \
  }                                                                                               \
  G_STMT_END

#define cli_assert_contains(text, part)                                                           \
  G_STMT_START                                                                                    \
  {                                                                                               \
    if (strstr ((text), (part)) == NULL)                                                          \
      g_error ("“%s” is not in:\n%s", (part), (text));                                            \
  }                                                                                               \
  G_STMT_END

G_END_DECLS
