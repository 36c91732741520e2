/** The tabs of the page, as the URL names them and as the api is asked. */
import type { TaskQuery } from "../../client/tasks.ts";

export const taskViews = ["mine", "group", "open", "done"] as const;
export type TaskViewName = (typeof taskViews)[number];

/** Who looks: without an agent there is no "mine". */
export interface TaskReader {
  readonly agentId: string | null;
  readonly groups: readonly string[];
}

/** The tabs that mean something for the person, the first of them where they begin. */
export const viewsFor = ({ agentId, groups }: TaskReader): readonly TaskViewName[] =>
  taskViews.filter((view) => {
    if (view === "mine") return agentId !== null;
    return view !== "group" || groups.length > 0;
  });

/** The tab of the URL; one that means nothing becomes the first. */
export function parseView(search: URLSearchParams, reader: TaskReader): TaskViewName {
  const views = viewsFor(reader);
  return views.find((view) => view === search.get("view")) ?? views[0] ?? "open";
}

/** Open tasks by when they end, finished ones the newest first. */
export function taskQueryOf(view: TaskViewName, { groups }: TaskReader): TaskQuery {
  switch (view) {
    case "mine":
      return { mine: true };
    case "group":
      return { group: groups };
    case "open":
      return {};
    case "done":
      return { status: "done,timeout,cancelled", sort: "newest" };
  }
}
