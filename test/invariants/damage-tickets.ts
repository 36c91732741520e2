/** Damage to tickets: their columns, events, messages, timers, clocks, what people were told, where they lie. */
import { again, type Damage, one } from "./damage.ts";

const aMessage = "(SELECT id FROM messages LIMIT 1)";

const aSchedule = "'house:clock-all:start'";

const aTold = '(SELECT id FROM ticket_events WHERE log LIKE \'%"type":"reminder"%\' LIMIT 1)';

/** In the order of the checks. */
export const ticketDamages: readonly Damage[] = [
  [
    "a column that differs from the aggregate",
    "tickets:",
    `UPDATE tickets SET priority = 'P0' WHERE id = ${one}`,
  ],
  [
    "a seq beyond the log",
    "events:",
    `UPDATE tickets SET seq = seq + 1, state = json_set(state, '$.seq', seq + 1) WHERE id = ${one}`,
  ],
  [
    "a gap in the log",
    "events:",
    `UPDATE ticket_events SET seq = 1000 + seq WHERE ticket_id = ${one} AND seq > 1`,
  ],
  ["a lost event", "events:", `DELETE FROM ticket_events WHERE ticket_id = ${one} AND seq = 1`],
  [
    "an event of another kind than its data",
    "events:",
    `UPDATE ticket_events SET type = 'custom' WHERE ticket_id = ${one} AND seq = 1`,
  ],
  [
    "events without a ticket",
    "events:",
    `UPDATE ticket_events SET ticket_id = 'nobody' WHERE ticket_id = ${one}`,
  ],
  ["a revision that was never published", "events:", "DELETE FROM revisions WHERE kind = 'sla'"],
  ["a number beyond the counter", "tickets:", "UPDATE counters SET value = 1"],
  ["a lost message", "messages:", `DELETE FROM messages WHERE id = ${aMessage}`],
  [
    "a message without a ticket",
    "messages:",
    `UPDATE messages SET ticket_id = 'nobody' WHERE id = ${aMessage}`,
  ],
  ["a lost timer", "timers:", `DELETE FROM timers WHERE ticket_id = ${one}`],
  ["a timer at another instant", "timers:", `UPDATE timers SET due_at = due_at + 1 WHERE ticket_id = ${one}`],
  [
    "a timer of nobody",
    "timers:",
    `UPDATE timers SET ticket_id = 'nobody', "key" = 'ticket:nobody' WHERE ticket_id = ${one}`,
  ],
  [
    "a timer that nobody handles",
    "timers:",
    "INSERT INTO timers (key, kind, ticket_id, due_at, payload) VALUES ('x', 'unknown', NULL, 1, '{}')",
  ],
  [
    "two live clocks of one metric",
    "clocks:",
    "UPDATE tickets SET state = json_insert(state, '$.clocks[#]', json_extract(state, '$.clocks[0]')) WHERE json_array_length(state, '$.clocks') > 0",
  ],
  [
    "a gap between segments",
    "clocks:",
    "UPDATE tickets SET state = json_set(state, '$.clocks[0].segments[0].until', json_extract(state, '$.clocks[0].segments[0].from') + 1) WHERE json_extract(state, '$.clocks[0].state') = 'running'",
  ],
  [
    "a stopped clock that is armed",
    "clocks:",
    "UPDATE tickets SET state = json_set(state, '$.clocks[0].nextAt', 5) WHERE json_extract(state, '$.clocks[0].state') IN ('stopped', 'cancelled')",
  ],
  ["a reminder fired twice", "reminders:", ...again(aTold)],
  [
    "a reminder marked that never fired",
    "reminders:",
    "UPDATE tickets SET state = json_insert(state, '$.clocks[0].fired[#]', 'ghost') WHERE json_array_length(state, '$.clocks') > 0",
  ],
  ["a lost notification", "reminders:", "DELETE FROM notifications WHERE reason = 'escalation'"],
  [
    "a notification that nothing told",
    "reminders:",
    "UPDATE notifications SET id = id || 'x' WHERE reason = 'escalation'",
  ],
  [
    "a gap in the log of a schedule",
    "events:",
    `DELETE FROM ticket_events WHERE ticket_id = ${aSchedule} AND type = 'run.triggered'`,
  ],
  ["a lost timer of a run without a ticket", "timers:", `DELETE FROM timers WHERE ticket_id = ${aSchedule}`],
  ["a classification by another revision", "classifications:", "UPDATE classifications SET revision = 7"],
  ["a lost classification", "classifications:", "DELETE FROM classifications"],
  ["a ticket fallen out of its queue", "routing:", "DELETE FROM queue_entries WHERE type = 'waiting'"],
  [
    "a queue entry that tells another story",
    "routing:",
    "UPDATE queue_entries SET data = json_set(data, '$.priority', 'P0', '$.since', 1)",
  ],
  [
    "an assigned ticket in a queue",
    "routing:",
    "INSERT INTO queue_entries SELECT id, 'pooled', 'default', NULL, 'general', (SELECT data FROM queue_entries LIMIT 1) FROM tickets WHERE assignee IS NOT NULL LIMIT 1",
  ],
  [
    "an assignee whom routing does not know",
    "routing:",
    "UPDATE tickets SET assignee = 'a1', state = json_set(state, '$.ticket.assignee', 'a1') WHERE pool IS NOT NULL",
  ],
  [
    "a load that does not add up",
    "routing:",
    'UPDATE agent_loads SET counts = \'{"chat":{},"ticket":{"open":7}}\' WHERE agent_id = \'a3\'',
  ],
  [
    "a claim that nobody holds",
    "routing:",
    "UPDATE agent_loads SET claims = '{\"default/general\":3}' WHERE agent_id = 'a4'",
  ],
  [
    "an assignment beyond capacity",
    "capacity:",
    `UPDATE ticket_events SET decisions = replace(decisions, '"capacity":10', '"capacity":0') WHERE decisions LIKE '%"type":"assigned"%'`,
  ],
  [
    "a customer miscounted",
    "customers:",
    "UPDATE customers SET open_tickets = open_tickets + 1 WHERE id = 'c9'",
  ],
];
