/* fuzz-corpus.c: runs a fuzzer over every file below the folders that it is given, as they are
 * and with small damage. The damage is the same in every run. */

#include "fuzz.h"

/* Rounds of damage per file: enough to break every construct of the corpus in some file. */
#define N_DAMAGED 40

/* Larger files take too long under a sanitizer to be damaged again and again. */
#define MAX_DAMAGED_SIZE 8192

static void
damage (GByteArray *bytes, GRand *random)
{
  static const char characters[] = "\0\t\n -:,[]{}&*!|>'\"%@`#?~x\\\xff\xc3";
  int n = g_rand_int_range (random, 1, 4);

  for (int i = 0; i < n && bytes->len > 0; i++)
    {
      guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
      guint length = (guint) g_rand_int_range (random, 1, 40);

      if (g_rand_boolean (random))
        g_byte_array_remove_range (bytes, at, MIN (length, bytes->len - at));
      else
        bytes->data[at]
            = (guint8) characters[g_rand_int_range (random, 0, sizeof characters - 1)];
    }
}

/* A copy of its own size, so that a sanitizer sees a read beyond its end. */
static void
run (const guint8 *data, gsize size)
{
  g_autofree guint8 *copy = g_memdup2 (data, size);

  LLVMFuzzerTestOneInput (copy, size);
}

static void
test_file (gconstpointer path)
{
  g_autofree char *content = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  run ((const guint8 *) content, size);
  for (guint i = 0; i < N_DAMAGED && size <= MAX_DAMAGED_SIZE; i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, (const guint8 *) content, (guint) size);
      damage (bytes, random);
      run (bytes->data, bytes->len);
    }
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (files);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *test = g_strconcat ("/corpus", path, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        add_folder (path);
      else
        g_test_add_data_func_full (test, g_steal_pointer (&path), test_file, g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);
  return g_test_run ();
}
