/** The documents that use a segment: changing it changes them. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { bundleQuery } from "../../client/documents.ts";
import { documentAddress } from "../../fields/document-address.ts";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { segmentUses } from "./segment-uses.ts";
import styles from "./segments.module.css";

export function SegmentUses({ segment }: { segment: string }) {
  const { t } = useTranslation();
  const documents = useQuery(bundleQuery("current")).data;
  const uses = useMemo(() => documents && segmentUses(documents, segment), [documents, segment]);
  return (
    <section className={styles.box} aria-labelledby="segment-uses">
      <h2 id="segment-uses">{t("segments.uses")}</h2>
      {uses === undefined ? <SkeletonRows rows={3} /> : null}
      {uses?.length === 0 ? <p className={styles.quiet}>{t("segments.unused")}</p> : null}
      {uses && uses.length > 0 ? (
        <>
          <p className={styles.quiet}>{t("segments.usesHelp")}</p>
          <ul className={styles.uses}>
            {uses.map(({ document: { kind, key, name }, times }) => (
              <li key={`${kind}/${key}`}>
                <span className={styles.kind}>{t(`document.kind.${kind}`)}</span>
                <Link to={documentAddress(kind, key)}>{name}</Link>
                <span className={styles.quiet}>{t("segments.times", { count: times })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
