/** What matters now: clocks, tasks, properties, customer, order, and where the workflow stands. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket } from "../../../client/types.ts";
import type { ChangeTicket } from "../use-ticket.ts";
import { Clocks } from "./Clocks.tsx";
import { CustomerFacts, OrderFacts } from "./CustomerFacts.tsx";
import { Properties } from "./Properties.tsx";
import { RunPath } from "./RunPath.tsx";
import styles from "./rail.module.css";
import { Tasks } from "./Tasks.tsx";

export interface TicketRailProps {
  readonly ticket: Ticket;
  readonly receivedAt: number;
  readonly change: ChangeTicket;
  readonly editable: boolean;
}

export function TicketRail({ ticket, receivedAt, change, editable }: TicketRailProps) {
  const { t } = useTranslation();
  const tasks = ticket.tasks.filter(({ status }) => status === "open");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <aside className={styles.rail} aria-label={t("ticket.rail.label")} tabIndex={0}>
      <Part title={t("ticket.rail.clocks")}>
        <Clocks ticket={ticket} receivedAt={receivedAt} />
      </Part>
      {tasks.length > 0 ? (
        <Part title={t("ticket.rail.tasks")}>
          <Tasks tasks={tasks} change={change} editable={editable} />
        </Part>
      ) : null}
      <Part title={t("ticket.rail.facts")}>
        <Properties ticket={ticket} change={change} editable={editable} />
      </Part>
      <Part title={t("ticket.rail.customer")}>
        <CustomerFacts customer={ticket.customer} />
      </Part>
      <Part title={t("ticket.rail.order")}>
        <OrderFacts order={ticket.order} />
      </Part>
      <Part title={t("ticket.rail.run")}>
        <RunPath runs={ticket.runs} />
      </Part>
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
