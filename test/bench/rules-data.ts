/**
 * Rulesets and tickets for the rules bench: two-level conditions over Chinese subjects, the same from run to run.
 * However many rules there are, every ticket matches exactly as many of them: the vocabulary grows with the ruleset.
 */
import { compileClassification, type Facts } from "@sluice/engine";
import type { ClassificationSpec, Condition } from "@sluice/schemas";

/** Rules that each ticket matches. */
export const matchesPerTicket = 5;

/** One rule in the terms that every engine can be given. */
export interface BenchRule {
  readonly id: string;
  readonly tag: string;
  readonly channels: readonly string[];
  readonly atLeast: number | null;
  /** One of these is in the text … */
  readonly words: readonly string[];
  /** … or this one is, and the customer has this tier. */
  readonly tier: string;
  readonly tierWord: string;
}

export interface BenchTicket {
  readonly channel: string;
  readonly amount: number;
  readonly tier: string;
  readonly text: string;
}

const channels = ["taobao", "tmall", "jd", "pdd", "douyin", "wechat"];
const tiers = ["normal", "silver", "gold", "vip"];
const letters = Array.from(
  "退货款换发票物流快递单号尺码颜色质量破损漏件错少补偿投诉客服催促付款优惠券积分会员地址修改取消订赔返现保价验收安装维修电话机屏幕电池充器衣服鞋子包装盒说明书赠品直播间主播预售定金尾款仓库拆封异味过期变质",
);
const phrases = [
  ...[
    "我在你们店买的",
    "前天下单到现在",
    "请问一下",
    "已经等了三天了",
    "怎么还没有消息",
    "麻烦尽快处理",
    "谢谢",
  ],
  ...["这个问题", "跟页面写的不一样", "上次也是这样", "你们看看", "到底什么时候能好", "急", "在吗"],
];

/** Small and fast, the same sequence for the same seed (mulberry32). */
export function createRandom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: <T>(list: readonly T[]): T => list[below(list.length)] as T };
}
type Random = ReturnType<typeof createRandom>;

function vocabulary(size: number, random: Random): readonly string[] {
  const words = new Set<string>();
  while (words.size < size)
    words.add(Array.from({ length: 2 + random.below(3) }, () => random.pick(letters)).join(""));
  return [...words];
}

/** Some of a list, in its order. */
const someOf = <T>(list: readonly T[], count: number, random: Random): readonly T[] => {
  const taken = new Set<T>();
  while (taken.size < count) taken.add(random.pick(list));
  return list.filter((item) => taken.has(item));
};

export function benchRules(count: number, words: readonly string[], random: Random): readonly BenchRule[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `r${index}`,
    tag: `标签${random.below(count / 2)}`,
    channels: someOf(channels, 3, random),
    atLeast: random.below(3) === 0 ? random.below(300) : null,
    words: someOf(words, 2, random),
    tier: random.pick(tiers),
    tierWord: random.pick(words),
  }));
}

function benchTicket(words: readonly string[], random: Random): BenchTicket {
  const parts = Array.from({ length: 2 + random.below(3) }, () => [random.pick(phrases), random.pick(words)]);
  return {
    channel: random.pick(channels),
    amount: random.below(2_000),
    tier: random.pick(tiers),
    text: parts.flat().join(""),
  };
}

const whenOf = ({ channels: among, atLeast, words, tier, tierWord }: BenchRule): Condition => ({
  all: [
    { fact: "ticket.channel", operator: "in", value: [...among] },
    ...(atLeast === null ? [] : [{ fact: "order.amount", operator: "greaterThanInclusive", value: atLeast }]),
    {
      any: [
        { fact: "ticket.subject", operator: "containsAnyText", value: [...words] },
        {
          all: [
            { fact: "customer.tier", operator: "equal", value: tier },
            { fact: "ticket.subject", operator: "containsText", value: tierWord },
          ],
        },
      ],
    },
  ],
});

/** The rules as a classification document. */
export const toSpec = (rules: readonly BenchRule[]): ClassificationSpec => ({
  mode: "all",
  rules: rules.map((rule) => ({ id: rule.id, when: whenOf(rule), then: { addTags: [rule.tag] } })),
});

export const toFacts = ({ channel, amount, tier, text }: BenchTicket): Facts => ({
  "ticket.channel": channel,
  "ticket.subject": text,
  "order.amount": amount,
  "customer.tier": tier,
});

export interface BenchHouse {
  readonly rules: readonly BenchRule[];
  readonly tickets: readonly BenchTicket[];
}

/** A ruleset with tickets, each of which matches exactly {@link matchesPerTicket} rules. */
export function benchHouse(rules: number, tickets: number): BenchHouse {
  const random = createRandom(rules);
  const words = vocabulary(Math.ceil(rules / 2), random);
  const made = benchRules(rules, words, random);
  const { classify } = compileClassification({ spec: toSpec(made) });
  const kept: BenchTicket[] = [];
  while (kept.length < tickets) {
    const ticket = benchTicket(words, random);
    const answer = classify(toFacts(ticket), { now: 0 });
    if (!("needs" in answer) && answer.matched.length === matchesPerTicket) kept.push(ticket);
  }
  return { rules: made, tickets: kept };
}
