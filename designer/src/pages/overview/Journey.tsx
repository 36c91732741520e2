/** The journey of a ticket from left to right: channels → classification → SLA → routing → workflows → closing. */
import {
  CheckCircleOutlined,
  FieldTimeOutlined,
  InboxOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  TagsOutlined,
} from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { Overview } from "../../client/overview.ts";
import { ClockBars } from "./ClockBars.tsx";
import type { OverviewLinks } from "./links.ts";
import styles from "./overview.module.css";
import { Stage } from "./Stage.tsx";
import { useStageRows } from "./use-stage-rows.ts";

export interface OverviewProps {
  readonly overview: Overview;
  readonly links: OverviewLinks;
}

export function Journey(props: OverviewProps) {
  const { overview, links } = props;
  const { t } = useTranslation();
  const rows = useStageRows(props);
  const { classification, sla, routing, workflows, incidents, closing } = overview;
  const runs = workflows.reduce((sum, { open }) => sum + open, 0);
  return (
    <ol className={styles.journey} aria-label={t("overview.journey")}>
      <Stage
        icon={<InboxOutlined aria-hidden />}
        title={t("overview.stage.channels")}
        to="/tickets"
        main={{ n: classification.today, to: links.today, label: t("overview.count.today") }}
        columns={[t("overview.column.today"), t("overview.column.open")]}
        rows={rows.channels}
        none={t("overview.none.channels")}
      />
      <Stage
        icon={<TagsOutlined aria-hidden />}
        title={t("overview.stage.classification")}
        to="/classification"
        main={{
          n: classification.unclassified,
          to: links.unclassified,
          label: t("overview.count.unclassified"),
          tone: "warn",
        }}
        columns={[t("overview.column.today")]}
        rows={rows.categories}
        none={t("overview.none.today")}
      />
      <Stage
        icon={<FieldTimeOutlined aria-hidden />}
        title={t("overview.stage.sla")}
        to="/sla"
        main={{ n: sla.running, to: links.running, label: t("overview.count.running") }}
        besides={[
          { n: sla.breached, to: links.breached, label: t("overview.count.breached"), tone: "danger" },
          { n: sla.warning, to: links.warning, label: t("overview.count.warning"), tone: "warn" },
          { n: sla.dueSoon, to: links.dueSoon, label: t("overview.count.dueSoon") },
        ]}
        rows={[]}
        none=""
      >
        <ClockBars figures={sla.byMetric} />
      </Stage>
      <Stage
        icon={<NodeIndexOutlined aria-hidden />}
        title={t("overview.stage.routing")}
        to="/routing"
        main={{ n: routing.waiting, to: links.waiting, label: t("overview.count.waiting") }}
        columns={[t("overview.column.pool")]}
        rows={rows.pools}
        none={t("overview.none.pools")}
      />
      <Stage
        icon={<PartitionOutlined aria-hidden />}
        title={t("overview.stage.workflows")}
        to="/workflows"
        main={{ n: runs, to: "/workflows", label: t("overview.count.runs") }}
        besides={[
          { n: incidents.open, to: links.incident, label: t("overview.count.incidents"), tone: "danger" },
        ]}
        rows={rows.workflows}
        none={t("overview.none.workflows")}
      />
      <Stage
        icon={<CheckCircleOutlined aria-hidden />}
        title={t("overview.stage.closing")}
        to="/tickets"
        main={{ n: closing.resolvedToday, to: links.resolvedToday, label: t("overview.count.resolved") }}
        besides={[
          { n: closing.closedToday, to: links.closedToday, label: t("overview.count.closed") },
          { n: closing.openTotal, to: links.open, label: t("overview.count.open") },
        ]}
        rows={[]}
        none=""
      />
    </ol>
  );
}
