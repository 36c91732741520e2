/**
 * The line from the server: server-sent events with reconnection that backs off. EventSource gives up for good
 * on an HTTP error, so each connection is opened and closed here.
 */
import { apiBase } from "./request.ts";

/** One live event; `id` names the ticket, agent or document it is about. */
export interface LiveEvent {
  readonly type: string;
  readonly id?: string;
  /** Of a document: its kind. */
  readonly kind?: string;
  /** Of a draft: who stored it. */
  readonly by?: string;
  /** Of a draft: its version, which is its tag too. */
  readonly version?: number;
}

export type LineState = "connecting" | "live" | "down";

export interface EventStreamHandlers {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onState: (state: LineState) => void;
  /** The line came back: whatever happened in between was not heard. */
  readonly onGap: () => void;
}

/** What the api tells pages of. */
const eventNames = [
  "ticket",
  "presence",
  "documents",
  "drafts",
  "incident",
  "job",
  "operations",
  "notification",
  "catalog",
] as const;

/** Milliseconds until attempt `n` (from 0): doubling from 1 s to 30 s, with up to a quarter of jitter. */
export function backoff(attempt: number, random = Math.random()): number {
  const base = Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5));
  return Math.round(base * (1 + random / 4));
}

/** Reads one event's data; text that is not JSON still says that something of that name happened. */
export function parseLiveEvent(name: string, data: string): LiveEvent {
  try {
    const value: unknown = JSON.parse(data);
    if (typeof value !== "object" || value === null) return { type: name };
    const { type, id, ticket, agent, key, kind, by, version } = value as Readonly<Record<string, unknown>>;
    const about = [id, ticket, agent, key].find((item) => typeof item === "string");
    return {
      type: name === "message" && typeof type === "string" ? type : name,
      ...(typeof about === "string" ? { id: about } : {}),
      ...(typeof kind === "string" ? { kind } : {}),
      ...(typeof by === "string" ? { by } : {}),
      ...(typeof version === "number" ? { version } : {}),
    };
  } catch {
    return { type: name };
  }
}

/** Opens the line and keeps it open; call the answer to close it for good. */
export function openEventStream(handlers: EventStreamHandlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let wasLive = false;

  const onOpen = () => {
    attempt = 0;
    handlers.onState("live");
    if (wasLive) handlers.onGap();
    wasLive = true;
  };
  const onError = () => {
    source?.close();
    handlers.onState("down");
    clearTimeout(timer);
    timer = setTimeout(connect, backoff(attempt));
    attempt += 1;
  };
  // An open line does not notice that the network is gone; the browser does.
  const onOffline = () => {
    clearTimeout(timer);
    source?.close();
    handlers.onState("down");
  };
  const onOnline = () => {
    clearTimeout(timer);
    source?.close();
    attempt = 0;
    connect();
  };
  function connect(): void {
    handlers.onState("connecting");
    source = new EventSource(`${apiBase}/events`);
    source.onopen = onOpen;
    source.onerror = onError;
    for (const name of ["message", ...eventNames]) {
      source.addEventListener(name, (event) => handlers.onEvent(parseLiveEvent(name, String(event.data))));
    }
  }

  connect();
  globalThis.addEventListener?.("offline", onOffline);
  globalThis.addEventListener?.("online", onOnline);
  return () => {
    globalThis.removeEventListener?.("offline", onOffline);
    globalThis.removeEventListener?.("online", onOnline);
    clearTimeout(timer);
    source?.close();
  };
}
