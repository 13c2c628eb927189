/* c4-member.c: reads a model, the candidates and cycles beside it, or only the model's name. */

#include "c4-member.h"

#include "c4-c4gen-reader.h"
#include "c4-cycles-reader.h"
#include "c4-file.h"

#include <string.h>

/* Bytes of a file that are looked at for its `meta`, which comes first in all models that we
 * know. */
#define HEAD_SIZE 16384

/* Reading is done in less than a millisecond a model: more threads would only wait. */
#define MAX_THREADS 4

/**
 * c4_member_new:
 * @file: the file of a model
 * @depth: how much of it is wanted
 *
 * Returns: (transfer full): a member, not yet read
 */
C4Member *
c4_member_new (GFile *file, C4MemberDepth depth)
{
  C4Member *member = g_new0 (C4Member, 1);

  member->file = g_object_ref (file);
  member->depth = depth;
  member->path = c4_file_dup_name (file);
  member->problems = c4_problems_new ();
  member->digests = c4_digests_new ();
  return member;
}

void
c4_member_free (C4Member *member)
{
  g_clear_object (&member->file);
  g_free (member->path);
  g_free (member->name);
  g_free (member->system_id);
  g_clear_pointer (&member->model, c4_model_unref);
  g_clear_pointer (&member->candidates, c4_model_unref);
  g_clear_pointer (&member->cycles, g_ptr_array_unref);
  g_ptr_array_unref (member->problems);
  g_hash_table_unref (member->digests);
  g_free (member);
}

/* The file's name without the ending that makes it a model. */
static char *
dup_stem (GFile *file)
{
  static const char *const endings[] = { ".yaml", ".yml" };
  char *name = g_file_get_basename (file);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      {
        name[strlen (name) - strlen (endings[i])] = '\0';
        break;
      }
  return name;
}

static GFile *
get_side_file (C4Member *member, const char *ending)
{
  g_autofree char *stem = dup_stem (member->file);
  g_autofree char *name = g_strconcat (stem, ending, NULL);
  g_autoptr (GFile) folder = g_file_get_parent (member->file);
  g_autoptr (GFile) file = NULL;

  if (folder == NULL)
    return NULL;
  file = g_file_get_child (folder, name);
  return g_file_query_exists (file, NULL) ? g_steal_pointer (&file) : NULL;
}

static void
take_candidates (C4Member *member, const C4YamlDocument *document, C4Report *report)
{
  member->candidates = c4_c4gen_read_candidates (document, report);
}

static void
take_cycles (C4Member *member, const C4YamlDocument *document, C4Report *report)
{
  member->cycles = c4_cycles_read (document, report);
}

/* Reads what lies beside the model under its name with another ending, if it is there. */
static void
read_side_file (C4Member *member, const char *ending,
                void (*take) (C4Member *, const C4YamlDocument *, C4Report *),
                GCancellable *cancellable)
{
  g_autoptr (GFile) file = get_side_file (member, ending);
  g_autofree char *path = file != NULL ? c4_file_dup_name (file) : NULL;
  g_autoptr (C4YamlDocument) document = NULL;
  C4Report report;

  if (file == NULL)
    return;
  c4_report_begin (&report, member->problems, path);
  document = c4_file_parse (file, cancellable, &report, member->digests);
  take (member, document, &report);
  c4_report_end (&report);
}

/* What the file says of itself, whether or not a model comes out of it. */
static void
read_head (C4Member *member, const C4YamlDocument *document)
{
  const C4YamlNode *meta = c4_yaml_get_mapping (document->root, "meta");
  const char *name = c4_yaml_get_text (meta, "name");
  g_autofree char *stem = dup_stem (member->file);

  member->is_model = c4_c4gen_looks_like_model (document) || !document->complete;
  member->name = name != NULL ? g_strdup (name) : g_filename_display_name (stem);
  member->system_id = g_strdup (c4_yaml_get_text (meta, "primary_system"));
}

/* What was looked at: a member that is only known by name changes with its name alone. */
static char *
dup_head_digest (const C4Member *member)
{
  return g_strdup_printf ("head: %s %s", member->system_id, member->name);
}

static void
peek (C4Member *member, GCancellable *cancellable)
{
  g_autoptr (GBytes) head = c4_file_read_head (member->file, HEAD_SIZE, cancellable, NULL);
  g_autoptr (GPtrArray) unwanted = c4_problems_new ();
  g_autoptr (C4YamlDocument) document = NULL;
  C4Report report;

  c4_report_begin (&report, unwanted, member->path);
  document = c4_yaml_parse_until (head != NULL ? g_bytes_get_data (head, NULL) : "",
                                  head != NULL ? g_bytes_get_size (head) : 0, "meta", &report);
  read_head (member, document);
  g_hash_table_insert (member->digests, g_strdup (member->path), dup_head_digest (member));
}

/**
 * c4_member_read_document:
 * @member: a member that hasn't been read
 * @document: the tree of its file
 * @report: the report on its file, which goes to the member's problems
 * @cancellable: (nullable): a cancellable
 *
 * Reads the model from its file's tree, then what is beside the file.
 */
void
c4_member_read_document (C4Member *member, const C4YamlDocument *document, C4Report *report,
                         GCancellable *cancellable)
{
  read_head (member, document);
  member->model = c4_c4gen_read_model (document, report);
  c4_report_end (report);
  if (member->model != NULL)
    {
      g_free (member->system_id);
      member->system_id = g_strdup (member->model->primary_system->id);
      g_free (member->name);
      member->name = g_strdup (member->model->name);
    }
  if (member->is_model)
    {
      read_side_file (member, ".graph.yaml", take_candidates, cancellable);
      read_side_file (member, ".cycles.json", take_cycles, cancellable);
    }
}

/**
 * c4_member_read:
 * @member: a member that hasn't been read
 * @cancellable: (nullable): a cancellable
 *
 * Reads as much as the member's depth says. Blocks; @member is the calling thread's until then.
 */
void
c4_member_read (C4Member *member, GCancellable *cancellable)
{
  g_autoptr (C4YamlDocument) document = NULL;
  C4Report report;

  if (member->depth == C4_MEMBER_PEEK)
    {
      peek (member, cancellable);
      return;
    }
  c4_report_begin (&report, member->problems, member->path);
  document = c4_file_parse (member->file, cancellable, &report, member->digests);
  c4_member_read_document (member, document, &report, cancellable);
}

static void
read_in_pool (gpointer member, gpointer cancellable)
{
  c4_member_read (member, cancellable);
}

/**
 * c4_members_read:
 * @members: (element-type C4Member): members that haven't been read
 * @cancellable: (nullable): a cancellable
 *
 * Reads all of them at the same time, and returns when all are done.
 */
void
c4_members_read (GPtrArray *members, GCancellable *cancellable)
{
  int n_threads = (int) MIN (g_get_num_processors (), MAX_THREADS);
  GThreadPool *pool;

  if (members->len == 1)
    {
      c4_member_read (members->pdata[0], cancellable);
      return;
    }
  /* A pool that shares its threads can always be had. */
  pool = g_thread_pool_new (read_in_pool, cancellable, n_threads, FALSE, NULL);
  for (guint i = 0; i < members->len; i++)
    g_thread_pool_push (pool, members->pdata[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

/**
 * c4_member_add_to:
 * @member: a member that has been read
 * @builder: the builder of its workspace
 */
void
c4_member_add_to (const C4Member *member, C4WorkspaceBuilder *builder)
{
  c4_workspace_builder_add_member (builder,
                                   &(C4WorkspaceMember){ .system_id = member->system_id,
                                                         .name = member->name,
                                                         .path = member->path,
                                                         .model = member->model,
                                                         .candidates = member->candidates,
                                                         .candidate_cycles = member->cycles });
}
