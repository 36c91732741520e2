/** How many tasks wait for the person, on the rail's entry; its place is kept while there are none. */
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../../client/session.ts";
import { taskCountQuery } from "../../client/tasks.ts";
import styles from "./shell.module.css";

/** Tasks that are the person's, or their groups' and nobody's yet; 0 for those who are no agent. */
export function useMyTaskCount(): number {
  const me = useQuery(meQuery).data;
  const isAgent = me?.agentId !== null && me?.agentId !== undefined;
  return useQuery({ ...taskCountQuery({ mine: true }), enabled: isAgent }).data ?? 0;
}

export function RailCount({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.railCount} aria-hidden="true">
      {count > 99 ? "99+" : count}
    </span>
  );
}
