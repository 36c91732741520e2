/**
 * 快递100, 实时快递查询. Source: api.kuaidi100.com, 实时查询 (`POST /poll/query.do`): a form of `customer`, `param` (JSON) and
 * `sign`, the upper-case MD5 of param + key + customer; `resultv2=4` gives the finer states; failures come as
 * `result: false` with a `returnCode`. Numbers of some carriers (顺丰, 中通) need the last four digits of a phone.
 */
import { createHash } from "node:crypto";
import { type ActionContext, requestJson } from "@sluice/plugin-sdk";
import type { LogisticsConfig } from "./config.ts";
import { logisticsError } from "./errors.ts";
import { type Found, type ParcelState, type TrackEvent, toInstant } from "./track.ts";

/** The signature of a query. MD5 is the provider's choice; the key never leaves by it. */
export const signKuaidi100 = (param: string, key: string, customer: string): string =>
  createHash("md5").update(`${param}${key}${customer}`, "utf8").digest("hex").toUpperCase();

/** The states in the provider's numbers; of the finer ones those that mean something else than their group. */
const states: Readonly<Record<string, ParcelState>> = {
  "0": "in-transit",
  "1": "picked-up",
  "2": "exception",
  "3": "delivered",
  "4": "returned",
  "5": "out-for-delivery",
  "6": "returning",
  "7": "in-transit",
  "8": "customs",
  "10": "customs",
  "11": "customs",
  "12": "customs",
  "13": "exception",
  "14": "refused",
  "101": "waiting-pickup",
  "102": "waiting-pickup",
  "103": "picked-up",
  "203": "refused",
  "401": "returned",
  "501": "at-pickup-point",
};

/** A finer state of three digits belongs to the group of its first one; 1001 to 1003 are on the way. */
function stateOf(state: string): ParcelState {
  const group = /^100\d$/.test(state) ? "0" : state.length === 3 ? state.charAt(0) : state;
  return states[state] ?? states[group] ?? "unknown";
}

interface Answer {
  readonly result?: boolean;
  readonly returnCode?: string;
  readonly message?: string;
  readonly status?: string;
  readonly state?: string | number;
  readonly data?: readonly Readonly<Record<string, unknown>>[];
}

/** 500: nothing found yet; 501, 502: the server's own fault; the rest (400, 503, 601 …) is ours to correct. */
const nothingFound = "500";
const busy = new Set(["501", "502"]);

function toEvent(item: Readonly<Record<string, unknown>>): TrackEvent {
  const { areaName } = item;
  return {
    at: toInstant(item.ftime ?? item.time),
    place: typeof areaName === "string" && areaName !== "" ? areaName.replaceAll(",", "") : null,
    text: String(item.context ?? ""),
  };
}

/** Asks for one parcel. @throws ActionError `logistics.*`. */
export async function askKuaidi100(
  { config, secrets, http }: Pick<ActionContext<unknown, LogisticsConfig>, "config" | "secrets" | "http">,
  { no, carrier, phone }: { no: string; carrier: string | null; phone: string | undefined },
): Promise<Found> {
  const { kuaidi100 } = config;
  const key = secrets.KUAIDI100_KEY;
  if (!kuaidi100 || !key)
    throw logisticsError(
      "logistics.not-configured",
      "Kuaidi100 needs its customer and the secret KUAIDI100_KEY",
    );
  if (carrier === null)
    throw logisticsError(
      "logistics.carrier-unknown",
      "The number does not say whose it is: name the carrier",
    );
  const { customer, url } = kuaidi100;
  const param = JSON.stringify({
    com: carrier,
    num: no,
    ...(phone === undefined ? {} : { phone }),
    resultv2: "4",
    show: "0",
    order: "desc",
  });
  const form = new URLSearchParams({ customer, sign: signKuaidi100(param, key, customer), param });
  const { body } = await requestJson(http, { url, body: form, prefix: "logistics" });
  const answer = (body ?? {}) as Answer;
  if (answer.result === false && answer.returnCode === nothingFound)
    return { no, carrier, state: "unknown", events: [] };
  if (answer.result === false || answer.status !== "200") throw refusal(answer);
  const events = Array.isArray(answer.data) ? answer.data.map(toEvent) : [];
  return { no, carrier, state: stateOf(String(answer.state ?? "")), events };
}

function refusal({ returnCode = "", message = "" }: Answer) {
  const fault = busy.has(returnCode) ? "logistics.busy" : "logistics.refused";
  return logisticsError(fault, `Kuaidi100 answered ${returnCode}: ${message.slice(0, 200)}`, {
    code: returnCode,
  });
}
