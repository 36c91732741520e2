/** What lint advises about documents that may be published: codes of warnings and infos with their texts. */
export const adviceTexts = {
  "condition.never": {
    zh: "“{fact}”不可能同时满足这些条件，整组永远不成立；请改掉其中一个",
    en: "{fact} cannot meet all of these at once, so they never hold; change one of them",
  },
  "condition.missing-counts": {
    zh: "“{fact}”没有值时，这个条件也成立；如果要求有值，请加上“有值”",
    en: "this also holds when {fact} has no value; add “is present” if it must have one",
  },
  "classification.shadowed": {
    zh: "永远轮不到：命中这条的工单都会先被第 {number} 条“{name}”拦下；请上移这条，或缩小前一条的条件",
    en: "is never reached: rule {number}, {name}, takes every such ticket first; move this one up or narrow that one",
  },
  "classification.after-always": {
    zh: "永远轮不到：第 {number} 条“{name}”对每张工单都成立，判断到它为止；请上移这条",
    en: "is never reached: rule {number}, {name}, holds for every ticket and ends the list; move this one up",
  },
  "classification.overruled": {
    zh: "不起作用：命中这条的工单都会先命中第 {number} 条“{name}”，以那一条为准；请上移这条，或去掉这一项",
    en: "has no effect: rule {number}, {name}, takes every such ticket first and what it gives counts; move this one up or remove this",
  },
  "classification.duplicate": {
    zh: "与第 {number} 条“{name}”完全相同；请删除一条",
    en: "says the same as rule {number}, {name}; remove one of them",
  },
  "classification.gives-nothing": {
    zh: "命中后什么也不做；请填写标签、分类、优先级或字段，或删除这条规则",
    en: "gives nothing when it matches; fill in tags, category, priority or fields, or remove it",
  },
  "classification.disabled": {
    zh: "规则已停用，不参与判断；不再需要可以删除",
    en: "is disabled and takes no part; remove it if it is no longer needed",
  },
  "classification.expired": {
    zh: "有效期已过，不再参与判断；请延长有效期，或删除这条规则",
    en: "has expired and takes no part any more; extend it or remove it",
  },
  "sla.empty-cell": {
    zh: "{priorities} 没有兜底的{metric}时限，不符合其他等级的工单不会计时；请在无条件的等级里填写",
    en: "{priorities}: no unconditional tier fills {metric}, so a ticket that fits no other tier has no clock; fill it in",
  },
  "sla.unmeasured": {
    zh: "没有任何等级填写{metric}时限，本策略不考核它；如需计时请填写",
    en: "no tier fills {metric}, so this policy does not measure it; fill it in if it should",
  },
  "sla.tier-unreachable": {
    zh: "不起作用：前面的无条件等级已经填满它的每一格；请上移，或给前面的等级加条件",
    en: "has no effect: unconditional tiers above fill every cell of it; move it up or give those a condition",
  },
  "sla.reminder-never": {
    zh: "永远不会提醒：最长的时限 {longest} 也不够提前这么多；请改小提前量，或填写“否则”，例如 75%",
    en: "never fires: even the longest target, {longest}, is too short for it; shorten it or give an else, such as 75%",
  },
  "sla.reminder-skipped": {
    zh: "较短的时限（{targets}）不会有这条提醒；请填写“否则”，例如 75%",
    en: "is skipped for the short targets ({targets}); give an else, such as 75%",
  },
  "sla.reminder-no-target": {
    zh: "永远不会提醒：没有等级填写{metric}时限；请填写时限，或删除这条提醒",
    en: "never fires: no tier fills {metric}; fill it in or remove the reminder",
  },
  "routing.ends-in-fallback": {
    zh: "最后一步等待超时后进入兜底领取池“{pool}”；要去别处，请再加一步",
    en: "after its last step the ticket goes to the fallback pool {pool}; add a step if it should go elsewhere",
  },
  "routing.step-unreachable": {
    zh: "永远轮不到：工单会一直停在前面的一步；请给那一步加时限，或删除这一步",
    en: "is never reached: the ticket stays in an earlier step; give that one a timeout or remove this one",
  },
  "routing.route-unreachable": {
    zh: "永远轮不到：符合这条的工单都会先走第 {number} 条“{name}”；请上移这条，或缩小前一条的条件",
    en: "is never reached: route {number}, {name}, takes every such ticket first; move this one up or narrow that one",
  },
  "routing.group-empty": {
    zh: "“{group}”还没有成员，工单在这一步只会空等；请添加成员，或换一个组",
    en: "{group} has no members, so tickets only wait here; add members or choose another group",
  },
  "routing.skill-missing": {
    zh: "“{group}”里没有人同时具备 {skills}；请给成员加技能，或降低要求",
    en: "nobody in {group} has {skills} together; give a member the skills or ask for less",
  },
  "routing.pool-unclaimable": {
    zh: "能领取的组都没有成员，池里的工单没人领；请添加成员，或开放给更多的组",
    en: "the groups that may claim have no members, so nobody can; add members or open it to more groups",
  },
  "campaign.overlap": {
    zh: "与活动“{name}”同时改动{kind}“{key}”，届时以“{winner}”为准；如果不对，请调整时间或优先级",
    en: "changes the {kind} {key} at the same time as campaign {name}; {winner} wins: adjust the times or the precedence if that is wrong",
  },
  "campaign.overlap-ranked": {
    zh: "与活动“{name}”同时改动{kind}“{key}”，按优先级以“{winner}”为准",
    en: "changes the {kind} {key} at the same time as campaign {name}; by precedence {winner} wins",
  },
  "campaign.phase-overlap": {
    zh: "与阶段“{name}”时间重叠，又改动同一个{kind}“{key}”；请错开时间",
    en: "overlaps with phase {name}, and both change the {kind} {key}; set the times apart",
  },
  "campaign.shorter-promise": {
    zh: "大促期间 {priority} 的{metric}从 {base} 缩短为 {target}，承诺更紧；请确认人手跟得上",
    en: "shortens {metric} of {priority} from {base} to {target}; make sure the team can keep the tighter promise",
  },
  "campaign.shorter-factor": {
    zh: "大促期间{metric}乘以 {factor}，承诺更紧；请确认人手跟得上",
    en: "multiplies {metric} by {factor}, a tighter promise; make sure the team can keep it",
  },
  "campaign.start-shortens": {
    zh: "阶段开始时，已在计时的{metric}会按更紧的时限重算，客户等到的承诺会变短；取较晚的就不会",
    en: "clocks of {metric} that run already are retargeted to a tighter promise when the phase starts; taking the later of the two never shortens one",
  },
  "campaign.end-shortens": {
    zh: "阶段结束时，活动期间放宽的{metric}会按平时的时限重算，已经承诺的会变短，有的当场超时；取较晚的就不会",
    en: "clocks of {metric} that the campaign gave more time are retargeted to the usual one when the phase ends: promises shorten, some are missed at once; taking the later of the two never shortens one",
  },
  "campaign.over": {
    zh: "活动时间已过，发布后不会生效；请改时间，或删除",
    en: "is over and would have no effect; change its times or remove it",
  },
  "calendar.closed-ahead": {
    zh: "未来 14 天没有工作时间，用它的计时都会停着；请检查每周时间和特殊日期",
    en: "has no open hours in the next 14 days, so clocks on it stand still; check its week and its dates",
  },
  "calendar.statutory-end": {
    zh: "法定节假日数据只到 {year} 年，之后按普通星期计算；国务院公布新安排后请升级，或先手工填写日期",
    en: "statutory holidays are known until {year} only, later years count as ordinary weeks; upgrade once they are announced, or add the dates by hand",
  },
  "segment.unused": {
    zh: "还没有文档使用这个条件组；可以在规则里引用，或删除",
    en: "no document uses this segment; refer to it or remove it",
  },
  "workflow.unreachable": {
    zh: "从触发节点走不到这里；请从前面的节点连过来，或删除",
    en: "no trigger leads here; connect it or remove it",
  },
  "workflow.starts-nothing": {
    zh: "触发后没有下一步，什么也不会发生；请连一个节点",
    en: "nothing follows the trigger, so nothing happens; connect a node",
  },
  "workflow.port-unwired": {
    zh: "出口“{port}”没有连线，走到这里就停了；请连到下一步或结束",
    en: "port “{port}” leads nowhere, so the run stops there; connect it to a next step or to an end",
  },
  "workflow.nothing-follows": {
    zh: "后面没有节点，流程到此为止；如果是有意的，请接一个结束节点",
    en: "nothing follows, so the run ends here; connect an end if that is meant",
  },
  "workflow.error-unwired": {
    zh: "失败出口没有连线，重试用尽后会成为异常等人处理；想自动处理请连线",
    en: "the error port leads nowhere, so a failure becomes an incident for a person; connect it to handle it here",
  },
  "workflow.loop": {
    zh: "这些节点绕成一圈，中间没有任何等待：{nodes}；请加一个等待或待办，否则会被循环保护中断",
    en: "these nodes form a loop that never waits: {nodes}; put a wait or a task into it, or the loop guard will stop the run",
  },
  "workflow.task-nobody": {
    zh: "“{group}”还没有成员，这个待办没人办；请添加成员，或换一个组",
    en: "{group} has no members, so nobody does this task; add members or choose another group",
  },
  "workflow.no-intake": {
    zh: "没有一个流程会受理每张新工单；请让一个流程以“工单创建”触发且不加条件，否则有的工单没人分类、计时和分配",
    en: "no workflow takes every new ticket; let one start on ticket.created without a condition, or some tickets are never classified, clocked and routed",
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
