/** The agents as a table; only the rows that are seen are drawn. */
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { AgentView } from "../../../client/types.ts";
import styles from "../people.module.css";
import type { House } from "../use-people.ts";
import { useVirtualRows } from "../use-virtual-rows.ts";
import type { OpenAgent } from "./AgentDrawer.tsx";
import { AgentRow } from "./AgentRow.tsx";

const rowHeight = 52;
const columns = ["name", "presence", "load", "groups", "skills", "shifts", "actions"] as const;

export interface AgentTableProps {
  readonly house: House;
  readonly agents: readonly AgentView[];
  readonly leads: boolean;
  readonly onOpen: (open: OpenAgent) => void;
  readonly onHandOver: (agent: string) => void;
}

export function AgentTable(props: AgentTableProps) {
  const { t } = useTranslation();
  const { agents } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const { rows, above, below } = useVirtualRows(agents.length, rowHeight, scroll);
  return (
    <div ref={scroll} className={styles.scroll}>
      <table className={styles.table} aria-rowcount={agents.length + 1}>
        <caption className="visually-hidden">{t("people.tabs.agents")}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`people.agents.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={above} columns={columns.length} />
          {rows.map((row) => {
            const agent = agents[row];
            return agent ? <AgentRow key={agent.id} {...props} agent={agent} row={row} /> : null;
          })}
          <Gap height={below} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

/** The height of rows that are not drawn. */
export function Gap({ height, columns: count }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className={styles.gap}>
      <td colSpan={count} style={{ height }} />
    </tr>
  );
}
