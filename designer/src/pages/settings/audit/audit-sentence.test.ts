import { describe, expect, it } from "vitest";
import type { AuditEntry } from "../../../client/audit.ts";
import { languageInstance } from "../../../messages/language.ts";
import { actorText, auditSentence } from "./audit-sentence.ts";

const { t } = languageInstance("zh-CN");
const en = languageInstance("en").t;
const names = { target: (_: string, id: string) => id };
const entry = (
  action: string,
  target: string,
  after: unknown = null,
  before: unknown = null,
): AuditEntry => ({
  ...{ id: "1", at: "2026-03-02T10:00:00Z", actor: "user:ops", action, target, before, after },
});
const zh = (...args: Parameters<typeof entry>) => auditSentence(entry(...args), names, t);

describe("audit entries as sentences", () => {
  it("tell documents, with revision and comment", () => {
    expect(zh("document.publish", "workflow:returns", { revision: 3, comment: "加质检" })).toBe(
      "发布了流程「returns」v3：加质检",
    );
    expect(zh("campaign.extend", "campaign:double11", { revision: 4 })).toContain("延长");
  });

  it("tell people, settings and keys by name", () => {
    expect(zh("user.create", "user:0198", { name: "小王", role: "agent" })).toBe("新建了用户「小王」");
    expect(zh("settings.change", "settings:fields")).toBe("修改了字段");
    expect(zh("agent.delete", "agent:a1", null, { id: "a1", name: "李梅" })).toBe("删除了客服「李梅」");
    expect(zh("api-key.revoke", "api-key:k1")).toBe("吊销了密钥「k1」");
  });

  it("tell what has no words of its own as it is, in both languages", () => {
    expect(zh("robot.dance", "robot:r2")).toBe("robot.dance robot「r2」");
    expect(auditSentence(entry("robot.dance", "robot:r2"), names, en)).toContain("robot.dance");
  });

  it("name who it was", () => {
    expect(actorText("user:ops", t)).toBe("ops");
    expect(actorText("key:erp", t)).toBe("erp (密钥)");
    expect(actorText("bootstrap", t)).toBe("启动密钥");
  });
});
