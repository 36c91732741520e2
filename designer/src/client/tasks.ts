/** Tasks: work for people inside workflows, listed with their ticket and completed by an outcome. */
import type { Json, Priority } from "@sluice/schemas";
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { queryKeys } from "./query-keys.ts";
import { type QueryValue, request } from "./request.ts";
import type { Page, TaskView } from "./types.ts";

/** Who completed a task and how. */
export interface TaskAnswer {
  readonly by: string;
  readonly outcome: string;
  readonly at: string;
}

/** A task in the list; without a ticket where a schedule began its workflow. */
export interface TaskItem extends TaskView {
  readonly ticket: string | null;
  readonly ticketNumber: number | null;
  readonly subject: string | null;
  readonly priority: Priority | null;
  readonly customer: { readonly id: string; readonly name: string | null } | null;
  /** How many equal answers it takes. */
  readonly needed: number;
  readonly answers: readonly TaskAnswer[];
  readonly createdAt: string;
}

export type TaskQuery = Readonly<Record<string, QueryValue>>;

/** Tasks on one page of the list. */
export const taskPageSize = 50;

/** The list for a filter, page by page. */
export const taskListQuery = (filter: TaskQuery) =>
  infiniteQueryOptions({
    queryKey: queryKeys.taskList(filter),
    queryFn: ({ pageParam, signal }) =>
      request<Page<TaskItem>>("/tasks", {
        query: { ...filter, cursor: pageParam, limit: taskPageSize },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

/** How many tasks a filter finds. */
export const taskCountQuery = (filter: TaskQuery) =>
  queryOptions({
    queryKey: queryKeys.taskCount(filter),
    queryFn: async ({ signal }) => {
      const { total = 0 } = await request<Page<TaskItem>>("/tasks", {
        query: { ...filter, limit: 1 },
        signal,
      });
      return total;
    },
    refetchInterval: 60_000,
  });

/** What was filled in where the task has a form. */
export type TaskAnswers = { readonly [key: string]: Json };

/** @throws ApiError 409 where somebody has completed it meanwhile. */
export const completeTask = (id: string, outcome: string, form?: TaskAnswers): Promise<unknown> =>
  request(`/tasks/${encodeURIComponent(id)}/complete`, {
    method: "POST",
    body: { outcome, ...(form === undefined ? {} : { form }) },
  });
