/** What happens next, the nearest first, and what is late. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { mostListed, type TimerView, timerListQuery } from "../../../client/operations.ts";
import { formatDuration } from "../../../format/duration.ts";
import { Instant } from "../../../ui/Instant.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useNowEvery } from "../../../ui/use-now.ts";
import styles from "../operations.module.css";
import { ListFrame } from "../parts/ListFrame.tsx";
import { TableHead } from "../parts/TableHead.tsx";
import { TicketDoor } from "../parts/TicketDoor.tsx";

export function TimersTab() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useQuery(timerListQuery);
  const timers = list.data?.items ?? [];
  return (
    <ListFrame
      pending={list.isPending}
      error={list.data ? null : list.error}
      onRetry={() => void list.refetch()}
      count={timers.length}
      empty={
        <Notice title={t("operations.empty.timers")} text={t("operations.empty.timersText")} drawing="empty">
          <Button onClick={() => void navigate("/operations/runs")}>{t("operations.empty.showRuns")}</Button>
        </Notice>
      }
      capped={timers.length === mostListed}
    >
      <table className={styles.table}>
        <caption className="visually-hidden">{t("operations.tabs.timers")}</caption>
        <TableHead columns={["due", "late", "kind", "ticket"]} />
        <tbody>
          {timers.map((timer) => (
            <TimerRow key={timer.key} timer={timer} />
          ))}
        </tbody>
      </table>
    </ListFrame>
  );
}

const kinds = ["ticket", "campaign", "follow", "schedule", "house", "shift", "retention"] as const;

/** What runs without a ticket has the timers of a ticket. */
const kindOf = ({ kind, ticket, workflow }: TimerView): string =>
  kind === "ticket" && ticket === null && workflow !== null ? "house" : kind;

/** The ticket; of a schedule its workflow, of an edge its campaign. */
function About({ timer }: { timer: TimerView }) {
  const name = timer.workflowName ?? timer.workflow ?? timer.campaignName ?? timer.campaign;
  return name === null ? <TicketDoor about={timer} /> : <span>{name}</span>;
}

function TimerRow({ timer }: { timer: TimerView }) {
  const { t } = useTranslation();
  const now = useNowEvery(1_000);
  const left = Date.parse(timer.dueAt) - now;
  const length = formatDuration(left, t);
  const kind = kinds.find((one) => one === kindOf(timer));
  return (
    <tr>
      <td>
        <Instant at={timer.dueAt} />
      </td>
      <td className={`num ${left < 0 ? styles.late : ""}`}>
        {t(left < 0 ? "operations.timer.late" : "operations.timer.left", { length })}
      </td>
      <td title={timer.key}>{kind ? t(`operations.timer.${kind}`) : timer.kind}</td>
      <td>
        <About timer={timer} />
      </td>
    </tr>
  );
}
