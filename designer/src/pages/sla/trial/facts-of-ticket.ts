/** The facts of a stored ticket that tiers may read. */
import type { Json } from "@sluice/schemas";
import type { Ticket } from "../../../client/types.ts";
import type { TrialFacts } from "./tier-trial.ts";

const memberOf = (value: unknown, name: string): Json | undefined =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? ((value as Readonly<Record<string, Json>>)[name] ?? undefined)
    : undefined;

/** What the customer said until somebody answered, as `ticket.text` has it. */
function textOf({ subject, body, messages }: Ticket): string {
  const reply = messages.findIndex(({ author, public: open }) => author === "agent" && open !== false);
  const said = messages
    .slice(0, reply < 0 ? messages.length : reply)
    .filter(({ author }) => author === "customer")
    .map(({ text }) => text);
  return [...new Set([subject, body, ...said])].filter(Boolean).join("\n");
}

function factOf(ticket: Ticket, id: string): Json | undefined {
  const [family, name = "", field = ""] = id.split(".");
  if (id === "ticket.text") return textOf(ticket);
  if (family === "ticket") return name === "fields" ? memberOf(ticket.fields, field) : memberOf(ticket, name);
  if (family === "customer") return memberOf(ticket.customer, name);
  return family === "order" ? memberOf(ticket.order, name) : undefined;
}

/** The facts that are there; what the ticket does not say is left out. */
export const factsOfTicket = (ticket: Ticket, ids: readonly string[]): TrialFacts =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const value = factOf(ticket, id);
      return value === undefined || value === null ? [] : [[id, value] as const];
    }),
  );
