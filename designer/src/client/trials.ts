/** Trial runs: what would happen to a ticket, with drafts in the place of what is live. Nothing is stored or sent. */
import type { AnyDocument, Decision, Json, Message, TicketInput } from "@sluice/schemas";
import { request } from "./request.ts";
import type { RunView, Ticket } from "./types.ts";

/** What a token waits for after a node. */
export interface TrialWait {
  readonly type: string;
  readonly at?: string;
  readonly until?: string | null;
  readonly [detail: string]: Json | undefined;
}

/** One time that a node was entered or woken. */
export interface TrialVisit {
  readonly run: string;
  readonly workflow: string;
  readonly revision: number;
  readonly node: string;
  readonly type: string | null;
  readonly name: string | null;
  readonly visit: number;
  readonly at: string;
  /** The port it left by; `null` while it waits and where the run ended. */
  readonly port: string | null;
  readonly wait: TrialWait | null;
  readonly changes: { readonly [property: string]: readonly [before: Json, after: Json] };
  readonly variables: { readonly [name: string]: Json };
  /** Places in the step's list of decisions. */
  readonly decisions: readonly number[];
  /** Ids of the messages and jobs that it made. */
  readonly messages: readonly string[];
  readonly jobs: readonly string[];
}

/** An action that would be called. */
export interface TrialJob {
  readonly id: string;
  readonly node: string;
  readonly action: string;
  readonly input: Json;
}

/** One event and what came of it. */
export interface TrialStep {
  readonly type: string;
  readonly at: string;
  readonly decisions: readonly Decision[];
  readonly messages: readonly Message[];
  readonly jobs: readonly TrialJob[];
  readonly nodes: readonly TrialVisit[];
}

export interface TrialAnswer {
  /** Until when the ticket was followed. */
  readonly at: string;
  readonly ticket: Ticket;
  readonly runs: readonly RunView[];
  readonly steps: readonly TrialStep[];
}

/** Something that happens to the ticket `after` (ISO) its creation; one key says what. */
export interface TrialEvent {
  readonly after: string;
  readonly task?: { readonly outcome: string };
  readonly message?: { readonly author: "customer" | "agent"; readonly text: string };
}

export interface TrialRequest {
  readonly ticket?: TicketInput;
  readonly ticketId?: string;
  readonly at?: string;
  readonly documents: readonly AnyDocument[];
  readonly events?: readonly TrialEvent[];
  readonly pinned?: { readonly [node: string]: Json };
  readonly failing?: { readonly [node: string]: { readonly code: string; readonly message: string } };
  /** How long to follow the ticket, ISO. */
  readonly follow?: string;
}

/** @throws ApiError 422 with paths where the draft or the ticket is at fault. */
export const simulate = (body: TrialRequest): Promise<TrialAnswer> =>
  request("/simulate", { method: "POST", body });
