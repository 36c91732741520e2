import type { TemplateMoment } from "./moment.ts";
type Moment = Required<TemplateMoment>;
type DateFilter = (moment: Moment, value: unknown, ...args: readonly unknown[]) => unknown;
/** The filters by name; each is given the moment of rendering first. */
export declare const dateFilters: Readonly<Record<string, DateFilter>>;
export {};
