/** Who is asked about parcels, and how its answers are read. Hosts come from here, never from an input. */
import { labelled } from "@sluice/plugin-sdk";
import { type Static, Type } from "typebox";

const strict = { additionalProperties: false } as const;
const place = (preset: string, zh: string, en: string) =>
  Type.String({ default: preset, maxLength: 500, ...labelled(zh, en) });

const Kuaidi100 = Type.Object(
  {
    url: Type.String({
      default: "https://poll.kuaidi100.com/poll/query.do",
      pattern: "^https?://",
      ...labelled("接口地址", "Address"),
    }),
    customer: Type.String({
      minLength: 1,
      ...labelled("公司编号", "Customer", {
        help: {
          zh: "快递100 分配的 customer；授权 key 存为密钥 KUAIDI100_KEY",
          en: "Kuaidi100's customer; its key is the secret KUAIDI100_KEY",
        },
      }),
    }),
  },
  { ...strict, ...labelled("快递100", "Kuaidi100") },
);

const Rest = Type.Object(
  {
    url: Type.String({
      pattern: "^https?://[^{]",
      ...labelled("接口地址", "Address", {
        placeholder: "https://tms.shop.example/parcels/{no}",
        help: { zh: "{no}、{carrier} 处填运单号和快递公司", en: "{no} and {carrier} are filled in" },
      }),
    }),
    header: place("authorization", "凭证请求头", "Header of the credentials"),
    prefix: place("Bearer ", "凭证前缀", "Before the secret REST_TOKEN"),
    state: place("state", "状态位置", "Where the state is"),
    states: Type.Record(Type.String(), Type.String(), {
      default: {},
      ...labelled("状态对照", "States", {
        help: { zh: "对方的状态 → 本插件的状态", en: "Its word → one of this plugin's states" },
      }),
    }),
    events: place("events", "轨迹列表位置", "Where the list of events is"),
    at: place("at", "时间位置", "Where an event's time is"),
    place: place("place", "地点位置", "Where an event's place is"),
    text: place("text", "内容位置", "Where an event's text is"),
  },
  { ...strict, ...labelled("其他接口", "Another service") },
);
export type Rest = Static<typeof Rest>;

/** By how their numbers begin. Source: the carriers' published number formats; codes are Kuaidi100's. */
const knownPrefixes = {
  SF: "shunfeng",
  JD: "jd",
  YT: "yuantong",
  JT: "jtexpress",
  DPK: "debangkuaidi",
};

export const LogisticsConfig = Type.Object(
  {
    provider: Type.Enum(["kuaidi100", "rest"], {
      default: "kuaidi100",
      ...labelled("服务商", "Provider", {
        options: {
          kuaidi100: { zh: "快递100", en: "Kuaidi100" },
          rest: { zh: "其他接口", en: "Another service" },
        },
      }),
    }),
    kuaidi100: Type.Optional(Kuaidi100),
    rest: Type.Optional(Rest),
    carriers: Type.Record(Type.String(), Type.String(), {
      default: knownPrefixes,
      ...labelled("单号前缀", "Number prefixes", {
        help: { zh: "单号前缀 → 快递公司编码", en: "How a number begins → the carrier's code" },
      }),
    }),
    carrierNames: Type.Record(Type.String(), Type.String(), {
      default: {
        顺丰: "shunfeng",
        京东: "jd",
        圆通: "yuantong",
        中通: "zhongtong",
        申通: "shentong",
        韵达: "yunda",
        极兔: "jtexpress",
        邮政: "youzhengguonei",
        EMS: "ems",
        德邦: "debangkuaidi",
      },
      ...labelled("公司名称", "Carriers' names", {
        help: { zh: "名称（或其开头）→ 快递公司编码", en: "A name (or its beginning) → the carrier's code" },
      }),
    }),
    defaultCarrier: Type.Optional(
      Type.String({ minLength: 1, ...labelled("默认快递公司", "Carrier when it is not known") }),
    ),
  },
  strict,
);
export type LogisticsConfig = Static<typeof LogisticsConfig>;
