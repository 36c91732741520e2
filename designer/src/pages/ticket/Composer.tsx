/** Where a reply or a note is written. The draft outlives a reload and every refused change. */
import { LockOutlined, SendOutlined } from "@ant-design/icons";
import { Button, Input, Segmented } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket } from "../../client/types.ts";
import { useNames } from "../../explain/use-names.ts";
import styles from "./ticket.module.css";
import { useDraft } from "./use-draft.ts";
import type { ChangeTicket } from "./use-ticket.ts";

type Mode = "reply" | "note";

export function Composer({ ticket, change }: { ticket: Ticket; change: ChangeTicket }) {
  const { t } = useTranslation();
  const [mode, setMode] = useState<Mode>("reply");
  const [text, setText] = useDraft(`${ticket.id}.${mode}`);
  const [sending, setSending] = useState(false);
  const placeholder = usePlaceholder(ticket, mode);
  const send = async () => {
    if (text.trim() === "" || sending) return;
    setSending(true);
    const taken = await change({ kind: "message", text, public: mode === "reply" });
    setSending(false);
    if (taken) setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
  };
  return (
    <section className={styles.composer} data-mode={mode} aria-label={t("ticket.composer.label")}>
      <Input.TextArea
        variant="borderless"
        autoSize={{ minRows: 2, maxRows: 10 }}
        maxLength={100_000}
        aria-label={placeholder}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <footer>
        <Segmented<Mode>
          size="small"
          value={mode}
          onChange={setMode}
          options={[
            { value: "reply", label: t("ticket.composer.reply") },
            { value: "note", label: t("ticket.composer.note"), icon: <LockOutlined /> },
          ]}
        />
        <small className={styles.hint}>{t("ticket.composer.hint")}</small>
        <Button
          type="primary"
          icon={mode === "reply" ? <SendOutlined /> : <LockOutlined />}
          disabled={text.trim() === ""}
          loading={sending}
          onClick={() => void send()}
        >
          {t(mode === "reply" ? "ticket.composer.send" : "ticket.composer.saveNote")}
        </Button>
      </footer>
    </section>
  );
}

function usePlaceholder(ticket: Ticket, mode: Mode): string {
  const { t } = useTranslation();
  const names = useNames();
  if (mode === "note") return t("ticket.composer.notePlaceholder");
  return t("ticket.composer.replyPlaceholder", {
    customer: ticket.customer.name ?? ticket.customer.id,
    channel: names.channel(ticket.channel),
  });
}
