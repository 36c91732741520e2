/** Any service that answers a GET with JSON: its states and places are configured. */
import { type ActionContext, requestJson } from "@sluice/plugin-sdk";
import type { LogisticsConfig, Rest } from "./config.ts";
import { logisticsError } from "./errors.ts";
import { type Found, isParcelState, type ParcelState, type TrackEvent, toInstant } from "./track.ts";

/** What stands at dotted names (`data.0.state`), own properties only. */
function readPath(value: unknown, path: string): unknown {
  let at = value;
  for (const step of path === "" ? [] : path.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return at;
}

/** Values are encoded, so that they stay one step; dots alone, which would climb, are refused. */
function fill(url: string, values: Readonly<Record<string, string>>): string {
  return url.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? "";
    if (/^\.{1,2}$/.test(value)) throw logisticsError("logistics.refused", `${name} cannot be ${value}`);
    return encodeURIComponent(value);
  });
}

function stateOf(value: unknown, { states }: Rest): ParcelState {
  const text = value === undefined || value === null ? "" : String(value);
  const said = Object.hasOwn(states, text) ? (states[text] ?? "") : text;
  return isParcelState(said) ? said : "unknown";
}

const toText = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

const toEvent = (item: unknown, rest: Rest): TrackEvent => ({
  at: toInstant(readPath(item, rest.at)),
  place: toText(readPath(item, rest.place)),
  text: toText(readPath(item, rest.text)) ?? "",
});

/** Asks for one parcel; a 404 is a parcel that nothing is known of. @throws ActionError `logistics.*`. */
export async function askRest(
  { config, secrets, http }: Pick<ActionContext<unknown, LogisticsConfig>, "config" | "secrets" | "http">,
  { no, carrier }: { no: string; carrier: string | null },
): Promise<Found> {
  const { rest } = config;
  if (!rest) throw logisticsError("logistics.not-configured", "The plugin logistics has no rest.url");
  const { status, body } = await requestJson(http, {
    url: fill(rest.url, { no, carrier: carrier ?? "" }),
    headers: secrets.REST_TOKEN ? { [rest.header]: `${rest.prefix}${secrets.REST_TOKEN}` } : {},
    prefix: "logistics",
    accept: [404],
  });
  if (status === 404) return { no, carrier, state: "unknown", events: [] };
  const list = readPath(body, rest.events);
  const events = Array.isArray(list) ? list.map((item: unknown) => toEvent(item, rest)) : [];
  return { no, carrier, state: stateOf(readPath(body, rest.state), rest), events };
}
