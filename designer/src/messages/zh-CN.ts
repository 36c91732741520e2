/** Every text of the app in Chinese, the first language, gathered from one file for each part. */
import { calendar } from "./zh-CN/calendar.ts";
import { campaign } from "./zh-CN/campaign.ts";
import { classification } from "./zh-CN/classification.ts";
import { conditions } from "./zh-CN/conditions.ts";
import { customer } from "./zh-CN/customer.ts";
import { document } from "./zh-CN/document.ts";
import { editor } from "./zh-CN/editor.ts";
import { fields } from "./zh-CN/fields.ts";
import { inspector } from "./zh-CN/inspector.ts";
import { monaco } from "./zh-CN/monaco.ts";
import { operations } from "./zh-CN/operations.ts";
import { overview } from "./zh-CN/overview.ts";
import { people } from "./zh-CN/people.ts";
import { plugins } from "./zh-CN/plugins.ts";
import { routing } from "./zh-CN/routing.ts";
import { segments } from "./zh-CN/segments.ts";
import { settings } from "./zh-CN/settings.ts";
import { errors, shell, signIn } from "./zh-CN/shell.ts";
import { sla } from "./zh-CN/sla.ts";
import { tasks } from "./zh-CN/tasks.ts";
import { ticket } from "./zh-CN/ticket.ts";
import { tickets } from "./zh-CN/tickets.ts";
import { trial } from "./zh-CN/trial.ts";
import { why } from "./zh-CN/why.ts";
import { duration, words } from "./zh-CN/words.ts";
import { workflow } from "./zh-CN/workflow.ts";

export const zhCN = {
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
