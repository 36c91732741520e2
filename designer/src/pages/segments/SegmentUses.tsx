/** The documents that use a segment: changing it changes them. */
import type { DocumentKind } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { hrefOf } from "../../app/document-path.ts";
import { bundleQuery } from "../../client/documents.ts";
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
                <UseName kind={kind} documentKey={key} name={name} />
                <span className={styles.quiet}>{t("segments.times", { count: times })}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

interface UseNameProps {
  readonly kind: DocumentKind;
  readonly documentKey: string;
  readonly name: string;
}

function UseName({ kind, documentKey, name }: UseNameProps) {
  const href = hrefOf(kind, documentKey);
  return href === null ? <span>{name}</span> : <Link to={href}>{name}</Link>;
}
