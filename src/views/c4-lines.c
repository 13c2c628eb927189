/* c4-lines.c: one line for all relationships that look the same. */

#include "c4-lines.h"

#include <glib/gi18n.h>

/* So many labels stand on a line; of the others it says how many there are. */
#define LABELS_SHOWN 2

typedef struct
{
  guint source;
  guint target;
  gboolean sync;
  const char *label;        /* "" unless lines are told apart by it */
  GPtrArray *relationships; /* (element-type C4Relationship) */
} Line;

struct _C4Lines
{
  C4LineMerging merging;
  GPtrArray *lines;  /* (element-type Line) in the order of their first relationships */
  GHashTable *index; /* set of the same */
};

static guint
line_hash (gconstpointer pointer)
{
  const Line *line = pointer;

  return ((line->source * 31 + line->target) * 2 + (line->sync ? 1 : 0)) * 31
         + g_str_hash (line->label);
}

static gboolean
line_equal (gconstpointer a, gconstpointer b)
{
  const Line *one = a, *other = b;

  return one->source == other->source && one->target == other->target && one->sync == other->sync
         && g_str_equal (one->label, other->label);
}

static void
line_free (gpointer pointer)
{
  Line *line = pointer;

  g_ptr_array_unref (line->relationships);
  g_free (line);
}

static Line *
get_line (C4Lines *lines, const Line *key)
{
  Line *line = g_hash_table_lookup (lines->index, key);

  if (line != NULL)
    return line;
  line = g_memdup2 (key, sizeof *key);
  line->relationships = g_ptr_array_new ();
  g_ptr_array_add (lines->lines, line);
  g_hash_table_add (lines->index, line);
  return line;
}

static GPtrArray *
distinct_labels (GPtrArray *relationships)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *labels = g_ptr_array_new ();

  for (guint i = 0; i < relationships->len; i++)
    {
      const C4Relationship *relationship = relationships->pdata[i];

      if (relationship->label != NULL && *relationship->label != '\0'
          && g_hash_table_add (seen, (gpointer) relationship->label))
        g_ptr_array_add (labels, (gpointer) relationship->label);
    }
  return labels;
}

/* "Pull catalog; Pull program pages (+1 more)" */
static char *
summarize (GPtrArray *relationships)
{
  g_autoptr (GPtrArray) labels = distinct_labels (relationships);
  g_autoptr (GString) summary = g_string_new (NULL);
  guint n_more;

  if (labels->len == 0)
    return NULL;
  for (guint i = 0; i < MIN (labels->len, LABELS_SHOWN); i++)
    g_string_append_printf (summary, "%s%s", i > 0 ? "; " : "", (char *) labels->pdata[i]);
  if (labels->len <= LABELS_SHOWN)
    return g_strdup (summary->str);
  n_more = labels->len - LABELS_SHOWN;
  /* Translators: some labels of a line, and how many more there are */
  return g_strdup_printf (ngettext ("%s (+%u more)", "%s (+%u more)", n_more), summary->str,
                          n_more);
}

/* The technology of all of `relationships`; NULL where they differ. */
static const char *
common_technology (GPtrArray *relationships)
{
  const C4Relationship *first = relationships->pdata[0];

  for (guint i = 1; i < relationships->len; i++)
    {
      const C4Relationship *relationship = relationships->pdata[i];

      if (g_strcmp0 (relationship->technology, first->technology) != 0)
        return NULL;
    }
  return first->technology;
}

C4Lines *
c4_lines_new (C4LineMerging merging)
{
  C4Lines *lines = g_new0 (C4Lines, 1);

  lines->merging = merging;
  lines->lines = g_ptr_array_new_with_free_func (line_free);
  lines->index = g_hash_table_new (line_hash, line_equal);
  return lines;
}

void
c4_lines_free (C4Lines *lines)
{
  g_hash_table_unref (lines->index);
  g_ptr_array_unref (lines->lines);
  g_free (lines);
}

/**
 * c4_lines_add:
 * @lines: lines
 * @source: the box that @relationship comes from
 * @target: the box that it goes to
 * @relationship: a relationship between parts of the two, or between themselves
 *
 * Lets a line stand for @relationship.
 */
void
c4_lines_add (C4Lines *lines, guint source, guint target, const C4Relationship *relationship)
{
  gboolean by_label = lines->merging == C4_ONE_LINE_A_LABEL && relationship->label != NULL;
  Line *line = get_line (lines, &(Line){ .source = source,
                                         .target = target,
                                         .sync = relationship->sync,
                                         .label = by_label ? relationship->label : "" });

  g_ptr_array_add (line->relationships, (gpointer) relationship);
}

/**
 * c4_lines_draw:
 * @lines: lines
 * @builder: the builder of the view that has the boxes
 *
 * Adds an edge for each line. It carries the first two labels of its relationships and the
 * number of the others, and the technology when all have the same.
 */
void
c4_lines_draw (const C4Lines *lines, C4ViewBuilder *builder)
{
  for (guint i = 0; i < lines->lines->len; i++)
    {
      const Line *line = lines->lines->pdata[i];
      g_autofree char *label = summarize (line->relationships);
      const char *technology = common_technology (line->relationships);

      c4_view_builder_add_edge (builder,
                                &(C4ViewEdge){ .source = line->source,
                                               .target = line->target,
                                               .sync = line->sync,
                                               .label = label,
                                               .technology = technology,
                                               .relationships = line->relationships });
    }
}
