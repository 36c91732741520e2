/** The document's name as the page's heading; a click makes it a field, Enter keeps it, Escape does not. */
import type { DocumentKind } from "@sluice/schemas";
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../document.module.css";
import { rename } from "../envelope-commands.ts";
import type { Frame } from "../frame.ts";

export function NameField<K extends DocumentKind>({ frame }: { frame: Frame<K> }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const { name } = frame.document;
  if (typed === null) {
    return (
      <h1 className={styles.name} title={name}>
        {frame.readOnly ? (
          name
        ) : (
          <button type="button" title={t("document.header.rename")} onClick={() => setTyped(name)}>
            {name}
          </button>
        )}
      </h1>
    );
  }
  const keep = () => {
    const next = typed.trim();
    if (next === "" || next === name || frame.execute(rename(next))) setTyped(null);
  };
  return (
    <Input
      className={styles.nameInput}
      autoFocus
      size="small"
      maxLength={200}
      aria-label={t("document.header.name")}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onPressEnter={keep}
      onKeyDown={(event) => {
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}
