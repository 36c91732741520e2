import { describe, expect, it } from "vitest";
import { double11Campaign } from "./campaign-double11.ts";

const { from, until, phases } = double11Campaign.spec;

describe("the Double 11 campaign", () => {
  it("fills its window with phases, without gap or overlap", () => {
    const edges = phases.flatMap((phase) => [phase.from, phase.until]).map((at) => Date.parse(at));
    expect(edges[0]).toBe(Date.parse(from));
    expect(edges.at(-1)).toBe(Date.parse(until));
    for (let index = 1; index + 1 < edges.length; index += 2) expect(edges[index]).toBe(edges[index + 1]);
  });

  it("starts on 10 November at 20:00 Beijing time and ends with 25 November", () => {
    expect([from, until]).toEqual(["2026-11-10T20:00:00+08:00", "2026-11-26T00:00:00+08:00"]);
  });

  it("loosens P2 and P3 only, and says so in every phase", () => {
    for (const phase of phases) {
      expect(new Set(phase.sla?.flatMap(({ targets }) => Object.keys(targets ?? {})))).toEqual(
        new Set(["P2", "P3"]),
      );
      expect(phase.announcement?.["zh-CN"]).toContain("4小时");
      expect(phase.announcement?.en).toContain("4 hours");
    }
  });

  it("enlarges the rapid team and everybody's capacity", () => {
    for (const { routing } of phases) {
      expect(routing?.[0]?.members?.rapid).toHaveLength(3);
      expect(new Set(Object.values(routing?.[0]?.capacity ?? {}))).toEqual(new Set([1.6]));
    }
  });
});
