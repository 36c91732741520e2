/** Who writes, on which channel, about which order. */
import type { CustomerInput, OrderInput } from "../../ticket.ts";
import { orderNumber, trackingNumber } from "../samples/slots.ts";
import { createWeighted, type Random } from "./random.ts";

interface Source {
  readonly channel: string;
  readonly shop?: string;
  readonly weight: number;
}

const sources: readonly Source[] = [
  { channel: "tmall", shop: "tmall-flagship", weight: 30 },
  { channel: "taobao", shop: "taobao-outlet", weight: 16 },
  { channel: "jd", shop: "jd-flagship", weight: 18 },
  { channel: "pdd", shop: "pdd-flagship", weight: 13 },
  { channel: "douyin", shop: "douyin-live", weight: 12 },
  { channel: "wechat", shop: "wechat-mini", weight: 5 },
  { channel: "wecom", weight: 1 },
  { channel: "web", weight: 2 },
  { channel: "phone", weight: 2 },
  { channel: "mail", weight: 1 },
];

const pickSource = createWeighted(sources.map(({ weight }) => weight));

/** Everything of a ticket but its words. */
export interface Parties {
  readonly channel: string;
  readonly shop?: string;
  readonly customer: CustomerInput;
  readonly order?: OrderInput;
}

const customers = 400_000;

/** One in sixteen customers is a VIP; the same customer always has the same tier. */
function makeCustomer(channel: string, random: Random): CustomerInput {
  const number = random.below(customers);
  const id = `${channel}-${100_000 + number}`;
  if (number % 16 !== 0) return { id };
  return { id, tier: "vip", annualSpend: 20_000 + (number % 997) * 30 };
}

const shipped = (category: string): boolean =>
  category.startsWith("logistics.") ||
  (category.startsWith("aftersales.") && category !== "aftersales.refund-unshipped");

/** Shaped like real baskets: most under ¥300, a few in the thousands. */
const makeAmount = (random: Random): number => {
  const u = random.next();
  return Math.round((19 + 180 * u + 6_000 * u ** 14) * 100) / 100;
};

function makeOrder(category: string, channel: string, random: Random): OrderInput {
  const order = { id: orderNumber(random, channel), amount: makeAmount(random) };
  return shipped(category)
    ? { ...order, status: "shipped", trackingNo: trackingNumber(random) }
    : { ...order, status: "paid" };
}

/** Pre-sales questions come without an order. */
export function makeParties(category: string, random: Random): Parties {
  const source: Source = sources[pickSource(random)] ?? { channel: "web", weight: 0 };
  const { channel } = source;
  return {
    channel,
    ...(source.shop === undefined ? {} : { shop: source.shop }),
    customer: makeCustomer(channel, random),
    ...(category.startsWith("presales.") ? {} : { order: makeOrder(category, channel, random) }),
  };
}
