import type { CustomerInput, OrderInput } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatMoney } from "../../../format/money.ts";
import { TagMark } from "../../../ui/marks.tsx";
import { FactList } from "./FactList.tsx";
import styles from "./rail.module.css";

/** Who wrote. */
export function CustomerFacts({ customer }: { customer: CustomerInput }) {
  const { t, i18n } = useTranslation();
  const tags = customer.tags ?? [];
  return (
    <FactList
      facts={[
        { name: t("ticket.fact.name"), value: customer.name },
        {
          name: t("ticket.fact.id"),
          value: (
            <Link to={`/customers/${encodeURIComponent(customer.id)}`} title={t("ticket.fact.history")}>
              {customer.id}
            </Link>
          ),
        },
        { name: t("ticket.fact.tier"), value: customer.tier },
        { name: t("ticket.fact.annualSpend"), value: formatMoney(customer.annualSpend, i18n.language) },
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
  const { t, i18n } = useTranslation();
  if (order === null) return <p className={styles.none}>{t("ticket.rail.noOrder")}</p>;
  return (
    <FactList
      facts={[
        { name: t("ticket.fact.orderId"), value: order.id },
        { name: t("ticket.fact.amount"), value: formatMoney(order.amount, i18n.language) },
        { name: t("ticket.fact.orderStatus"), value: order.status },
        { name: t("ticket.fact.trackingNo"), value: order.trackingNo },
      ]}
    />
  );
}
