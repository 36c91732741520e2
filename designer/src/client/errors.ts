/**
 * Every error of the designer. The api answers problem+json (RFC 9457); whatever else goes wrong on the
 * way (no network, an answer that is not JSON) gets a code of its own, so that pages show one kind of error.
 */

/** One fault inside the body that was sent. */
export interface FieldProblem {
  /** JSON pointer into the body. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  /** What else is known of it: the facts on which two evaluators differ, and both answers. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What an error answer says. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
}

/** The api refused or failed; `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];

  constructor(problem: ProblemBody) {
    super(problem.detail || problem.title || problem.code);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.detail = problem.detail;
    this.errors = problem.errors;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Messages come as plain text or in both languages; the first that is there is taken. */
const messageOf = (value: unknown, language: string): string => {
  if (!isRecord(value)) return textOf(value);
  return textOf(language.startsWith("zh") ? value.zh : value.en) || textOf(value.en);
};

function fieldProblems(value: unknown, language: string): FieldProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((item) => ({
    path: textOf(item.path),
    code: textOf(item.code),
    message: messageOf(item.message, language),
    ...(isRecord(item.details) ? { details: item.details } : {}),
  }));
}

/** Reads an error body; one that is not problem+json becomes `http-<status>`. */
export function toApiError(status: number, body: unknown, language = "zh-CN"): ApiError {
  const record = isRecord(body) ? body : {};
  return new ApiError({
    status,
    code: textOf(record.code) || `http-${status}`,
    title: textOf(record.title),
    detail: textOf(record.detail),
    errors: fieldProblems(record.errors, language),
  });
}

/** The error for a request that no answer came to. */
export function offlineError(): ApiError {
  return new ApiError({ status: 0, code: "offline", title: "", detail: "", errors: [] });
}

/** True for a lost race: the value was changed by somebody else since it was read. */
export const isConflict = (error: unknown): boolean => error instanceof ApiError && error.status === 412;

/** True where the session has ended. */
export const isUnauthenticated = (error: unknown): boolean =>
  error instanceof ApiError && error.status === 401;
