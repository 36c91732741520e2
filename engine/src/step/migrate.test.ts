import type { AnyDocument } from "@sluice/schemas";
import { describe, expect, it } from "vitest";
import type { EventBody } from "../state/events.ts";
import { custom, houseOf, Story, toWorkflow } from "./story.fixture.ts";

type Nodes = Parameters<typeof toWorkflow>[1];
const start = ["trigger", { on: "ticket.created" }] as const;
const go = ["wait", { event: "go" }] as const;
const tag = (value: string) => ["update", { addTags: [value] }] as const;

const drawn = (nodes: Nodes, wires: readonly string[]): AnyDocument =>
  toWorkflow("w", { start, ...nodes }, wires);

/** A ticket under the first drawing, and then a house in which the second is live. */
function told(before: AnyDocument, after: AnyDocument): Story {
  const first = new Story(houseOf([before]));
  first.create();
  const next = new Story(
    houseOf([], {
      live: [{ document: after, revision: 2 }],
      pinned: [{ document: before, revision: 1 }],
    } as never),
  );
  next.state = first.current;
  for (const [id, run] of first.runs) next.runs.set(id, run);
  return next;
}

const migrate = (story: Story, mapping: Readonly<Record<string, string>> = {}): EventBody => ({
  ...{ type: "run.migrate", run: story.runsOf("w")[0]?.id ?? "", mapping },
  to: { kind: "workflow", key: "w", revision: 2 },
});
const refused = (reason: string, node: string) =>
  expect.objectContaining({
    code: "run.unmapped",
    details: expect.objectContaining({ unmapped: [expect.objectContaining({ reason, node })] }),
  });

const old = drawn({ ask: go, old: tag("old") }, ["start>ask", "ask.done>old"]);

describe("migrating an open run", () => {
  it("goes on in the new drawing from the node where it stands", () => {
    const story = told(
      old,
      drawn({ ask: go, more: tag("more"), late: tag("new") }, ["start>ask", "ask.done>more", "more>late"]),
    );
    const { log } = story.tell(1, migrate(story));
    expect(log).toMatchObject([{ type: "run.migrated", from: 1, to: 2 }]);
    story.tell(2, custom("go"));
    expect(story.ticket.tags).toEqual(["more", "new"]);
    expect(story.runsOf("w")[0]).toMatchObject({ workflow: { revision: 2 }, status: "completed" });
  });

  it("follows a mapping, and counts visits on", () => {
    const story = told(
      old,
      drawn({ waitForIt: go, late: tag("new") }, ["start>waitForIt", "waitForIt.done>late"]),
    );
    expect(() => story.tell(1, migrate(story))).toThrow(refused("missing", "ask"));
    story.tell(1, migrate(story, { ask: "waitForIt" }));
    expect(story.runsOf("w")[0]?.visits).toMatchObject({ ask: 1, waitForIt: 1 });
    story.tell(2, custom("go"));
    expect(story.ticket.tags).toEqual(["new"]);
  });

  it("is refused where a node of another kind would take the place, and changes nothing", () => {
    const story = told(old, drawn({ ask: tag("x") }, ["start>ask"]));
    const before = story.current;
    expect(() => story.tell(1, migrate(story))).toThrow(refused("kind", "ask"));
    expect(() => story.tell(1, migrate(story, { ask: "constructor" }))).toThrow(refused("missing", "ask"));
    expect(story.current).toBe(before);
  });

  it("is refused where an open task offers what the new node does not", () => {
    const task = (...ids: readonly string[]) =>
      ["task", { title: "t", outcomes: ids.map((id) => ({ id, name: id })) }] as const;
    const asked = drawn({ ask: task("yes", "no") }, ["start>ask"]);
    const fewer = told(asked, drawn({ ask: task("yes") }, ["start>ask"]));
    expect(() => fewer.tell(1, migrate(fewer))).toThrow(refused("outcomes", "ask"));
    const more = told(asked, drawn({ ask: task("yes", "no", "maybe") }, ["start>ask"]));
    expect(more.tell(1, migrate(more)).log).toHaveLength(1);
  });

  it("keeps forks and items as they are, under the names of the new drawing", () => {
    const branches = { branches: ["a", "b"].map((id) => ({ id, name: id })) };
    const forked = (split: string, meet: string) =>
      drawn({ [split]: ["parallel", branches], ask: go, [meet]: ["join", {}], done: tag("done") }, [
        `start>${split}`,
        `${split}.a>ask`,
        `ask.done>${meet}`,
        `${split}.b>${meet}`,
        `${meet}>done`,
      ]);
    const story = told(forked("split", "meet"), forked("fork", "join"));
    expect(() => story.tell(1, migrate(story, { split: "fork" }))).toThrow(refused("missing", "meet"));
    story.tell(1, migrate(story, { split: "fork", meet: "join" }));
    story.tell(2, custom("go"));
    expect(story.ticket.tags).toEqual(["done"]);
  });

  it("knows only revisions of its own workflow", () => {
    const story = told(old, old);
    const to = { kind: "workflow", key: "other", revision: 2 } as const;
    expect(() => story.tell(1, { ...migrate(story), to } as EventBody)).toThrow(
      expect.objectContaining({ code: "workflow.unknown" }),
    );
  });
});
