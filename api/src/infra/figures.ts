/** The runtime's own figures: tickets taken, events handled, lateness of timers, incidents. */
import fp from "fastify-plugin";
import { Counter, Histogram } from "prom-client";

export interface Figures {
  ticketCreated(channel: string): void;
  eventHandled(type: string): void;
  incidentRaised(count: number): void;
  /** How long after its due a timer was handled, ms. */
  timerLateness(ms: number): void;
  /** A live classification was checked against json-rules-engine, or could not be. */
  referenceChecked(result: "same" | "different" | "dropped" | "failed"): void;
}

declare module "fastify" {
  interface FastifyInstance {
    readonly figures: Figures;
  }
}

export const figuresPlugin = fp(
  async (app) => {
    const registers = [app.metrics];
    const tickets = new Counter({
      name: "sluice_tickets_created_total",
      help: "Tickets taken, by channel",
      labelNames: ["channel"],
      registers,
    });
    const events = new Counter({
      name: "sluice_ticket_events_total",
      help: "Ticket events committed, by type",
      labelNames: ["type"],
      registers,
    });
    const incidents = new Counter({ name: "sluice_incidents_total", help: "Incidents raised", registers });
    const lateness = new Histogram({
      name: "sluice_timer_lateness_seconds",
      help: "How long after its due a timer was handled",
      buckets: [0.1, 0.5, 1, 2, 5, 30, 300, 3600],
      registers,
    });
    const checks = new Counter({
      name: "sluice_reference_checks_total",
      help: "Live classifications checked against json-rules-engine, by result",
      labelNames: ["result"],
      registers,
    });
    app.decorate("figures", {
      ticketCreated: (channel) => tickets.inc({ channel }),
      eventHandled: (type) => events.inc({ type }),
      incidentRaised: (count) => incidents.inc(count),
      referenceChecked: (result) => checks.inc({ result }),
      timerLateness: (ms) => lateness.observe(ms / 1000),
    });
  },
  { name: "figures", dependencies: ["metrics"] },
);
