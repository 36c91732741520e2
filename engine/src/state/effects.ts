/** What the runtime must do after a step. Data only; written in the step's own transaction. */
import type { Json, Message } from "@sluice/schemas";

export interface RetryPolicy {
  readonly maxAttempts: number;
  readonly backoff: "fixed" | "exponential";
  /** ISO durations. */
  readonly initial: string;
  readonly max: string;
}

/** A call to a plugin action, executed at least once under its id as idempotency key. */
export interface JobEffect {
  readonly type: "job";
  /** `runId:nodeId:visit`. */
  readonly id: string;
  readonly run: string;
  readonly node: string;
  readonly action: string;
  readonly version: string;
  readonly input: Json;
  /** ISO duration. */
  readonly timeout: string;
  readonly retry: RetryPolicy;
}

/** A job that must not run any more, because its run ended. */
export interface CancelJobEffect {
  readonly type: "cancel-job";
  readonly id: string;
}

/** A message to store and, where the channel can send, to deliver. */
export interface MessageEffect {
  readonly type: "message";
  readonly message: Omit<Message, "at"> & { readonly at: number; readonly externalId?: string };
}

/** Somebody to tell. */
export interface NotifyEffect {
  readonly type: "notify";
  readonly id: string;
  /** Agent ids, already looked up. */
  readonly agents: readonly string[];
  readonly reason:
    | "sla-reminder"
    | "escalation"
    | "pool-warning"
    | "pool-escalation"
    | "task"
    | "pause-ended";
  readonly data: { readonly [key: string]: Json };
}

/** A node that failed for good; the token stays until somebody retries or skips it. */
export interface IncidentEffect {
  readonly type: "incident";
  readonly id: string;
  readonly run: string | null;
  readonly node: string | null;
  readonly job: string | null;
  readonly code: string;
  readonly message: string;
  readonly details: Json;
}

export interface CloseIncidentEffect {
  readonly type: "close-incident";
  readonly id: string;
  readonly how: "retried" | "skipped";
}

/** Ask routing; the driver answers it with a `routing.decided` event in the same transaction. */
export interface RouteEffect {
  readonly type: "route";
  readonly policy: string;
  readonly run: string;
  readonly token: string;
}

/** An invitation to rate: its link stands in the message of the same step as `surveyLink(id)`. */
export interface SurveyEffect {
  readonly type: "survey";
  /** `runId:nodeId:visit`. */
  readonly id: string;
  readonly question: string;
  /** Scores go from 1 to this. */
  readonly scale: number;
  /** Epoch ms. */
  readonly expiresAt: number;
}

export type Effect =
  | JobEffect
  | CancelJobEffect
  | MessageEffect
  | NotifyEffect
  | IncidentEffect
  | CloseIncidentEffect
  | RouteEffect
  | SurveyEffect;

/** One line of the ticket's timeline, written by the step that made it. */
export interface LogEntry {
  readonly type: string;
  readonly [detail: string]: Json;
}
