/**
 * Asks the worker. One question is under way at a time; what changes meanwhile is gathered into the next one, so the
 * latest ticket on the latest rules is always answered and nothing older is shown after it.
 */
import type { TryReply, TryRequest } from "./try-message.ts";

/** The end of the line to a worker. */
export interface TryPort {
  send(request: TryRequest): void;
  onReply(listener: (reply: TryReply) => void): void;
  close(): void;
}

export type TryChange = Omit<TryRequest, "id">;

export interface TryClient {
  change(change: TryChange): void;
  close(): void;
}

export function createTryClient(port: TryPort, onReply: (reply: TryReply) => void): TryClient {
  let waiting: TryChange | null = null;
  let underWay: number | null = null;
  let lastId = 0;

  function flush(): void {
    if (waiting === null || underWay !== null) return;
    lastId += 1;
    underWay = lastId;
    port.send({ ...waiting, id: lastId });
    waiting = null;
  }

  port.onReply((reply) => {
    if (reply.id !== underWay) return;
    underWay = null;
    onReply(reply);
    flush();
  });

  return {
    change(change) {
      waiting = { ...waiting, ...change };
      flush();
    },
    close: () => port.close(),
  };
}
