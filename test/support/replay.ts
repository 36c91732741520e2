/**
 * Replay: what the server stored of a ticket, its events in order, run through the engine again. Every event must come
 * to the decisions and the log that were stored with it, and the last one to the ticket as it is.
 */
import {
  createLoadState,
  type Definitions,
  type LoadState,
  processEvent,
  type TicketEvent,
  type TicketState,
} from "@sluice/engine";
import type { TestServer } from "./server.ts";

interface StoredRow {
  readonly data: string;
  readonly decisions: string;
  readonly log: string;
}

/** What an event came to. */
export interface Outcome {
  readonly type: string;
  readonly decisions: unknown;
  readonly log: unknown;
}

export interface Replay {
  readonly stored: { readonly events: readonly Outcome[]; readonly state: TicketState };
  readonly replayed: { readonly events: readonly Outcome[]; readonly state: TicketState | null };
}

export interface ReplayHouse {
  readonly definitions: Definitions;
  /** Loads as they were when the ticket came in. */
  readonly load: Parameters<typeof createLoadState>[0];
  readonly sticky: { readonly agent: string; readonly at: number } | null;
}

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

class Replayer {
  readonly #house: ReplayHouse;
  readonly #load: LoadState;
  #sticky: ReplayHouse["sticky"];
  state: TicketState | null = null;

  constructor(house: ReplayHouse) {
    this.#house = house;
    this.#load = createLoadState(house.load);
    this.#sticky = house.sticky;
  }

  apply(event: TicketEvent): Outcome {
    this.#load.begin();
    const input = { state: this.state, load: this.#load, sticky: this.#sticky };
    const { ticketState, decisions, log } = processEvent(this.#house.definitions, input, event, event.at);
    this.#load.commit();
    const { assignee } = ticketState.ticket;
    if (assignee !== null && assignee !== this.state?.ticket.assignee)
      this.#sticky = { agent: assignee, at: event.at };
    this.state = plain(ticketState);
    return plain({ type: event.type, decisions, log });
  }
}

/** Replays the newest ticket of the server. */
export async function replayNewest(server: TestServer, house: ReplayHouse): Promise<Replay> {
  const { reader } = server.server.app.context.database;
  const [ticket] = await reader.query<{ id: string; state: string }[]>(
    "SELECT id, state FROM tickets ORDER BY number DESC LIMIT 1",
  );
  if (!ticket) throw new Error("there is no ticket");
  const rows = await reader.query<StoredRow[]>(
    "SELECT data, decisions, log FROM ticket_events WHERE ticket_id = ? ORDER BY seq",
    [ticket.id],
  );
  const replayer = new Replayer(house);
  const events = rows.map(({ data }) => replayer.apply(JSON.parse(data) as TicketEvent));
  return {
    stored: {
      events: rows.map(({ data, decisions, log }) => ({
        ...{ type: JSON.parse(data).type, decisions: JSON.parse(decisions), log: JSON.parse(log) },
      })),
      state: JSON.parse(ticket.state) as TicketState,
    },
    replayed: { events, state: replayer.state },
  };
}
