/* test-activation.c: who is at work during which steps. */

#include "c4-activation.h"
#include "c4-outline.h"
#include "sketch.h"

/* "NODE first-last" a line, indented by depth. */
static char *
activations_of (const char *steps)
{
  g_autoptr (C4WorkspaceBuilder) builder = sketch_workspace (NULL, TRUE);
  g_autofree char *text = g_strconcat ("system S\ncontainer A in S\ncontainer B in S\n"
                                       "container C in S\nscenario F\n",
                                       steps, NULL);
  g_autoptr (C4Model) model = sketch_model (text);
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (C4View) view = NULL;
  g_autoptr (GArray) activations = NULL;
  GString *found = g_string_new (NULL);

  sketch_member (builder, "S", model);
  workspace = c4_workspace_builder_build (builder);
  view = c4_outline_make_view (workspace, "flow-F", NULL);
  activations = c4_activations_new (view);
  for (guint i = 0; i < activations->len; i++)
    {
      const C4Activation *bar = &g_array_index (activations, C4Activation, i);
      const C4ViewNode *node = view->nodes->pdata[bar->node];

      g_string_append_printf (found, "%*s%s %u-%u\n", (int) bar->depth, "", node->id,
                              bar->first + 1, bar->last + 1);
    }
  return g_string_free (found, FALSE);
}

static void
assert_activations (const char *steps, const char *expected)
{
  g_autofree char *found = activations_of (steps);

  g_assert_cmpstr (found, ==, expected);
}

/* A synchronous caller works on until what it called is done. */
static void
test_sync_waits (void)
{
  assert_activations ("step A -> B\nstep B -> C\nstep B -> C\n",
                      "A 1-3\nB 1-3\nC 2-2\nC 3-3\n");
}

static void
test_async_does_not_wait (void)
{
  assert_activations ("step A ~> B\nstep B -> C\n", "A 1-1\nB 1-2\nC 2-2\n");
}

static void
test_self_call (void)
{
  assert_activations ("step A -> B\nstep B -> B\nstep B -> C\n",
                      "A 1-3\nB 1-3\n B 2-3\nC 3-3\n");
}

static void
test_several_initiators (void)
{
  assert_activations ("step A -> B\nstep C -> B\nstep A -> B\n",
                      "A 1-3\nB 1-1\nC 2-2\nB 2-2\nB 3-3\n");
}

static void
test_no_steps (void)
{
  assert_activations ("", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activation/sync-waits", test_sync_waits);
  g_test_add_func ("/activation/async-does-not-wait", test_async_does_not_wait);
  g_test_add_func ("/activation/self-call", test_self_call);
  g_test_add_func ("/activation/several-initiators", test_several_initiators);
  g_test_add_func ("/activation/no-steps", test_no_steps);
  return g_test_run ();
}
