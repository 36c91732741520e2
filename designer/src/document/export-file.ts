/** A document as a file that lives well in git: sorted keys, two spaces, a newline at the end. */
const sorted = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** The text of an exported document. */
export const exportText = (document: unknown): string => `${JSON.stringify(document, sorted, 2)}\n`;

/** Hands a text to the browser as a download. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next turn; the text need not be kept longer.
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
