/** What a document is for, in the admin's own words. */
import type { DocumentKind } from "@sluice/schemas";
import { Input, Modal } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { describe } from "../envelope-commands.ts";
import type { Frame } from "../frame.ts";
import { useFirstField } from "../use-first-field.ts";

export interface DescribeDialogProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly onClose: () => void;
}

export function DescribeDialog<K extends DocumentKind>({ frame, onClose }: DescribeDialogProps<K>) {
  const { t } = useTranslation();
  const [text, setText] = useState(frame.document.description ?? "");
  const first = useFirstField<TextAreaRef>();
  const keep = () => {
    if (frame.execute(describe(text.trim()))) onClose();
  };
  return (
    <Modal
      open
      afterOpenChange={first.afterOpenChange}
      title={t("document.describe.title")}
      onCancel={onClose}
      onOk={keep}
      okText={t("document.describe.save")}
      okButtonProps={{ hidden: frame.readOnly }}
    >
      <Input.TextArea
        ref={first.ref}
        aria-label={t("document.describe.title")}
        placeholder={t("document.describe.placeholder")}
        autoSize={{ minRows: 4, maxRows: 12 }}
        readOnly={frame.readOnly}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Modal>
  );
}
