/** A ticket for the tests of this folder, and of the facts that are made of one. */
import type { TicketInput } from "@sluice/schemas";
import type { TicketRecord, TicketState } from "../state/ticket-state.ts";
import { createTicketState } from "./new-ticket.ts";

/** Monday 2 March 2026, 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 2, 2, 2);

const input: TicketInput = { channel: "taobao", subject: "在吗", customer: { id: "c1" } };

export const newState = (over: Partial<TicketInput> = {}): TicketState =>
  createTicketState({ id: "t1", number: 7, input: { ...input, ...over } }, monday);

export const ticketWith = (over: Partial<TicketRecord>): TicketRecord => ({ ...newState().ticket, ...over });
