/** One entry: who, what, when; its differences and the stored text on demand. */
import { DownOutlined, FilterOutlined, RightOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AuditEntry } from "../../../client/audit.ts";
import { ChangeList } from "../../../document/ChangeList.tsx";
import { Instant } from "../../../ui/Instant.tsx";
import { settingLines } from "../edit/setting-lines.ts";
import styles from "../settings.module.css";
import { type AuditNames, actorText, auditSentence } from "./audit-sentence.ts";

export interface AuditLineProps {
  readonly entry: AuditEntry;
  readonly names: AuditNames;
  readonly onTarget: () => void;
  readonly onActor: () => void;
}

export function AuditLine({ entry, names, onTarget, onActor }: AuditLineProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const told = entry.before !== null || entry.after !== null;
  return (
    <li>
      <div className={styles.auditLine}>
        <Instant at={entry.at} />
        <button type="button" className={styles.who} title={t("settings.audit.onlyWho")} onClick={onActor}>
          {actorText(entry.actor, t)}
        </button>
        <span className={styles.said}>{auditSentence(entry, names, t)}</span>
        <Button
          type="text"
          size="small"
          icon={<FilterOutlined aria-hidden />}
          aria-label={t("settings.audit.onlyWhat")}
          title={t("settings.audit.onlyWhat")}
          onClick={onTarget}
        />
        <Button
          type="text"
          size="small"
          disabled={!told}
          icon={open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t("settings.audit.details")}
        </Button>
      </div>
      {open ? <Details entry={entry} /> : null}
    </li>
  );
}

function Details({ entry: { action, target, before, after } }: { entry: AuditEntry }) {
  const { t, i18n } = useTranslation();
  const [raw, setRaw] = useState(false);
  const changed = before !== null && after !== null;
  const lines = changed ? settingLines(before, after, t, i18n.language) : [];
  return (
    <div className={styles.auditMore}>
      {changed && !raw ? <ChangeList lines={lines} label={t("settings.audit.details")} first={20} /> : null}
      {changed ? (
        <Button type="link" size="small" onClick={() => setRaw(!raw)}>
          {t(raw ? "settings.audit.changes" : "settings.audit.raw")}
        </Button>
      ) : null}
      {raw || !changed ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <pre tabIndex={0}>{JSON.stringify({ action, target, before, after }, null, 2)}</pre>
      ) : null}
    </div>
  );
}
