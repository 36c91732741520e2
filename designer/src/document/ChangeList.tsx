/** Differences as a list: what happened in words and sign, where, from what to what. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { durationText } from "../fields/parse-duration-text.ts";
import type { ChangeLine } from "./change-lines.ts";
import styles from "./changes.module.css";

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

const isDuration = (text: string): boolean => /^-?P(?:\d+D|T\d)/.test(text);

function Values({ line }: { line: ChangeLine }) {
  const { t } = useTranslation();
  const { op } = line;
  const told = (text: string | undefined) =>
    text !== undefined && isDuration(text) ? durationText(text, t) : text;
  const [from, to] = [told(line.from), told(line.to)];
  if (op === "move") return <span className={styles.quiet}>{t("document.change.moved")}</span>;
  return (
    <span className={styles.values}>
      {from === undefined ? null : <del title={from}>{from}</del>}
      {from !== undefined && to !== undefined ? <span aria-hidden="true">→</span> : null}
      {to === undefined ? null : <ins title={to}>{to}</ins>}
    </span>
  );
}
