/** Differences as a list: what happened in words and sign, where, from what to what. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChangeLine } from "./change-lines.ts";
import styles from "./changes.module.css";
import { useValueText } from "./use-value-text.ts";

export interface ChangeListProps {
  readonly lines: readonly ChangeLine[];
  readonly label: string;
  /** Lines that are shown at first; the rest come on demand. */
  readonly first?: number;
}

export function ChangeList({ lines, label, first = 200 }: ChangeListProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, first);
  const more = lines.length - shown.length;
  return (
    <>
      <ul className={styles.changes} aria-label={label}>
        {shown.map((line) => (
          <li key={line.id} data-op={line.op}>
            <span className={styles.op}>{t(`document.change.${line.op}`)}</span>
            <span className={styles.place}>{line.place}</span>
            <Values line={line} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t("document.change.more", { count: more })}
        </Button>
      ) : null}
    </>
  );
}

function Values({ line }: { line: ChangeLine }) {
  const { t } = useTranslation();
  const say = useValueText();
  if (line.op === "move") return <span className={styles.quiet}>{t("document.change.moved")}</span>;
  const [from, to] = [line.from, line.to].map((value) => (value === undefined ? undefined : say(value)));
  return (
    <span className={styles.values}>
      {from === undefined ? null : <del title={from}>{from}</del>}
      {from !== undefined && to !== undefined ? <span aria-hidden="true">→</span> : null}
      {to === undefined ? null : <ins title={to}>{to}</ins>}
    </span>
  );
}
