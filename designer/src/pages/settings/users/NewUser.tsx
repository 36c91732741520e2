/** A new user; a password that was made is shown once afterwards. */
import { App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../client/types.ts";
import { createUser } from "../../../client/users.ts";
import { newPassword } from "./new-password.ts";
import { AgentInput, type PasswordForm, PasswordInput, RoleInput } from "./UserInputs.tsx";
import type { UserAct } from "./UsersPart.tsx";
import { useUserCall } from "./use-user-call.ts";

interface Values extends PasswordForm {
  readonly name: string;
  readonly role: Role;
  readonly agentId?: string | null;
}

export interface NewUserProps {
  readonly onClose: () => void;
  readonly onMade: (act: UserAct) => void;
}

export function NewUser({ onClose, onMade }: NewUserProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const call = useUserCall({
    form,
    nameField: "name",
    send: async ({ name, role, agentId, how, password }: Values) => {
      const secret = how === "made" ? newPassword() : (password ?? "");
      await createUser({ name: name.trim(), role, agentId: agentId ?? null, password: secret });
      return secret;
    },
    onDone: (secret, { name, how }) => {
      void message.success(t("settings.user.made", { name }));
      if (how === "made") onMade({ do: "show", name, secret });
      else onClose();
    },
  });
  return (
    <Modal
      open
      title={t("settings.add.user")}
      okText={t("settings.user.create")}
      cancelText={t("settings.cancel")}
      confirmLoading={call.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: "agent", how: "made" }}
        onFinish={(values) => call.mutate(values)}
      >
        <Form.Item
          name="name"
          label={t("settings.user.name")}
          rules={[{ required: true, whitespace: true, message: t("settings.fault.required") }]}
        >
          <Input maxLength={100} autoComplete="off" autoFocus />
        </Form.Item>
        <RoleInput />
        <AgentInput />
        <PasswordInput />
      </Form>
    </Modal>
  );
}
