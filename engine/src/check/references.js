/** Whatever a document points to: other documents, people, categories. Each miss says kind and key. */
import { problem } from "@sluice/schemas";
import { calendar24x7Key } from "../sla/calendar.js";
const kindLabels = {
    workflow: { zh: "流程", en: "workflow" },
    classification: { zh: "分类规则", en: "ruleset" },
    sla: { zh: "SLA 策略", en: "SLA policy" },
    routing: { zh: "分配策略", en: "routing policy" },
    calendar: { zh: "工作日历", en: "calendar" },
    campaign: { zh: "大促活动", en: "campaign" },
    segment: { zh: "条件组", en: "segment" },
    group: { zh: "组", en: "group" },
    agent: { zh: "客服", en: "agent" },
    skill: { zh: "技能", en: "skill" },
    category: { zh: "类目", en: "category" },
};
/** `reference.missing` with the kind in both languages. */
export function missing(path, kind, key) {
    const label = kindLabels[kind];
    const inEnglish = problem(path, "reference.missing", { kind: label.en, key });
    const { zh } = problem(path, "reference.missing", { kind: label.zh, key }).message;
    return { ...inEnglish, message: { zh, en: inEnglish.message.en } };
}
function exists(kind, key, context) {
    const { people, settings } = context.options;
    switch (kind) {
        case "group":
            return people.groups.some((group) => group.key === key);
        case "agent":
            return people.agents.some((agent) => agent.id === key);
        case "skill":
            return people.skills.some((skill) => skill.key === key);
        case "category":
            return settings.categories.some((category) => category.id === key);
        case "calendar":
            return key === calendar24x7Key || context.find("calendar", key) !== undefined;
        default:
            return context.find(kind, key) !== undefined;
    }
}
/** One reference; a key that is left out refers to nothing. The calendar `24x7` is always there. */
export const checkReference = (kind, key, path, context) => (key === undefined || exists(kind, key, context) ? [] : [missing(path, kind, key)]);
//# sourceMappingURL=references.js.map