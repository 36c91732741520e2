/** Waiting for a condition over changing state, bounded by a signal and a time limit. */

/** Those who wait; `wake` makes each look again. */
export class WaitingRoom {
  readonly #waiting = new Set<() => void>();

  /** Call after every change that a condition may depend on. */
  wake(): void {
    for (const look of [...this.#waiting]) look();
  }

  /** Resolves when `condition` holds, the signal aborts or `limitMs` are over; the caller looks which. */
  async until(condition: () => boolean, limitMs: number, signal?: AbortSignal): Promise<void> {
    const deadline = performance.now() + limitMs;
    while (!condition() && !signal?.aborted && performance.now() < deadline)
      await this.#change(deadline - performance.now(), signal);
  }

  #change(limitMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        signal?.removeEventListener("abort", look);
        resolve();
      };
      const timer = setTimeout(look, Math.max(1, limitMs));
      signal?.addEventListener("abort", look, { once: true });
      this.#waiting.add(look);
    });
  }
}
