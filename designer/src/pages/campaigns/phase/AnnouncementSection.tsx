/** What customers are told, in both languages, and how they see it. */
import { NotificationOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { setAnnouncement } from "../../../editor/campaign/phase-part-commands.ts";
import type { PhaseProps } from "./PhasePanel.tsx";
import { PhaseSection } from "./PhaseSection.tsx";
import styles from "./phase.module.css";

const languages = [
  { code: "zh-CN", label: "campaign.announcement.zh" },
  { code: "en", label: "campaign.announcement.en" },
] as const;

export function AnnouncementSection(props: PhaseProps) {
  const { phase, execute, session, readOnly } = props;
  const { t } = useTranslation();
  const { announcement = {} } = phase;
  return (
    <PhaseSection
      {...props}
      part="announcement"
      title={t("campaign.announcement.title")}
      hint={t("campaign.announcement.hint")}
    >
      {languages.map(({ code, label }) => (
        <div key={code} className={styles.line}>
          <label htmlFor={`announcement-${code}`}>{t(label)}</label>
          <Input.TextArea
            id={`announcement-${code}`}
            lang={code}
            autoSize={{ minRows: 1, maxRows: 5 }}
            maxLength={1_000}
            disabled={readOnly}
            value={announcement[code] ?? ""}
            onChange={({ target }) => execute(setAnnouncement(phase.id, code, target.value))}
            onBlur={() => session.seal()}
          />
        </div>
      ))}
      <Preview texts={announcement} />
    </PhaseSection>
  );
}

/** The shop's own page, in small: each language as its customers read it. */
function Preview({ texts }: { texts: NonNullable<PhaseProps["phase"]["announcement"]> }) {
  const { t } = useTranslation();
  const { "zh-CN": zh = "", en = "" } = texts;
  if (!zh && !en) return <p className={styles.quiet}>{t("campaign.announcement.nobody")}</p>;
  return (
    <figure className={styles.preview}>
      <figcaption>{t("campaign.announcement.preview")}</figcaption>
      {[zh, en].map((text, index) =>
        text ? (
          <p key={index === 0 ? "zh" : "en"} lang={index === 0 ? "zh-CN" : "en"}>
            <NotificationOutlined aria-hidden />
            <span>{text}</span>
          </p>
        ) : null,
      )}
      {zh && !en ? <small>{t("campaign.announcement.missing")}</small> : null}
    </figure>
  );
}
