/** What a publish touches of what is under way: runs, tickets, clocks; and whether open clocks follow. */
import type { DocumentKind } from "@sluice/schemas";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { type ApplyTo, fetchImpact, type Impact } from "../../client/documents.ts";
import { MovedClocks } from "../../explain/MovedClocks.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import type { Frame } from "../frame.ts";
import styles from "./publish.module.css";

export interface ImpactSectionProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly apply: ApplyTo;
  readonly setApply: (apply: ApplyTo) => void;
}

/** Kinds whose new revision open clocks may follow. */
const movesClocks = (kind: DocumentKind): boolean => kind === "sla" || kind === "calendar";

export function ImpactSection<K extends DocumentKind>({ frame, apply, setApply }: ImpactSectionProps<K>) {
  const { t } = useTranslation();
  const { document, kind } = frame;
  const impact = useQuery({
    queryKey: ["impact", document, apply],
    queryFn: ({ signal }) => fetchImpact(document, apply, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return (
    <section aria-label={t("document.publish.impact")}>
      <h3>{t("document.publish.impact")}</h3>
      {movesClocks(kind) ? (
        <>
          <p className={styles.quiet}>{t("document.publish.apply")}</p>
          <Radio.Group
            className={styles.apply ?? ""}
            aria-label={t("document.publish.apply")}
            value={apply}
            onChange={(event) => setApply(event.target.value as ApplyTo)}
            options={[
              { value: "new", label: t("document.publish.applyNew") },
              { value: "open", label: t("document.publish.applyOpen") },
            ]}
          />
        </>
      ) : null}
      {impact.isError ? <p className={styles.quiet}>{t("document.publish.impactFailed")}</p> : null}
      {impact.isPending ? <SkeletonRows rows={2} /> : null}
      {impact.data ? <ImpactFacts kind={kind} impact={impact.data} apply={apply} /> : null}
    </section>
  );
}

interface ImpactFactsProps {
  readonly kind: DocumentKind;
  readonly impact: Impact;
  readonly apply: ApplyTo;
}

function ImpactFacts({ kind, impact, apply }: ImpactFactsProps) {
  const { t } = useTranslation();
  const { openRuns, openTickets, openClocks, movedClocks, phases = [], samples, complete, examined } = impact;
  const revisions = openRuns.byRevision.map((item) => t("document.publish.impactRevision", { ...item }));
  return (
    <>
      <ul className={styles.facts}>
        {kind === "workflow" ? (
          <li>
            {openRuns.total === 0
              ? t("document.publish.impactNoRuns")
              : t("document.publish.impactRuns", { count: openRuns.total })}
            {revisions.length > 0 ? <span className={styles.quiet}> ({revisions.join(" · ")})</span> : null}
          </li>
        ) : null}
        <li>{t("document.publish.impactTickets", { count: openTickets })}</li>
        {openClocks > 0 ? <li>{t("document.publish.impactClocks", { count: openClocks })}</li> : null}
        {movesClocks(kind) && apply === "open" ? (
          <li>
            {movedClocks === 0
              ? t("document.publish.movedNone")
              : t("document.publish.moved", { count: movedClocks })}
          </li>
        ) : null}
        {phases.map(({ id, start, end }) => (
          <li key={id}>{t("document.publish.phase", { id, start, end })}</li>
        ))}
      </ul>
      {samples.length > 0 ? <MovedClocks clocks={samples} className={styles.table} /> : null}
      {complete ? null : (
        <p className={styles.quiet}>{t("document.publish.impactPartial", { count: examined })}</p>
      )}
    </>
  );
}
