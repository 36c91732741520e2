/** A ticket at the moment it comes in: before anything classified, clocked or routed it. */

import type { CapacityKind, Priority } from "@sluice/schemas";
import type { NewTicket } from "../state/events.ts";
import type { TicketRecord, TicketState, TicketText } from "../state/ticket-state.ts";

const cjk = /[\u3400-\u9fff]/;

/** A coarse guess that is right for the channels at hand: `zh` when any Han character is there. */
const languageOf = (text: string): string | null =>
  text.trim() === "" ? null : cjk.test(text) ? "zh" : "en";

/** The priority of a ticket that neither its caller nor a rule gave one. */
export const defaultPriority: Priority = "P3";

function toRecord(source: NewTicket, now: number, capacityKind: CapacityKind): TicketRecord {
  const { input, known } = source;
  const createdAt = input.createdAt === undefined ? now : Date.parse(input.createdAt);
  return {
    id: source.id,
    number: source.number,
    channel: input.channel,
    capacityKind,
    shop: input.shop ?? null,
    externalId: input.externalId ?? null,
    subject: input.subject,
    body: input.body ?? "",
    language: languageOf(`${input.subject} ${input.body ?? ""}`),
    customer: { ...known, ...input.customer },
    order: input.order ?? null,
    status: "new",
    stage: null,
    category: null,
    tags: [...new Set(input.tags ?? [])],
    priority: input.priority ?? defaultPriority,
    priorityExplicit: input.priority !== undefined,
    categoryExplicit: false,
    fields: input.fields ?? {},
    assignee: null,
    group: null,
    pool: null,
    parent: source.parent ?? null,
    children: [],
    mergedInto: null,
    transferCount: 0,
    reopenCount: 0,
    messageCount: 0,
    escalated: false,
    createdAt,
    updatedAt: now,
    firstAssignedAt: null,
    firstHumanReplyAt: null,
    firstReplyAt: null,
    unansweredSince: createdAt,
    lastHumanReplyAt: null,
    lastAgentUpdateAt: null,
    resolvedAt: null,
    closedAt: null,
  };
}

const noText: TicketText = { parts: [], last: null };

/** The aggregate of a new ticket; `createdAt` is the caller's, else `now`. */
export function createTicketState(
  source: NewTicket,
  now: number,
  capacityKind: CapacityKind = "ticket",
): TicketState {
  return {
    ticket: toRecord(source, now, capacityKind),
    text: noText,
    classification: null,
    sla: null,
    clocks: [],
    routing: null,
    runs: [],
    tasks: [],
    seq: 0,
  };
}

/** An aggregate for runs that are about no ticket; its ticket is a blank that no condition, template or node sees. */
export function createTicketlessState(id: string, now: number): TicketState {
  const input = { channel: "", subject: "", customer: { id: "" } };
  return { ...createTicketState({ id, number: 0, input }, now), ticketless: { firedUpTo: null } };
}
