/* c4-text-block.h: lines of text in several styles under each other, measured and ready to be put
 * into a scene. */

#pragma once

#include "c4-scene-builder.h"
#include "c4-text.h"

G_BEGIN_DECLS

typedef struct _C4TextBlock C4TextBlock;

typedef enum
{
  C4_ALIGN_START,
  C4_ALIGN_CENTER,
  C4_ALIGN_END,
} C4Align;

C4TextBlock *c4_text_block_new (void);
void c4_text_block_free (C4TextBlock *block);

/* Each adds below what is there. `text` NULL or empty adds nothing. Wrapped at `width`, or a bit
 * more where a word would be broken. */
void c4_text_block_add (C4TextBlock *block, C4TextMeasure *measure, C4TextStyle style,
                        C4Role role, const char *text, double width);
void c4_text_block_add_gap (C4TextBlock *block, double height);

/* Adds to the last line, after a space, where it fits; else below. */
void c4_text_block_append (C4TextBlock *block, C4TextMeasure *measure, C4TextStyle style,
                           C4Role role, const char *text, double width);

C4Size c4_text_block_get_size (const C4TextBlock *block);
void c4_text_block_paint (const C4TextBlock *block, C4SceneBuilder *builder, C4Owner owner,
                          C4Rect rect, C4Align align);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (C4TextBlock, c4_text_block_free)

G_END_DECLS
