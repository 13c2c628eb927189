/* c4-c4gen-steps.c: the scenarios of a c4gen model, and which of their steps run together.
 *
 * c4gen's steps are one after the other. Seefour reads two more keys of a step, `number` and
 * `tags`, and where there are none looks at the tags of the flow that the step follows. */

#include "c4-c4gen-reading.h"
#include "c4-c4gen-schema.h"

#include <glib/gi18n.h>

#define PARALLEL "parallel"

/* How far a scenario has been read. The numbers of a file may be wrong; those that are drawn count
 * from 1 without gaps. */
typedef struct
{
  C4C4genReading *reading;
  const C4Scenario *scenario; /* NULL: its steps are only checked */
  guint last;                 /* number of the step before in the file, given or counted; 0: none */
  guint highest;              /* of those numbers */
  guint drawn;                /* steps that are drawn, those that run together as one */
  gboolean is_open;           /* the step before is drawn: another can run together with it */
} Counting;

/* 0: none is given, or none that is right */
static guint
read_number (const C4YamlNode *step)
{
  const C4YamlNode *value = c4_yaml_get (step, "number");
  guint64 number = 0;

  if (value == NULL || value->type != C4_YAML_NUMBER_WHOLE
      || !g_ascii_string_to_unsigned (value->text, 10, 1, G_MAXUINT, &number, NULL))
    return 0;
  return (guint) number;
}

static void
check_number (const Counting *counting, const C4YamlNode *step, guint number)
{
  C4Report *report = counting->reading->report;
  C4Position position = c4_yaml_get (step, "number")->position;

  if (number == counting->last)
    return;
  if (number <= counting->highest)
    c4_report_error (report, position,
                     _ ("step number %u comes after number %u: steps that run together follow each "
                        "other, and numbers only rise"),
                     number, counting->last);
  else if (number > counting->highest + 1)
    c4_report_warning (report, position,
                       _ ("step number %u comes after number %u: steps are drawn as 1, 2, 3, "
                          "without gaps"),
                       number, counting->last);
}

static gboolean
is_tagged (const C4Step *step)
{
  return g_strv_contains (step->tags, PARALLEL);
}

/* Whether it runs together with the step before it: its own number and tags say so, or else the
 * flow that it follows. */
static gboolean
is_parallel (const Counting *counting, guint number, const C4Step *step)
{
  if (counting->last == 0)
    return FALSE;
  if (number > 0)
    return number == counting->last || is_tagged (step);
  return is_tagged (step)
         || (step->source != NULL && step->target != NULL
             && c4_model_builder_is_flow_tagged (counting->reading->builder, step, PARALLEL));
}

static void
count (Counting *counting, const C4YamlNode *object, const C4Step *step)
{
  guint number = read_number (object);
  gboolean parallel = is_parallel (counting, number, step);

  if (number > 0)
    check_number (counting, object, number);
  else
    number = parallel ? counting->last : counting->highest + 1;
  counting->last = number;
  counting->highest = MAX (counting->highest, number);
  if (!parallel)
    counting->is_open = FALSE;
}

static void
read_step (Counting *counting, const C4YamlNode *object)
{
  const C4Schema *schema = &c4_c4gen_step_schema;
  C4C4genReading *reading = counting->reading;
  g_auto (GStrv) tags = c4_c4gen_read_tags (object);
  C4Step step = { .source = c4_c4gen_resolve (reading, schema, object, "source"),
                  .target = c4_c4gen_resolve (reading, schema, object, "target"),
                  .label = c4_yaml_get_text (object, "label"),
                  .sync = c4_yaml_get_boolean (object, "sync", TRUE),
                  .tags = (const char *const *) tags,
                  .position = object->position };

  count (counting, object, &step);
  if (counting->scenario == NULL || step.source == NULL || step.target == NULL)
    return;
  step.number = counting->is_open ? counting->drawn : ++counting->drawn;
  counting->is_open = TRUE;
  c4_model_builder_add_step (reading->builder, counting->scenario, &step);
}

static void
read_steps (C4C4genReading *reading, const C4YamlNode *object, const C4Scenario *scenario)
{
  const C4YamlNode *list = c4_yaml_get_list (object, "steps");
  Counting counting = { .reading = reading, .scenario = scenario };

  for (guint i = 0; i < list->n_entries; i++)
    read_step (&counting, list->entries[i].value);
}

void
c4_c4gen_read_scenarios (C4C4genReading *reading, const C4YamlNode *root)
{
  const C4YamlNode *list = c4_yaml_get_list (root, "scenarios");

  for (guint i = 0; i < list->n_entries; i++)
    {
      const C4YamlNode *object = list->entries[i].value;
      const char *id = c4_yaml_get_text (object, "id");
      const char *title = c4_yaml_get_text (object, "title");
      const C4Scenario *scenario = NULL;

      if (c4_ids_declare (reading->scenarios, "scenario", object))
        scenario = c4_model_builder_add_scenario (
            reading->builder,
            &(C4Scenario){ .id = id,
                           .title = title != NULL ? title : id,
                           .description = c4_yaml_get_text (object, "description"),
                           .position = object->position });
      read_steps (reading, object, scenario);
    }
}
