import { presences, priorities, slaMetrics, ticketStatuses } from "@sluice/schemas";
import { expect, it } from "vitest";
import { metricList, presenceList, priorityList, statusList } from "./vocabulary.ts";

it("repeats the contract's words, all of them and in order", () => {
  expect(priorityList).toEqual(priorities);
  expect(statusList).toEqual(ticketStatuses);
  expect(presenceList).toEqual(presences);
  expect(metricList).toEqual(slaMetrics);
});
