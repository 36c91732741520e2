/** Every error of this package; the code is what programs react to, the message is for people. */
import type { Problem } from "@sluice/schemas";

/** What an action says when it fails. */
export interface ActionErrorOptions {
  /** Dotted, stable, for instance `logistics.unknown-number`. */
  readonly code: string;
  /** One sentence for whoever reads the incident. Never put a secret in it. */
  readonly message: string;
  /** True when the same call may succeed later: the job is then tried again by its retry policy. */
  readonly retryable: boolean;
  /** Earliest next try, in milliseconds from now, when the other side named one. */
  readonly retryAfterMs?: number;
  /** JSON with whatever helps to understand it. */
  readonly details?: unknown;
  readonly cause?: unknown;
}

/** A failure that an action declares. Throw it from `run`; anything else that is thrown counts as a bug. */
export class ActionError extends Error {
  override readonly name = "ActionError";
  readonly code: string;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly details: unknown;

  constructor(options: ActionErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs;
    this.details = options.details;
  }
}

/** What can be wrong with a declaration. */
export type DeclarationFault =
  | "plugin.id"
  | "plugin.empty"
  | "plugin.duplicate"
  | "action.id"
  | "action.version"
  | "action.duration"
  | "action.sample"
  | "action.host"
  | "fact.id"
  | "fact.from"
  | "channel.id"
  | "channel.inbound"
  | "strategy.id"
  | "strategy.order";

/** A declaration that cannot work; thrown while the plugin's module loads, so it never reaches a ticket. */
export class DeclarationError extends Error {
  override readonly name = "DeclarationError";
  readonly code: DeclarationFault;
  readonly problems: readonly Problem[];

  constructor(code: DeclarationFault, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** Recognises an {@link ActionError} also when it comes from another copy of this package. */
export function isActionError(error: unknown): error is ActionError {
  if (error instanceof ActionError) return true;
  if (!(error instanceof Error) || error.name !== "ActionError") return false;
  const { code, retryable } = error as Partial<ActionError>;
  return typeof code === "string" && typeof retryable === "boolean";
}
