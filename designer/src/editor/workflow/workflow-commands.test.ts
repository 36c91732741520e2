import { catalog } from "@sluice/engine";
import type { WorkflowNode } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import { createEditSession } from "../edit-session.ts";
import { align, distribute, moveItems, nudge } from "./arrange.ts";
import { duplicate, parsePart, partOf, partText, paste } from "./clipboard.ts";
import { setConfig } from "./config.ts";
import { connect, reconnect, removeEdges } from "./connect.ts";
import { groupNodes, renameGroup, ungroup } from "./groups.ts";
import { createIdSource } from "./ids.ts";
import { kindsOf, nodeById, type WorkflowDocument } from "./model.ts";
import { addNode, addNodeOnEdge, removeAndHeal, removeNodes, renameNode } from "./nodes.ts";
import { addNote, editNote, resizeNote } from "./notes.ts";

const kinds = kindsOf(catalog());
const when = { fact: "ticket.priority", operator: "equal", value: "P0" };
const at = (x: number, y = 0) => ({ x, y });

const drawn: WorkflowDocument = {
  kind: "workflow",
  key: "drawn",
  name: "drawn",
  formatVersion: 1,
  spec: {
    nodes: [
      { id: "n1", type: "trigger", position: at(0), config: { on: "ticket.created" } },
      {
        id: "n2",
        type: "branch",
        position: at(260),
        config: {
          branches: [
            { id: "a", name: "A", when },
            { id: "b", name: "B", when },
          ],
        },
      },
      { id: "n3", type: "update", position: at(520), config: { addTags: ["x"] } },
      { id: "n4", type: "end", position: at(780), config: {} },
    ],
    edges: [
      { id: "e1", source: "n1", sourcePort: "out", target: "n2" },
      { id: "e2", source: "n2", sourcePort: "a", target: "n3" },
      { id: "e3", source: "n3", sourcePort: "out", target: "n4" },
      { id: "e4", source: "n2", sourcePort: "else", target: "n4" },
    ],
  },
};

function open(document = drawn) {
  const session = createEditSession(document);
  return {
    session,
    drafting: { kinds, ids: createIdSource(document) },
    spec: () => session.getState().document.spec,
    node: (id: string) => nodeById(session.getState().document, id) as WorkflowNode,
  };
}

const update = { kind: "update", name: "mark", position: at(403, 1), config: {} };

describe("connecting", () => {
  const reasonOf = (source: string, sourcePort: string, target: string) => {
    const { session, drafting } = open();
    return session.refusalOf(connect(drafting, { source, sourcePort, target }))?.reason.key;
  };

  it.each([
    ["n3", "out", "n1", "noInput"],
    ["n2", "b", "n2", "self"],
    ["n2", "c", "n3", "unknownPort"],
    ["n2", "a", "n4", "portTaken"],
    ["n2", "a", "n3", "duplicate"],
    ["n9", "out", "n3", "gone"],
  ])("refuses %s.%s → %s: %s", (source, port, target, reason) => {
    expect(reasonOf(source, port, target)).toBe(`workflow.refusals.${reason}`);
  });

  it("draws what is allowed, and moves an end", () => {
    const { session, drafting, spec } = open();
    session.execute(connect(drafting, { source: "n2", sourcePort: "b", target: "n3" }));
    expect(spec().edges.at(-1)).toEqual({ id: "e5", source: "n2", sourcePort: "b", target: "n3" });
    session.execute(reconnect(drafting, "e5", { source: "n2", sourcePort: "b", target: "n4" }));
    expect(spec().edges.at(-1)?.target).toBe("n4");
    const onto = reconnect(drafting, "e5", { source: "n2", sourcePort: "a", target: "n4" });
    expect(session.refusalOf(onto)?.reason.key).toBe("workflow.refusals.portTaken");
    session.execute(removeEdges(["e5", "e1"]));
    expect(spec().edges.map(({ id }) => id)).toEqual(["e2", "e3", "e4"]);
  });
});

describe("adding", () => {
  it("puts a node on the grid, joined on to a free port", () => {
    const { session, drafting, spec } = open();
    const { id, command } = addNode(drafting, update, { source: "n2", sourcePort: "b" });
    expect(session.execute(command)).toEqual({ done: true });
    expect(spec().nodes.at(-1)).toMatchObject({ id: "n5", position: { x: 400, y: 0 } });
    expect(spec().edges.at(-1)).toMatchObject({ source: "n2", sourcePort: "b", target: id });
  });

  it("refuses to join a trigger on, and an unknown kind", () => {
    const { session, drafting } = open();
    const trigger = addNode(drafting, { ...update, kind: "trigger" }, { source: "n2", sourcePort: "b" });
    expect(session.refusalOf(trigger.command)?.reason.key).toBe("workflow.refusals.noInput");
    const unknown = addNode(drafting, { ...update, kind: "teleport" });
    expect(session.refusalOf(unknown.command)?.reason.key).toBe("workflow.refusals.unknownKind");
  });

  it("inserts a node on an edge and makes room for it", () => {
    const { session, drafting, spec, node } = open();
    const shift = { nodes: new Set(["n3", "n4"]), by: 250 };
    const { id, command } = addNodeOnEdge(drafting, "e2", update, shift);
    session.execute(command);
    expect(spec().edges.find((edge) => edge.id === "e2")?.target).toBe(id);
    expect(spec().edges.at(-1)).toMatchObject({ source: id, sourcePort: "out", target: "n3" });
    expect(node("n3").position?.x).toBe(776);
  });

  it("refuses on an edge what has no way in or no way out", () => {
    const { session, drafting } = open();
    for (const kind of ["trigger", "end"]) {
      const { command } = addNodeOnEdge(drafting, "e1", { ...update, kind });
      expect(session.refusalOf(command)?.reason.key).toBe("workflow.refusals.noPassage");
    }
  });

  it("never gives an id twice, not even that of something deleted", () => {
    const { session, drafting, spec } = open();
    session.execute(removeNodes(["n4"]));
    session.execute(addNode(drafting, update).command);
    session.undo();
    session.execute(addNode(drafting, update).command);
    expect(spec().nodes.at(-1)?.id).toBe("n6");
  });
});

describe("removing", () => {
  it("takes the edges along, and rejoins only on request", () => {
    const { session, spec } = open();
    session.execute(removeNodes(["n3"]));
    expect(spec().edges.map(({ id }) => id)).toEqual(["e1", "e4"]);
    session.undo();
    session.execute(removeAndHeal("n3"));
    expect(spec().edges.find(({ id }) => id === "e2")?.target).toBe("n4");
  });

  it("rejoins only what has one way in and one way out", () => {
    const { session } = open();
    expect(session.refusalOf(removeAndHeal("n2"))?.reason.key).toBe("workflow.refusals.notBetweenTwo");
    expect(session.refusalOf(removeAndHeal("n9"))?.reason.key).toBe("workflow.refusals.gone");
  });
});

describe("config", () => {
  const branches = (...ids: string[]) => ({ branches: ids.map((id) => ({ id, name: id, when })) });

  it("takes the edge of a port along that it no longer names, in one step", () => {
    const { session, drafting, spec, node } = open();
    session.execute(setConfig(drafting, node("n2"), branches("b")));
    expect(spec().edges.map(({ id }) => id)).toEqual(["e1", "e3", "e4"]);
    session.undo();
    expect(session.getState().document).toEqual(drawn);
  });

  it("lets an edge follow a port whose id alone was edited", () => {
    const { session, drafting, spec, node } = open();
    session.execute(setConfig(drafting, node("n2"), branches("yes", "b")));
    expect(spec().edges.find(({ id }) => id === "e2")?.sourcePort).toBe("yes");
  });

  it("joins typing in one field into one entry, and keeps two fields apart", () => {
    const { session, drafting, node } = open();
    session.execute(setConfig(drafting, node("n3"), { addTags: ["x"], stage: "a" }));
    session.execute(setConfig(drafting, node("n3"), { addTags: ["x"], stage: "ab" }));
    session.execute(setConfig(drafting, node("n3"), { addTags: ["y"], stage: "ab" }));
    expect(session.getState().history.entries).toHaveLength(2);
  });

  it("falls back to the kind's name", () => {
    const { session, node } = open();
    session.execute(renameNode("n3", "mark"));
    expect(node("n3").name).toBe("mark");
    session.execute(renameNode("n3", ""));
    expect(node("n3")).not.toHaveProperty("name");
  });
});

describe("arranging", () => {
  it("moves only what moved", () => {
    const { session, node } = open();
    session.execute(moveItems(new Map([["n3", at(8, 8)]])));
    expect(node("n3").position).toEqual(at(8, 8));
    session.execute(moveItems(new Map([["n3", at(8, 8)]])));
    expect(session.getState().history.entries).toHaveLength(1);
  });

  it("aligns by edges and middles, and distributes the gaps", () => {
    const { session, node } = open();
    session.execute(moveItems(new Map([["n3", at(600, 80)]])));
    session.execute(align(["n2", "n3"], "right", kinds));
    expect(node("n2").position).toEqual(at(600));
    session.undo();
    session.execute(distribute(["n1", "n3", "n2"], "x", kinds));
    expect(node("n2").position?.x).toBe(304);
    expect(session.refusalOf(align(["n1"], "top", kinds))?.reason.key).toBe("workflow.refusals.needsTwo");
    expect(session.refusalOf(distribute(["n1", "n2"], "x", kinds))?.reason.key).toBe(
      "workflow.refusals.needsThree",
    );
  });

  it("joins steps of the keyboard into one entry", () => {
    const { session, node } = open();
    session.execute(nudge(["n3"], at(8)));
    session.execute(nudge(["n3"], at(8)));
    expect(node("n3").position?.x).toBe(536);
    session.undo();
    expect(session.getState().document).toEqual(drawn);
  });
});

describe("the clipboard", () => {
  it("carries a part as text, edges inside kept, under new ids", () => {
    const { session, drafting, spec } = open();
    const part = parsePart(partText(partOf(drawn, new Set(["n2", "n3"]))));
    if (part === undefined) throw new Error("no part");
    const { items, command } = paste(drafting, part, at(0, 400));
    session.execute(command);
    expect(items).toEqual(["n5", "n6"]);
    expect(spec().edges.at(-1)).toEqual({ id: "e5", source: "n5", sourcePort: "a", target: "n6" });
    expect(spec().nodes.at(-1)?.position).toEqual({ x: 264, y: 400 });
  });

  it("takes a whole workflow's JSON, and nothing else", () => {
    expect(parsePart(JSON.stringify(drawn))?.nodes).toHaveLength(4);
    expect(parsePart("hello")).toBeUndefined();
    expect(parsePart('{"nodes": []}')).toBeUndefined();
    expect(parsePart('{"format": "sluice/workflow-part", "nodes": [{}], "edges": []}')).toBeUndefined();
  });

  it("duplicates beside the original, groups with it", () => {
    const { session, drafting, spec } = open();
    session.execute(groupNodes(drafting, ["n3", "n4"], "tail"));
    session.execute(duplicate(drafting, session.getState().document, new Set(["n3", "n4"])).command);
    expect(spec().groups).toMatchObject([{ nodes: ["n3", "n4"] }, { name: "tail", nodes: ["n5", "n6"] }]);
    expect(spec().edges.at(-1)).toMatchObject({ source: "n5", target: "n6" });
  });
});

describe("notes and groups", () => {
  it("writes, moves and sizes notes", () => {
    const { session, drafting, spec } = open();
    const { id, command } = addNote(drafting, "", at(3, 3));
    session.execute(command);
    session.execute(editNote(id, "mind the weekend"));
    session.execute(resizeNote(id, { width: 300, height: 120 }, at(-8)));
    expect(spec().notes).toEqual([
      { id: "t1", text: "mind the weekend", position: at(-8), size: { width: 300, height: 120 } },
    ]);
    session.execute(removeNodes([], [id]));
    expect(spec().notes).toEqual([]);
  });

  it("keeps a node in one group, and no group empty", () => {
    const { session, drafting, spec } = open();
    session.execute(groupNodes(drafting, ["n1", "n2"], "head"));
    session.execute(groupNodes(drafting, ["n2", "n3"], "middle"));
    expect(spec().groups?.map(({ nodes }) => nodes)).toEqual([["n1"], ["n2", "n3"]]);
    session.execute(removeNodes(["n1"]));
    session.execute(renameGroup("g2", "core"));
    expect(spec().groups).toEqual([{ id: "g2", name: "core", nodes: ["n2", "n3"] }]);
    session.execute(ungroup(["g2"]));
    expect(spec().groups).toEqual([]);
    expect(session.refusalOf(groupNodes(drafting, ["n9"], ""))?.reason.key).toBe("workflow.refusals.gone");
  });
});
