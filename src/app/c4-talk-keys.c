/* c4-talk-keys.c: one table. Clickers that start and end a presentation send F5 and Escape, or F5
 * twice. */

#include "c4-talk-keys.h"

typedef struct
{
  guint key;
  C4TalkCommand command;
} Key;

static const Key keys[] = {
  { GDK_KEY_space, C4_TALK_FORWARD },
  { GDK_KEY_Right, C4_TALK_FORWARD },
  { GDK_KEY_KP_Right, C4_TALK_FORWARD },
  { GDK_KEY_Down, C4_TALK_FORWARD },
  { GDK_KEY_KP_Down, C4_TALK_FORWARD },
  { GDK_KEY_Page_Down, C4_TALK_FORWARD },
  { GDK_KEY_KP_Page_Down, C4_TALK_FORWARD },
  { GDK_KEY_Forward, C4_TALK_FORWARD },
  { GDK_KEY_Return, C4_TALK_ENTER },
  { GDK_KEY_KP_Enter, C4_TALK_ENTER },
  { GDK_KEY_BackSpace, C4_TALK_BACK },
  { GDK_KEY_Left, C4_TALK_BACK },
  { GDK_KEY_KP_Left, C4_TALK_BACK },
  { GDK_KEY_Up, C4_TALK_BACK },
  { GDK_KEY_KP_Up, C4_TALK_BACK },
  { GDK_KEY_Page_Up, C4_TALK_BACK },
  { GDK_KEY_KP_Page_Up, C4_TALK_BACK },
  { GDK_KEY_Back, C4_TALK_BACK },
  { GDK_KEY_Home, C4_TALK_FIRST },
  { GDK_KEY_KP_Home, C4_TALK_FIRST },
  { GDK_KEY_End, C4_TALK_LAST },
  { GDK_KEY_KP_End, C4_TALK_LAST },
  { GDK_KEY_b, C4_TALK_BLACK },
  { GDK_KEY_period, C4_TALK_BLACK },
  { GDK_KEY_w, C4_TALK_WHITE },
  { GDK_KEY_p, C4_TALK_PLAY },
  { GDK_KEY_bracketleft, C4_TALK_SLOWER },
  { GDK_KEY_bracketright, C4_TALK_FASTER },
  { GDK_KEY_s, C4_TALK_SEQUENCE },
  { GDK_KEY_n, C4_TALK_SPEAKER },
  { GDK_KEY_l, C4_TALK_POINTER },
  { GDK_KEY_question, C4_TALK_HELP },
  { GDK_KEY_F1, C4_TALK_HELP },
  { GDK_KEY_Tab, C4_TALK_OVERVIEW },
  { GDK_KEY_m, C4_TALK_MONITOR },
  { GDK_KEY_plus, C4_TALK_NEARER },
  { GDK_KEY_equal, C4_TALK_NEARER },
  { GDK_KEY_KP_Add, C4_TALK_NEARER },
  { GDK_KEY_minus, C4_TALK_FARTHER },
  { GDK_KEY_KP_Subtract, C4_TALK_FARTHER },
  { GDK_KEY_Escape, C4_TALK_LEAVE },
  { GDK_KEY_F5, C4_TALK_LEAVE },
};

static C4TalkCommand
find_key (guint key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].key == key)
      return keys[i].command;
  return C4_TALK_NOTHING;
}

/**
 * c4_talk_command_for_key:
 * @key: a key's value
 * @modifiers: what is held down with it
 *
 * Returns: what it means; %C4_TALK_NOTHING for a key of somebody else's
 */
C4TalkCommand
c4_talk_command_for_key (guint key, GdkModifierType modifiers)
{
  guint lower = gdk_keyval_to_lower (key);

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK))
    return C4_TALK_NOTHING;
  if (key == GDK_KEY_space && modifiers & GDK_SHIFT_MASK)
    return C4_TALK_BACK;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return C4_TALK_DIGIT_0 + (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return C4_TALK_DIGIT_0 + (key - GDK_KEY_KP_0);
  return find_key (lower);
}
