/** What somebody has open, what is due next, and to whom it is to go. */
import { CheckOutlined } from "@ant-design/icons";
import { Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { AgentView, TicketSummary } from "../../../client/types.ts";
import { inLanguage } from "../../../explain/names.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { PriorityBadge } from "../../../ui/marks.tsx";
import { loadOf } from "../load.ts";
import type { House } from "../use-people.ts";
import styles from "./hand-over.module.css";
import { type HandOverChoice, nextDue } from "./hand-over.ts";

/** Tickets whose dues are shown. */
const shown = 5;

export interface HandOverPlanProps {
  readonly house: House;
  readonly agent: AgentView;
  readonly tickets: readonly TicketSummary[];
  readonly more: boolean;
  readonly choice: HandOverChoice;
  readonly onChoice: (choice: HandOverChoice) => void;
}

export function HandOverPlan(props: HandOverPlanProps) {
  const { t } = useTranslation();
  const { agent, tickets, more } = props;
  const count = tickets.length;
  return (
    <>
      <p className={styles.count}>
        <strong>
          {count === 0
            ? t("people.handOver.nothing")
            : more
              ? t("people.handOver.countMany", { count })
              : t("people.handOver.count", { count })}
        </strong>
      </p>
      {count === 0 ? null : <Dues tickets={tickets} />}
      <p className={styles.quiet}>
        <CheckOutlined aria-hidden />{" "}
        {t(agent.presence === "offline" ? "people.handOver.offlineAlready" : "people.handOver.offline", {
          name: agent.name,
        })}
      </p>
      {count === 0 ? null : (
        <>
          <Target {...props} />
          <p className={styles.quiet}>
            <CheckOutlined aria-hidden /> {t("people.handOver.clocks")}
          </p>
        </>
      )}
    </>
  );
}

function Dues({ tickets }: Pick<HandOverPlanProps, "tickets">) {
  const { t } = useTranslation();
  return (
    <section className={styles.dues} aria-label={t("people.handOver.next")}>
      <h3>{t("people.handOver.next")}</h3>
      <ul>
        {tickets.slice(0, shown).map((ticket) => {
          const due = nextDue(ticket);
          return (
            <li key={ticket.id}>
              <PriorityBadge priority={ticket.priority} />
              <span className={styles.subject}>
                <span className="num">#{ticket.number}</span> {ticket.subject}
              </span>
              <span className={styles.quiet}>
                {due === null ? t("people.handOver.noClock") : <Instant at={due} />}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Target({ house, agent, choice, onChoice }: HandOverPlanProps) {
  const { t, i18n } = useTranslation();
  const set = (change: Partial<HandOverChoice>) => onChoice({ ...choice, ...change });
  const ways = ["reroute", "group", "agents"] as const;
  return (
    <section className={styles.target}>
      <h3 id="hand-over-how">{t("people.handOver.how")}</h3>
      <Radio.Group
        aria-labelledby="hand-over-how"
        value={choice.to}
        onChange={({ target }) => set({ to: target.value as HandOverChoice["to"] })}
      >
        {ways.map((to) => (
          <Radio key={to} value={to}>
            {t(`people.handOver.${to}`)}
            <small>{t(`people.handOver.${to}Hint`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      {choice.to === "group" ? (
        <Select
          autoFocus
          aria-label={t("people.handOver.pickGroup")}
          placeholder={t("people.handOver.pickGroup")}
          showSearch={{ optionFilterProp: "label" }}
          value={choice.group ?? null}
          options={house.groups.map(({ key, label }) => ({
            value: key,
            label: inLanguage(label, i18n.language),
          }))}
          onChange={(group: string | null) => set({ group: group ?? undefined })}
        />
      ) : null}
      {choice.to === "agents" ? (
        <Select
          autoFocus
          mode="multiple"
          aria-label={t("people.handOver.pickAgents")}
          placeholder={t("people.handOver.pickAgents")}
          showSearch={{ optionFilterProp: "label" }}
          value={[...choice.agents]}
          options={house.agents
            .filter(({ id }) => id !== agent.id)
            .map((one) => ({
              value: one.id,
              label: `${one.name} · ${t(`words.presence.${one.presence}`)} · ${loadOf(one, "chat") + loadOf(one, "ticket")}`,
            }))}
          onChange={(agents: string[]) => set({ agents })}
        />
      ) : null}
    </section>
  );
}
