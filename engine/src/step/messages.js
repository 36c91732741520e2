import { applyMessage, applyText, isHumanReply } from "../ticket/apply-message.js";
import { reclassify } from "./classify.js";
import { syncClocks } from "./clocks.js";
import { signalOf } from "./signals.js";
/** A message of the customer or an agent: stored, counted, and signalled to workflows. */
export function receiveMessage(burst, event) {
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
  if (message.author === "customer") reclassify(burst, event.origin ?? null);
  burst.signals.push({ ...signalOf("ticket.messageReceived", event.origin ?? null), message: brought });
  burst.signalChanges(before, event.origin ?? null);
  syncClocks(burst, isHumanReply(message) ? "reply" : "message");
}
/** Anything that the assignee does keeps a claimed ticket from going back to its pool. */
export function touchClaim(burst) {
  const { routing, event } = burst;
  if (routing?.type !== "assigned" || routing.claimExpiresAt === null) return;
  if (event.actor.type === "agent" && event.actor.id === routing.agent)
    burst.routing = { ...routing, claimExpiresAt: null };
}
/** A workflow's message to the customer; no human reply, and it starts no workflow. */
export function botReply(burst, workflow, text, isPublic) {
  const message = { author: "bot", public: isPublic, text };
  burst.ticket = applyMessage(burst.ticket, message, burst.now);
  burst.effects.push({
    type: "message",
    message: { ...message, id: burst.newId(), authorId: workflow, at: burst.now },
  });
  burst.log.push({ type: "replied", workflow, text, public: isPublic });
  syncClocks(burst, "reply");
}
//# sourceMappingURL=messages.js.map
