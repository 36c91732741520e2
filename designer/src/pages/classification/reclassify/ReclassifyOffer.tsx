/** After a rollback: the tickets that the bad revision classified, classified again by what is live now. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { bulkJobQuery, cancelBulk, startBulk } from "../../../client/bulk.ts";
import { touchedQuery } from "../../../client/tickets.ts";
import { errorText } from "../../../ui/error-text.ts";
import styles from "./reclassify.module.css";

export interface ReclassifyOfferProps {
  readonly ruleset: string;
  /** The revision that was rolled away from. */
  readonly revision: number;
}

export function ReclassifyOffer({ ruleset, revision }: ReclassifyOfferProps) {
  const { t, i18n } = useTranslation();
  const touched = useQuery(touchedQuery(ruleset, revision)).data;
  const start = useMutation({
    mutationFn: () => startBulk({ filter: { ruleset, revision, open: true } }, { type: "reclassify" }),
  });
  if (touched?.count === 0 && start.data === undefined)
    return <p className={styles.text}>{t("classification.reclassify.nothing", { revision })}</p>;
  return (
    <div className={styles.offer}>
      {start.data ? (
        <Running id={start.data.id} revision={revision} />
      ) : (
        <>
          <p className={styles.text}>
            {touched === undefined
              ? t("classification.reclassify.offer", { revision })
              : t("classification.reclassify.touched", {
                  revision,
                  count: touched.count,
                  shown: touched.more ? `${touched.count}+` : String(touched.count),
                })}
          </p>
          <p className={styles.help}>{t("classification.reclassify.help")}</p>
          <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
            {t("classification.reclassify.action")}
          </Button>
        </>
      )}
      {start.error ? (
        <p className={styles.failed} role="alert">
          {errorText(start.error, t, i18n.language)}
        </p>
      ) : null}
    </div>
  );
}

function Running({ id, revision }: { id: string; revision: number }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const job = useQuery(bulkJobQuery(id)).data;
  const cancel = async () => {
    client.setQueryData(bulkJobQuery(id).queryKey, await cancelBulk(id));
  };
  if (job === undefined)
    return <p className={styles.text}>{t("classification.reclassify.started", { revision })}</p>;
  const { status, total, done, failed } = job;
  const treated = done + failed;
  return (
    <div role="status">
      <p className={styles.text}>
        {status === "done"
          ? t("classification.reclassify.done", { done })
          : status === "cancelled"
            ? t("classification.reclassify.cancelled", { done })
            : t("classification.reclassify.started", { revision })}
      </p>
      {failed > 0 ? (
        <p className={styles.failed}>{t("classification.reclassify.failed", { count: failed })}</p>
      ) : null}
      {status === "running" ? (
        <div className={styles.progress}>
          <Progress
            percent={total === 0 ? 100 : Math.floor((treated / total) * 100)}
            format={() => t("classification.reclassify.progress", { done: treated, total })}
          />
          <Button size="small" onClick={() => void cancel()}>
            {t("classification.reclassify.cancel")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
