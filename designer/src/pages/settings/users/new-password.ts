/** Letters that are not mistaken for each other when somebody reads them out. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to be shown once: four groups of five letters, 99 random bits. */
export function newPassword(): string {
  const groups = Array.from({ length: 4 }, () => Array.from({ length: 5 }, letter).join(""));
  return groups.join("-");
}

/** One letter, all equally likely: values beyond the last whole round are drawn again. */
function letter(): string {
  const limit = 256 - (256 % letters.length);
  const [value = 255] = crypto.getRandomValues(new Uint8Array(1));
  return value < limit ? (letters[value % letters.length] ?? "") : letter();
}
