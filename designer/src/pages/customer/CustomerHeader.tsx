/** Name, tier, tags, and the figures of the relationship. */
import { CopyOutlined } from "@ant-design/icons";
import { App, Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CustomerView } from "../../client/customers.ts";
import { useNames } from "../../explain/use-names.ts";
import { formatMoney } from "../../format/money.ts";
import { Instant } from "../../ui/Instant.tsx";
import { TagMark } from "../../ui/marks.tsx";
import styles from "./customer.module.css";

export function CustomerHeader({ view: { customer, totals } }: { view: CustomerView }) {
  const { t, i18n } = useTranslation();
  const names = useNames();
  return (
    <header className={styles.head}>
      <div className={styles.who}>
        <h1 title={customer.name ?? customer.id}>{customer.name ?? customer.id}</h1>
        <CustomerId id={customer.id} />
        {(customer.tags ?? []).map((tag) => (
          <TagMark key={tag} text={tag} />
        ))}
      </div>
      <dl className={styles.figures}>
        <Figure name={t("customer.tier")}>{customer.tier}</Figure>
        <Figure name={t("customer.spend")}>{formatMoney(customer.annualSpend, i18n.language)}</Figure>
        <Figure name={t("customer.lastAssignee")}>
          {customer.lastAssignee ? names.agent(customer.lastAssignee) : null}
        </Figure>
        <Figure name={t("customer.first")}>{totals.firstAt ? <Instant at={totals.firstAt} /> : null}</Figure>
        <Figure name={t("customer.last")}>
          {totals.lastAt ? <Instant at={totals.lastAt} form="relative" /> : null}
        </Figure>
      </dl>
    </header>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || t("customer.none")}</dd>
    </div>
  );
}

function CustomerId({ id }: { id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    void message.success(t("customer.copied"));
  };
  return (
    <span className={styles.id}>
      <span title={id}>{t("customer.id", { id })}</span>
      <Button
        type="text"
        size="small"
        icon={<CopyOutlined aria-hidden />}
        aria-label={t("customer.copy")}
        title={t("customer.copy")}
        onClick={() => void copy()}
      />
    </span>
  );
}
