/** Messages within a burst: what comes in, and what workflows answer. */
import type { TicketEvent } from "../state/events.ts";
import { applyMessage, applyText, isHumanReply } from "../ticket/apply-message.ts";
import type { Burst } from "./burst.ts";
import { reclassify } from "./classify.ts";
import { syncClocks } from "./clocks.ts";
import { signalOf } from "./signals.ts";

/** A message of the customer or an agent: stored, counted, and signalled to workflows. */
export function receiveMessage(
  burst: Burst,
  event: TicketEvent & { readonly type: "message.received" },
): void {
  const { message } = event;
  const before = burst.ticket;
  burst.text = applyText(burst.text, before, message);
  burst.ticket = applyMessage(before, message, burst.now);
  const brought = { author: message.author, public: message.public, text: message.text };
  burst.attend([], brought);
  burst.effects.push({
    type: "message",
    message: {
      id: message.id,
      author: message.author,
      authorId: event.actor.id ?? null,
      public: message.public,
      text: message.text,
      at: burst.now,
      ...(message.externalId === undefined ? {} : { externalId: message.externalId }),
    },
  });
  touchClaim(burst);
  burst.signals.push({ ...signalOf("ticket.messageReceived", event.origin ?? null), message: brought });
  burst.signalChanges(before, event.origin ?? null);
  // Signals its own changes, so the message's come first: each change is signalled once.
  if (message.author === "customer") reclassify(burst, event.origin ?? null);
  syncClocks(burst, isHumanReply(message) ? "reply" : "message");
}

/** Anything that the assignee does keeps a claimed ticket from going back to its pool. */
export function touchClaim(burst: Burst): void {
  const { routing, event } = burst;
  if (routing?.type !== "assigned" || routing.claimExpiresAt === null) return;
  if (event.actor.type === "agent" && event.actor.id === routing.agent)
    burst.routing = { ...routing, claimExpiresAt: null };
}

/** A workflow's message to the customer; no human reply, and it starts no workflow. */
export function botReply(burst: Burst, workflow: string, text: string, isPublic: boolean): void {
  const message = { author: "bot" as const, public: isPublic, text };
  burst.ticket = applyMessage(burst.ticket, message, burst.now);
  burst.effects.push({
    type: "message",
    message: { ...message, id: burst.newId(), authorId: workflow, at: burst.now },
  });
  burst.log.push({ type: "replied", workflow, text, public: isPublic });
  syncClocks(burst, "reply");
}
