import type { CustomerInput, OrderInput } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { TagMark } from "../../../ui/marks.tsx";
import { FactList } from "./FactList.tsx";
import styles from "./rail.module.css";

/** Yuan with two decimals at most, grouped. */
function useMoney(): (amount: number | undefined) => string {
  const { i18n } = useTranslation();
  return (amount) =>
    amount === undefined
      ? ""
      : new Intl.NumberFormat(i18n.language, {
          style: "currency",
          currency: "CNY",
          currencyDisplay: "narrowSymbol",
          minimumFractionDigits: 0,
        }).format(amount);
}

/** Who wrote. */
export function CustomerFacts({ customer }: { customer: CustomerInput }) {
  const { t } = useTranslation();
  const money = useMoney();
  const tags = customer.tags ?? [];
  return (
    <FactList
      facts={[
        { name: t("ticket.fact.name"), value: customer.name },
        { name: t("ticket.fact.id"), value: customer.id },
        { name: t("ticket.fact.tier"), value: customer.tier },
        { name: t("ticket.fact.annualSpend"), value: money(customer.annualSpend) },
        {
          name: t("ticket.fact.customerTags"),
          value:
            tags.length === 0 ? null : (
              <span className={styles.tags}>
                {tags.map((tag) => (
                  <TagMark key={tag} text={tag} />
                ))}
              </span>
            ),
        },
      ]}
    />
  );
}

/** What they bought. */
export function OrderFacts({ order }: { order: OrderInput | null }) {
  const { t } = useTranslation();
  const money = useMoney();
  if (order === null) return <p className={styles.none}>{t("ticket.rail.noOrder")}</p>;
  return (
    <FactList
      facts={[
        { name: t("ticket.fact.orderId"), value: order.id },
        { name: t("ticket.fact.amount"), value: money(order.amount) },
        { name: t("ticket.fact.orderStatus"), value: order.status },
        { name: t("ticket.fact.trackingNo"), value: order.trackingNo },
      ]}
    />
  );
}
