/**
 * How many tickets come, when and about what. House values of a 300-agent centre:
 * pre-sales questions are nearly half, complaints about two in a hundred.
 */

/** Tickets of an ordinary day. */
export const ordinaryPerDay = 20_000;

/** Share of a day's tickets by hour 0–23, Beijing time: a lunch hump and a long evening. */
export const hourlyCurve: readonly number[] = [
  2.4, 1.3, 0.7, 0.4, 0.3, 0.4, 0.8, 1.6, 3.2, 5.0, 6.2, 6.3, 5.4, 5.6, 5.9, 5.9, 5.6, 5.0, 4.9, 5.8, 7.2,
  7.6, 6.8, 5.7,
];

/** Weight of each category on an ordinary day. */
export const categoryMix: Readonly<Record<string, number>> = {
  "presales.product": 90,
  "presales.size": 75,
  "presales.stock": 40,
  "presales.promotion": 45,
  "presales.coupon": 40,
  "presales.deposit": 10,
  "presales.gift": 18,
  "presales.price-protection": 14,
  "presales.membership": 14,
  "presales.subsidy": 14,
  "presales.other": 40,
  "orders.address": 34,
  "orders.spec": 18,
  "orders.cancel": 22,
  "orders.urge": 70,
  "orders.out-of-stock": 10,
  "orders.payment-failed": 8,
  "orders.double-charge": 3,
  "orders.split-merge": 6,
  "logistics.stalled": 85,
  "logistics.delivery-exception": 20,
  "logistics.not-received": 16,
  "logistics.refused": 6,
  "logistics.damaged": 14,
  "logistics.lost": 7,
  "logistics.redirect": 16,
  "logistics.missing-item": 14,
  "logistics.wrong-item": 12,
  "logistics.installation": 10,
  "aftersales.refund-unshipped": 18,
  "aftersales.refund-only": 14,
  "aftersales.return-7days": 55,
  "aftersales.return-quality": 30,
  "aftersales.exchange": 26,
  "aftersales.repair": 12,
  "aftersales.price-difference": 12,
  "aftersales.freight-insurance": 10,
  "aftersales.refund-delayed": 22,
  "aftersales.empty-return": 2,
  "finance.e-invoice": 22,
  "finance.vat-invoice": 6,
  "finance.invoice-change": 4,
  "finance.bank-transfer": 2,
  "complaints.attitude": 8,
  "complaints.malicious-review": 4,
  "complaints.counterfeit": 4,
  "complaints.platform": 6,
  "complaints.regulator": 3,
  "complaints.professional-claim": 1.5,
  "complaints.injury": 0.8,
  "complaints.publicity": 1.2,
};

/** A stretch of Double 11, in hours since the opening evening (10 November 20:00). */
export interface Surge {
  readonly fromHour: number;
  readonly untilHour: number;
  /** Category prefix → factor on the ordinary rate. */
  readonly factors: Readonly<Record<string, number>>;
}

const day = 24;

/** Enquiries ×12 at the opening, then logistics ×5, returns ×4, price protection ×8 to D+15. */
export const double11Surges: readonly Surge[] = [
  { fromHour: 0, untilHour: 6, factors: { "presales.": 12, "orders.": 6, "finance.": 2 } },
  { fromHour: 6, untilHour: 28, factors: { "presales.": 6, "orders.": 5, "finance.": 2 } },
  { fromHour: 28, untilHour: 28 + 4 * day, factors: { "presales.": 1.5, "orders.": 4, "logistics.": 5 } },
  {
    fromHour: 28 + 4 * day,
    untilHour: 28 + 9 * day,
    factors: { "aftersales.": 4, "logistics.": 2.5, "finance.": 2, "complaints.": 2 },
  },
  { fromHour: 28 + 9 * day, untilHour: 28 + 14 * day, factors: { "aftersales.": 2.5 } },
];

/** Price protection runs beside the phases, over the whole window. */
export const priceProtection = {
  categories: ["presales.price-protection", "aftersales.price-difference"],
  factor: 8,
  untilHour: 28 + 14 * day,
} as const;
