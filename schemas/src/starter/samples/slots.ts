/** What the `{slot}`s of the texts are filled with. */
import type { Random } from "../generator/random.ts";

const lists = {
  item: [
    "卫衣",
    "连衣裙",
    "面霜",
    "保温杯",
    "耳机",
    "电饭煲",
    "台灯",
    "运动鞋",
    "羽绒服",
    "洗发水",
    "行李箱",
    "床品四件套",
  ],
  color: ["黑色", "白色", "红色", "粉色", "雾霾蓝", "奶茶色", "卡其色"],
  city: ["杭州", "广州", "成都", "武汉", "西安", "郑州", "义乌", "沈阳", "东莞", "乌鲁木齐"],
  company: ["某某科技有限公司", "某某商贸有限公司", "某某文化传媒有限公司"],
  height: ["158", "162", "165", "170", "175", "180"],
  weight: ["48kg", "105斤", "60公斤", "130斤", "75kg"],
} as const;

const digits = (random: Random, length: number): string => {
  let text = String(random.below(9) + 1);
  while (text.length < length) text += String(random.below(10));
  return text;
};

/** The order number of a channel's platform, by its usual length and shape. */
export function orderNumber(random: Random, channel: string): string {
  if (channel === "jd") return digits(random, 12);
  if (channel === "pdd") return `2611${digits(random, 2)}-${digits(random, 15)}`;
  return digits(random, 19);
}

const carriers = ["YT", "SF", "ZTO", "JT", "STO"] as const;

/** A tracking number in the shape of a large carrier's. */
export const trackingNumber = (random: Random): string => `${random.pick(carriers)}${digits(random, 13)}`;

const makers: Readonly<Record<string, (random: Random, channel: string) => string>> = {
  order: orderNumber,
  track: trackingNumber,
  phone: (random) => `1${random.pick(["38", "59", "86", "77"])}****${digits(random, 4)}`,
  amount: (random) => String(random.below(480) + 19),
  days: (random) => String(random.below(9) + 3),
  n: (random) => String(random.below(8) + 2),
};

/** Fills every `{slot}`; a name that nobody knows stays as it is. */
export const fillSlots = (text: string, random: Random, channel: string): string =>
  text.includes("{")
    ? text.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const list = (lists as Readonly<Record<string, readonly string[]>>)[name];
        return list ? random.pick(list) : (makers[name]?.(random, channel) ?? whole);
      })
    : text;
