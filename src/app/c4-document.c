/* c4-document.c: loading, and what came of it. */

#include "c4-document.h"

struct _C4Document
{
  GObject parent_instance;

  GFile *file;
  GCancellable *cancellable; /* of the load that is going on; NULL: none is */
  C4Workspace *workspace;    /* NULL: nothing that can be drawn */
  GPtrArray *outline;        /* (element-type C4OutlineEntry) */
  GPtrArray *problems;       /* (element-type C4Problem) */
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

/* What a load that was started needs when it ends. */
typedef struct
{
  C4Document *document;
  GCancellable *cancellable; /* tells whether it is still the one that is waited for */
} Load;

static Load *
load_new (C4Document *document)
{
  Load *load = g_new0 (Load, 1);

  load->document = g_object_ref (document);
  load->cancellable = g_object_ref (document->cancellable);
  return load;
}

static void
load_free (Load *load)
{
  g_object_unref (load->document);
  g_object_unref (load->cancellable);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
begin (C4Document *document)
{
  c4_document_cancel (document);
  document->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_LOADING]);
}

static void
take_workspace (C4Document *document, C4Workspace *workspace)
{
  g_clear_pointer (&document->workspace, c4_workspace_unref);
  g_ptr_array_unref (document->outline);
  document->workspace = workspace;
  document->outline = workspace != NULL ? c4_outline_new (workspace) : g_ptr_array_new ();
}

/* Returns: (transfer full) (nullable): the result, unless another load has taken its place. */
static C4LoadResult *
end (Load *load, GAsyncResult *async_result)
{
  C4Document *document = load->document;
  g_autoptr (C4LoadResult) result = c4_load_finish (async_result, NULL);

  if (document->cancellable != load->cancellable || result == NULL)
    return NULL;
  g_clear_object (&document->cancellable);
  return g_steal_pointer (&result);
}

static void
announce (C4Document *document)
{
  g_object_notify_by_pspec (G_OBJECT (document), properties[PROP_LOADING]);
  g_signal_emit (document, signals[SIGNAL_CHANGED], 0);
}

static void
take_problems (C4Document *document, GPtrArray *problems)
{
  g_ptr_array_unref (document->problems);
  document->problems = g_ptr_array_ref (problems);
}

static void
on_loaded (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (C4LoadResult) result = end (load, async_result);
  C4Document *document = load->document;

  if (result == NULL)
    return;
  take_workspace (document, g_steal_pointer (&result->workspace));
  take_problems (document, result->problems);
  announce (document);
}

/* What could be drawn before stays when nothing can now. */
static void
on_reloaded (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (C4LoadResult) result = end (load, async_result);
  C4Document *document = load->document;

  if (result == NULL)
    return;
  if (result->workspace != NULL)
    take_workspace (document, g_steal_pointer (&result->workspace));
  take_problems (document, result->problems);
  announce (document);
}

/* A member's problems join those that are known already. */
static void
on_member_loaded (GObject *source, GAsyncResult *async_result, gpointer user_data)
{
  g_autoptr (Load) load = user_data;
  g_autoptr (C4LoadResult) result = end (load, async_result);
  C4Document *document = load->document;

  if (result == NULL)
    return;
  if (result->workspace != NULL)
    take_workspace (document, g_steal_pointer (&result->workspace));
  while (result->problems->len > 0)
    g_ptr_array_add (document->problems, g_ptr_array_steal_index (result->problems, 0));
  announce (document);
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

  g_clear_object (&document->file);
  g_clear_object (&document->cancellable);
  g_clear_pointer (&document->workspace, c4_workspace_unref);
  g_clear_pointer (&document->outline, g_ptr_array_unref);
  g_clear_pointer (&document->problems, g_ptr_array_unref);

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
  document->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) c4_problem_free);
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
 * Starts to read @file. What was open stays until "changed" tells of what came of it.
 */
void
c4_document_load (C4Document *document, GFile *file)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));
  g_return_if_fail (G_IS_FILE (file));

  begin (document);
  g_set_object (&document->file, file);
  c4_load_async (file, document->cancellable, on_loaded, load_new (document));
}

/**
 * c4_document_reload:
 * @document: a document that has a file
 *
 * Starts to read the file anew. A file of which nothing can be drawn any more changes the problems
 * alone.
 */
void
c4_document_reload (C4Document *document)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));
  g_return_if_fail (document->file != NULL);

  begin (document);
  c4_load_async (document->file, document->cancellable, on_reloaded, load_new (document));
}

/**
 * c4_document_load_member:
 * @document: a document that has a workspace
 * @system_id: the primary system of one of its members
 *
 * Starts to read a model that was only known by name so far.
 */
void
c4_document_load_member (C4Document *document, const char *system_id)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));
  g_return_if_fail (document->workspace != NULL);

  begin (document);
  c4_load_member_async (document->workspace, system_id, document->cancellable, on_member_loaded,
                        load_new (document));
}

/**
 * c4_document_cancel:
 * @document: a document
 *
 * Ends the load that is going on, if one is; nothing comes of it.
 */
void
c4_document_cancel (C4Document *document)
{
  g_return_if_fail (C4_IS_DOCUMENT (document));

  if (document->cancellable == NULL)
    return;
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

  return document->workspace;
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
 * @document: a document
 *
 * Returns: (transfer none) (element-type C4Problem): what is wrong with its files
 */
const GPtrArray *
c4_document_get_problems (C4Document *document)
{
  g_return_val_if_fail (C4_IS_DOCUMENT (document), NULL);

  return document->problems;
}
