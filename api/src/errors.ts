/**
 * Every error that the server names: code, HTTP status, category and text, in this one list.
 * `user` = the caller can mend it, `operational` = the operator can, `unexpected` = a fault of ours.
 * The table in `api/README.md` is compared with this list in both directions.
 */
export type ErrorCategory = "user" | "operational" | "unexpected";

interface ErrorDefinition {
  readonly status: number;
  readonly category: ErrorCategory;
  readonly title: string;
  /** Places `{name}` are filled from the error's values. */
  readonly detail: string;
}

const user = (status: number, title: string, detail: string): ErrorDefinition => ({
  status,
  category: "user",
  title,
  detail,
});
const operational = (status: number, title: string, detail: string): ErrorDefinition => ({
  status,
  category: "operational",
  title,
  detail,
});

export const errorDefinitions = {
  "request.invalid": user(400, "The request is not valid", "See errors for each fault and its place."),
  "request.json": user(400, "The body is not JSON", "{reason}"),
  "request.too-deep": user(400, "The body is nested too deeply", "JSON may nest at most {limit} levels."),
  "request.banned-key": user(
    400,
    "A property name is not allowed",
    "The name {name} is not allowed in JSON.",
  ),
  "request.too-large": user(413, "The body is too large", "A body may have at most {limit} bytes."),
  "request.media-type": user(415, "The media type is not supported", "Send {expected}."),
  "request.method": user(405, "The method is not allowed here", "This address answers {allowed}."),
  "request.not-found": user(404, "There is nothing at this address", "No route {route}."),
  "request.rate-limited": user(429, "Too many requests", "Try again in {seconds} seconds."),
  "request.cursor": user(400, "The cursor is not valid", "Use a nextCursor as it was answered, or none."),
  "request.value-too-long": user(
    422,
    "A value is too long",
    "A key has at most 200 characters, a text 16 MB.",
  ),
  "request.idempotency-mismatch": user(
    422,
    "The Idempotency-Key was used for another request",
    "Use a new key for a new request.",
  ),
  "auth.required": user(401, "Sign in first", "Send a session cookie or Authorization: Bearer <api key>."),
  "auth.failed": user(401, "The sign-in failed", "The name or the password is wrong."),
  "auth.throttled": user(429, "Too many failed sign-ins", "Try again in {seconds} seconds."),
  "auth.forbidden": user(403, "Not allowed", "This needs the role {roles}."),
  "auth.scope": user(403, "The API key does not allow this", "The key's scopes are {scopes}."),
  "auth.no-agent": user(403, "No agent belongs to this sign-in", "Sign in as a user with an agentId."),
  "auth.cross-site": user(403, "The request came from another site", "Send it from this site's own pages."),
  "resource.not-found": user(404, "Not found", "There is no {what}."),
  "resource.exists": user(409, "It exists already", "There is already a {what}."),
  "resource.in-use": user(409, "It is in use", "Others refer to it; see errors."),
  "resource.changed": user(412, "It was changed meanwhile", "Load it again; the current ETag is {etag}."),
  "resource.precondition": user(428, "If-Match is missing", "Send If-Match with the ETag {etag}."),
  "resource.last-admin": user(409, "This is the last administrator", "Name another administrator first."),
  "document.invalid": user(422, "The document is not valid", "See errors for each fault and its place."),
  "document.no-draft": user(409, "There is no draft", "Save a draft first."),
  "document.deleted": user(409, "The document was deleted", "Restore {kind} {key} first."),
  "document.bundle": user(422, "The bundle was not imported", "Nothing was imported; see errors."),
  "campaign.running": user(
    409,
    "The campaign is running already",
    "It runs until {until}; extend or end it.",
  ),
  "campaign.not-running": user(409, "The campaign is not running", "Only a running campaign can be ended."),
  "campaign.not-live": user(409, "The campaign is not live", "Start or publish it first."),
  "campaign.over": user(409, "The campaign is over", "It ended at {until}; start it again."),
  "campaign.until": user(422, "The new end is too early", "It must be after the present one, {until}."),
  "campaign.no-phase": user(
    422,
    "No phase would be left",
    "No phase begins within this length; choose a longer one.",
  ),
  "webhook.refused": user(403, "The call is not genuine", "{reason}"),
  "channel.refused": user(403, "The request is not genuine", "{reason}"),
  "channel.unreadable": user(422, "The channel cannot read the request", "{reason}"),
  "plugin.config-invalid": user(
    422,
    "The configuration does not fit the plugin",
    "See errors for each fault and its place.",
  ),
  "plugin.unavailable": operational(503, "The plugin cannot be asked", "{reason}"),
  "channel.unavailable": operational(503, "The channel is not available", "{reason}"),
  "ticket.closed-final": user(409, "The ticket is closed for good", "Create a new ticket."),
  "ticket.not-pooled": user(
    409,
    "The ticket is not in the pool",
    "Somebody claimed it, or it was never there.",
  ),
  "ticket.transition": user(409, "The ticket cannot change like this", "{reason}"),
  "bulk.too-many": user(422, "Too many tickets at once", "At most {limit} in one job: narrow the filter."),
  "people.reference": user(
    422,
    "It names what is not there",
    "See errors for each name; create what is missing first.",
  ),
  "pool.empty": user(409, "The pool is empty", "Nobody waits in {pool} that you may claim."),
  "routing.refused": user(409, "Routing refused it", "{reason}"),
  "agent.unknown": user(422, "There is no such agent", "{reason}"),
  "group.unknown": user(422, "There is no such group", "{reason}"),
  "run.unmapped": user(422, "Open runs have no place in that revision", "Nothing was moved; see errors."),
  "survey.closed": user(409, "The survey takes no answer any more", "It has been answered or has expired."),
  "survey.score": user(422, "The score is not on the survey's scale", "{reason}"),
  "task.unknown": user(409, "The task is not open any more", "{reason}"),
  "task.closed": user(409, "The task is closed", "{reason}"),
  "task.outcome": user(422, "The task has no such outcome", "{reason}"),
  "workflow.unknown": user(404, "There is no such workflow", "{reason}"),
  "run.unknown": user(409, "The run is not active", "{reason}"),
  "run.ended": user(409, "The run has ended", "Run {id} is not active any more."),
  "incident.unknown": user(409, "Nothing waits for this incident", "{reason}"),
  "incident.closed": user(
    409,
    "The incident is closed",
    "Incident {id} cannot be retried or skipped any more.",
  ),
  "rules.reference-difference": user(
    422,
    "The two evaluators disagree",
    "json-rules-engine decides otherwise; see errors for the rule, the facts and both answers.",
  ),
  "rules.unsettled": user(
    409,
    "The two evaluators still disagree",
    "Asked again by what is live, {ruleset} differs as before: publish a new revision, or skip the incident.",
  ),
  "definition.missing": user(409, "A document is missing", "{reason}"),
  "condition.invalid": user(422, "The condition is not valid", "{reason}"),
  "calendar.invalid": user(422, "The calendar is not valid", "{reason}"),
  "template.invalid": user(422, "The template is not valid", "{reason}"),
  "template.failed": user(422, "The template cannot be rendered", "{reason}"),
  "clock.not-manual": user(409, "The clock cannot be moved", "Start a sandbox with SLUICE_CLOCK=manual."),
  "config.invalid": operational(500, "The configuration is not valid", "{name}: {reason}"),
  "service.unavailable": operational(503, "Not available at the moment", "Try again in {seconds} seconds."),
  "database.full": operational(503, "The disk is full", "Free some space for {place}, then try again."),
  "database.read-only": operational(
    503,
    "The data folder cannot be written",
    "Give this user write access to {place}, or name another folder with SLUICE_DATA.",
  ),
  "database.corrupt": operational(
    503,
    "The database is damaged",
    "{place} is not a sound SQLite database; restore it from a backup.",
  ),
  "database.busy": operational(503, "The database is busy", "Another process holds {place}; try again."),
  "database.io": operational(503, "The disk failed", "Reading or writing {place} failed; check the disk."),
  "database.newer": operational(
    503,
    "The database is newer than this release",
    "Its version is {found}, this release knows {known}: install the newer release. Nothing was changed.",
  ),
  "database.unreachable": operational(
    503,
    "The database cannot be reached",
    "{place} does not answer: check that the server runs and that DATABASE_URL names its host and port.",
  ),
  "database.credentials": operational(
    503,
    "The database refuses this account",
    "Check user and password in DATABASE_URL for {place}, and that the account has every right on this database.",
  ),
  "database.unfit": operational(503, "The database server cannot be used", "{place}: {reason}."),
  "database.closed": operational(503, "The server is stopping", "Try again when it is back."),
  "data.in-use": operational(
    503,
    "The data folder is in use",
    "Another Sluice process runs on {place}: stop it, or do this through its HTTP API.",
  ),
  "file.invalid": user(422, "A file is not valid", "{file}: {reason}"),
  "server.unexpected": {
    status: 500,
    category: "unexpected",
    title: "Something went wrong",
    detail: "The fault has been logged under the request id {requestId}.",
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof errorDefinitions;

/** True for a code of the list above. */
export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorDefinitions, code);

/** One fault in an input: JSON pointer, code, what to do. */
export interface FieldError {
  readonly path: string;
  readonly code: string;
  readonly message: string | { readonly zh: string; readonly en: string };
  /** What else is known of the fault. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type ErrorValues = Readonly<Record<string, string | number>>;

const fill = (text: string, values: ErrorValues): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** An error with a name: over HTTP a problem+json, on the command line one line. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly category: ErrorCategory;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  /** Seconds after which a retry makes sense, for `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(
    code: ErrorCode,
    options: {
      readonly values?: ErrorValues;
      readonly detail?: string;
      readonly errors?: readonly FieldError[];
      readonly retryAfter?: number;
      readonly cause?: unknown;
    } = {},
  ) {
    const definition: ErrorDefinition = errorDefinitions[code];
    const detail = options.detail ?? fill(definition.detail, options.values ?? {});
    super(`${definition.title}. ${detail}`, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.status = definition.status;
    this.category = definition.category;
    this.title = definition.title;
    this.detail = detail;
    this.errors = options.errors ?? [];
    this.retryAfter = options.retryAfter;
  }
}
