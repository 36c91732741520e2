/** Long computations on behalf of callers: few at a time, few that wait, none for somebody who has gone. */
import type { FastifyReply } from "fastify";
import { AppError } from "../errors.ts";

const defaults = { slots: 2, waiting: 8 };
const retrySeconds = 5;

export interface HeavyWork {
  /**
   * Runs the work when it is its turn; `gone` is aborted when the caller leaves.
   * @throws AppError `service.unavailable` when too many wait already.
   */
  run<T>(reply: Pick<FastifyReply, "raw">, work: (gone: AbortSignal) => Promise<T>): Promise<T>;
}

const unavailable = (): AppError =>
  new AppError("service.unavailable", { values: { seconds: retrySeconds }, retryAfter: retrySeconds });

/** Calls back once when nobody reads the answer any more; answers with what ends the listening. */
function whenGone({ raw }: Pick<FastifyReply, "raw">, onGone: () => void): () => void {
  const { socket } = raw;
  raw.once("close", onGone);
  // Who goes away closes their half only; the other stays open until it is written to.
  socket?.once("end", onGone);
  if (raw.destroyed || socket?.destroyed) onGone();
  return () => {
    raw.off("close", onGone);
    socket?.off("end", onGone);
  };
}

/** Slots that are handed on in the order of asking. */
function createSlots({ slots, waiting }: typeof defaults) {
  const queue = new Set<() => void>();
  let busy = 0;
  return {
    async take(gone: AbortSignal): Promise<void> {
      if (gone.aborted) throw unavailable();
      if (busy < slots) {
        busy += 1;
        return;
      }
      if (queue.size >= waiting) throw unavailable();
      await new Promise<void>((resolve, reject) => {
        const turn = () => {
          gone.removeEventListener("abort", leave);
          resolve();
        };
        const leave = () => {
          queue.delete(turn);
          reject(unavailable());
        };
        queue.add(turn);
        gone.addEventListener("abort", leave, { once: true });
      });
    },
    /** To the next who waits. */
    release(): void {
      const [next] = queue;
      if (!next) busy -= 1;
      else {
        queue.delete(next);
        next();
      }
    },
  };
}

/** One for all routes that share its slots. */
export function createHeavyWork(limits: typeof defaults = defaults): HeavyWork {
  const slots = createSlots(limits);
  return {
    async run(reply, work) {
      const controller = new AbortController();
      const stopListening = whenGone(reply, () => controller.abort());
      try {
        await slots.take(controller.signal);
        try {
          return await work(controller.signal);
        } finally {
          slots.release();
        }
      } finally {
        stopListening();
      }
    },
  };
}
