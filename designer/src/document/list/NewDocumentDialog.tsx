/** A new document, or a copy of one: name and key, then on to its page. */
import type { DocumentKind, SluiceDocument } from "@sluice/schemas";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, type InputRef, Modal } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { documentsQuery, saveDraft } from "../../client/documents.ts";
import { ApiError } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { inSentence } from "../../explain/in-sentence.ts";
import { errorText } from "../../ui/error-text.ts";
import { useFirstField } from "../use-first-field.ts";
import { keyFor } from "./new-key.ts";

export interface NewDocumentDialogProps<K extends DocumentKind> {
  readonly kind: K;
  readonly basePath: string;
  readonly onClose: () => void;
  /** What a new document begins with; without it `source` is copied. */
  readonly newDocument?: ((key: string, name: string) => SluiceDocument<K>) | undefined;
  readonly source?: SluiceDocument<K> | undefined;
}

interface Values {
  readonly name: string;
  readonly key: string;
}

/** Keys of all documents of the kind, deleted ones too: theirs are not free. */
function useTakenKeys(kind: DocumentKind): ReadonlySet<string> {
  const current = useQuery(documentsQuery(kind)).data ?? [];
  const deleted = useQuery(documentsQuery(kind, true)).data ?? [];
  return new Set([...current, ...deleted].map(({ key }) => key));
}

export function NewDocumentDialog<K extends DocumentKind>(props: NewDocumentDialogProps<K>) {
  const { kind, source, newDocument, basePath, onClose } = props;
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const taken = useTakenKeys(kind);
  const first = useFirstField<InputRef>();
  const keyTyped = useRef(false);
  const kindName = inSentence(t(`document.kind.${kind}`));
  const create = async ({ name, key }: Values) => {
    const document = source ? { ...source, key, name } : newDocument?.(key, name);
    if (document === undefined) return;
    try {
      await saveDraft(document);
      void client.invalidateQueries({ queryKey: queryKeys.documents });
      onClose();
      void navigate(`${basePath}/${key}`);
    } catch (error) {
      // Without a tag the api refuses to touch what is there already.
      const exists = error instanceof ApiError && (error.status === 428 || error.status === 409);
      if (exists) form.setFields([{ name: "key", errors: [t("document.list.takenKey")] }]);
      else void message.error(errorText(error, t, i18n.language), 6);
    }
  };
  return (
    <Modal
      open
      afterOpenChange={first.afterOpenChange}
      title={
        source
          ? t("document.list.duplicateTitle", { name: source.name })
          : t("document.list.create", { kind: kindName })
      }
      okText={t("document.list.ok")}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          name: source ? t("document.list.copyName", { name: source.name }) : "",
          key: keyFor(source?.key ?? "", kind, taken),
        }}
        onValuesChange={(changed: Partial<Values>) => {
          // The form takes a value that is set here for a touch: whether a person wrote the key is noted apart.
          if (changed.key !== undefined) keyTyped.current = true;
          if (changed.name !== undefined && !keyTyped.current)
            form.setFieldValue("key", keyFor(changed.name, kind, taken));
        }}
        onFinish={(values) => void create(values)}
      >
        <Form.Item
          name="name"
          label={t("document.list.name")}
          rules={[{ required: true, whitespace: true, message: t("document.list.needName") }]}
        >
          <Input ref={first.ref} maxLength={200} onPressEnter={form.submit} />
        </Form.Item>
        <Form.Item
          name="key"
          label={t("document.list.key")}
          extra={t("document.list.keyHelp")}
          rules={[
            { required: true, message: t("document.list.needKey") },
            { pattern: /^[a-z0-9][a-z0-9-]{0,62}$/, message: t("document.list.badKey") },
            {
              validator: (_rule, key: string) =>
                taken.has(key) ? Promise.reject(new Error(t("document.list.takenKey"))) : Promise.resolve(),
            },
          ]}
        >
          <Input onPressEnter={form.submit} spellCheck={false} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
