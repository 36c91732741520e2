/** From bytes to a value, never reading more than was asked for. */
import type { Dispatcher } from "undici";
import { httpError } from "./errors.ts";

type Response = Dispatcher.ResponseData;

/** Reads the body. @throws ActionError `http.too-large` as soon as the limit is passed. */
async function readBytes(response: Response, limit: number): Promise<Buffer> {
  const declared = Number(response.headers["content-length"] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit || declared > limit)
      throw httpError("http.too-large", `The answer has more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const isText = (type: string) =>
  type === "" || /^text\/|[/+](json|xml|javascript|x-www-form-urlencoded)\b/.test(type);

/** Text in the charset that the answer names (GBK is common among older services); UTF-8 when unknown. */
function decode(bytes: Buffer, type: string): string {
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return bytes.toString("utf8");
    throw error;
  }
}

function parseBody(bytes: Buffer, type: string): unknown {
  if (bytes.length === 0) return null;
  if (!isText(type)) return bytes.toString("base64");
  const text = decode(bytes, type);
  if (!/[/+]json\b/.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw httpError("http.body-invalid", "The answer says it is JSON and is not", {
      details: { body: text.slice(0, 500) },
      cause,
    });
  }
}

/** Reads and parses the body by its content type; JSON, text, or base64 for the rest. */
export async function readBody(response: Response, limit: number): Promise<unknown> {
  const encoding = String(response.headers["content-encoding"] ?? "identity");
  if (encoding !== "identity") {
    await response.body.dump({ limit: 65_536 });
    throw httpError("http.encoding", `The answer is compressed (${encoding}) although that was declined`);
  }
  const type = String(response.headers["content-type"] ?? "").toLowerCase();
  return parseBody(await readBytes(response, limit), type);
}

/** Headers as one text each; repeated ones are joined as RFC 9110 section 5.3 says. */
export const plainHeaders = (response: Response): Record<string, string> =>
  Object.fromEntries(
    Object.entries(response.headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
