import { Burst } from "./burst.js";
/** What a condition would read of the ticket at `now`. */
export const ticketFacts = (definitions, state, event, now) =>
  new Burst(definitions, state, event, now, 0).facts();
//# sourceMappingURL=ticket-facts.js.map
