/** 复制并平移: a copy of a campaign whose every instant is moved by the same span, so that it begins on a new date. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Campaign } from "../../client/campaigns.ts";
import { documentsQuery, saveDraft } from "../../client/documents.ts";
import { ApiError } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { instantLike, spanOf } from "../../editor/campaign/instants.ts";
import { shiftedCopy, suggestCopy } from "../../editor/campaign/shifted-copy.ts";
import { InstantField } from "../../fields/InstantField.tsx";
import { errorText } from "../../ui/error-text.ts";
import { useInstantText, useZone } from "../../ui/Instant.tsx";
import styles from "./campaigns.module.css";

export interface ShiftDialogProps {
  readonly source: Campaign;
  readonly onClose: () => void;
}

const keyPattern = /^[a-z0-9][a-z0-9-]{0,62}$/;

function useCopying(source: Campaign, onClose: () => void) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const copy = async (options: Parameters<typeof shiftedCopy>[1]) => {
    setBusy(true);
    try {
      await saveDraft(shiftedCopy(source, options));
      void client.invalidateQueries({ queryKey: queryKeys.documents });
      onClose();
      void navigate(`/campaigns/${options.key}`);
    } catch (error) {
      const taken = error instanceof ApiError && (error.status === 428 || error.status === 409);
      void message.error(taken ? t("document.list.takenKey") : errorText(error, t, i18n.language), 6);
      setBusy(false);
    }
  };
  return { busy, copy };
}

export function ShiftDialog({ source, onClose }: ShiftDialogProps) {
  const { t } = useTranslation();
  const zone = useZone();
  const instantText = useInstantText();
  const suggested = suggestCopy(source);
  const [name, setName] = useState(suggested.name);
  const [key, setKey] = useState(suggested.key);
  const [from, setFrom] = useState(() => instantLike(suggested.from, source.spec.from));
  const { busy, copy } = useCopying(source, onClose);
  const taken = (useQuery(documentsQuery("campaign")).data ?? []).some((each) => each.key === key);
  const span = spanOf(source.spec);
  const moved = Date.parse(from) - span.from;
  const days = Math.round((moved / 86_400_000) * 10) / 10;
  const sound = keyPattern.test(key) && !taken && name.trim() !== "";
  return (
    <Modal
      open
      title={t("campaign.copy.title", { name: source.name })}
      okText={t("campaign.copy.ok")}
      okButtonProps={{ disabled: !sound, loading: busy }}
      onOk={() => void copy({ key, name: name.trim(), from: Date.parse(from) })}
      onCancel={onClose}
    >
      <Form layout="vertical" className={styles.copy ?? ""}>
        <Form.Item label={t("campaign.copy.from")} htmlFor="copy-from">
          <InstantField
            id="copy-from"
            zone={zone}
            value={from}
            onChange={(next) => next !== undefined && setFrom(next)}
          />
        </Form.Item>
        <p className={styles.quiet}>
          {t("campaign.copy.means", {
            days,
            count: source.spec.phases.length,
            until: instantText(span.until + moved),
          })}
        </p>
        <Form.Item label={t("document.list.name")} htmlFor="copy-name">
          <Input
            id="copy-name"
            value={name}
            maxLength={200}
            onChange={({ target }) => setName(target.value)}
          />
        </Form.Item>
        <Form.Item
          label={t("document.list.key")}
          htmlFor="copy-key"
          {...(taken ? { validateStatus: "error" as const, help: t("document.list.takenKey") } : {})}
        >
          <Input
            id="copy-key"
            value={key}
            spellCheck={false}
            onChange={({ target }) => setKey(target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
