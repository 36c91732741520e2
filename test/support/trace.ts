/**
 * What happened to a ticket, as lines that a person can read and a test can compare.
 * The engine's simulation, `POST /simulate` and the live server's timeline all become the same lines:
 * ids are left out, instants are told from the ticket's creation (dues in full).
 */
import { formatDuration, type LogEntry } from "@sluice/engine";
import type { ClockDecision, Decision, Json, RoutingDecision } from "@sluice/schemas";

/** One event with what it came to. Instants are epoch ms. */
export interface TraceStep {
  readonly at: number;
  readonly type: string;
  readonly decisions: readonly Decision[];
  readonly log: readonly LogEntry[];
}

export interface TraceRun {
  readonly workflow: string;
  readonly status: string;
  readonly path: readonly { readonly node: string; readonly port: string | null }[];
}

export interface TraceMessage {
  readonly at: number;
  readonly author: string;
  readonly public: boolean;
  readonly text: string;
}

export interface TraceNotice {
  readonly at: number;
  readonly agent: string;
  readonly reason: string;
  readonly data: { readonly [key: string]: Json };
}

export interface TraceClock {
  readonly metric: string;
  readonly state: string;
  readonly due: number;
}

/** Everything that one way of running a ticket tells. */
export interface Told {
  readonly startedAt: number;
  readonly steps: readonly TraceStep[];
  readonly runs: readonly TraceRun[];
  readonly messages: readonly TraceMessage[];
  readonly notices: readonly TraceNotice[];
  /** `node action@version` of every job, in any order. */
  readonly jobs: readonly string[];
  readonly clocks: readonly TraceClock[];
  readonly ticket: { readonly [property: string]: unknown };
}

/** The normalised trace, as it stands under `expect` in a scenario. */
export interface Trace {
  readonly ticket: { readonly [property: string]: unknown };
  readonly clocks: { readonly [metric: string]: string };
  readonly steps: readonly string[];
  readonly runs: readonly string[];
  readonly messages: readonly string[];
  readonly notices: readonly string[];
  readonly jobs: readonly string[];
}

const iso = (instant: number): string => new Date(instant).toISOString().replace(".000Z", "Z");

/** What of the ticket a scenario compares. */
const compared = [
  "status",
  "stage",
  "category",
  "priority",
  "tags",
  "assignee",
  "group",
  "pool",
  "escalated",
  "transferCount",
  "reopenCount",
  "messageCount",
  "fields",
] as const;

const classified = (decision: Decision & { kind: "classification" }): readonly string[] => {
  const { outcome, sources, matched } = decision;
  const values = [
    `category=${outcome.category} (${sources.category ?? "-"})`,
    `priority=${outcome.priority} (${sources.priority ?? "-"})`,
    ...outcome.tags.map((tag) => `+${tag} (${sources.tags[tag] ?? "-"})`),
    ...Object.entries(outcome.fields).map(
      ([key, value]) => `${key}=${JSON.stringify(value)} (${sources.fields[key] ?? "-"})`,
    ),
  ];
  const rules =
    matched.map(({ id, campaign }) => (campaign ? `${id}@${campaign}` : id)).join(", ") || "nothing";
  return [`${nameOf(decision)} matched ${rules}: ${values.join(", ")}`];
};

const nameOf = ({ kind, ref }: Decision): string => `${kind} ${ref.key}@${ref.revision}`;

const clockLine = (clock: ClockDecision): string =>
  [
    `${clock.clock} ${clock.change}: ${clock.target.text} on ${clock.calendar}`,
    `due ${iso(clock.due)}`,
    ...(clock.previousDue === undefined || clock.previousDue === clock.due
      ? []
      : [`was ${iso(clock.previousDue)}`]),
    `elapsed ${formatDuration(clock.elapsedMs)}`,
    `by ${clock.tiers.join("+")}`,
    ...(clock.overlay ? [`campaign ${clock.overlay.campaign}/${clock.overlay.phase}`] : []),
    ...(clock.reason === undefined ? [] : [`because ${clock.reason}`]),
  ].join(", ");

const outcomeOf = ({ outcome }: RoutingDecision): string => {
  if (outcome.type === "assigned") return `assigned ${outcome.agent} (${outcome.group ?? "no group"})`;
  if (outcome.type === "pooled") return `pooled ${outcome.pool}`;
  return `waiting for ${outcome.group}${outcome.timeoutAt === null ? "" : ` until ${iso(outcome.timeoutAt)}`}`;
};

const considered = ({ considered }: RoutingDecision): string =>
  considered.map(({ agent, reason }) => (reason === undefined ? agent : `${agent}: ${reason}`)).join(", ");

function decisionLines(decision: Decision): readonly string[] {
  if (decision.kind === "classification") return classified(decision);
  if (decision.kind === "sla")
    return decision.clocks.map((clock) => `${nameOf(decision)} ${clockLine(clock)}`);
  const strategy = decision.strategy === undefined ? "" : ` by ${decision.strategy}`;
  const who = decision.considered.length === 0 ? "" : ` [${considered(decision)}]`;
  return [
    `${nameOf(decision)} ${decision.cause} ${decision.route}#${decision.step}${strategy}: ${outcomeOf(decision)}${who}`,
  ];
}

/** Ids differ from run to run; a routing outcome stands in its decision already. */
const leftOut = new Set(["survey", "type", "run", "running", "job", "incident", "task", "clock", "outcome"]);

const idsOfTasks = new Set(["task"]);

/** A survey's link has a token of its own on every server, and the engine knows none. */
const withoutLinks = (text: string): string =>
  text.replace(/(?:sluice-survey:[\w.:-]+|https?:\/\/\S+\/public\/survey\/[\w-]+)/g, "<survey>");

const shownValue = (key: string, value: Json): string =>
  key.endsWith("At") && typeof value === "number" ? iso(value) : withoutLinks(JSON.stringify(value));

function logLine({ type, ...details }: LogEntry): string | null {
  if (type === "routed" && details.outcome !== null) return null;
  const hidden = type === "task.answered" ? idsOfTasks : leftOut;
  const kept = Object.entries(details).filter(([key, value]) => !hidden.has(key) && value !== null);
  return [type, ...kept.map(([key, value]) => `${key}=${shownValue(key, value)}`)].join(" ");
}

const after = (from: number, at: number): string => `+${formatDuration(at - from)}`;

const stepLines = (startedAt: number, step: TraceStep): readonly string[] => [
  `${after(startedAt, step.at)} ${step.type}`,
  ...step.decisions.flatMap(decisionLines).map((line) => `  ${line}`),
  ...step.log.flatMap((entry) => logLine(entry) ?? []).map((line) => `  ${line}`),
];

const runLine = ({ workflow, status, path }: TraceRun): string =>
  `${workflow} ${status}: ${path.map(({ node, port }) => (port === null ? node : `${node}.${port}`)).join(" > ")}`;

/** Makes the comparable trace; object keys and unordered lists are sorted. */
export function toTrace(told: Told): Trace {
  const { startedAt } = told;
  const at = (instant: number) => after(startedAt, instant);
  return {
    ticket: Object.fromEntries(compared.map((key) => [key, told.ticket[key] ?? null])),
    clocks: Object.fromEntries(
      told.clocks.map(({ metric, state, due }) => [metric, `${state}, due ${iso(due)}`]),
    ),
    steps: told.steps.flatMap((step) => stepLines(startedAt, step)),
    runs: told.runs.map(runLine),
    messages: told.messages.map(
      (message) =>
        `${at(message.at)} ${message.author}${message.public ? "" : " (internal)"}: ${withoutLinks(message.text)}`,
    ),
    notices: told.notices
      .map(({ at: instant, agent, reason, data }) =>
        [
          at(instant),
          agent,
          reason,
          ...["reminder", "metric", "pool"].flatMap((key) => (data[key] == null ? [] : String(data[key]))),
        ].join(" "),
      )
      .sort(),
    jobs: [...told.jobs].sort(),
  };
}
