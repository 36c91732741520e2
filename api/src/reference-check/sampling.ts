/** Which tickets are checked: decided by their id alone, so that a replay checks the same ones. */

/** FNV-1a over UTF-16 units: ids made in the same millisecond differ in few places, and must spread all the same. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  // The last bytes alone would decide the high bits too little.
  value ^= value >>> 16;
  value = Math.imul(value, 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}

/** True for about `share` (0 to 1) of all ids. */
export const isSampled = (ticket: string, share: number): boolean => hash(ticket) < share * 2 ** 32;
