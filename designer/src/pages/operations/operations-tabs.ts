/** The tabs of the page, as its address names them; what waits for somebody comes first. */

export const operationsTabs = ["incidents", "runs", "jobs", "timers"] as const;
export type OperationsTab = (typeof operationsTabs)[number];

/** The tab that an address names. */
export const parseTab = (text: string | undefined): OperationsTab | undefined =>
  operationsTabs.find((tab) => tab === text);
