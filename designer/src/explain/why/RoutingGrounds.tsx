/** Everybody who was considered: who got it, who could have, and why each other was skipped. */
import type { AgentConsidered, RoutingDecision } from "@sluice/schemas";
import { useTranslation } from "react-i18next";
import { presenceList } from "../../client/vocabulary.ts";
import type { SentenceContext } from "../sentence-context.ts";
import styles from "./why.module.css";

export interface RoutingGroundsProps {
  readonly decision: RoutingDecision;
  readonly context: SentenceContext;
}

export function RoutingGrounds({ decision, context }: RoutingGroundsProps) {
  const { t } = useTranslation();
  if (decision.considered.length === 0) return null;
  const chosen = decision.outcome.type === "assigned" ? decision.outcome.agent : null;
  return (
    <table className={styles.agents}>
      <caption className="visually-hidden">{t("why.routing.considered")}</caption>
      <tbody>
        {decision.considered.map((agent) => (
          <tr key={agent.agent} data-chosen={agent.agent === chosen}>
            <th scope="row">{context.names.agent(agent.agent)}</th>
            <td className="num">{t("why.routing.load", { load: agent.load, capacity: agent.capacity })}</td>
            <td>
              <Verdict agent={agent} chosen={agent.agent === chosen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ agent, chosen }: { agent: AgentConsidered; chosen: boolean }) {
  const { t } = useTranslation();
  if (chosen) return t("why.routing.chosen");
  if (agent.reason === undefined) return t("why.routing.eligible");
  const reason = t(`why.skip.${agent.reason}`);
  const presence = presenceList.find((name) => agent.reason === "presence" && name === agent.detail);
  if (presence) return t(`words.presence.${presence}`);
  return agent.detail ? `${reason} · ${agent.detail}` : reason;
}
