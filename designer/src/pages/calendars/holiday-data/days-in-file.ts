/** The days of an uploaded file: either the days themselves by date, or an object that has them as `days`. */

/** `undefined` for what is no JSON object; whether they are days is the api's to say. */
export function daysInFile(text: string): object | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== "object" || read === null || Array.isArray(read)) return undefined;
  const { days } = read as { readonly days?: unknown };
  return typeof days === "object" && days !== null ? days : read;
}
