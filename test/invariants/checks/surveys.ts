/**
 * surveys: one row for each invitation that was sent, for a run that is there; it is answered once, by one event, and
 * who waits for an answer waits for a row that can still take it.
 */
import type { Check } from "../check.ts";
import { activeRuns, type Stored, type StoredEvent, type StoredSurvey } from "../stored.ts";

/** SHA-256 as base64url. */
const hashed = /^[\w-]{43}$/;

function* itself(stored: Stored, survey: StoredSurvey): Generator<string> {
  const { id, token, ticket_id, scale, answered_at, score } = survey;
  const run = stored.runs.get(id.split(":", 1)[0] ?? "");
  if (!stored.tickets.has(ticket_id)) yield `survey ${id}: its ticket ${ticket_id} does not exist`;
  // A run that is older than the house keeps is gone; what the customer answered stays.
  if (run && run.ticket_id !== ticket_id) yield `survey ${id}: its run belongs to ${run.ticket_id}`;
  if (!hashed.test(token)) yield `survey ${id}: its token is not stored as a hash`;
  if ((answered_at === null) !== (score === null))
    yield `survey ${id}: answered at ${answered_at} with ${score}`;
  if (score !== null && (score < 1 || score > scale)) yield `survey ${id}: ${score} of ${scale}`;
}

function* waits(stored: Stored): Generator<string> {
  for (const { ticket, run } of activeRuns(stored))
    for (const { wait } of run.tokens) {
      if (wait?.type !== "survey") continue;
      const row = stored.surveys.get(wait.survey);
      if (!row) yield `survey ${wait.survey}: ticket ${ticket.id} waits for it, but it does not exist`;
      else if (row.answered_at !== null)
        yield `survey ${row.id}: is answered, but ticket ${ticket.id} still waits for it`;
      else if (row.ticket_id !== ticket.id || row.expires_at !== wait.until || row.scale !== wait.scale)
        yield `survey ${row.id}: row and token of ticket ${ticket.id} differ`;
    }
}

const answersIn = ({ data }: StoredEvent): readonly { readonly survey: string; readonly score: number }[] =>
  data.type === "survey.answered" ? [data] : [];

function* answers(stored: Stored): Generator<string> {
  const told = new Map<string, readonly number[]>();
  for (const { survey, score } of stored.events.flatMap(answersIn))
    told.set(survey, [...(told.get(survey) ?? []), score]);
  for (const id of told.keys()) if (!stored.surveys.has(id)) yield `survey ${id}: answered, but not there`;
  for (const { id, score } of stored.surveys.values()) {
    const scores = told.get(id) ?? [];
    if (scores.length > 1 || (scores[0] ?? null) !== score)
      yield `survey ${id}: its score is ${score}, its events say ${scores.join(" and ") || "nothing"}`;
  }
}

function* sent(stored: Stored): Generator<string> {
  const ids = stored.events.flatMap(({ log }) =>
    log.flatMap(({ type, survey }) => (type === "survey.sent" ? [String(survey)] : [])),
  );
  const known = new Set(ids);
  if (known.size !== ids.length) yield "an invitation was sent twice";
  for (const id of known) if (!stored.surveys.has(id)) yield `survey ${id}: was sent, but is not there`;
  for (const id of stored.surveys.keys()) if (!known.has(id)) yield `survey ${id}: no event sent it`;
  const open = stored.database
    .prepare<[], string>("SELECT id FROM messages WHERE text LIKE '%sluice-survey:%'")
    .pluck()
    .all();
  for (const id of open) yield `message ${id}: has the place of a link, but no link`;
}

export const surveysCheck: Check = {
  name: "surveys",
  *run(stored) {
    for (const survey of stored.surveys.values()) yield* itself(stored, survey);
    yield* waits(stored);
    yield* answers(stored);
    yield* sent(stored);
  },
};
