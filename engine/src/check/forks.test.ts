import type { AnyDocument, Json } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { readForkScopes } from "../workflow/fork-scopes.ts";
import { documentOf, problemsOf, starterOptions } from "./check.fixture.ts";

type Config = { readonly [key: string]: Json };
const configs: Readonly<Record<string, Config>> = {
  trigger: { on: "ticket.created" },
  parallel: { branches: ["a", "b"].map((id) => ({ id, name: id })) },
  foreach: { items: "{{ ticket.tags }}" },
  wait: { for: "PT1H" },
};

/** Nodes by id, whose kind is the id up to a digit; wires are `from.port>to`. */
function drawing(wires: readonly string[], more: Readonly<Record<string, Config>> = {}) {
  const ids = [...new Set(wires.flatMap((wire) => wire.split(">").map((end) => end.split(".")[0] ?? "")))];
  const nodes = ids.map((id) => {
    const type = id.replace(/\d.*$/, "");
    return { id, type, config: more[id] ?? configs[type] ?? {} };
  });
  const edges = wires.map((wire, index) => {
    const [from = "", target = ""] = wire.split(">");
    const [source = "", sourcePort = "out"] = from.split(".");
    return { id: `e${index}`, source, sourcePort, target };
  });
  return { nodes, edges };
}

const joinsOf = (...wires: readonly string[]) => Object.fromEntries(readForkScopes(drawing(wires)).joins);
const codes = (...wires: readonly string[]) => problemsOf(documentOf("workflow", drawing(wires)));

describe("which fork a join waits for", () => {
  it("is the one that all ways to it come from", () => {
    expect(
      joinsOf("trigger1>parallel1", "parallel1.a>join1", "parallel1.b>wait1", "wait1.done>join1"),
    ).toEqual({
      join1: "parallel1",
    });
  });

  it("is the inner one inside, and the outer one where both come", () => {
    const outer = ["trigger1>parallel1", "parallel1.a>parallel2", "parallel1.b>join1", "parallel2.a>join2"];
    expect(joinsOf(...outer, "parallel2.b>join2", "join2>join1")).toEqual({
      join1: "parallel1",
      join2: "parallel2",
    });
    expect(joinsOf(...outer, "parallel2.b>join1")).toEqual({ join1: "parallel1", join2: "parallel2" });
  });

  it("is found inside of loops of all kinds", () => {
    expect(
      joinsOf(
        "trigger1>parallel1",
        "parallel1.a>wait1",
        "wait1.done>wait1",
        "parallel1.b>join1",
        "join1>parallel1",
      ),
    ).toEqual({ join1: "parallel1" });
    expect(
      joinsOf("trigger1>foreach1", "foreach1.body>parallel1", "parallel1.a>join1", "join1>foreach1"),
    ).toEqual({
      join1: "parallel1",
    });
  });

  it("is none outside of every fork, and none across a loop's body", () => {
    expect(joinsOf("trigger1>join1")).toEqual({});
    expect(joinsOf("trigger1>parallel1", "parallel1.a>join1", "trigger2>join1")).toEqual({});
    expect(joinsOf("trigger1>parallel1", "parallel1.a>foreach1", "foreach1.body>join1")).toEqual({});
  });
});

describe("joins", () => {
  it("are refused without a fork, wherever else they are reached from", () => {
    expect(codes("trigger1>join1")).toEqual(["/spec/nodes/1 workflow.join-without-fork"]);
    expect(codes("trigger1>parallel1", "parallel1.a>join1", "trigger2>join1")).toEqual([
      "/spec/nodes/2 workflow.join-without-fork",
    ]);
  });

  it("are refused where a loop's body leads out to them", () => {
    const ways = ["trigger1>parallel1", "parallel1.a>foreach1", "foreach1.body>join1", "parallel1.b>join1"];
    expect(codes(...ways)).toEqual(["/spec/nodes/3 workflow.join-across-loop"]);
  });

  it("are let be while nothing leads to them", () => {
    expect(codes("trigger1>wait1", "join1>wait1")).toEqual([]);
  });
});

describe("variables that a loop brings", () => {
  it("are known by their names, and no others are", () => {
    const more = { update1: { addTags: ["{{ vars.parcel }} {{ vars.index }} {{ vars.item }}"] } };
    const foreach1 = { items: "{{ ticket.tags }}", as: "parcel" };
    const spec = drawing(["trigger1>foreach1", "foreach1.body>update1"], { ...more, foreach1 });
    expect(problemsOf(documentOf("workflow", spec))).toEqual([
      "/spec/nodes/2/config/addTags/0 workflow.template",
    ]);
  });

  it("have two names", () => {
    const foreach1 = { items: "{{ ticket.tags }}", as: "x", indexAs: "x" };
    expect(problemsOf(documentOf("workflow", drawing(["trigger1>foreach1"], { foreach1 })))).toEqual([
      "/spec/nodes/1/config/indexAs schema.duplicate",
    ]);
  });
});

describe("subflows", () => {
  const calling = (key: string, workflow: string, on = "manual", input: Config = {}): AnyDocument =>
    documentOf(
      "workflow",
      {
        ...drawing(["trigger1>subflow1"], { trigger1: { on }, subflow1: { workflow, input } }),
        variables: { question: { type: "string", input: true }, secret: { type: "string" } },
      },
      key,
    );
  const among = (document: AnyDocument, ...others: readonly AnyDocument[]) =>
    problemsOf(document, { documents: [...starterOptions.documents, ...others] });
  const place = "/spec/nodes/1/config";

  it("call what is there, can be called and takes what it is given", () => {
    expect(among(calling("mine", "gone"))).toEqual([`${place}/workflow reference.missing`]);
    const other = documentOf("workflow", drawing(["trigger1>wait1"]), "other");
    expect(among(calling("mine", "other"), other)).toEqual([`${place}/workflow workflow.subflow-not-manual`]);
    const far = calling("far", "other");
    expect(
      among(calling("mine", "far", "manual", { question: "?", secret: "?", no: 1 }), far, other),
    ).toEqual([`${place}/input/secret workflow.subflow-input`, `${place}/input/no workflow.subflow-input`]);
  });

  it("do not call themselves, directly or in the end", () => {
    expect(among(calling("mine", "mine"))).toEqual([`${place}/workflow workflow.subflow-loop`]);
    const back = [calling("b", "c"), calling("c", "mine")];
    expect(among(calling("mine", "b"), ...back)).toEqual([`${place}/workflow workflow.subflow-loop`]);
  });

  it("let others go in circles among themselves: that is theirs to mend", () => {
    expect(among(calling("mine", "b"), calling("b", "c"), calling("c", "b"))).toEqual([]);
  });
});
