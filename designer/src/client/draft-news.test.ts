import { expect, it } from "vitest";
import { type DraftNews, onDraftNews, tellDraftNews } from "./draft-news.ts";
import { parseLiveEvent } from "./event-stream.ts";

it("tells the page of that document alone, with who stored it and the tag", () => {
  const heard: DraftNews[] = [];
  const stop = onDraftNews("segment", "vip", (news) => heard.push(news));
  const told = (key: string, kind = "segment") =>
    tellDraftNews(parseLiveEvent("drafts", JSON.stringify({ kind, key, version: 7, by: "user:lin" })));
  told("vip");
  told("other");
  told("vip", "sla");
  tellDraftNews(parseLiveEvent("documents", JSON.stringify({ kind: "segment", key: "vip", revision: 2 })));
  tellDraftNews(parseLiveEvent("ticket", JSON.stringify({ id: "vip" })));
  // The line was down: anything may have happened.
  tellDraftNews(null);
  expect(heard).toEqual([{ by: "user:lin", etag: '"7"' }, {}, {}]);
  stop();
  told("vip");
  expect(heard).toHaveLength(3);
});
