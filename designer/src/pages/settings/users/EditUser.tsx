/** A user's role and agent. Somebody else's change meanwhile is shown before it is written over. */
import { Alert, App, Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../client/types.ts";
import { changeUser, fetchUsers, type UserView } from "../../../client/users.ts";
import { useNames } from "../../../explain/use-names.ts";
import { AgentInput, RoleInput } from "./UserInputs.tsx";
import { useUserCall } from "./use-user-call.ts";

interface Values {
  readonly role: Role;
  readonly agentId?: string | null;
}

const isAlike = (a: UserView, b: UserView): boolean => a.role === b.role && a.agentId === b.agentId;

/** Only what was changed is sent, so that nothing else is written over. */
const changeOf = (seen: UserView, { role, agentId = null }: Values) => ({
  ...(role === seen.role ? {} : { role }),
  ...(agentId === seen.agentId ? {} : { agentId }),
});

export function EditUser({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [seen, setSeen] = useState(user);
  const call = useUserCall({
    form,
    send: async (values: Values) => {
      const { items } = await fetchUsers();
      const now = items.find(({ id }) => id === user.id) ?? seen;
      if (!isAlike(now, seen)) {
        setSeen(now);
        return false;
      }
      await changeUser(user.id, changeOf(seen, values));
      return true;
    },
    onDone: (saved) => {
      if (!saved) return;
      void message.success(t("settings.saved"));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t("settings.user.editTitle", { name: user.name })}
      okText={t("settings.save")}
      cancelText={t("settings.cancel")}
      confirmLoading={call.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {seen === user ? null : (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t("settings.user.raced", {
            role: t(`settings.role.${seen.role}`),
            agent: seen.agentId ? names.agent(seen.agentId) : t("settings.user.noAgent"),
          })}
        />
      )}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ role: user.role, ...(user.agentId === null ? {} : { agentId: user.agentId }) }}
        onFinish={(values) => call.mutate(values)}
      >
        <RoleInput />
        <AgentInput />
      </Form>
    </Modal>
  );
}
