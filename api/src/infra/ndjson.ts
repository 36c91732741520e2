/** Newline-delimited JSON: one value a line, blank lines skipped. */
import type { Readable } from "node:stream";
import split from "split2";
import { AppError } from "../errors.ts";
import { parseJson } from "./parse-json.ts";

export interface NdjsonLimits {
  /** Bytes of the whole stream. */
  readonly bodyLimit: number;
  readonly maxDepth: number;
}

/** A faulty line keeps its error's code and gains its number. */
function parseLine(line: string, number: number, maxDepth: number): unknown {
  try {
    return parseJson(line, maxDepth);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, { detail: `Line ${number}: ${error.detail}`, cause: error });
  }
}

/** Reads the whole stream. Throws `request.too-large`, or the fault of the first bad line. */
export async function readNdjson(
  stream: Readable,
  { bodyLimit, maxDepth }: NdjsonLimits,
): Promise<unknown[]> {
  const values: unknown[] = [];
  let bytes = 0;
  let number = 0;
  stream.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > bodyLimit)
      stream.destroy(new AppError("request.too-large", { values: { limit: bodyLimit } }));
  });
  const lines = stream.pipe(split());
  stream.on("error", (error) => lines.destroy(error));
  for await (const line of lines as AsyncIterable<string>) {
    number += 1;
    if (line.trim() !== "") values.push(parseLine(line, number, maxDepth));
  }
  return values;
}
