/** Many calls one after another, a few at a time, with what has come of them so far; they can be stopped. */

export interface Progress {
  readonly total: number;
  readonly done: number;
  /** Of `done`: those that were refused. */
  readonly failed: number;
}

export interface SettleAllOptions<T> {
  readonly items: readonly T[];
  readonly call: (item: T) => Promise<unknown>;
  readonly onProgress: (progress: Progress) => void;
  /** Asked before each call: true stops; what is on its way is waited for. */
  readonly isStopped: () => boolean;
  readonly atOnce?: number;
}

/** Resolves with the last progress; a call that fails is counted and does not end the others. */
export async function settleAll<T>(options: SettleAllOptions<T>): Promise<Progress> {
  const { items, call, onProgress, isStopped, atOnce = 4 } = options;
  let progress: Progress = { total: items.length, done: 0, failed: 0 };
  const left = [...items];
  const note = (failed: number) => {
    progress = { ...progress, done: progress.done + 1, failed: progress.failed + failed };
    onProgress(progress);
  };
  const work = async () => {
    for (let item = left.shift(); item !== undefined && !isStopped(); item = left.shift())
      note(
        await call(item).then(
          () => 0,
          () => 1,
        ),
      );
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return progress;
}
