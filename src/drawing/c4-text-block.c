/* c4-text-block.c: lines of text under each other. */

#include "c4-text-block.h"

#include "c4-text-direction.h"

/* A word may make its block wider by this factor, rather than be broken. */
#define LONG_WORD 1.7

typedef struct
{
  double top; /* in the block */
  double height;
  double baseline; /* from its top */
  double width;
  gboolean rtl; /* it begins at its right end */
} Line;

typedef struct
{
  char *text;
  C4TextStyle style;
  C4Role role;
  guint line;
  double x; /* in its line */
  double width;
} Run;

struct _C4TextBlock
{
  GArray *lines; /* (element-type Line) */
  GArray *runs;  /* (element-type Run) */
  double width;
  double height;
};

static void
run_clear (gpointer run)
{
  g_free (((Run *) run)->text);
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* The width at which no word is broken, unless it is a monster. */
static double
kind_width (C4TextMeasure *measure, C4TextStyle style, const char *text, double width)
{
  double needed = c4_text_widest_word (measure, style, text);

  return needed > width && needed <= width * LONG_WORD ? needed : width;
}

/* Takes the text. */
static void
add_run (C4TextBlock *block, C4TextStyle style, C4Role role, char *text, double x, double width)
{
  guint last = block->lines->len - 1;
  Line *line = &g_array_index (block->lines, Line, last);
  Run run = { text, style, role, last, x, width };

  g_array_append_val (block->runs, run);
  line->width = x + width;
  block->width = MAX (block->width, line->width);
}

C4TextBlock *
c4_text_block_new (void)
{
  C4TextBlock *block = g_new0 (C4TextBlock, 1);

  block->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  block->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_array_set_clear_func (block->runs, run_clear);
  return block;
}

void
c4_text_block_free (C4TextBlock *block)
{
  g_array_unref (block->lines);
  g_array_unref (block->runs);
  g_free (block);
}

/**
 * c4_text_block_add:
 * @block: a block
 * @measure: a measure
 * @style: how the text is set
 * @role: its colour
 * @text: (nullable): any text
 * @width: at which it is wrapped, in points
 */
void
c4_text_block_add (C4TextBlock *block, C4TextMeasure *measure, C4TextStyle style, C4Role role,
                   const char *text, double width)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (is_empty (text))
    return;
  lines = c4_text_wrap (measure, style, text, kind_width (measure, style, text, width));
  for (guint i = 0; i < lines->len; i++)
    {
      Line line = { block->height, c4_text_line_height (style), c4_text_baseline (style), 0,
                    c4_text_is_rtl (lines->pdata[i]) };

      g_array_append_val (block->lines, line);
      block->height += line.height;
      add_run (block, style, role, g_strdup (lines->pdata[i]), 0,
               c4_text_width (measure, style, lines->pdata[i]));
    }
}

void
c4_text_block_add_gap (C4TextBlock *block, double height)
{
  block->height += height;
}

/**
 * c4_text_block_append:
 * @block: a block
 * @measure: a measure
 * @style: how the text is set
 * @role: its colour
 * @text: (nullable): any text
 * @width: that the line may have, in points
 */
void
c4_text_block_append (C4TextBlock *block, C4TextMeasure *measure, C4TextStyle style, C4Role role,
                      const char *text, double width)
{
  g_autofree char *line = NULL;
  double x, wide;

  if (is_empty (text))
    return;
  if (block->lines->len > 0)
    {
      line = c4_text_normalize (text);
      x = g_array_index (block->lines, Line, block->lines->len - 1).width
          + c4_text_width (measure, style, " ");
      wide = c4_text_width (measure, style, line);
      if (x + wide <= width)
        {
          add_run (block, style, role, g_steal_pointer (&line), x, wide);
          return;
        }
    }
  c4_text_block_add (block, measure, style, role, text, width);
}

/**
 * c4_text_block_get_size:
 * @block: a block
 *
 * Returns: its width and height in points; 0 x 0 without text
 */
C4Size
c4_text_block_get_size (const C4TextBlock *block)
{
  return (C4Size){ block->width, block->lines->len > 0 ? block->height : 0 };
}

/**
 * c4_text_block_paint:
 * @block: a block
 * @builder: a scene in the making
 * @owner: what the text belongs to
 * @rect: where it goes: from its top, or in its middle where it is higher than @block
 * @align: where the lines go in the width of @rect
 */
void
c4_text_block_paint (const C4TextBlock *block, C4SceneBuilder *builder, C4Owner owner,
                     C4Rect rect, C4Align align)
{
  double top = rect.y + (rect.height - block->height) / 2;

  for (guint i = 0; i < block->runs->len; i++)
    {
      const Run *run = &g_array_index (block->runs, Run, i);
      const Line *line = &g_array_index (block->lines, Line, run->line);
      double room = rect.width - line->width;
      double left = rect.x + (align == C4_ALIGN_START    ? 0
                              : align == C4_ALIGN_CENTER ? room / 2
                                                         : room);
      C4Primitive text = { .type = C4_PRIMITIVE_TEXT, .owner = owner, .fill = run->role };

      text.text.text = run->text;
      text.text.style = run->style;
      text.text.width = run->width;
      text.text.centered = align == C4_ALIGN_CENTER && run->width == line->width;
      text.text.baseline.x
          = left + (line->rtl ? line->width - run->x - run->width : run->x);
      text.text.baseline.y = top + line->top + line->baseline;
      c4_scene_builder_add (builder, &text);
    }
}
