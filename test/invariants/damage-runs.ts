/** Damage to runs and what keeps them going: jobs, tasks, incidents, surveys, forks, loops, callers, paths. */
import { again, type Damage } from "./damage.ts";

const aDone = "(SELECT id FROM jobs WHERE status = 'done' LIMIT 1)";

/** A ticket with a token that waits in this way, and where its run and that token are. */
const waiting = (type: string): string =>
  `(SELECT t.id, r.fullkey run, k.fullkey token FROM tickets t, json_each(t.state, '$.runs') r, json_each(r.value, '$.tokens') k
     WHERE json_extract(k.value, '$.wait.type') = '${type}' LIMIT 1) f`;

/** Writes `value` at `path` below such a token, or below its run. */
const onToken = (type: string, path: string, value: string, of: "token" | "run" = "token"): string =>
  `UPDATE tickets SET state = json_set(state, ${
    of === "token" ? `'$.runs' || substr(f.run, 7) || substr(f.token, 2)` : "f.run"
  } || '${path}', ${value}) FROM ${waiting(type)} WHERE tickets.id = f.id`;

const aSchedule = "'house:clock-all:start'";

const aCall = "(SELECT id FROM ticketless WHERE id LIKE 'house:shipped:start:%' LIMIT 1)";

/** In the order of the checks. */
export const runDamages: readonly Damage[] = [
  ["a lost job", "jobs:", "DELETE FROM jobs WHERE status = 'pending'"],
  [
    "a job done without telling",
    "jobs:",
    "UPDATE jobs SET status = 'done', attempts = 1, finished_at = 1 WHERE status = 'pending'",
  ],
  ["a job told and done again", "jobs:", `UPDATE jobs SET status = 'pending' WHERE id = ${aDone}`],
  [
    "a job told twice",
    "jobs:",
    ...again("(SELECT id FROM ticket_events WHERE type = 'job.finished' LIMIT 1)"),
  ],
  [
    "a job whose run is gone",
    "jobs:",
    `DELETE FROM runs WHERE id = (SELECT run_id FROM jobs WHERE id = ${aDone})`,
  ],
  [
    "an active run without its ticket",
    "runs:",
    "UPDATE runs SET status = 'active' WHERE status = 'completed'",
  ],
  [
    "a run that ended beside its ticket",
    "runs:",
    "UPDATE runs SET status = 'completed', ended_at = 1, data = '{\"status\":\"completed\"}' WHERE status = 'active'",
  ],
  [
    "a token that waits for nothing",
    "runs:",
    "UPDATE tickets SET state = json_set(state, '$.runs[0].tokens[0].wait', NULL) WHERE json_array_length(state, '$.runs') > 0",
  ],
  [
    "a run without a ticket that its aggregate has forgotten",
    "runs:",
    `UPDATE ticketless SET active = 0, state = json_set(state, '$.runs', json('[]')) WHERE id = ${aSchedule}`,
  ],
  ["a run whose aggregate is gone", "runs:", `DELETE FROM ticketless WHERE id = ${aSchedule}`],
  [
    "an ended run that still has tokens",
    "runs:",
    `UPDATE runs SET data = json_set(data, '$.tokens', json('[{"id":"x"}]')) WHERE status = 'completed'`,
  ],
  ["a token on a node that is not drawn", "runs:", onToken("until", ".node", "'nowhere'")],
  [
    "two tokens with one name",
    "runs:",
    onToken("join", ".id", "json_extract(state, '$.runs' || substr(f.run, 7) || '.tokens[0].id')"),
  ],
  ["a token ahead of its node's count", "runs:", onToken("until", ".visit", "9")],
  [
    "an aggregate that counts its runs wrongly",
    "ticketless:",
    `UPDATE ticketless SET active = active + 1 WHERE id = ${aSchedule}`,
  ],
  [
    "a schedule that has fired further than its events",
    "ticketless:",
    `UPDATE ticketless SET state = json_set(state, '$.ticketless.firedUpTo', 9e12) WHERE id = ${aSchedule}`,
  ],
  [
    "a due that started another run",
    "ticketless:",
    `INSERT INTO ticket_events SELECT 'again', ticket_id, 999, type, at, actor, json_set(data, '$.id', 'again'), decisions, log, refs
         FROM ticket_events WHERE ticket_id = ${aSchedule} AND type = 'run.triggered'`,
  ],
  [
    "a call that was taken twice",
    "ticketless:",
    `INSERT INTO ticket_events SELECT 'again', ticket_id, 999, type, at, actor, json_set(data, '$.id', 'again'), decisions, log, refs
         FROM ticket_events WHERE ticket_id = ${aCall} AND type = 'run.triggered'`,
  ],
  ["a fork that nobody comes out of", "forks:", onToken("until", ".wait", 'json(\'{"type":"fork"}\')')],
  [
    "a join of a fork that nobody holds open",
    "forks:",
    onToken("fork", ".wait", 'json(\'{"type":"route"}\')'),
  ],
  ["a join that should have let go", "forks:", onToken("join", ".wait.needed", "1")],
  ["a join for branches that it is no part of", "forks:", onToken("join", ".wait.fork", "'other:1'")],
  ["a loop that has lost an item", "forks:", onToken("items", ".scopes", "json('{}')", "run")],
  ["a loop that has begun too few", "forks:", onToken("items", ".wait.started", "2")],
  ["a loop that is over and stands", "forks:", onToken("items", ".wait.ended", "3")],
  ["a caller whose run is gone", "forks:", onToken("call", ".wait.run", "'nobody'")],
  [
    "a called run that nobody waits for",
    "forks:",
    onToken("call", ".wait", 'json(\'{"type":"until","at":1,"port":"done"}\')'),
  ],
  [
    "a step that was taken again",
    "paths:",
    "UPDATE runs SET data = json_insert(data, '$.path[#]', json_extract(data, '$.path[0]')) WHERE status = 'completed'",
  ],
  [
    "a visit that the path does not know",
    "paths:",
    "UPDATE runs SET data = json_set(data, '$.visits.start', 2) WHERE status = 'completed'",
  ],
  [
    "a run that never began",
    "paths:",
    `UPDATE ticket_events SET log = replace(log, '"run.started"', '"run.skipped"') WHERE type = 'run.triggered'`,
  ],
  [
    "a run that ended twice",
    "paths:",
    ...again("(SELECT id FROM ticket_events WHERE log LIKE '%\"run.completed\"%' LIMIT 1)"),
  ],
  ["a lost survey", "surveys:", "DELETE FROM surveys WHERE answered_at IS NULL"],
  [
    "an answer that no event brought",
    "surveys:",
    "UPDATE surveys SET answered_at = 1, score = 2 WHERE answered_at IS NULL",
  ],
  [
    "another score than the customer gave",
    "surveys:",
    "UPDATE surveys SET score = 5 WHERE answered_at IS NOT NULL",
  ],
  [
    "a survey of another ticket",
    "surveys:",
    "UPDATE surveys SET ticket_id = (SELECT id FROM tickets LIMIT 1)",
  ],
  [
    "a survey that closes at another time",
    "surveys:",
    "UPDATE surveys SET expires_at = expires_at + 1 WHERE answered_at IS NULL",
  ],
  [
    "an open token of a link",
    "surveys:",
    "UPDATE surveys SET token = 'open' WHERE id = (SELECT id FROM surveys LIMIT 1)",
  ],
  [
    "an invitation without its link",
    "surveys:",
    "UPDATE messages SET text = 'sluice-survey:x' WHERE text LIKE '%public/survey%'",
  ],
  [
    "a delivery that failed silently",
    "jobs:",
    "UPDATE jobs SET kind = 'reply', status = 'dead' WHERE status = 'done'",
  ],
  ["a lost task", "tasks:", "DELETE FROM tasks WHERE status = 'open'"],
  ["a task open after its end", "tasks:", "UPDATE tasks SET status = 'open' WHERE status <> 'open'"],
  ["a lost incident", "incidents:", "DELETE FROM incidents"],
  [
    "an incident closed without its ticket",
    "incidents:",
    "UPDATE incidents SET status = 'skipped', closed_at = 1",
  ],
];
