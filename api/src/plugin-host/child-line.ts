/**
 * The host's end of the line to a child: messages out, checked messages in. The other end runs foreign code,
 * so lines are bounded in length and number, and whatever is no message is a reason to hang up.
 */
import type { Duplex } from "node:stream";
import type { ChildMessage, HostMessage } from "@sluice/plugin-sdk";
import split from "split2";
import type { KillReason } from "./child-exit.ts";
import { createOutputBudget } from "./output-budget.ts";

/** Longest line in characters; an output may have 4 MiB of JSON. */
const maxLine = 8 * 1024 * 1024;
/** More messages than this in ten seconds is a flood, whatever they say. */
const maxMessages = 20_000;
/** And more characters than this. */
const maxVolume = 64 * 1024 * 1024;

/** Who wants to know. */
export interface ChildLineHandlers {
  onMessage(message: ChildMessage): void;
  /** The child broke the protocol; it must be ended. */
  onViolation(reason: KillReason): void;
}

const types = new Set([
  "ready",
  "unloadable",
  "result",
  "settled",
  "log",
  "progress",
  "listening",
  "deliver",
]);

function toMessage(text: string): ChildMessage | null {
  try {
    const value = JSON.parse(text) as { type?: unknown } | null;
    return typeof value?.type === "string" && types.has(value.type) ? (value as ChildMessage) : null;
  } catch {
    return null;
  }
}

/** Wires the line; `send` is a no-op once it has closed. */
export function createChildLine(line: Duplex, handlers: ChildLineHandlers) {
  const count = createOutputBudget(maxMessages, 10_000);
  const volume = createOutputBudget(maxVolume, 10_000);
  const violation = (reason: KillReason) => {
    line.destroy();
    handlers.onViolation(reason);
  };
  /** A message of a known type may still say nonsense: what cannot be made sense of must not end the server. */
  const isTaken = (message: ChildMessage): boolean => {
    try {
      handlers.onMessage(message);
      return true;
    } catch {
      return false;
    }
  };
  const lines = split({ maxLength: maxLine });
  lines.on("data", (text: string) => {
    if (line.destroyed) return;
    if (!count.spend(1) || !volume.spend(text.length)) return violation("flood");
    const message = toMessage(text);
    if (!message || !isTaken(message)) violation("protocol");
  });
  lines.on("error", () => violation("flood"));
  line.on("error", () => line.destroy()); // The exit that follows says what happened.
  line.pipe(lines);
  return {
    send(message: HostMessage): void {
      if (line.writable) line.write(`${JSON.stringify(message)}\n`);
    },
  };
}
