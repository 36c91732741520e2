/** What the engine noted while it handled an event, as short lines under it. */
import type { LogLine } from "../../../client/types.ts";
import { metricList } from "../../../client/vocabulary.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { formatDuration } from "../../../format/duration.ts";
import { changeSentence } from "./change-sentence.ts";
import { type JsonObject, objectAt, textAt } from "./read-json.ts";

export type LogTone = "plain" | "yellow" | "red";

export interface LogSentence {
  readonly text: string;
  readonly tone: LogTone;
  /** Words that were sent, where the line is a message of a workflow. */
  readonly body?: string;
}

function reminderText(line: LogLine, { t }: SentenceContext): string {
  const metric = metricList.find((name) => name === line.metric);
  const name = metric ? t(`words.metric.${metric}`) : textAt(line, "metric");
  const key = line.card === "yellow" || line.card === "red" ? line.card : "reminder";
  const late = typeof line.lateByMs === "number" ? line.lateByMs : 0;
  const text = t(`ticket.log.${key}`, { metric: name });
  return late < 1_000 ? text : text + t("ticket.log.late", { length: formatDuration(late, t) });
}

/**
 * What a workflow's change left behind (`[before, after]` → after). Only state and stage: category, priority and tags
 * are said by the classification decision, and a person's own changes by the event itself.
 */
function workflowChanges(line: LogLine): JsonObject {
  if (line.workflow === undefined) return {};
  const changes = objectAt(line, "changes");
  const after = (key: string): JsonObject => {
    const value = changes[key];
    return Array.isArray(value) ? { [key]: value[1] ?? null } : {};
  };
  return { ...after("status"), ...after("stage") };
}

type Says = (line: LogLine, context: SentenceContext) => string;

const plain: Readonly<Record<string, Says>> = {
  changed: (line, context) => changeSentence(workflowChanges(line), context),
  replied: (line, { t, names }) =>
    t("ticket.log.replied", { workflow: names.workflow(textAt(line, "workflow")) }),
  "run.started": (line, { t, names }) =>
    t("ticket.log.runStarted", { workflow: names.workflow(textAt(line, "workflow")) }),
  "run.completed": (line, { t, names }) =>
    t("ticket.log.runEnded", { workflow: names.workflow(textAt(line, "workflow")) }),
  "run.cancelled": (line, { t, names }) =>
    t("ticket.log.runCancelled", { workflow: names.workflow(textAt(line, "workflow")) }),
  "run.failed": (line, { t, names }) =>
    t("ticket.log.runFailed", { workflow: names.workflow(textAt(line, "workflow")) }),
  "task.opened": (line, { t, names }) =>
    t("ticket.log.taskOpened", { title: textAt(line, "title"), group: names.group(textAt(line, "group")) }),
  "task.timeout": (line, { t }) => t("ticket.log.taskTimeout", { title: textAt(line, "title") }),
  "job.completed": (line, { t }) => t("ticket.log.jobCompleted", { node: textAt(line, "node") }),
  "job.failed": (line, { t }) => t("ticket.log.jobFailed", { node: textAt(line, "node") }),
};

const alarming: Readonly<Record<string, Says>> = {
  incident: (line, { t }) =>
    t("ticket.log.incident", { message: textAt(line, "message") || textAt(line, "code") }),
  "node.failed": (line, { t }) => t("ticket.log.incident", { message: textAt(line, "message") }),
};

/** The line in words; `null` where the event or its decisions already say it. */
export function logSentence(line: LogLine, context: SentenceContext): LogSentence | null {
  if (line.type === "reminder") {
    const tone = line.card === "red" ? "red" : line.card === "yellow" ? "yellow" : "plain";
    return { text: reminderText(line, context), tone };
  }
  const says = plain[line.type];
  const text = says?.(line, context) ?? alarming[line.type]?.(line, context) ?? "";
  if (text === "") return null;
  const body = line.type === "replied" ? { body: textAt(line, "text") } : {};
  return { text, tone: alarming[line.type] ? "red" : "plain", ...body };
}
