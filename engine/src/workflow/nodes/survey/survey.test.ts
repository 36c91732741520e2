import { describe, expect, it } from "vitest";
import { nextDueAt } from "../../../step/due.ts";
import { custom, houseOf, minute, Story, start, toWorkflow } from "../../../step/story.fixture.ts";
import { survey, surveyLink } from "./index.ts";

const asking = (config: object = {}) => {
  const ask = ["survey", { text: "请评分 {{ survey.link }}", saveAs: "said", ...config }] as const;
  const told = new Story(
    houseOf([
      toWorkflow(
        "w",
        {
          start: ["trigger", { on: "ticket.created" }],
          ask,
          good: ["update", { stage: "{{ vars.said.score }} {{ vars.said.comment }}" }],
          late: ["update", { stage: "late" }],
        },
        ["start>ask", "ask.answered>good", "ask.timeout>late"],
        { variables: { said: { type: "object" } } },
      ),
    ]),
  );
  const { effects } = told.create();
  const id = `${told.runsOf("w")[0]?.id}:ask:1`;
  const answer = (at: number, score: number, comment: string | null = null, of = id) =>
    told.tell(at, { type: "survey.answered", survey: of, score, comment });
  return { told, effects, id, answer };
};

describe("survey", () => {
  it("sends the link in a message and waits as long as it is open", () => {
    const { told, effects, id } = asking({
      expires: "PT2H",
      scale: 10,
      question: "{{ ticket.subject }}好吗？",
    });
    const expiresAt = start + 120 * minute;
    expect(effects).toMatchObject([
      { type: "message", message: { author: "bot", text: `请评分 ${surveyLink(id)}` } },
      { type: "survey", id, question: "hello好吗？", scale: 10, expiresAt },
    ]);
    expect(nextDueAt(told.current)).toBe(expiresAt);
  });

  it("goes on with the one answer", () => {
    const { told, answer } = asking();
    answer(1, 4, "很好");
    expect(told.ticket.stage).toBe("4 很好");
    expect(() => answer(2, 5)).toThrow(expect.objectContaining({ code: "survey.closed" }));
  });

  it("takes no score beyond its scale, and leaves everything as it was", () => {
    const { told, answer } = asking();
    for (const score of [0, 6, 1.5, Number.NaN])
      expect(() => answer(1, score)).toThrow(expect.objectContaining({ code: "survey.score" }));
    expect(told.waitOf("w")?.type).toBe("survey");
  });

  it("expires once, and then takes no answer", () => {
    const { told, answer } = asking({ expires: "PT1H" });
    told.tell(60, { type: "timer" });
    expect(told.ticket.stage).toBe("late");
    expect(() => answer(61, 5)).toThrow(expect.objectContaining({ code: "survey.closed" }));
    expect(() => answer(61, 5, null, "another")).toThrow(expect.objectContaining({ code: "survey.closed" }));
  });

  it("is closed with its run", () => {
    const { told, answer } = asking();
    told.tell(1, { type: "run.cancel", run: told.runsOf("w")[0]?.id ?? "" });
    expect(() => answer(2, 5)).toThrow(expect.objectContaining({ code: "survey.closed" }));
  });

  it("is an event that others may wait for", () => {
    const { told } = asking();
    expect(told.tell(1, custom("survey.other")).log).toEqual([]);
  });

  it("says where to answer", () => {
    expect(survey.check?.({ text: "满意吗？" })).toMatchObject([
      { path: "/text", code: "workflow.survey-link" },
    ]);
    expect(survey.check?.({ text: "{{survey.link}}" })).toEqual([]);
  });
});
