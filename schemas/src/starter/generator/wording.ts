/** How the same thing is written differently: greetings, haste, typos, emoji, traditional characters. */
import type { Random } from "./random.ts";

const greetings = ["在吗", "亲", "你好", "在么", "客服在吗", "hello", "您好"] as const;
const endings = [
  "",
  "",
  "",
  "",
  "？",
  "？？",
  "！",
  "!!",
  "～",
  "。",
  "😭",
  "🙏",
  "😡",
  " 急",
  " 谢谢",
  " 快点回复",
] as const;

/** Slips of pinyin input that do not change what is meant. */
const slips: readonly (readonly [string, string])[] = [
  ["怎么", "咋"],
  ["什么", "啥"],
  ["没有", "木有"],
  ["这个", "这ge"],
  ["你们", "你门"],
  ["的", "滴"],
  ["了", "叻"],
];

const traditional: Readonly<Record<string, string>> = {
  发: "發",
  货: "貨",
  换: "換",
  还: "還",
  么: "麼",
  时: "時",
  单: "單",
  递: "遞",
  没: "沒",
  钱: "錢",
  错: "錯",
  处: "處",
  态: "態",
  坏: "壞",
  码: "碼",
  价: "價",
  优: "優",
  质: "質",
  这: "這",
  们: "們",
  给: "給",
  开: "開",
  户: "戶",
  电: "電",
  话: "話",
  会: "會",
  员: "員",
  装: "裝",
  为: "為",
  问: "問",
  题: "題",
  个: "個",
  几: "幾",
  动: "動",
  显: "顯",
  签: "簽",
  丢: "丟",
  破损: "破損",
};

const toTraditional = (text: string): string => text.replace(/./gu, (char) => traditional[char] ?? char);

function slip(text: string, random: Random): string {
  const [from, to] = random.pick(slips);
  return text.replace(from, to);
}

/** The words of one ticket: `subject` is the first message, `body` what followed at once. */
export interface Wording {
  readonly subject: string;
  readonly body?: string;
}

/** Varies a text whose messages are parted by `|`. */
export function vary(text: string, random: Random): Wording {
  let words = random.chance(0.08) ? slip(text, random) : text;
  if (random.chance(0.05)) words = toTraditional(words);
  words += random.pick(endings);
  if (random.chance(0.18)) words = `${random.pick(greetings)}|${words}`;
  const [subject = "", ...rest] = words.split("|");
  return rest.length > 0 ? { subject, body: rest.join("\n") } : { subject };
}
