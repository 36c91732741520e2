/** Documents from files: one document, a bundle `{"documents":[…]}`, or one document a line (`.ndjson`). */
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { AppError } from "../errors.ts";
import { readNdjson } from "../infra/ndjson.ts";
import { parseJson } from "../infra/parse-json.ts";

export interface FileDocument {
  readonly file: string;
  readonly input: unknown;
}

const maxDepth = 96;
const bodyLimit = 256 * 1024 * 1024;

async function inputsOf(file: string): Promise<readonly unknown[]> {
  if (/\.(?:ndjson|jsonl)$/.test(file)) return readNdjson(createReadStream(file), { bodyLimit, maxDepth });
  const value = parseJson(await readFile(file, "utf8"), maxDepth);
  const { documents } = (value ?? {}) as { documents?: unknown };
  return Array.isArray(documents) ? documents : [value];
}

/** Every document of the files, in order. Throws `file.invalid` naming the file. */
export async function readDocuments(files: readonly string[]): Promise<FileDocument[]> {
  const found: FileDocument[] = [];
  for (const file of files) {
    try {
      found.push(...(await inputsOf(file)).map((input) => ({ file, input })));
    } catch (error) {
      const reason = error instanceof AppError ? error.detail : (error as Error).message;
      throw new AppError("file.invalid", { values: { file, reason }, cause: error });
    }
  }
  return found;
}
