/** Past tickets under the draft: which would come out otherwise, and how. It can be stopped and does not block. */
import type { DocumentKind } from "@sluice/schemas";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Backtest, type BacktestOutcome, fetchBacktest } from "../../client/documents.ts";
import { serverNow } from "../../client/server-time.ts";
import { useNames } from "../../explain/use-names.ts";
import { PriorityBadge, TagMark } from "../../ui/marks.tsx";
import { useNowEvery } from "../../ui/use-now.ts";
import type { Frame } from "../frame.ts";
import styles from "./publish.module.css";

/** Past tickets that are replayed. */
const limit = 1_000;

type Replay =
  | { readonly state: "running"; readonly since: number }
  | { readonly state: "done"; readonly result: Backtest }
  | { readonly state: "stopped" | "failed" };

function useReplay<K extends DocumentKind>({ document }: Frame<K>) {
  const [replay, setReplay] = useState<Replay>({ state: "stopped" });
  const running = useRef<AbortController>(null);
  const start = () => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setReplay({ state: "running", since: serverNow() });
    fetchBacktest([document], limit, control.signal).then(
      (result) => setReplay({ state: "done", result }),
      () => {
        if (running.current === control) setReplay({ state: control.signal.aborted ? "stopped" : "failed" });
      },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document is another replay
  useEffect(() => {
    start();
    return () => running.current?.abort();
  }, [document]);
  return { replay, start, stop: () => running.current?.abort() };
}

export function BacktestSection<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const { replay, start, stop } = useReplay(frame);
  return (
    <section aria-label={t("document.publish.backtest")}>
      <h3>{t("document.publish.backtest")}</h3>
      {replay.state === "running" ? <Running since={replay.since} onStop={stop} /> : null}
      {replay.state === "stopped" || replay.state === "failed" ? (
        <p className={styles.line} role="status">
          {t(
            replay.state === "stopped"
              ? "document.publish.backtestStopped"
              : "document.publish.backtestFailed",
          )}
          <Button size="small" onClick={start}>
            {t("document.publish.backtestAgain")}
          </Button>
        </p>
      ) : null}
      {replay.state === "done" ? <Outcomes result={replay.result} /> : null}
    </section>
  );
}

function Running({ since, onStop }: { since: number; onStop: () => void }) {
  const { t } = useTranslation();
  const seconds = Math.max(0, Math.floor((useNowEvery(1_000) - since) / 1_000));
  return (
    <p className={styles.line}>
      {t("document.publish.backtestRunning", { seconds })}
      <Button size="small" onClick={onStop}>
        {t("document.publish.backtestCancel")}
      </Button>
    </p>
  );
}

function Outcomes({ result: { examined, changed, changes } }: { result: Backtest }) {
  const { t } = useTranslation();
  if (changed === 0) return <p role="status">{t("document.publish.backtestNone", { examined })}</p>;
  return (
    <>
      <p role="status">{t("document.publish.backtestChanged", { examined, changed })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{t("document.publish.ticket")}</th>
            <th>{t("document.publish.before")}</th>
            <th>{t("document.publish.after")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ ticketId, number, subject, before, after }) => (
            <tr key={ticketId}>
              <td title={subject}>
                <Link to={`/tickets/${ticketId}`}>#{number}</Link> {subject}
              </td>
              <td>
                <Outcome outcome={before} />
              </td>
              <td>
                <Outcome outcome={after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Outcome({ outcome: { category, priority, tags } }: { outcome: BacktestOutcome }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <span className={styles.outcome}>
      <PriorityBadge priority={priority} />
      <span>{category === null ? t("words.none") : names.category(category)}</span>
      {tags.map((tag) => (
        <TagMark key={tag} text={tag} />
      ))}
    </span>
  );
}
