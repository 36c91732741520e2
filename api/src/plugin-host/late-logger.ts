/** A logger for what begins before there is one: it keeps what it is told until it is given the real one. */
import type { PluginHostLogger } from "./options.ts";

/** Lines kept meanwhile; the first say why something did not start. */
const maxKept = 1_000;

export interface LateLogger extends PluginHostLogger {
  /** Writes what was kept, and everything from now on, to `logger`. */
  attach(logger: PluginHostLogger): void;
}

/** Creates one without a logger yet. */
export function createLateLogger(): LateLogger {
  const kept: ((logger: PluginHostLogger) => void)[] = [];
  let real: PluginHostLogger | null = null;
  const at =
    (level: "debug" | "info" | "warn" | "error") =>
    (fields: object, message: string): void => {
      if (real) real[level](fields, message);
      else if (kept.length < maxKept) kept.push((logger) => logger[level](fields, message));
    };
  return {
    ...{ debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") },
    attach(logger) {
      real = logger;
      for (const say of kept.splice(0)) say(logger);
    },
  };
}
