/* fuzz-model.c: any bytes as each kind of file that Seefour reads.
 *
 * Built with libFuzzer by `ninja fuzz-model` under clang, and as a test over a corpus under any
 * compiler: see fuzz-corpus.c. */

#include "c4-c4gen-reader.h"
#include "c4-check.h"
#include "c4-cycles-reader.h"
#include "c4-workspace-reader.h"
#include "fuzz.h"

static void
check_report (C4Report *report)
{
  const char *last = NULL;

  c4_report_end (report);
  for (guint i = 0; i < report->problems->len; i++)
    {
      const C4Problem *problem = report->problems->pdata[i];

      g_assert_true (g_utf8_validate (problem->message, -1, NULL));
      g_assert_null (strchr (problem->message, '\n'));
      last = problem->message;
    }
  g_assert_true (report->problems->len == 0 || last != NULL);
}

/* A document that can't be read must say so. */
static C4Model *
read_model (const C4YamlDocument *document, GPtrArray *problems)
{
  C4Model *model;
  C4Report report;

  c4_report_begin (&report, problems, "model.yaml");
  model = c4_c4gen_read_model (document, &report);
  check_report (&report);
  g_assert_true (model != NULL || c4_problems_count (problems, C4_SEVERITY_ERROR) > 0);
  return model;
}

static void
read_others (const C4YamlDocument *document, GPtrArray *problems)
{
  g_autoptr (C4Model) candidates = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  C4Report report;

  c4_report_begin (&report, problems, "model.graph.yaml");
  candidates = c4_c4gen_read_candidates (document, &report);
  cycles = c4_cycles_read (document, &report);
  check_report (&report);
  if (candidates != NULL)
    g_assert_null (candidates->primary_system);
}

static void
read_workspace (const C4YamlDocument *document, C4Model *model, GPtrArray *problems)
{
  g_autoptr (C4WorkspaceBuilder) builder = c4_workspace_builder_new ("fuzz", "workspace.yml", FALSE);
  g_autoptr (C4Workspace) workspace = NULL;
  g_autoptr (GArray) models = NULL;
  C4Report report;

  c4_report_begin (&report, problems, "workspace.yml");
  models = c4_workspace_read_models (document, &report);
  c4_workspace_read_landscape (document, builder);
  check_report (&report);
  for (guint i = 0; i < 2; i++)
    c4_workspace_builder_add_member (
        builder, &(C4WorkspaceMember){ .system_id = model != NULL ? model->primary_system->id : NULL,
                                       .name = "model",
                                       .path = i == 0 ? "a.yaml" : "b.yaml",
                                       .model = model });
  workspace = c4_workspace_builder_build (builder);
  c4_check_workspace (workspace, problems);
}

static void
read_head (const char *text, gsize length)
{
  g_autoptr (GPtrArray) problems = c4_problems_new ();
  g_autoptr (C4YamlDocument) document = NULL;
  C4Report report;

  c4_report_begin (&report, problems, "model.yaml");
  document = c4_yaml_parse_until (text, length, "meta", &report);
  g_assert_nonnull (c4_yaml_get_mapping (document->root, "meta"));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GPtrArray) problems = c4_problems_new ();
  g_autoptr (C4YamlDocument) document = NULL;
  g_autoptr (C4Model) model = NULL;
  C4Report report;

  c4_report_begin (&report, problems, "model.yaml");
  document = c4_yaml_parse ((const char *) data, size, &report);
  check_report (&report);
  g_assert_true (document->complete || problems->len > 0);
  model = read_model (document, problems);
  read_others (document, problems);
  read_workspace (document, model, problems);
  read_head ((const char *) data, size);
  return 0;
}
