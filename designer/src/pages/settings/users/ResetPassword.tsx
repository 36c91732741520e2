/** Another password for somebody; they are signed out everywhere. */
import { App, Form, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { changeUser, type UserView } from "../../../client/users.ts";
import { newPassword } from "./new-password.ts";
import { type PasswordForm, PasswordInput } from "./UserInputs.tsx";
import type { UserAct } from "./UsersPart.tsx";
import { useUserCall } from "./use-user-call.ts";

export interface ResetPasswordProps {
  readonly user: UserView;
  readonly onClose: () => void;
  readonly onMade: (act: UserAct) => void;
}

export function ResetPassword({ user, onClose, onMade }: ResetPasswordProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<PasswordForm>();
  const call = useUserCall({
    form,
    send: async ({ how, password }: PasswordForm) => {
      const secret = how === "made" ? newPassword() : (password ?? "");
      await changeUser(user.id, { password: secret });
      return secret;
    },
    onDone: (secret, { how }) => {
      void message.success(t("settings.user.resetDone", { name: user.name }));
      if (how === "made") onMade({ do: "show", name: user.name, secret });
      else onClose();
    },
  });
  return (
    <Modal
      open
      title={t("settings.user.resetTitle", { name: user.name })}
      okText={t("settings.user.reset")}
      cancelText={t("settings.cancel")}
      confirmLoading={call.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p style={{ marginBottom: 12 }}>{t("settings.user.resetText")}</p>
      <Form<PasswordForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ how: "made" }}
        onFinish={(values) => call.mutate(values)}
      >
        <PasswordInput />
      </Form>
    </Modal>
  );
}
