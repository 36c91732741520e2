/** `logistics.track` and the facts `logistics.state` and `logistics.stalledDays`: where a parcel is. */
import { type ActionContext, defineAction, defineFact, labelled } from "@sluice/plugin-sdk";
import { Type } from "typebox";
import { carrierOf } from "./carrier.ts";
import { LogisticsConfig } from "./config.ts";
import { askKuaidi100 } from "./kuaidi100.ts";
import { askRest } from "./rest.ts";
import { parcelStates, TrackOutput, toTrack } from "./track.ts";

type Context = Pick<ActionContext<unknown, LogisticsConfig>, "config" | "secrets" | "http">;
type Parcel = { readonly no: string; readonly carrier?: string; readonly phone?: string };

async function track(ctx: Context, { no: given, carrier: said, phone }: Parcel): Promise<TrackOutput> {
  const no = given.trim();
  const parcel = { no, carrier: carrierOf(no, said, ctx.config), phone };
  const found = ctx.config.provider === "rest" ? await askRest(ctx, parcel) : await askKuaidi100(ctx, parcel);
  return toTrack(found, Date.now());
}

const shared = {
  config: LogisticsConfig,
  secrets: ["KUAIDI100_KEY", "REST_TOKEN"],
  hosts: ["*"], // The host is the operator's; inputs are encoded into its address.
  concurrency: 8,
} as const;

/** `logistics.track`. */
export const trackAction = defineAction({
  ...shared,
  id: "logistics.track",
  version: "1",
  label: { zh: "物流查询", en: "Track parcel" },
  description: {
    zh: "查询包裹状态、所在地、停滞天数和轨迹",
    en: "A parcel's state, place, days stalled and events",
  },
  icon: "truck",
  input: Type.Object(
    {
      no: Type.String({
        minLength: 1,
        maxLength: 64,
        ...labelled("运单号", "Tracking number", {
          widget: "template",
          placeholder: "{{ order.trackingNo }}",
        }),
      }),
      carrier: Type.Optional(
        Type.String({
          maxLength: 60,
          ...labelled("快递公司", "Carrier", {
            widget: "template",
            help: { zh: "编码或名称；留空按单号判断", en: "Code or name; empty: told by the number" },
          }),
        }),
      ),
      phone: Type.Optional(
        Type.String({
          pattern: "^[0-9]{0,15}$",
          ...labelled("手机号后四位", "Phone's last digits", {
            widget: "template",
            help: { zh: "顺丰、中通查询需要", en: "Some carriers ask for them" },
          }),
        }),
      ),
    },
    { additionalProperties: false },
  ),
  output: TrackOutput,
  timeout: "PT10S",
  retry: { maxAttempts: 5, backoff: "exponential", initial: "PT2S", max: "PT5M" },
  idempotency: "natural",
  samples: [
    {
      name: "on its way",
      input: { no: "SF1001" },
      output: { no: "SF1001", state: "in-transit", place: "上海市" },
    },
  ],
  run: (ctx) => track(ctx, ctx.input as Parcel),
});

/** Of one number, however often it is asked in ten minutes. */
const ofParcel = { ...shared, from: ["order.trackingNo"], cacheFor: "PT10M", timeout: "PT3S" } as const;
const numberOf = (input: Readonly<Record<string, unknown>>): Parcel => ({
  no: String(input["order.trackingNo"]),
});

/** `logistics.state`. */
export const stateFact = defineFact({
  ...ofParcel,
  id: "logistics.state",
  label: { zh: "物流状态", en: "Parcel's state" },
  type: "string",
  options: Object.entries(parcelStates).map(([value, label]) => ({ value, label })),
  samples: [{ name: "on its way", input: { "order.trackingNo": "SF1001" }, value: "in-transit" }],
  run: async (ctx) => (await track(ctx as unknown as Context, numberOf(ctx.input))).state,
});

/** `logistics.stalledDays`: whole days since the parcel's last event; 0 once it has arrived. */
export const stalledDaysFact = defineFact({
  ...ofParcel,
  id: "logistics.stalledDays",
  label: { zh: "物流停滞天数", en: "Days the parcel has stalled" },
  type: "number",
  samples: [{ name: "on its way", input: { "order.trackingNo": "SF1001" } }],
  run: async (ctx) => (await track(ctx as unknown as Context, numberOf(ctx.input))).stalledDays,
});
