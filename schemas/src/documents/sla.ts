/** sla: tiers of targets per priority and metric, pauses and reminders. */
import { type Static, Type } from "typebox";
import { ConditionRef } from "../conditions.ts";
import { Duration, Key, SlaMetric, strict, TicketStatus } from "../primitives.ts";

const metricDurations = {
  firstResponse: Type.Optional(Duration),
  nextResponse: Type.Optional(Duration),
  periodicUpdate: Type.Optional(Duration),
  assignment: Type.Optional(Duration),
  resolution: Type.Optional(Duration),
};

/** One cell group: targets of one priority; `calendar` overrides the policy's for these. */
export const TargetCells = Type.Object(
  {
    ...metricDurations,
    /** A fact or field that holds the platform's own deadline, as an instant. */
    platformDue: Type.Optional(Type.String({ minLength: 1, "x-widget": "fact" })),
    calendar: Type.Optional(Key),
  },
  strict,
);
export type TargetCells = Static<typeof TargetCells>;

export const TargetTable = Type.Object(
  {
    "*": Type.Optional(TargetCells),
    P0: Type.Optional(TargetCells),
    P1: Type.Optional(TargetCells),
    P2: Type.Optional(TargetCells),
    P3: Type.Optional(TargetCells),
  },
  strict,
);
export type TargetTable = Static<typeof TargetTable>;

const factor = Type.Optional(Type.Number({ exclusiveMinimum: 0, maximum: 1000 }));
export const ScaleTable = Type.Object(
  {
    firstResponse: factor,
    nextResponse: factor,
    periodicUpdate: factor,
    assignment: factor,
    resolution: factor,
  },
  strict,
);
export type ScaleTable = Static<typeof ScaleTable>;

export const SlaTier = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 63 }),
    name: Type.Optional(Type.String({ default: "" })),
    when: Type.Optional(ConditionRef),
    targets: Type.Optional(TargetTable),
    scale: Type.Optional(ScaleTable),
  },
  strict,
);
export type SlaTier = Static<typeof SlaTier>;

/** Open time relative to due (`-PT30M`, `PT0S`, `PT2H`) or a share of the target (`75%`). */
export const reminderAtPattern =
  "^(?:-?P(?=[0-9T])(?:[0-9]+D)?(?:T(?=[0-9])(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\\.[0-9]{1,3})?S)?)?|[0-9]{1,3}(?:\\.[0-9]{1,2})?%)$";
const ReminderAt = Type.String({ pattern: reminderAtPattern, "x-widget": "reminder-at" });

export const SlaReminder = Type.Object(
  {
    id: Type.String({ minLength: 1, maxLength: 63 }),
    metric: Type.Union([Type.Literal("*"), SlaMetric]),
    at: ReminderAt,
    else: Type.Optional(ReminderAt),
    card: Type.Optional(Type.Union([Type.Literal("yellow"), Type.Literal("red")])),
    /** `assignee`, `lead`, `director`, or `group:<key>` and `agent:<id>`. */
    notify: Type.Optional(
      Type.Array(
        Type.String({ pattern: "^(?:assignee|lead|director|group:[a-z0-9][a-z0-9-]{0,62}|agent:.{1,63})$" }),
        { default: [] },
      ),
    ),
    escalate: Type.Optional(Type.Boolean({ default: false })),
  },
  strict,
);
export type SlaReminder = Static<typeof SlaReminder>;

const pausing = Type.Optional(Type.Array(TicketStatus));
export const SlaSpec = Type.Object(
  {
    calendar: Key,
    pauseOn: Type.Optional(
      Type.Object(
        {
          firstResponse: pausing,
          nextResponse: pausing,
          periodicUpdate: pausing,
          assignment: pausing,
          resolution: pausing,
        },
        { ...strict, default: {} },
      ),
    ),
    maxPause: Type.Optional(Duration),
    stopsOn: Type.Optional(Type.Union([Type.Literal("human"), Type.Literal("any")], { default: "human" })),
    tiers: Type.Array(SlaTier, { minItems: 1 }),
    reminders: Type.Optional(Type.Array(SlaReminder, { default: [] })),
  },
  strict,
);
export type SlaSpec = Static<typeof SlaSpec>;
