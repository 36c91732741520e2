/** Channels that a plugin listens on itself: which cannot, why, and when each is tried again. */

/** Why a plugin does not do all that it should, and what to do about it. */
export interface PluginProblem {
  readonly code: string;
  readonly message: string;
  /** Which channel does not listen. */
  readonly channel?: string;
  /** Epoch milliseconds. */
  readonly since?: number;
  readonly nextTryAt?: number;
}

interface Failing extends PluginProblem {
  readonly failures: number;
  readonly timer: NodeJS.Timeout;
  readonly since: number;
}

interface Meaning {
  readonly code: string;
  readonly advice: string;
}

const inUse: Meaning = {
  code: "listen.address-in-use",
  advice:
    "Stop the program that has it, or configure another port. Where another process of this house listens on this machine, nothing is wrong.",
};
const unknownAddress: Meaning = {
  code: "listen.address-unknown",
  advice: "Configure an address of this machine, 127.0.0.1 or 0.0.0.0.",
};
const meanings: Readonly<Record<string, Meaning>> = {
  EADDRINUSE: inUse,
  EACCES: {
    code: "listen.not-permitted",
    advice: "Ports below 1024 need rights that the server has not: configure a higher one.",
  },
  EADDRNOTAVAIL: unknownAddress,
  ENOTFOUND: unknownAddress,
  "action.config-invalid": { code: "listen.config-invalid", advice: "Correct the plugin's configuration." },
};
const other: Meaning = { code: "listen.failed", advice: "See the server's log and the plugin's manual." };

export interface ChannelListenersOptions {
  /** Pause before the next try; doubles with each. */
  readonly backoff: { readonly initialMs: number; readonly maxMs: number };
  /** Asks the child to listen once more. */
  readonly again: (channel: string) => void;
}

/** Keeps account of one plugin's listeners. */
export class ChannelListeners {
  readonly #options: ChannelListenersOptions;
  readonly #failing = new Map<string, Failing>();

  constructor(options: ChannelListenersOptions) {
    this.#options = options;
  }

  /** The first channel that cannot listen. */
  get problem(): PluginProblem | null {
    const [first] = this.#failing.values();
    if (!first) return null;
    const { timer, failures, ...problem } = first;
    return problem;
  }

  /** It listens. */
  opened(channel: string): void {
    this.#drop(channel);
  }

  /** It cannot, and is tried again. */
  failed(channel: string, message: string, fault: string | undefined): void {
    const before = this.#failing.get(channel);
    this.#drop(channel);
    const { initialMs, maxMs } = this.#options.backoff;
    const failures = before?.failures ?? 0;
    const pauseMs = Math.min(maxMs, initialMs * 2 ** Math.min(failures, 20));
    const { code, advice } = meanings[fault ?? ""] ?? other;
    this.#failing.set(channel, {
      ...{ channel, code, failures: failures + 1 },
      message: `The channel ${channel} does not listen: ${message}. ${advice}`,
      since: before?.since ?? Date.now(),
      nextTryAt: Date.now() + pauseMs,
      timer: setTimeout(() => this.#options.again(channel), pauseMs).unref(),
    });
  }

  /** The child is gone, and with it what it listened on. */
  reset(): void {
    for (const channel of [...this.#failing.keys()]) this.#drop(channel);
  }

  #drop(channel: string): void {
    clearTimeout(this.#failing.get(channel)?.timer);
    this.#failing.delete(channel);
  }
}
