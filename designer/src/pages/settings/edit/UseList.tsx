/** The documents that refer to something, each a door to where it is drawn. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bundleQuery } from "../../../client/documents.ts";
import { documentAddress } from "../../../fields/document-address.ts";
import styles from "../settings.module.css";
import { type SettingTarget, type SettingUse, settingUses } from "./setting-uses.ts";

/** Who refers to it; `undefined` until the documents are there. */
export function useUses(target: SettingTarget | null): readonly SettingUse[] | undefined {
  const documents = useQuery(bundleQuery("current")).data;
  const kind = target?.kind;
  const key = target?.key;
  return useMemo(
    () => (kind && key && documents ? settingUses(documents, { kind, key }) : undefined),
    [documents, kind, key],
  );
}

export interface UseListProps {
  readonly uses: readonly SettingUse[];
  /** False where a link would lead away from a question. */
  readonly linked?: boolean;
}

export function UseList({ uses, linked = true }: UseListProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.uses}>
      {uses.map(({ document: { kind, key, name }, times }) => (
        <li key={`${kind}/${key}`}>
          <span className={styles.kind}>{t(`document.kind.${kind}`)}</span>
          {linked ? <Link to={documentAddress(kind, key)}>{name}</Link> : <span>{name}</span>}
          <span className={styles.times}>{t("settings.uses.times", { count: times })}</span>
        </li>
      ))}
    </ul>
  );
}

/** What refers to the chosen item, below its form. */
export function Uses({ target }: { target: SettingTarget }) {
  const { t } = useTranslation();
  const uses = useUses(target);
  return (
    <section className={styles.usesBox}>
      <h3>{t("settings.uses.title")}</h3>
      {uses?.length ? <UseList uses={uses} /> : <p>{uses === undefined ? "…" : t("settings.uses.none")}</p>}
    </section>
  );
}
