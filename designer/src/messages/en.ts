/** Every text of the app in English, gathered from one file for each part. */
import { calendar } from "./en/calendar.ts";
import { campaign } from "./en/campaign.ts";
import { classification } from "./en/classification.ts";
import { conditions } from "./en/conditions.ts";
import { customer } from "./en/customer.ts";
import { document } from "./en/document.ts";
import { editor } from "./en/editor.ts";
import { fields } from "./en/fields.ts";
import { inspector } from "./en/inspector.ts";
import { monaco } from "./en/monaco.ts";
import { operations } from "./en/operations.ts";
import { overview } from "./en/overview.ts";
import { people } from "./en/people.ts";
import { plugins } from "./en/plugins.ts";
import { routing } from "./en/routing.ts";
import { segments } from "./en/segments.ts";
import { settings } from "./en/settings.ts";
import { errors, shell, signIn } from "./en/shell.ts";
import { sla } from "./en/sla.ts";
import { tasks } from "./en/tasks.ts";
import { ticket } from "./en/ticket.ts";
import { tickets } from "./en/tickets.ts";
import { trial } from "./en/trial.ts";
import { why } from "./en/why.ts";
import { duration, words } from "./en/words.ts";
import { workflow } from "./en/workflow.ts";

export const en = {
  calendar,
  campaign,
  classification,
  conditions,
  customer,
  duration,
  document,
  editor,
  errors,
  fields,
  inspector,
  monaco,
  operations,
  overview,
  people,
  plugins,
  routing,
  segments,
  settings,
  shell,
  signIn,
  sla,
  tasks,
  ticket,
  tickets,
  trial,
  why,
  words,
  workflow,
};
