/** Role and agent of a user, and the choice of a password: what the dialogs share. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { roleList } from "../../../client/users.ts";
import { agentsQuery } from "../../../client/workspace.ts";
import styles from "../settings.module.css";

export function RoleInput() {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="role"
      label={t("settings.user.role")}
      rules={[{ required: true, message: t("settings.fault.required") }]}
    >
      <Select
        options={roleList.map((role) => ({
          value: role,
          label: t(`settings.role.${role}`),
          hint: t(`settings.roleHint.${role}`),
        }))}
        optionRender={({ data }) => (
          <span className={styles.option}>
            <span>{data.label}</span>
            <small>{data.hint}</small>
          </span>
        )}
      />
    </Form.Item>
  );
}

export function AgentInput() {
  const { t } = useTranslation();
  const agents = useQuery(agentsQuery).data?.items ?? [];
  return (
    <Form.Item name="agentId" label={t("settings.user.agent")} extra={t("settings.user.agentHint")}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        placeholder={t("settings.user.noAgent")}
        options={agents.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
      />
    </Form.Item>
  );
}

/** How a password comes about. */
export interface PasswordForm {
  readonly how: "made" | "typed";
  readonly password?: string;
}

export function PasswordInput() {
  const { t } = useTranslation();
  const how = Form.useWatch<PasswordForm["how"]>("how");
  return (
    <>
      <Form.Item name="how" label={t("settings.user.password")}>
        <Radio.Group
          options={(["made", "typed"] as const).map((value) => ({
            value,
            label: t(`settings.user.how.${value}`),
          }))}
        />
      </Form.Item>
      {how === "typed" ? (
        <Form.Item
          name="password"
          label={t("settings.user.ownPassword")}
          rules={[{ required: true, min: 8, max: 200, message: t("settings.user.tooShort") }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      ) : null}
    </>
  );
}
