/** Every code with its text: faults here, advice in `advice-texts.ts`. */
import { adviceTexts } from "./advice-texts.ts";

export const problemTexts = {
  ...adviceTexts,
  "schema.type": { zh: "应为 {type}", en: "must be {type}" },
  "schema.required": { zh: "缺少必填项 {name}", en: "{name} is required" },
  "schema.unknown-property": { zh: "不认识的属性 {name}，请删除", en: "unknown property {name}; remove it" },
  "schema.pattern": { zh: "格式不正确", en: "has the wrong format" },
  "schema.range": { zh: "超出允许范围（{limit}）", en: "is out of range ({limit})" },
  "schema.length": { zh: "长度不符合要求（{limit}）", en: "has the wrong length ({limit})" },
  "schema.choice": { zh: "不是允许的取值", en: "is not one of the allowed values" },
  "schema.duplicate": { zh: "{name} 重复", en: "{name} appears twice" },
  "schema.too-deep": { zh: "嵌套超过 {limit} 层", en: "is nested more than {limit} levels deep" },
  "schema.invalid": { zh: "不符合格式：{detail}", en: "is not valid: {detail}" },
  "document.kind": { zh: "未知的文档类型", en: "unknown document kind" },
  "document.version": {
    zh: "格式版本高于本系统，请先升级",
    en: "was written by a newer version; upgrade first",
  },
  "rules.reference-difference": {
    zh: "规则 {rule}：两种求值器的结果不同（json-rules-engine 为准），因此没有发布；请换一种写法，并反馈这个问题",
    en: "rule {rule}: the two evaluators differ (json-rules-engine is the reference), so nothing was published; write it another way, and report this",
  },
  "condition.empty": {
    zh: "条件为空：需要 all、any、not、condition 或 fact 之一",
    en: "needs one of all, any, not, condition or fact",
  },
  "condition.several": { zh: "同一层只能有一个：{keys}", en: "has several of {keys}; keep one" },
  "condition.empty-list": { zh: "{key} 不能为空列表", en: "{key} must not be empty" },
  "condition.banned-key": { zh: "不允许的属性名", en: "property name is not allowed" },
  "condition.path": {
    zh: "路径只能是属性和下标，例如 $.a.b[0]",
    en: "path may only use property and index steps, such as $.a.b[0]",
  },
  "condition.too-deep": {
    zh: "条件嵌套超过 {limit} 层",
    en: "conditions are nested more than {limit} levels deep",
  },
  "condition.too-many": { zh: "条件超过 {limit} 个", en: "has more than {limit} conditions" },
  "condition.unknown-fact": { zh: "未知的事实 {fact}", en: "unknown fact {fact}" },
  "condition.fact-not-allowed": { zh: "此处不能使用 {fact}", en: "{fact} may not be used here" },
  "condition.unknown-operator": { zh: "未知的运算符 {operator}", en: "unknown operator {operator}" },
  "condition.operator-misfit": {
    zh: "运算符 {operator} 不适用于 {fact}（类型 {type}）",
    en: "operator {operator} does not fit {fact} (type {type})",
  },
  "condition.value": { zh: "值的类型不对：应为 {expected}", en: "value must be {expected}" },
  "condition.unknown-segment": { zh: "未知的条件组 {segment}", en: "unknown segment {segment}" },
  "condition.segment-cycle": { zh: "条件组互相引用：{cycle}", en: "segments refer to each other: {cycle}" },
  "condition.pattern": { zh: "正则表达式无效：{detail}", en: "is not a valid RE2 pattern: {detail}" },
  "calendar.never-open": {
    zh: "日历从不开放：至少一天要有工作时间",
    en: "the calendar never opens; give at least one day some hours",
  },
  "calendar.overlap": { zh: "时段重叠", en: "intervals overlap" },
  "calendar.timezone": { zh: "未知的时区 {zone}", en: "unknown time zone {zone}" },
  "calendar.built-in": { zh: "{key} 是内置日历，请换一个标识", en: "{key} is built in; choose another key" },
  "calendar.date": { zh: "{date} 不是有效日期", en: "{date} is not a date" },
  "sla.zero-target": { zh: "时限必须大于零", en: "the target must be greater than zero" },
  "sla.mixed-target": {
    zh: "工作日（PnD）与小时（PTnH）不能混用",
    en: "working days (PnD) and hours (PTnH) must not be mixed",
  },
  "sla.reminder-at": { zh: "提醒时间只能写 -PT30M 或 75% 这样的形式", en: "must look like -PT30M or 75%" },
  "sla.reminder-zero": {
    zh: "0% 就是计时开始的时刻，永远不会提醒",
    en: "0% is the start of the clock, where no reminder fires",
  },
  "sla.empty-tier": {
    zh: "等级既没有时限也没有倍率，请填写或删除",
    en: "the tier has neither targets nor a scale; fill it or remove it",
  },
  "campaign.window": { zh: "结束时间必须晚于开始时间", en: "must end after it starts" },
  "campaign.phase-window": { zh: "阶段必须在活动时间内", en: "the phase must lie within the campaign" },
  "campaign.platform-due": {
    zh: "活动不能改变平台时限",
    en: "a campaign may not change the platform's own deadline",
  },
  "routing.unknown-pool": { zh: "未知的领取池 {pool}", en: "unknown pool {pool}" },
  "routing.unknown-group": { zh: "未知的组 {group}", en: "unknown group {group}" },
  "routing.reserved-route": {
    zh: "{route} 是系统保留的名称，请换一个标识",
    en: "{route} is a name of the system's own; choose another id",
  },
  "routing.unknown-strategy": { zh: "未知的分配方式 {strategy}", en: "unknown strategy {strategy}" },
  "workflow.unknown-node": {
    zh: "连线指向不存在的节点 {node}",
    en: "the edge refers to a node that does not exist: {node}",
  },
  "workflow.unknown-kind": { zh: "未知的节点类型 {kind}", en: "unknown node kind {kind}" },
  "workflow.unknown-port": { zh: "节点没有出口 {port}", en: "the node has no port {port}" },
  "workflow.port-taken": { zh: "出口 {port} 已有连线", en: "port {port} already has an edge" },
  "workflow.no-trigger": { zh: "流程没有触发节点", en: "the workflow has no trigger" },
  "workflow.into-trigger": { zh: "不能连到触发节点", en: "nothing may lead into a trigger" },
  "workflow.unknown-action": { zh: "未知的动作 {action}", en: "unknown action {action}" },
  "workflow.webhook-path": { zh: "回调要有地址末段", en: "a webhook needs the last part of its address" },
  "workflow.webhook-path-taken": {
    zh: "流程 {key} 已经用了回调地址 {path}",
    en: "workflow {key} has the webhook address {path} already",
  },
  "workflow.schedule-cron": { zh: "定时要有时间表", en: "a schedule needs a cron expression" },
  "workflow.schedule-invalid": {
    zh: "时间表 {cron} 有误：{detail}",
    en: "the schedule {cron} is wrong: {detail}",
  },
  "workflow.survey-link": {
    zh: "邀请里要有 {{ survey.link }}，客户才知道去哪里评价",
    en: "the invitation needs {{ survey.link }}, where the customer answers",
  },
  "workflow.needs-ticket": {
    zh: "“{trigger}”开始的流程没有工单，不能走到这里",
    en: "a run that {trigger} starts has no ticket for this",
  },
  "workflow.join-without-fork": {
    zh: "没有可汇合的并行：所有来路要在同一个并行节点之内",
    en: "there is nothing to join: all ways to it must come from one parallel node",
  },
  "workflow.join-across-loop": {
    zh: "不能从“{node}”的循环体里直接汇合",
    en: "a way leads here out of the middle of the loop {node}",
  },
  "workflow.subflow-loop": {
    zh: "流程互相调用成圈：{way}",
    en: "the workflows call each other in a circle: {way}",
  },
  "workflow.subflow-not-manual": {
    zh: "流程 {key} 没有“手动”触发，不能作为子流程",
    en: "workflow {key} has no manual trigger to be called at",
  },
  "workflow.subflow-input": {
    zh: "流程 {key} 没有输入变量 {name}",
    en: "workflow {key} has no input variable {name}",
  },
  "workflow.wait-one": {
    zh: "等待节点需要且只能有一个：时长、时刻或事件",
    en: "needs exactly one of a duration, an instant or an event",
  },
  "workflow.template": { zh: "模板有误：{detail}", en: "the template is wrong: {detail}" },
  "reference.missing": {
    zh: "引用的{kind}“{key}”不存在",
    en: 'refers to {kind} "{key}", which does not exist',
  },
} as const satisfies Record<string, { readonly zh: string; readonly en: string }>;
