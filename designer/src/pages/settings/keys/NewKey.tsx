/** A new key: no more than it needs, for no longer than it is needed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Form, Input, Modal, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { createApiKey } from "../../../client/api-keys.ts";
import { ApiError } from "../../../client/errors.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { errorText } from "../../../ui/error-text.ts";
import { RoleInput } from "../users/UserInputs.tsx";
import { type KeyForm, lifetimes, scopeList, toNewKey } from "./key-form.ts";

export interface NewKeyProps {
  readonly onClose: () => void;
  readonly onMade: (made: { readonly name: string; readonly key: string }) => void;
}

export function NewKey({ onClose, onMade }: NewKeyProps) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [form] = Form.useForm<KeyForm>();
  const create = useMutation({
    mutationFn: (values: KeyForm) => createApiKey(toNewKey(values, Date.now())),
    onSuccess: onMade,
    onError: (error) => {
      const problems = error instanceof ApiError ? error.errors : [];
      form.setFields(
        problems.map(({ path, message: text }) => ({
          name: (path.split("/")[1] ?? "name") as keyof KeyForm,
          errors: [text],
        })),
      );
      void message.error(errorText(error, t, i18n.language), 6);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.apiKeys }),
  });
  return (
    <Modal
      open
      title={t("settings.add.key")}
      okText={t("settings.key.create")}
      cancelText={t("settings.cancel")}
      confirmLoading={create.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<KeyForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: "agent", lifetime: "90" }}
        onFinish={(values) => create.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t("settings.key.name")}
          extra={t("settings.key.nameHint")}
          rules={[{ required: true, whitespace: true, message: t("settings.fault.required") }]}
        >
          <Input maxLength={100} autoComplete="off" autoFocus />
        </Form.Item>
        <RoleInput />
        <Form.Item name="scopes" label={t("settings.key.scopes")} extra={t("settings.key.scopesHint")}>
          <Select
            mode="multiple"
            allowClear
            placeholder={t("settings.key.allScopes")}
            options={scopeList.map((scope) => ({ value: scope, label: scope }))}
          />
        </Form.Item>
        <Form.Item name="lifetime" label={t("settings.key.lifetime")}>
          <Radio.Group
            options={lifetimes.map((value) => ({ value, label: t(`settings.key.lifetimes.${value}`) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
