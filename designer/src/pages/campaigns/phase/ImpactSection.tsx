/** What the phase's edges would do to the tickets that are open now. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CampaignImpact } from "../../../client/campaigns.ts";
import { phaseName, phaseOf } from "../../../editor/campaign/find.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { PriorityBadge } from "../../../ui/marks.tsx";
import type { PhasePanelProps } from "./PhasePanel.tsx";
import styles from "./phase.module.css";

export function ImpactSection({ document, phase, impact }: PhasePanelProps) {
  const { t } = useTranslation();
  const { data, failed } = impact;
  const counts = data?.phases?.find(({ id }) => id === phase.id);
  const samples = (data?.samples ?? []).filter((sample) => sample.phase === phase.id).slice(0, 5);
  return (
    <section className={styles.impact} aria-label={t("campaign.impact.title")} aria-live="polite">
      <p>
        <strong>{t("campaign.impact.title")}</strong>
        {data ? (
          <>
            <span>{t("campaign.impact.open", { tickets: data.openTickets, clocks: data.openClocks })}</span>
            <span data-moves={(counts?.start ?? 0) > 0}>
              {t("campaign.impact.start", { count: counts?.start ?? 0 })}
            </span>
            <span data-moves={(counts?.end ?? 0) > 0}>
              {t("campaign.impact.end", { count: counts?.end ?? 0 })}
            </span>
            {data.complete ? null : <span>{t("campaign.impact.partial", { count: data.examined })}</span>}
          </>
        ) : (
          <span>{t(failed ? "campaign.impact.failed" : "campaign.impact.asking")}</span>
        )}
      </p>
      {samples.length > 0 ? <Samples samples={samples} document={document} /> : null}
    </section>
  );
}

interface SamplesProps extends Pick<PhasePanelProps, "document"> {
  readonly samples: CampaignImpact["samples"];
}

function Samples({ samples, document }: SamplesProps) {
  const { t } = useTranslation();
  const edgeText = (phase: string | undefined, edge: "started" | "ended" | undefined) => {
    const found = phase === undefined ? undefined : phaseOf(document.spec, phase);
    return edge && found ? t(`campaign.impact.${edge}`, { phase: phaseName(found) }) : "";
  };
  return (
    <table className={styles.samples}>
      <caption className="visually-hidden">{t("campaign.impact.samples")}</caption>
      <thead>
        <tr>
          <th>{t("campaign.impact.ticket")}</th>
          <th>{t("campaign.impact.clock")}</th>
          <th>{t("campaign.impact.edge")}</th>
          <th>{t("campaign.impact.before")}</th>
          <th>{t("campaign.impact.after")}</th>
        </tr>
      </thead>
      <tbody>
        {samples.map(({ ticketId, number, subject, metric, priority, from, to, phase, edge }) => (
          <tr key={`${ticketId} ${metric} ${edge}`}>
            <td title={subject}>
              <Link to={`/tickets/${ticketId}`}>#{number}</Link> {subject}
            </td>
            <td>
              <PriorityBadge priority={priority} /> {t(`words.metric.${metric}`)}
            </td>
            <td>{edgeText(phase, edge)}</td>
            <td>{from === null ? "—" : <Instant at={from} />}</td>
            <td>{to === null ? "—" : <Instant at={to} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
