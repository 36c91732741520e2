/** A page that listens: `GET /events` over a real connection. */
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { bootstrapKey, type Reply } from "./server.ts";

/** One event that a page was told. */
export interface Told {
  readonly event: string;
  readonly data: Reply["body"];
}

/** Listens at `origin` over a connection of its own until `wanted` says it has heard enough. */
export async function listen(origin: string, topics: string, wanted: (told: readonly Told[]) => boolean) {
  const headers = { authorization: `Bearer ${bootstrapKey}` };
  const request = get(`${origin}/api/v1/events?topics=${topics}`, { headers, agent: false });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return { response, heard: hear(response, wanted) };
}

async function hear(response: IncomingMessage, wanted: (told: readonly Told[]) => boolean) {
  const told: Told[] = [];
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) {
    text += String(chunk);
    const blocks = text.split("\n\n");
    text = blocks.pop() ?? "";
    told.push(...blocks.flatMap(toTold));
    if (wanted(told)) break;
  }
  response.destroy();
  return told;
}

function toTold(block: string): readonly Told[] {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(block)?.[1];
  const event = field("event");
  return event === undefined ? [] : [{ event, data: JSON.parse(field("data") ?? "null") }];
}
