/** Claiming the head of a pool: one press where there is one pool, a choice where there are several. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { queryKeys } from "../../client/query-keys.ts";
import { claimFromPool } from "../../client/tickets.ts";
import { poolsQuery } from "../../client/workspace.ts";
import { useNames } from "../../explain/use-names.ts";
import { errorText } from "../../ui/error-text.ts";
import styles from "./tickets.module.css";

function useClaim() {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: claimFromPool,
    onSuccess: (ticket) => {
      void message.success(t("tickets.claimed", { number: ticket.number }));
      void navigate(`/tickets/${ticket.id}`);
    },
    onError: (error) => void message.warning(errorText(error, t, i18n.language)),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.pools }),
  });
}

export function PoolClaim() {
  const { t } = useTranslation();
  const names = useNames();
  const pools = useQuery(poolsQuery).data?.items ?? [];
  const claim = useClaim();
  if (pools.length === 0) return null;
  const items = pools.map(({ key, size }) => ({
    key,
    disabled: size === 0,
    label: (
      <span className={styles.pool}>
        {names.pool(key)} <span className="num">{size}</span>
      </span>
    ),
  }));
  const waiting = pools.reduce((sum, { size }) => sum + size, 0);
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => claim.mutate(key) }} trigger={["click"]}>
      <Button loading={claim.isPending} title={t("tickets.claimHint")}>
        {t("tickets.claimFrom")} <span className="num">{waiting}</span>
      </Button>
    </Dropdown>
  );
}
