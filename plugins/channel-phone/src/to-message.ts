/**
 * A call as a customer's message. An answered call is a ticket of its own. Missed calls of one number on one day (in
 * UTC) are one ticket, however often somebody tries: each try is a message on it.
 */
import type { InboundMessage } from "@sluice/plugin-sdk";
import type { PhoneConfig } from "./config.ts";

type Fields = keyof PhoneConfig["fields"];

/** What one call said, as texts. */
export type Call = Readonly<Partial<Record<Fields, string>>>;

const maxText = 20_000;

/** What stands at a dotted place, own properties only. */
function readPlace(value: unknown, place: string): string | undefined {
  let at = value;
  for (const step of place.split(".")) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string, unknown>)[step];
  }
  return typeof at === "string" || typeof at === "number"
    ? String(at).trim().slice(0, maxText) || undefined
    : undefined;
}

/** Reads a webhook's body by the configured places. */
export function toCall(body: unknown, { fields }: PhoneConfig): Call {
  const read = Object.entries(fields).map(([name, place]) => [name, readPlace(body, place)] as const);
  return Object.fromEntries(read.filter(([, text]) => text !== undefined));
}

const words = {
  zh: {
    ended: "电话",
    missed: "未接来电",
    agent: "接听",
    to: "拨打",
    lasted: (m: number, s: number) => (m > 0 ? `${m} 分 ${s} 秒` : `${s} 秒`),
    duration: "时长",
    recording: "录音",
    colon: "：",
  },
  en: {
    ended: "Call",
    missed: "Missed call",
    agent: "Answered by",
    to: "Called",
    lasted: (m: number, s: number) => (m > 0 ? `${m} min ${s} s` : `${s} s`),
    duration: "Lasted",
    recording: "Recording",
    colon: ": ",
  },
} as const;

function lasting(seconds: string | undefined, language: PhoneConfig["language"]): string | undefined {
  const whole = Math.round(Number(seconds));
  if (seconds === undefined || !Number.isFinite(whole) || whole < 0) return undefined;
  return words[language].lasted(Math.floor(whole / 60), whole % 60);
}

/** Agents click on it: only a web address is shown as one. */
const toLink = (text: string | undefined): string | undefined =>
  text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) ? text : undefined;

function textOf(call: Call, kind: "ended" | "missed", language: PhoneConfig["language"]): string {
  const said = words[language];
  const line = (label: string, value: string | undefined) =>
    value === undefined ? [] : [`${label}${said.colon}${value}`];
  return [
    ...(call.summary === undefined ? [`${said[kind]} ${call.from}`] : [call.summary]),
    ...line(said.to, call.to),
    ...line(said.agent, call.agent),
    ...line(said.duration, kind === "ended" ? lasting(call.seconds, language) : undefined),
    ...line(said.recording, toLink(call.recording)),
  ].join("\n");
}

const instantOf = (text: string | undefined): string | undefined => {
  const number = Number(text);
  const at = Number.isFinite(number) ? (number < 1e11 ? number * 1_000 : number) : Date.parse(text ?? "");
  return text !== undefined && Number.isFinite(at) ? new Date(at).toISOString() : undefined;
};

/** The message of a call, or `null` for an event that is neither an ended call nor a missed one. */
export function toMessage(call: Call, config: PhoneConfig, receivedAt: number): InboundMessage | null {
  const { event = "", callId, from } = call;
  const kind = config.ended.includes(event) ? "ended" : config.missed.includes(event) ? "missed" : null;
  if (kind === null || callId === undefined || from === undefined) return null;
  const at = instantOf(call.endedAt);
  const day = (at ?? new Date(receivedAt).toISOString()).slice(0, 10);
  const number = from.slice(0, 100);
  return {
    thread: kind === "ended" ? callId.slice(0, 190) : `missed:${number}:${day}`,
    id: `${kind}:${callId}`.slice(0, 190),
    ...(at === undefined ? {} : { at }),
    customer: { id: number, ...(call.name === undefined ? {} : { name: call.name.slice(0, 200) }) },
    subject: `${words[config.language][kind]} ${number}`,
    text: textOf(call, kind, config.language),
  };
}
