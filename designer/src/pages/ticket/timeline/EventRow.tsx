/** One event: icon of its author, the line, the words, the decisions with their why, and what the engine noted. */
import {
  ControlOutlined,
  CustomerServiceOutlined,
  LockOutlined,
  RobotOutlined,
  SettingOutlined,
  UserOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { LogLine, Ticket, TimelineActor, TimelineItem } from "../../../client/types.ts";
import type { SentenceContext } from "../../../explain/sentence-context.ts";
import { DecisionLine } from "../../../explain/why/DecisionLine.tsx";
import { Instant } from "../../../ui/Instant.tsx";
import { eventSentence } from "./event-sentence.ts";
import { logSentence } from "./log-sentence.ts";
import styles from "./timeline.module.css";

const icons: Record<TimelineActor["type"], ReactNode> = {
  customer: <UserOutlined />,
  agent: <CustomerServiceOutlined />,
  bot: <RobotOutlined />,
  system: <SettingOutlined />,
  user: <ControlOutlined />,
};

export interface EventRowProps {
  readonly item: TimelineItem;
  readonly ticket: Ticket;
  readonly context: SentenceContext;
  /** With decisions and log lines. */
  readonly detailed: boolean;
}

export function EventRow({ item, ticket, context, detailed }: EventRowProps) {
  const { t } = useTranslation();
  const line = eventSentence(item, ticket.channel, context);
  const body = item.type === "ticket.created" ? ticket.body : line.body;
  const log = detailed ? item.log : item.log.filter((entry) => entry.type === "replied");
  const decisions = detailed ? item.decisions : [];
  if (line.headline === "" && decisions.length === 0 && !log.some((entry) => logSentence(entry, context)))
    return null;
  return (
    <article className={styles.event}>
      <span className={styles.icon} data-actor={item.actor.type} title={t(`words.actor.${item.actor.type}`)}>
        {icons[item.actor.type]}
        <span className="visually-hidden">{t(`words.actor.${item.actor.type}`)}</span>
      </span>
      <div className={styles.content}>
        {line.headline === "" ? null : (
          <p className={styles.headline}>
            {line.headline}
            {line.internal ? (
              <span className={styles.internal}>
                <LockOutlined aria-hidden /> {t("ticket.timeline.note")}
              </span>
            ) : null}
          </p>
        )}
        {body ? (
          <blockquote
            className={styles.words}
            data-author={item.actor.type}
            data-internal={line.internal === true}
          >
            {body}
          </blockquote>
        ) : null}
        {decisions.map((decision) => (
          <DecisionLine
            key={`${decision.kind}-${decision.ref.key}-${decision.at}`}
            decision={decision}
            context={context}
            origin={{ ticket: ticket.id, event: item.id }}
          />
        ))}
        <LogLines log={log} context={context} />
      </div>
      <Instant at={item.at} form="time" />
    </article>
  );
}

function LogLines({ log, context }: { log: readonly LogLine[]; context: SentenceContext }) {
  const sentences = log.flatMap((entry, index) => {
    const sentence = logSentence(entry, context);
    return sentence ? [{ ...sentence, id: `${entry.type}-${index}` }] : [];
  });
  return sentences.map(({ id, text, tone, body }) => (
    <div key={id}>
      <p className={styles.log} data-tone={tone}>
        {text}
      </p>
      {body ? (
        <blockquote className={styles.words} data-author="bot">
          {body}
        </blockquote>
      ) : null}
    </div>
  ));
}
