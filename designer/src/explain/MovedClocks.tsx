/** Open clocks that a change would move, each with its due now and then. */
import type { Priority, SlaMetric } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Instant } from "../ui/Instant.tsx";
import { PriorityBadge } from "../ui/marks.tsx";

export interface MovedClock {
  readonly ticketId: string;
  readonly number: number;
  readonly subject: string;
  readonly metric: SlaMetric;
  readonly priority: Priority;
  /** Due as it is and as it would be; `null` while the clock has none. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface MovedClocksProps {
  readonly clocks: readonly MovedClock[];
  /** The look of a table in the place where it stands. */
  readonly className: string | undefined;
}

const Due = ({ at }: { readonly at: string | null }) => (at === null ? "—" : <Instant at={at} />);

export function MovedClocks({ clocks, className }: MovedClocksProps) {
  const { t } = useTranslation();
  return (
    <table className={className}>
      <thead>
        <tr>
          <th>{t("document.publish.ticket")}</th>
          <th>{t("document.publish.clock")}</th>
          <th>{t("document.publish.before")}</th>
          <th>{t("document.publish.after")}</th>
        </tr>
      </thead>
      <tbody>
        {clocks.map(({ ticketId, number, subject, metric, priority, from, to }) => (
          <tr key={`${ticketId} ${metric} ${from} ${to}`}>
            <td title={subject}>
              <Link to={`/tickets/${ticketId}`}>#{number}</Link> {subject}
            </td>
            <td>
              <PriorityBadge priority={priority} /> {t(`words.metric.${metric}`)}
            </td>
            <td>
              <Due at={from} />
            </td>
            <td>
              <Due at={to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
