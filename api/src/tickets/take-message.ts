/** A message on a stored ticket, whoever brings it: one that is closed for good is continued by a new, linked ticket. */
import type { TicketState } from "@sluice/engine";
import type { MessageInput, TicketInput } from "@sluice/schemas";
import { AppError } from "../errors.ts";
import { newId } from "../ids.ts";
import type { Actor, TicketCommand } from "../runtime/command.ts";
import type { CommittedEvent } from "../runtime/committed.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { isFinal } from "./final.ts";

/** Who brings it, and what is written in the same transaction. */
export interface MessageBearer {
  readonly actor: Actor;
  readonly alongside?: TicketCommand["alongside"];
}

const continuation = ({ ticket }: TicketState, text: string): TicketInput => ({
  channel: ticket.channel,
  subject: ticket.subject,
  body: text,
  customer: { id: ticket.customer.id },
  ...(ticket.shop === null ? {} : { shop: ticket.shop }),
  ...(ticket.order === null ? {} : { order: ticket.order }),
});

/** Takes the message; throws `ticket.closed-final` when it is not the customer's and the ticket is closed for good. */
export function takeMessage(
  runtime: Runtime,
  state: TicketState,
  message: MessageInput,
  { actor, alongside }: MessageBearer,
): Promise<CommittedEvent> {
  const { id } = state.ticket;
  const more = alongside ? { alongside } : {};
  const { closedFinalDays } = runtime.definitions.current.settings.workspace;
  const final = isFinal(state, closedFinalDays, runtime.clock.now());
  if (final && message.author !== "customer") throw new AppError("ticket.closed-final");
  if (final) {
    const ticket = { id: newId(), number: 0, input: continuation(state, message.text), parent: id };
    return runtime.submit({ ticket: null, body: { type: "ticket.created", ticket }, actor, ...more });
  }
  return runtime.submit({
    ticket: id,
    body: { type: "message.received", message: { ...message, public: message.public ?? true, id: newId() } },
    actor: message.author === "customer" ? { type: "customer" } : actor,
    ...more,
  });
}
