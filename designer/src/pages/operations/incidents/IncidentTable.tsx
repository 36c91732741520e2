/** Incidents as a table: what happened, where, on which ticket, and what to do. */
import { Checkbox } from "antd";
import { useTranslation } from "react-i18next";
import type { IncidentView } from "../../../client/operations.ts";
import styles from "../operations.module.css";
import { type Column, TableHead } from "../parts/TableHead.tsx";
import { IncidentRow } from "./IncidentRow.tsx";
import type { Settle } from "./use-settle.tsx";

export interface IncidentTableProps {
  readonly incidents: readonly IncidentView[];
  readonly chosen: ReadonlySet<string>;
  /** `null` where nothing can be done with them: they are settled, or the person may not. */
  readonly settle: Settle | null;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

const told: readonly Column[] = ["what", "where", "ticket", "at"];

export function IncidentTable({ incidents, chosen, settle, onChoose }: IncidentTableProps) {
  const { t } = useTranslation();
  const count = incidents.filter(({ id }) => chosen.has(id)).length;
  const all = (
    <Checkbox
      aria-label={t("operations.incident.selectAll")}
      checked={count > 0 && count === incidents.length}
      indeterminate={count > 0 && count < incidents.length}
      onChange={({ target }) => onChoose(new Set(target.checked ? incidents.map(({ id }) => id) : []))}
    />
  );
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{t("operations.tabs.incidents")}</caption>
      <TableHead columns={settle ? ["select", ...told, "handle"] : told} select={all} />
      <tbody>
        {incidents.map((incident) => (
          <IncidentRow
            key={incident.id}
            incident={incident}
            chosen={chosen.has(incident.id)}
            settle={settle}
            onToggle={() => toggle(incident.id)}
          />
        ))}
      </tbody>
    </table>
  );
}
