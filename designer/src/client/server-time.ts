/**
 * The server's clock as the browser can know it. Clocks on desks are wrong by minutes; a countdown that
 * trusts them would lie to an agent, so the difference is read from the `Date` header of each answer.
 */
let offset = 0;

/** Takes in an answer's `Date` header (whole seconds); anything unreadable is ignored. */
export function noteServerDate(header: string | null, localNow = Date.now()): void {
  const server = header === null ? Number.NaN : Date.parse(header);
  if (Number.isNaN(server)) return;
  const difference = server - localNow;
  // The header has whole seconds: a smaller difference says nothing.
  offset = Math.abs(difference) < 2_000 ? 0 : difference;
}

/** Now on the server, epoch ms, right to about a second. */
export const serverNow = (localNow = Date.now()): number => localNow + offset;
