/* c4-completion-private.h: the parts of completions that a manual decides. */

#pragma once

#include "c4-manual.h"

G_BEGIN_DECLS

/* Stands for @NAME@ in the script's template. */
typedef struct
{
  const char *name;
  void (*append) (GString *script, const C4Manual *manual);
} C4CompletionPart;

extern const C4CompletionPart c4_completion_bash[];
extern const C4CompletionPart c4_completion_fish[];
extern const C4CompletionPart c4_completion_zsh[];

typedef void (*C4OptionFunc) (GString *script, const C4Command *command, const C4Option *option);

void c4_completion_each_option (GString *script, const C4Manual *manual, C4OptionFunc append);
void c4_completion_append_words (GString *script, const char *const *words);
char *c4_completion_quote (const char *text, const char *specials, const char *escape);

G_END_DECLS
