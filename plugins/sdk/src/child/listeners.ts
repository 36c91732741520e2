/**
 * Channels that listen themselves (SMTP, for instance): what arrives is handed to the host, and the listener is
 * told once it is stored, so that it can promise the other side no more than is true.
 */
import type { InboundRequest } from "../channel.ts";
import { configPart, configSchemas } from "../config-check.ts";
import { ActionError } from "../errors.ts";
import type { Plugin } from "../plugin.ts";
import type { HostMessage } from "../protocol.ts";
import { parseWithDefaults } from "../run-action.ts";
import type { Send } from "./job.ts";

/** How long the host may take to store what was delivered, in milliseconds. */
const storeLimitMs = 30_000;

interface Waiting {
  resolve(): void;
  reject(error: Error): void;
}

export interface Listeners {
  listen(message: HostMessage & { type: "listen" }): Promise<void>;
  delivered(message: HostMessage & { type: "delivered" }): void;
}

const notStored = (message: string): ActionError =>
  new ActionError({ code: "channel.not-stored", message, retryable: true });

/** Opens listeners when the host asks for them; it asks again for one that could not be opened. */
export function createListeners(plugin: Plugin, send: Send): Listeners {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  const deliverTo = (channel: string) => (request: InboundRequest) =>
    new Promise<void>((resolve, reject) => {
      last += 1;
      const delivery = last;
      const timer = setTimeout(() => settle(delivery, "no answer in time"), storeLimitMs);
      const end = (act: () => void) => () => {
        clearTimeout(timer);
        act();
      };
      waiting.set(delivery, { resolve: end(resolve), reject: (error) => end(() => reject(error))() });
      send({ type: "deliver", delivery, channel, request });
    });

  function settle(delivery: number, error: string | null): void {
    const one = waiting.get(delivery);
    waiting.delete(delivery);
    if (error === null) one?.resolve();
    else one?.reject(notStored(error));
  }

  const logOf = (channel: string) => {
    const at = (level: "debug" | "info" | "warn" | "error") => (message: string, data?: unknown) =>
      send({ type: "log", job: null, level, message: `${channel}: ${message}`, ...(data ? { data } : {}) });
    return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  };

  return {
    async listen({ channel, config, secrets }) {
      const declared = plugin.channels.find(({ id }) => id === channel);
      // What a listener that failed has left open closes before the next try.
      const closing = new AbortController();
      try {
        await declared?.listen?.({
          config: declared.config
            ? parseWithDefaults(
                declared.config,
                configPart(declared.config, configSchemas(plugin), config),
                "action.config-invalid",
                "plugin configuration",
              )
            : config,
          secrets,
          deliver: deliverTo(channel),
          log: logOf(channel),
          signal: closing.signal,
        } as Parameters<NonNullable<typeof declared.listen>>[0]);
        send({ type: "listening", channel, error: null });
      } catch (error) {
        closing.abort();
        const { code } = error as { code?: unknown };
        const message = error instanceof Error ? error.message : String(error);
        send({
          ...{ type: "listening", channel, error: message },
          ...(typeof code === "string" ? { code } : {}),
        });
      }
    },
    delivered({ delivery, error }) {
      settle(delivery, error);
    },
  };
}
