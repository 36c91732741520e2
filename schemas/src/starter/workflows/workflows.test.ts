import { describe, expect, it } from "vitest";
import type { SluiceDocument } from "../../documents/document.ts";
import { ecommerceStarter } from "../ecommerce.ts";

const workflows = ecommerceStarter.documents.filter(
  (document): document is SluiceDocument<"workflow"> & typeof document => document.kind === "workflow",
);

type Node = SluiceDocument<"workflow">["spec"]["nodes"][number];

const idsOf = (list: unknown): string[] => (Array.isArray(list) ? list.map(({ id }) => String(id)) : []);

/** The ports of a node, as the contract names them. */
function portsOf({ type, config }: Node): string[] {
  switch (type) {
    case "end":
      return [];
    case "branch":
      return [...idsOf(config?.branches), "else"];
    case "task":
      return [...idsOf(config?.outcomes), "timeout"];
    case "route":
      return ["assigned", "pooled"];
    case "action":
      return ["ok", "error"];
    case "wait":
      return ["done", "timeout"];
    case "survey":
      return ["answered", "timeout"];
    default:
      return ["out"];
  }
}

describe.each(workflows.map(({ key, spec }) => [key, spec] as const))("workflow %s", (_key, spec) => {
  const ids = spec.nodes.map(({ id }) => id);

  it("has distinct nodes and one trigger", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(spec.nodes.filter(({ type }) => type === "trigger")).toHaveLength(1);
  });

  it("wires every port once, to a node that exists", () => {
    const wired = spec.edges.map(({ source, sourcePort }) => `${source}.${sourcePort}`).sort();
    const ports = spec.nodes.flatMap((node) => portsOf(node).map((port) => `${node.id}.${port}`)).sort();
    expect(wired).toEqual(ports);
    expect(spec.edges.filter(({ target }) => !ids.includes(target))).toEqual([]);
  });

  it("reaches every node from its trigger", () => {
    const seen = new Set(spec.nodes.filter(({ type }) => type === "trigger").map(({ id }) => id));
    for (const id of seen) for (const edge of spec.edges) if (edge.source === id) seen.add(edge.target);
    expect(ids.filter((id) => !seen.has(id))).toEqual([]);
  });

  it("draws no two nodes in one place", () => {
    const places = spec.nodes.map(({ position }) => JSON.stringify(position));
    expect(places.filter((place, index) => places.indexOf(place) !== index)).toEqual([]);
  });

  it("declares every variable that it names", () => {
    const named = JSON.stringify(spec.nodes).match(/vars\.(\w+)/g) ?? [];
    const declared = Object.keys(spec.variables ?? {}).map((name) => `vars.${name}`);
    expect(named.filter((name) => !declared.includes(name))).toEqual([]);
  });

  it("calls other systems only behind a branch on a URL that is empty at first", () => {
    for (const { id } of spec.nodes.filter(({ type }) => type === "action")) {
      const sources = spec.edges.filter(({ target }) => target === id);
      expect(sources.map(({ source, sourcePort }) => [source, sourcePort])).toEqual([
        [`${id}-ready`, "ready"],
      ]);
    }
    const urls = Object.entries(spec.variables ?? {}).filter(([name]) => name.endsWith("Url"));
    expect(urls.filter(([, { default: preset }]) => preset !== "")).toEqual([]);
  });
});

describe("intake", () => {
  it("is the one workflow that runs for every new ticket", () => {
    const unconditional = workflows.filter(({ spec }) =>
      spec.nodes.some(
        ({ type, config }) => type === "trigger" && config?.on === "ticket.created" && !config.when,
      ),
    );
    expect(unconditional.map(({ key }) => key)).toEqual(["intake"]);
  });
});
