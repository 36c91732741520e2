import type { TaskAnswers } from "../client/tasks.ts";

/** Promises true when the task was completed, false when that was refused (and the person told why). */
export type CompleteTask = (task: string, outcome: string, form?: TaskAnswers) => Promise<boolean>;
