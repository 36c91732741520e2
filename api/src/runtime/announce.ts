/** Tells open pages and the figures what a commit changed. */
import type { App } from "../app.ts";
import type { CommittedBatch } from "./dispatcher.ts";

/** Publishes one `ticket` event per changed ticket, and counts. */
export function announce(app: App, batch: CommittedBatch): void {
  for (const { command, result } of batch.results) {
    if (!result.changed) continue;
    const { ticket } = result.state;
    app.figures.eventHandled(command.body.type);
    if (result.created) app.figures.ticketCreated(ticket.channel);
    app.events.publish("ticket", {
      id: ticket.id,
      number: ticket.number,
      seq: result.state.seq,
      status: ticket.status,
      assignee: ticket.assignee,
      pool: ticket.pool,
      created: result.created,
    });
  }
  // What they were told is behind /notifications; everybody hears only that there is something.
  for (const agent of new Set(batch.notified.map((notified) => notified.agent)))
    app.events.publish("notification", { agent });
  if (batch.incidents.length === 0) return;
  app.figures.incidentRaised(batch.incidents.length);
  app.events.publish("incident", { ids: batch.incidents });
}
