/**
 * People of a scaled-down house: 24 agents in 11 groups. Names are roles, to be renamed.
 * Leads have no shift: they are on duty whenever they are online.
 * Compensation authority: agent ¥20, lead ¥100, rapid team ¥500.
 */
import type { Agent, Group, Shift, Skill } from "../people.ts";

/** The whole organisation, as it is loaded. */
export interface StarterPeople {
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
  readonly skills: readonly Skill[];
  readonly shifts: readonly Shift[];
}

const director = "a24";
const group = (key: string, zh: string, en: string, lead: string): Group => ({
  key,
  label: { zh, en },
  lead,
  director,
});

const groups: readonly Group[] = [
  group("presale-tmall", "售前天猫", "Pre-sales Tmall", "a01"),
  group("presale-jd", "售前京东", "Pre-sales JD", "a03"),
  group("presale-douyin", "售前抖音", "Pre-sales Douyin", "a05"),
  group("presale-pdd", "售前拼多多", "Pre-sales Pinduoduo", "a07"),
  group("aftersales", "在线售后", "After-sales", "a09"),
  group("senior", "二线", "Second line", "a13"),
  group("rapid", "快速响应", "Rapid response", "a15"),
  group("vip", "VIP", "VIP", "a17"),
  group("phone", "电话", "Phone", "a19"),
  group("finance", "财务", "Finance", "a21"),
  group("warehouse", "仓库", "Warehouse", "a23"),
];

const skill = (key: string, zh: string, en: string): Skill => ({ key, label: { zh, en } });

const skills: readonly Skill[] = [
  skill("returns", "退换", "Returns"),
  skill("logistics", "物流", "Logistics"),
  skill("invoice", "发票", "Invoices"),
  skill("price-protection", "价保", "Price protection"),
  skill("quality", "质检", "Quality"),
  skill("platform-dispute", "平台介入", "Platform disputes"),
  skill("professional-claim", "职业索赔", "Professional claims"),
  skill("phone", "电话", "Phone"),
  skill("appliance", "大家电", "Large appliances"),
  skill("payment", "支付", "Payment"),
  skill("live", "直播", "Live shows"),
  skill("compensation", "赔付审批", "Compensation approval"),
];

const shift = (key: string, zh: string, en: string, start: string, end: string): Shift => ({
  key,
  label: { zh, en },
  start,
  end,
  weekdays: [1, 2, 3, 4, 5, 6, 7],
});

const shifts: readonly Shift[] = [
  shift("early", "早班", "Early", "08:00", "16:30"),
  shift("middle", "中班", "Middle", "12:00", "20:30"),
  shift("late", "晚班", "Late", "15:30", "24:00"),
  shift("night", "夜班", "Night", "00:00", "08:00"),
];

type Skills = Readonly<Record<string, number>>;

const person = (
  id: string,
  name: string,
  groupKey: string,
  skillLevels: Skills,
  rest: { readonly shifts: readonly string[]; readonly limit: number },
): Agent => ({
  id,
  name,
  groups: [groupKey],
  skills: { ...skillLevels },
  capacity: { chat: 8, ticket: 25 },
  shops: [],
  shifts: [...rest.shifts],
  compensationLimit: rest.limit,
});

const lead = (id: string, name: string, key: string, levels: Skills, limit = 100): Agent =>
  person(id, name, key, { compensation: 3, ...levels }, { shifts: [], limit });

const agent = (
  id: string,
  name: string,
  key: string,
  levels: Skills,
  on: readonly string[],
  limit = 20,
): Agent => person(id, name, key, levels, { shifts: on, limit });

const agents: readonly Agent[] = [
  lead("a01", "售前天猫-组长", "presale-tmall", { "price-protection": 4, live: 3, payment: 3 }),
  agent("a02", "售前天猫-01", "presale-tmall", { "price-protection": 3, payment: 2 }, ["early", "late"]),
  lead("a03", "售前京东-组长", "presale-jd", { "price-protection": 4, appliance: 4, payment: 3 }),
  agent("a04", "售前京东-01", "presale-jd", { appliance: 3, "price-protection": 2 }, ["early", "late"]),
  lead("a05", "售前抖音-组长", "presale-douyin", { live: 5, payment: 3 }),
  agent("a06", "售前抖音-01", "presale-douyin", { live: 4 }, ["middle", "late"]),
  lead("a07", "售前拼多多-组长", "presale-pdd", { "price-protection": 3, payment: 3 }),
  agent("a08", "售前拼多多-01", "presale-pdd", { payment: 2 }, ["early", "late"]),
  lead("a09", "在线售后-组长", "aftersales", { returns: 5, logistics: 5, "price-protection": 4, quality: 4 }),
  agent("a10", "在线售后-01", "aftersales", { returns: 4, logistics: 3, "price-protection": 3 }, ["early"]),
  agent("a11", "在线售后-02", "aftersales", { returns: 3, logistics: 4, appliance: 4 }, ["middle"]),
  agent("a12", "在线售后-03", "aftersales", { returns: 3, logistics: 3, quality: 3, appliance: 2 }, [
    "late",
    "night",
  ]),
  lead("a13", "二线-组长", "senior", {
    returns: 5,
    logistics: 5,
    quality: 5,
    "platform-dispute": 4,
    "professional-claim": 4,
    appliance: 4,
  }),
  agent("a14", "二线-01", "senior", { returns: 4, logistics: 4, quality: 4, "platform-dispute": 3 }, [
    "early",
    "late",
  ]),
  lead(
    "a15",
    "快速响应-组长",
    "rapid",
    { "platform-dispute": 5, "professional-claim": 5, quality: 4, returns: 4 },
    500,
  ),
  agent(
    "a16",
    "快速响应-01",
    "rapid",
    { "platform-dispute": 4, "professional-claim": 3, returns: 4, logistics: 4 },
    ["early", "late", "night"],
    500,
  ),
  lead("a17", "VIP-组长", "vip", { returns: 5, logistics: 4, "price-protection": 5 }),
  agent("a18", "VIP-01", "vip", { returns: 4, logistics: 4, "price-protection": 4 }, ["early", "late"]),
  lead("a19", "电话-组长", "phone", { phone: 5, returns: 3, logistics: 3 }),
  agent("a20", "电话-01", "phone", { phone: 4, logistics: 3 }, ["early", "middle"]),
  lead("a21", "财务-组长", "finance", { invoice: 5, payment: 5 }),
  agent("a22", "财务-01", "finance", { invoice: 4, payment: 4 }, ["early"]),
  lead("a23", "仓库-组长", "warehouse", { quality: 4, logistics: 3 }),
  {
    ...lead("a24", "客服总监", "senior", { compensation: 5 }, 5_000),
    groups: [],
    capacity: { chat: 0, ticket: 0 },
  },
];

export const starterPeople: StarterPeople = { agents, groups, skills, shifts };
