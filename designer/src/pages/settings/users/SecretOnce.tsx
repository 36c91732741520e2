/** A password or key that is shown this once: copied, and then gone. */
import { CheckOutlined, CopyOutlined } from "@ant-design/icons";
import { Alert, Button, Input, Modal, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export interface SecretOnceProps {
  readonly title: string;
  readonly secret: string;
  readonly onClose: () => void;
}

export function SecretOnce({ title, secret, onClose }: SecretOnceProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type={copied ? "primary" : "default"} onClick={onClose}>
          {t("settings.secret.done")}
        </Button>
      }
    >
      <Space orientation="vertical" size={12} style={{ width: "100%" }}>
        <Alert type="warning" showIcon title={t("settings.secret.once")} />
        <Space.Compact style={{ width: "100%" }}>
          <Input
            readOnly
            aria-label={t("settings.secret.label")}
            value={secret}
            style={{ fontFamily: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" }}
            onFocus={({ target }) => target.select()}
          />
          <Button
            type={copied ? "default" : "primary"}
            icon={copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
            onClick={() => void copy()}
          >
            {t(copied ? "settings.secret.copied" : "settings.secret.copy")}
          </Button>
        </Space.Compact>
      </Space>
    </Modal>
  );
}
