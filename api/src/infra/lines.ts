/** Lines of a stream that is never held as a whole. */
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

/** Stands for a line that is longer than the limit; its text is not kept. */
export const tooLong = Symbol("a line that is too long");

/**
 * Yields each line without its end, the last one also when no newline follows it. A line of more than `maxLength`
 * characters yields `tooLong` in its place, and the lines after it come as usual. Throws what the stream throws.
 */
export async function* linesOf(stream: Readable, maxLength: number): AsyncGenerator<string | typeof tooLong> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let skipping = false;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const parts = (rest + decoder.write(chunk)).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      yield skipping || part.length > maxLength ? tooLong : part;
      skipping = false;
    }
    skipping ||= rest.length > maxLength;
    if (skipping) rest = "";
  }
  rest += decoder.end();
  if (skipping || rest.length > maxLength) yield tooLong;
  else if (rest !== "") yield rest;
}
