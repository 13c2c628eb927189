/* c4-document.c: one revision of what is open after the other.
 *
 * One reading goes on at a time. When files change meanwhile, or before a reading that was given
 * up has told of them, there is another one afterwards. */

#include "c4-document.h"

#include "c4-file-watch.h"

/* A change between the reading of a folder and the watching of it would go unseen: it is looked
 * at once more, when the diagram is there and nothing else has to be done. */
#define LOOK_AGAIN_MILLISECONDS 1500

struct _C4Document
{
  GObject parent_instance;

  GFile *file;
  gboolean is_opening; /* `revision` is still of what was open before `file` */
  C4FileWatch *watch;
  guint look_again_source;
  gboolean has_news;         /* files have changed since the last reading began */
  GCancellable *cancellable; /* of the reading that is going on; NULL: none is */
  gboolean is_reloading;     /* it is about all of the files that are open */

  C4Revision *revision; /* NULL: nothing has been read */
  GPtrArray *outline;   /* (element-type C4OutlineEntry) */
};

G_DEFINE_FINAL_TYPE (C4Document, c4_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_LOADING,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void read_all (C4Document *document);

/* What a reading that was started needs when it ends. */
typedef struct
{
  C4Document *document;
  GCancellable *cancellable; /* tells whether it is still the one that is waited for */
} Reading;

static Reading *
reading_new (C4Document *document)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->document = g_object_ref (document);
  reading->cancellable = g_object_ref (document->cancellable);
  return reading;
}

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->document);
  g_object_unref (reading->cancellable);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
begin (C4Document *document)
{
  c4_document_cancel (document);
  document->is_reloading = FALSE;
  document->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_LOADING]);
}

static gboolean
on_look_again (gpointer document)
{
  C4_DOCUMENT (document)->look_again_source = 0;
  c4_document_reload (document);
  return G_SOURCE_REMOVE;
}

static gboolean
is_same_set (const char *const *a, const char *const *b)
{
  if (g_strv_length ((char **) a) != g_strv_length ((char **) b))
    return FALSE;
  for (guint i = 0; a[i] != NULL; i++)
    if (!g_strv_contains (b, a[i]))
      return FALSE;
  return TRUE;
}

static void
watch_folders (C4Document *document, const C4Revision *before)
{
  const char *const *folders = (const char *const *) document->revision->folders;

  if (before != NULL && is_same_set (folders, (const char *const *) before->folders))
    return;
  c4_file_watch_set_folders (document->watch, folders);
  g_clear_handle_id (&document->look_again_source, g_source_remove);
  document->look_again_source
      = g_timeout_add (LOOK_AGAIN_MILLISECONDS, on_look_again, document);
}

static void
make_outline (C4Document *document)
{
  C4Workspace *workspace = document->revision->workspace;

  g_ptr_array_unref (document->outline);
  document->outline = workspace != NULL ? c4_outline_new (workspace) : g_ptr_array_new ();
}

static void
take_revision (C4Document *document, C4Revision *revision)
{
  g_autoptr (C4Revision) before = g_steal_pointer (&document->revision);

  document->revision = c4_revision_ref (revision);
  watch_folders (document, before);
  if (before == NULL || before->workspace != revision->workspace)
    make_outline (document);
}

/* Nothing comes of a reading in whose place another one was begun. */
static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Reading) reading = user_data;
  g_autoptr (C4Revision) revision = c4_revision_read_finish (result, NULL);
  C4Document *document = reading->document;
  gboolean is_new = revision != document->revision;

  if (document->cancellable != reading->cancellable || revision == NULL)
    return;
  g_clear_object (&document->cancellable);
  document->is_opening = FALSE;
  if (is_new)
    take_revision (document, revision);
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_LOADING]);
  if (is_new)
    g_signal_emit (document, signals[SIGNAL_CHANGED], 0);
  if (document->has_news)
    read_all (document);
}

static void
read_all (C4Document *document)
{
  C4Revision *last = document->is_opening ? NULL : document->revision;

  begin (document);
  document->has_news = FALSE;
  document->is_reloading = TRUE;
  c4_revision_read_async (document->file, last, document->cancellable, on_read,
                          reading_new (document));
}

static void
c4_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, c4_document_get_loading (C4_DOCUMENT (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
c4_document_finalize (GObject *object)
{
  C4Document *document = C4_DOCUMENT (object);

  g_clear_handle_id (&document->look_again_source, g_source_remove);
  g_clear_object (&document->watch);
  g_clear_object (&document->file);
  g_clear_object (&document->cancellable);
  g_clear_pointer (&document->revision, c4_revision_unref);
  g_clear_pointer (&document->outline, g_ptr_array_unref);

  G_OBJECT_CLASS (c4_document_parent_class)->finalize (object);
}

static void
c4_document_class_init (C4DocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = c4_document_get_property;
  object_class->finalize = c4_document_finalize;

  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Workspace, outline and problems are others now. */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 0);
}

static void
c4_document_init (C4Document *document)
{
  document->outline = g_ptr_array_new ();
  document->watch = c4_file_watch_new ();
  g_signal_connect_object (document->watch, "changed", G_CALLBACK (c4_document_reload), document,
                           G_CONNECT_SWAPPED);
}

C4Document *
c4_document_new (void)
{
  return g_object_new (C4_TYPE_DOCUMENT, NULL);
}

/**
 * c4_document_load:
 * @document: a document
 * @file: a model, a workspace.yml or a folder
 *
 * Starts to read @file. What was open stays until "changed" tells of what came of it; from then on
 * it is read anew whenever its files change, and "changed" tells when that makes a difference.
 */
void
c4_document_load (C4Document *document, GFile *file)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&document->file, file);
  document->is_opening = TRUE;
  read_all (document);
}

/**
 * c4_document_reload:
 * @document: a document that has a file
 *
 * Reads the file anew, as is done without being asked when it changes: at once, or after what is
 * being read now. What is broken meanwhile stays as it was before.
 */
void
c4_document_reload (C4Document *document)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));
  g_return_if_fail (document->file != NULL);

  document->has_news = TRUE;
  if (document->cancellable == NULL)
    read_all (document);
}

/**
 * c4_document_load_member:
 * @document: a document that has a workspace
 * @system_id: the primary system of one of its members
 *
 * Starts to read a model that was only known by name so far. While something else is being opened
 * it is too late for that.
 */
void
c4_document_load_member (C4Document *document, const char *system_id)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));
  g_return_if_fail (document->revision != NULL);

  if (document->is_opening)
    return;
  begin (document);
  c4_revision_read_member_async (document->revision, system_id, document->cancellable, on_read,
                                 reading_new (document));
}

/**
 * c4_document_cancel:
 * @document: a document
 *
 * Ends the reading that is going on, if one is; nothing comes of it.
 */
void
c4_document_cancel (C4Document *document)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));

  if (document->cancellable == NULL)
    return;
  document->has_news |= document->is_reloading;
  g_cancellable_cancel (document->cancellable);
  g_clear_object (&document->cancellable);
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_LOADING]);
}

/**
 * c4_document_get_file:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): what is open, or about to be
 */
GFile *
c4_document_get_file (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), NULL);

  return document->file;
}

gboolean
c4_document_get_loading (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), FALSE);

  return document->cancellable != NULL;
}

/**
 * c4_document_get_workspace:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): what can be drawn
 */
C4Workspace *
c4_document_get_workspace (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), NULL);

  return document->revision != NULL ? document->revision->workspace : NULL;
}

/**
 * c4_document_get_outline:
 * @document: a document
 *
 * Returns: (transfer none) (element-type C4OutlineEntry): its views in the order of reading
 */
const GPtrArray *
c4_document_get_outline (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), NULL);

  return document->outline;
}

/**
 * c4_document_get_problems:
 * @document: a document that has been read
 *
 * Returns: (transfer none) (element-type C4Problem): what is wrong with its files
 */
const GPtrArray *
c4_document_get_problems (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (document->revision != NULL, NULL);

  return document->revision->problems;
}

/**
 * c4_document_get_outdated:
 * @document: a document that has been read
 *
 * Returns: (transfer none) (element-type C4OutdatedFile): the files that are drawn in an earlier
 *   state than they are in
 */
const GPtrArray *
c4_document_get_outdated (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (document->revision != NULL, NULL);

  return document->revision->outdated;
}
