/** Tells open pages and the figures what a commit changed. */
import type { App } from "../app.ts";
import type { CommittedBatch } from "./dispatcher.ts";
import type { News } from "./follower.ts";

/** What open pages are told: one `ticket` event per changed ticket, who was notified, new incidents. */
export function newsOf({ results, notified, incidents }: CommittedBatch): readonly News[] {
  const tickets = results.flatMap(({ result: { changed, created, state } }): readonly News[] => {
    if (!changed || state.ticketless) return [];
    const { id, number, status, assignee, pool } = state.ticket;
    return [["ticket", { id, number, seq: state.seq, status, assignee, pool, created }]];
  });
  // What they were told is behind /notifications; everybody hears only that there is something.
  const agents = [...new Set(notified.map(({ agent }) => agent))];
  return [
    ...tickets,
    ...agents.map((agent): News => ["notification", { agent }]),
    ...(incidents.length > 0 ? [["incident", { ids: incidents }] as const] : []),
  ];
}

/** Tells the pages of this process and counts; those of other processes hear it from the database. */
export function announce(app: App, batch: CommittedBatch): void {
  for (const [topic, data] of newsOf(batch)) app.events.show(topic, data);
  for (const { command, result } of batch.results) {
    if (!result.changed) continue;
    app.figures.eventHandled(command.body.type);
    if (result.created && !result.state.ticketless) app.figures.ticketCreated(result.state.ticket.channel);
  }
  if (batch.incidents.length > 0) app.figures.incidentRaised(batch.incidents.length);
}
