/** The place of a list: skeleton, error, what to do where it is empty, or the rows with their foot. */
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import styles from "../operations.module.css";

export interface ListFrameProps {
  readonly pending: boolean;
  /** Shown while there are no rows to show. */
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly count: number;
  readonly empty: ReactNode;
  readonly children: ReactNode;
  readonly more?: { readonly loading: boolean; readonly load: () => void } | undefined;
  /** The list may be longer than what was answered. */
  readonly capped?: boolean;
}

export function ListFrame(props: ListFrameProps) {
  const { pending, error, onRetry, count, empty, children, more, capped = false } = props;
  const { t } = useTranslation();
  if (pending)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={12} />
      </div>
    );
  if (error)
    return (
      <div className={styles.none}>
        <ErrorNotice error={error} onRetry={onRetry} />
      </div>
    );
  if (count === 0) return <div className={styles.none}>{empty}</div>;
  return (
    <section className={styles.scroll} aria-label={t("operations.tabs.label")} tabIndex={-1}>
      {children}
      <footer className={styles.foot}>
        <span>{t(capped ? "operations.capped" : "operations.shown", { count })}</span>
        {more ? (
          <Button size="small" loading={more.loading} onClick={more.load}>
            {t("operations.more")}
          </Button>
        ) : null}
      </footer>
    </section>
  );
}
