/** Damage to the rest of the house: schedules, bulk jobs, documents, answers, plugins, pauses, turns. */
import type { Damage } from "./damage.ts";

/** In the order of the checks. */
export const houseDamages: readonly Damage[] = [
  ["a lost schedule", "schedules:", "DELETE FROM timers WHERE key = 'schedule:clock-all:start'"],
  [
    "a second timer of a schedule",
    "schedules:",
    "INSERT INTO timers SELECT key || '2', kind, ticket_id, due_at, payload, NULL FROM timers WHERE kind = 'schedule' LIMIT 1",
  ],
  [
    "a schedule that would leave a due out",
    "schedules:",
    "UPDATE timers SET due_at = due_at + 60000 WHERE kind = 'schedule'",
  ],
  [
    "a schedule at no due of its own",
    "schedules:",
    "UPDATE timers SET due_at = due_at - 1 WHERE kind = 'schedule'",
  ],
  [
    "a schedule that stands for another one",
    "schedules:",
    "UPDATE timers SET payload = json_set(payload, '$.cron', '0 * * * *') WHERE kind = 'schedule'",
  ],
  ["a bulk job that has lost a ticket", "bulk:", "DELETE FROM bulk_items WHERE position = 1"],
  ["a bulk job that ended too early", "bulk:", "UPDATE bulk_items SET status = 'pending' WHERE position = 1"],
  ["a bulk job without its end", "bulk:", "UPDATE bulk_jobs SET finished_at = NULL"],
  ["a failure without a reason", "bulk:", "UPDATE bulk_items SET status = 'failed' WHERE position = 1"],
  ["an answer that speaks of no bulk job", "idempotency:", "DELETE FROM bulk_jobs"],
  ["settings of a plugin that say nothing", "plugins:", "UPDATE plugin_settings SET config = 'null'"],
  ["a secret that is not sealed", "plugins:", "UPDATE plugin_secrets SET sealed = 'nobody reads this'"],
  [
    "a channel's message that went nowhere",
    "channels:",
    "INSERT INTO channel_messages (channel, message_id, thread, ticket_id, at) VALUES ('web', 'm', 't', 'nobody', 1)",
  ],
  [
    "a pause of a workflow that is not there",
    "pauses:",
    `UPDATE settings SET value = '[{"kind":"workflow","key":"nothing"}]' WHERE key = 'operations.paused'`,
  ],
  [
    "a pause that is there twice",
    "pauses:",
    `UPDATE settings SET value = '[{"kind":"engine","key":""},{"kind":"engine","key":""}]' WHERE key = 'operations.paused'`,
  ],
  ["a lease where there is one process", "turns:", "UPDATE jobs SET leased_until = 1"],
  [
    "a gap between turns",
    "turns:",
    "INSERT INTO counters VALUES ('turn', 3)",
    "INSERT INTO turns (id, at, process, news) VALUES (1, 1, 'p', '[]'), (3, 1, 'p', '[]')",
  ],
  [
    "a turn that the counter does not know",
    "turns:",
    "INSERT INTO counters VALUES ('turn', 3)",
    "INSERT INTO turns (id, at, process, news) VALUES (4, 1, 'p', '[]')",
  ],
  [
    "a job that runs without a lease where there are several processes",
    "turns:",
    "INSERT INTO counters VALUES ('turn', 0)",
    "UPDATE jobs SET status = 'running' WHERE status = 'pending'",
  ],
  [
    "a live revision that is gone",
    "documents:",
    "UPDATE documents SET live_revision = 99 WHERE kind = 'routing'",
  ],
  [
    "an answer that speaks of no ticket",
    "idempotency:",
    "UPDATE idempotency SET response = json_set(response, '$.id', 'nobody')",
  ],
];
