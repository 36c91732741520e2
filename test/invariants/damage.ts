/** Ways to do damage to a sound house in SQL, each for one check to find. */

/** What was done, the check that must find it, and how it is done. */
export type Damage = readonly [what: string, check: string, ...sql: string[]];

/** A ticket that has something due. */
export const one = "(SELECT ticket_id FROM timers WHERE ticket_id NOT LIKE 'house:%' LIMIT 1)";

/** Copies an event to the end of its ticket's log, as if it had been handled again. */
export const again = (id: string): readonly string[] => [
  `INSERT INTO ticket_events SELECT 'again', ticket_id, (SELECT MAX(seq) + 1 FROM ticket_events e WHERE e.ticket_id = t.ticket_id),
     type, at, actor, json_set(data, '$.id', 'again'), decisions, log, refs FROM ticket_events t WHERE id = ${id}`,
  "UPDATE tickets SET seq = seq + 1, state = json_set(state, '$.seq', seq + 1) WHERE id = (SELECT ticket_id FROM ticket_events WHERE id = 'again')",
];
