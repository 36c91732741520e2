/** Every error that the engine throws or answers, by code. */
/** Whose fault it is: the caller's input, the surroundings, or ours. */
export type ErrorCategory = "user" | "operational" | "unexpected";
declare const codes: {
    readonly "document.invalid": "user";
    readonly "condition.invalid": "user";
    readonly "calendar.invalid": "user";
    readonly "template.invalid": "user";
    readonly "template.failed": "user";
    readonly "definition.missing": "user";
    readonly "ticket.transition": "user";
    readonly "ticket.closed-final": "user";
    readonly "task.unknown": "user";
    readonly "task.closed": "user";
    readonly "task.outcome": "user";
    readonly "run.unknown": "user";
    readonly "workflow.unknown": "user";
    readonly "incident.unknown": "user";
    readonly "agent.unknown": "user";
    readonly "group.unknown": "user";
    readonly "routing.refused": "user";
    readonly "routing.load-state": "unexpected";
    readonly "step.missing-ticket": "unexpected";
    readonly "run.loop-guard": "user";
};
export type EngineErrorCode = keyof typeof codes;
/** A refusal with a code to branch on and details to show; the message says what to do. */
export declare class EngineError extends Error {
    readonly code: EngineErrorCode;
    readonly category: ErrorCategory;
    readonly details: Readonly<Record<string, unknown>>;
    constructor(code: EngineErrorCode, message: string, details?: Readonly<Record<string, unknown>>);
}
/** All codes, for the documentation test. */
export declare const engineErrorCodes: readonly EngineErrorCode[];
export {};
