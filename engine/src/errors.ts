/** Every error that the engine throws or answers, by code. */

/** Whose fault it is: the caller's input, the surroundings, or ours. */
export type ErrorCategory = "user" | "operational" | "unexpected";

const codes = {
  "document.invalid": "user",
  "condition.invalid": "user",
  "calendar.invalid": "user",
  "template.invalid": "user",
  "template.failed": "user",
  "definition.missing": "user",
  "ticket.transition": "user",
  "ticket.closed-final": "user",
  "survey.closed": "user",
  "survey.score": "user",
  "task.unknown": "user",
  "task.closed": "user",
  "task.outcome": "user",
  "run.unknown": "user",
  "run.no-ticket": "user",
  "run.unmapped": "user",
  "workflow.unknown": "user",
  "incident.unknown": "user",
  "agent.unknown": "user",
  "group.unknown": "user",
  "routing.refused": "user",
  "routing.load-state": "unexpected",
  "step.missing-ticket": "unexpected",
  "run.loop-guard": "user",
} as const satisfies Record<string, ErrorCategory>;

export type EngineErrorCode = keyof typeof codes;

/** A refusal with a code to branch on and details to show; the message says what to do. */
export class EngineError extends Error {
  readonly code: EngineErrorCode;
  readonly category: ErrorCategory;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: EngineErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "EngineError";
    this.code = code;
    this.category = codes[code];
    this.details = details;
  }
}

/** All codes, for the documentation test. */
export const engineErrorCodes = Object.keys(codes) as readonly EngineErrorCode[];
