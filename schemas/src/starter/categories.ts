/**
 * The category tree: six branches, the fifty leaves that the house reports on, and one leaf for
 * what no rule recognises.
 */
import type { Category } from "../settings.ts";

type Leaf = readonly [slug: string, zh: string, en: string, formFields?: readonly string[]];

interface Branch {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly owner: string;
  readonly leaves: readonly Leaf[];
}

const refund = ["refundAmount", "refundReason"] as const;
const parcel = ["carrier", "trackingNo"] as const;

const branches: readonly Branch[] = [
  {
    id: "presales",
    zh: "售前",
    en: "Pre-sales",
    owner: "presale-tmall",
    leaves: [
      ["product", "商品咨询", "Product question"],
      ["size", "尺码", "Size"],
      ["stock", "库存", "Stock"],
      ["promotion", "活动规则", "Promotion rules"],
      ["coupon", "优惠券", "Coupon"],
      ["deposit", "定金尾款", "Deposit and balance"],
      ["gift", "赠品", "Gift"],
      ["price-protection", "价保", "Price protection", ["priceDifference"]],
      ["membership", "会员积分", "Membership and points"],
      ["subsidy", "国补", "State subsidy"],
    ],
  },
  {
    id: "orders",
    zh: "订单",
    en: "Orders",
    owner: "aftersales",
    leaves: [
      ["address", "改地址", "Change of address"],
      ["spec", "改规格", "Change of variant"],
      ["cancel", "取消订单", "Cancellation"],
      ["urge", "催发货", "Urge shipment"],
      ["out-of-stock", "缺货", "Out of stock"],
      ["payment-failed", "支付失败", "Payment failed"],
      ["double-charge", "重复扣款", "Charged twice", ["refundAmount"]],
      ["split-merge", "拆合单", "Split or merge"],
    ],
  },
  {
    id: "logistics",
    zh: "物流",
    en: "Logistics",
    owner: "aftersales",
    leaves: [
      ["stalled", "物流停滞", "Tracking stalled", parcel],
      ["delivery-exception", "派送异常", "Delivery exception", parcel],
      ["not-received", "签收未收到", "Signed for, not received", parcel],
      ["refused", "拒收", "Refused", parcel],
      ["damaged", "破损", "Damaged", parcel],
      ["lost", "丢件", "Lost", parcel],
      ["redirect", "改派", "Redirect", parcel],
      ["missing-item", "少发漏发", "Item missing"],
      ["wrong-item", "错发", "Wrong item"],
      ["installation", "安装", "Installation"],
    ],
  },
  {
    id: "aftersales",
    zh: "售后",
    en: "After-sales",
    owner: "aftersales",
    leaves: [
      ["refund-unshipped", "未发货仅退款", "Refund before shipment", refund],
      ["refund-only", "已发货仅退款", "Refund without return", refund],
      ["return-7days", "七天无理由", "Seven-day return", refund],
      ["return-quality", "质量退货", "Return for quality", refund],
      ["exchange", "换货", "Exchange"],
      ["repair", "维修", "Repair"],
      ["price-difference", "补差价", "Price difference", ["priceDifference"]],
      ["freight-insurance", "运费险", "Freight insurance"],
      ["refund-delayed", "退款未到账", "Refund not arrived", refund],
      ["empty-return", "空包调包", "Empty or swapped return"],
    ],
  },
  {
    id: "finance",
    zh: "财务",
    en: "Finance",
    owner: "finance",
    leaves: [
      ["e-invoice", "电子发票", "E-invoice", ["invoiceTitle", "taxNo"]],
      ["vat-invoice", "专票", "Special VAT invoice", ["invoiceTitle", "taxNo"]],
      ["invoice-change", "发票换开", "Invoice reissue", ["invoiceTitle", "taxNo"]],
      ["bank-transfer", "对公打款", "Bank transfer", ["refundAmount"]],
    ],
  },
  {
    id: "complaints",
    zh: "投诉",
    en: "Complaints",
    owner: "rapid",
    leaves: [
      ["attitude", "服务态度", "Attitude"],
      ["malicious-review", "恶意差评", "Malicious review"],
      ["counterfeit", "假货", "Counterfeit"],
      ["platform", "平台介入", "Platform dispute", ["platformDue"]],
      ["regulator", "12315", "12315 regulator"],
      ["professional-claim", "职业索赔", "Professional claim"],
      ["injury", "人身伤害", "Injury"],
      ["publicity", "舆情", "Publicity"],
    ],
  },
];

/** Leaf ids that count as the house's fifty categories, in tree order. */
export const leafCategories: readonly string[] = branches.flatMap(({ id, leaves }) =>
  leaves.map(([slug]) => `${id}.${slug}`),
);

/** What the rules leave unrecognised. */
export const otherCategory = "presales.other";

const other: Category = {
  id: otherCategory,
  label: { zh: "其他咨询", en: "Other question" },
  ownerGroup: "presale-tmall",
};

const toCategories = ({ id, zh, en, owner, leaves }: Branch): Category[] => [
  { id, label: { zh, en }, ownerGroup: owner },
  ...leaves.map(([slug, leafZh, leafEn, formFields]) => ({
    id: `${id}.${slug}`,
    label: { zh: leafZh, en: leafEn },
    ownerGroup: owner,
    ...(formFields ? { formFields: [...formFields] } : {}),
  })),
];

/** The tree as settings hold it: every branch before its leaves. */
export const starterCategories: readonly Category[] = [...branches.flatMap(toCategories), other];
