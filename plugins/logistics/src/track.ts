/** What tracking a parcel comes to, whoever is asked: one vocabulary of states, events newest first, instants in UTC. */
import { labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;

/** Every state that a parcel can be in. */
export const parcelStates = {
  unknown: { zh: "无轨迹", en: "Unknown" },
  "waiting-pickup": { zh: "待揽收", en: "Waiting for pick-up" },
  "picked-up": { zh: "已揽收", en: "Picked up" },
  "in-transit": { zh: "运输中", en: "In transit" },
  customs: { zh: "清关中", en: "In customs" },
  "out-for-delivery": { zh: "派件中", en: "Out for delivery" },
  "at-pickup-point": { zh: "待取件", en: "At a pick-up point" },
  delivered: { zh: "已签收", en: "Delivered" },
  exception: { zh: "异常", en: "Exception" },
  refused: { zh: "拒收", en: "Refused" },
  returning: { zh: "退回中", en: "Returning" },
  returned: { zh: "已退回", en: "Returned" },
} as const;
export type ParcelState = keyof typeof parcelStates;

export const isParcelState = (text: string): text is ParcelState => Object.hasOwn(parcelStates, text);

/** After these nothing moves any more, and nothing is late. */
const final: ReadonlySet<ParcelState> = new Set(["delivered", "returned", "unknown"]);

const nullable = (zh: string, en: string) => Type.Union([Type.String(), Type.Null()], labelled(zh, en));

export const TrackOutput = Type.Object(
  {
    no: Type.String(labelled("运单号", "Tracking number")),
    carrier: nullable("快递公司", "Carrier"),
    state: Type.Enum(
      Object.keys(parcelStates) as ParcelState[],
      labelled("状态", "State", { options: parcelStates }),
    ),
    place: nullable("所在地", "Place"),
    updatedAt: nullable("更新时间", "Updated at"),
    stalledDays: Type.Union(
      [Type.Number(), Type.Null()],
      labelled("停滞天数", "Days stalled", {
        help: { zh: "距最近一条轨迹的天数；已签收为 0", en: "Days since the last event; 0 once delivered" },
      }),
    ),
    events: Type.Array(
      Type.Object(
        {
          at: nullable("时间", "At"),
          place: nullable("地点", "Place"),
          text: Type.String(labelled("内容", "Text")),
        },
        strict,
      ),
      labelled("轨迹", "Events"),
    ),
  },
  strict,
);
export type TrackOutput = Static<typeof TrackOutput>;
export type TrackEvent = TrackOutput["events"][number];

/** What a provider found out. */
export interface Found {
  readonly no: string;
  readonly carrier: string | null;
  readonly state: ParcelState;
  readonly events: readonly TrackEvent[];
}

const maxEvents = 100;
const dayMs = 86_400_000;

/**
 * An instant as providers write it, as ISO UTC. `2026-11-11 08:00:00` without a zone is China's time (UTC+8, no
 * daylight saving since 1991); `null` for what is no instant.
 */
export function toInstant(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value))
    return new Date(value < 100_000_000_000 ? value * 1_000 : value).toISOString();
  if (typeof value !== "string") return null;
  const text = value.trim().replaceAll("/", "-").replace(" ", "T");
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const at = Date.parse(hasZone ? text : /T/.test(text) ? `${text}+08:00` : `${text}T00:00:00+08:00`);
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}

const newestFirst = (a: TrackEvent, b: TrackEvent): number => (b.at ?? "").localeCompare(a.at ?? "");

/** The whole answer; `now` is epoch milliseconds. */
export function toTrack({ no, carrier, state, events }: Found, now: number): TrackOutput {
  const sorted = [...events].sort(newestFirst).slice(0, maxEvents);
  const updatedAt = sorted[0]?.at ?? null;
  const silentMs = updatedAt === null ? null : Math.max(0, now - Date.parse(updatedAt));
  const stalled = silentMs === null ? null : Math.floor(silentMs / dayMs);
  return {
    no,
    carrier,
    state,
    place: sorted.find(({ place }) => place !== null)?.place ?? null,
    updatedAt,
    stalledDays: updatedAt === null ? null : final.has(state) ? 0 : stalled,
    events: sorted,
  };
}
