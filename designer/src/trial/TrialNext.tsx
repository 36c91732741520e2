/** What can happen next in the trial: time passes, open tasks are completed, the customer writes. */
import { FastForwardOutlined } from "@ant-design/icons";
import { Button, Input, Select, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TrialAnswer, TrialEvent } from "../client/trials.ts";
import { formatTarget } from "../format/duration.ts";
import styles from "./trial.module.css";
import { useTrial } from "./trial-context.ts";
import { followChoices, type TrialStory, withEvent } from "./trial-story.ts";

export interface TrialNextProps {
  readonly answer: TrialAnswer;
  readonly onRun: (story: TrialStory) => void;
}

export function TrialNext({ answer, onRun }: TrialNextProps) {
  const { t } = useTranslation();
  const { story } = useTrial();
  const [reply, setReply] = useState("");
  const startedAt = answer.steps[0]?.at ?? answer.at;
  const happen = (what: Omit<TrialEvent, "after">) => onRun(withEvent(story, startedAt, answer.at, what));
  const tasks = answer.ticket.tasks.filter(({ status }) => status === "open");
  return (
    <section className={styles.next} aria-label={t("trial.next")}>
      <Space size={4} wrap>
        <FastForwardOutlined aria-hidden />
        <Select
          size="small"
          aria-label={t("trial.follow")}
          style={{ width: 132 }}
          value={story.follow}
          options={followChoices.map((span) => ({
            value: span,
            label: span === "PT0S" ? t("trial.noWait") : t("trial.later", { span: spanText(span) }),
          }))}
          onChange={(follow) => onRun({ ...story, follow })}
        />
        {tasks.slice(0, 1).flatMap((task) =>
          task.outcomes.map(({ id, name }) => (
            <Button key={id} size="small" onClick={() => happen({ task: { outcome: id } })}>
              {t("trial.complete", { task: task.title, outcome: name || id })}
            </Button>
          )),
        )}
        <Input.Search
          size="small"
          style={{ width: 240 }}
          aria-label={t("trial.customerSays")}
          placeholder={t("trial.customerSays")}
          enterButton={t("trial.send")}
          value={reply}
          onChange={(event) => setReply(event.target.value)}
          onSearch={(text) => {
            if (text.trim() === "") return;
            setReply("");
            happen({ message: { author: "customer", text } });
          }}
        />
        {story.events.length > 0 ? (
          <Button size="small" type="text" onClick={() => onRun({ ...story, events: [], follow: "PT0S" })}>
            {t("trial.fromStart")}
          </Button>
        ) : null}
      </Space>
    </section>
  );

  function spanText(span: string): string {
    return span.startsWith("PT")
      ? formatTarget(span, t)
      : t("trial.days", { count: Number(span.slice(1, -1)) });
  }
}
