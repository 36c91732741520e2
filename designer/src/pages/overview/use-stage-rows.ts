/** What the stages are made of, by the names of the workspace. */
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { documentsQuery } from "../../client/documents.ts";
import { useNames } from "../../explain/use-names.ts";
import { documentAddress } from "../../fields/document-address.ts";
import type { OverviewProps } from "./Journey.tsx";
import type { StageRow } from "./Stage.tsx";

/** Rows of a stage, at most; the busiest stay. */
const mostRows = 8;

const shareOf = (n: number, all: readonly number[]): number => (n === 0 ? 0 : n / Math.max(...all, 1));

export function useStageRows({ overview, links }: OverviewProps) {
  const { t } = useTranslation();
  const names = useNames();
  const workflows = useQuery(documentsQuery("workflow")).data ?? [];
  const today = overview.channels.map((channel) => channel.today);
  // The settings' order stays, so that rows keep their places while numbers change; only the quietest go.
  const busiest = [...overview.channels]
    .sort((a, b) => b.today + b.open - a.today - a.open)
    .slice(0, mostRows);
  const channels: readonly StageRow[] = overview.channels
    .filter((channel) => busiest.includes(channel))
    .map(({ id, today: n, open }) => ({
      key: id,
      label: names.channel(id),
      n,
      to: links.channelToday(id),
      share: shareOf(n, today),
      second: {
        n: open,
        to: links.channelOpen(id),
        label: `${names.channel(id)} · ${t("overview.column.open")}`,
      },
    }));
  const counts = overview.classification.categories.map((category) => category.today);
  const categories: readonly StageRow[] = overview.classification.categories
    .slice(0, mostRows)
    .map(({ key, today: n }) => ({
      key,
      label: names.category(key),
      n,
      to: links.category(key),
      share: shareOf(n, counts),
    }));
  const pooled = overview.routing.pools.map(({ count }) => count);
  const pools: readonly StageRow[] = overview.routing.pools.map(({ policy, key, name, count }) => ({
    key: `${policy} ${key}`,
    label: name || key,
    n: count,
    to: links.pool(key),
    share: shareOf(count, pooled),
  }));
  const runs = overview.workflows.map(({ open }) => open);
  const running: readonly StageRow[] = overview.workflows.slice(0, mostRows).map(({ key, open }) => ({
    key,
    label: workflows.find((each) => each.key === key)?.name ?? key,
    door: documentAddress("workflow", key),
    n: open,
    to: links.workflow(key),
    share: shareOf(open, runs),
  }));
  return { channels, categories, pools, workflows: running };
}
