/** Documents from a file or a pasted text; a refusal names every place, and what was pasted stays. */
import { UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Alert, App, Button, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { importDocuments } from "../../client/documents.ts";
import { ApiError } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { errorText } from "../../ui/error-text.ts";
import styles from "./list.module.css";
import { readBundle } from "./read-bundle.ts";

interface Fault {
  readonly text: string;
  readonly places: readonly { readonly path: string; readonly message: string }[];
}

export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const say = (told: string, places: Fault["places"] = []) => setFault({ text: told, places });
  const send = async () => {
    if (text.trim() === "") return say(t("document.import.nothing"));
    const read = readBundle(text);
    if (!read.ok) return say(t("document.import.notJson", { reason: read.reason }));
    setBusy(true);
    try {
      await importDocuments(read.documents);
      void message.success(t("document.import.done", { count: read.documents.length }));
      void client.invalidateQueries({ queryKey: queryKeys.documents });
      onClose();
    } catch (error) {
      const places = error instanceof ApiError ? error.errors : [];
      say(places.length > 0 ? t("document.import.refused") : errorText(error, t, i18n.language), places);
    } finally {
      setBusy(false);
    }
  };
  const readFile = async (file: File | undefined) => {
    if (file) setText(await file.text());
    setFault(null);
  };
  return (
    <Modal
      open
      width={640}
      title={t("document.import.title")}
      okText={t("document.import.ok")}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onClose}
    >
      <div className={styles.importing}>
        <p className={styles.quiet}>{t("document.import.lead")}</p>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t("document.import.file")}
          onChange={(event) => void readFile(event.target.files?.[0])}
        />
        <Button icon={<UploadOutlined aria-hidden />} onClick={() => picker.current?.click()}>
          {t("document.import.file")}
        </Button>
        <Input.TextArea
          aria-label={t("document.import.paste")}
          placeholder={t("document.import.paste")}
          autoSize={{ minRows: 8, maxRows: 16 }}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
        />
        {fault ? <Refused fault={fault} /> : null}
      </div>
    </Modal>
  );
}

function Refused({ fault }: { fault: Fault }) {
  return (
    <Alert
      type="error"
      showIcon
      title={fault.text}
      description={
        fault.places.length === 0 ? null : (
          <ul className={styles.places}>
            {fault.places.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
