/** The form that completes a task; it stays open with everything in it when the change is refused. */
import type { Json } from "@sluice/schemas";
import { Form, Input, InputNumber, Modal, Select, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskView } from "../client/types.ts";
import { inLanguage } from "../explain/names.ts";
import type { CompleteTask } from "./complete.ts";
import { type TaskField, toTaskAnswers } from "./task-fields.ts";

export interface TaskFormProps {
  readonly task: TaskView;
  readonly outcome: TaskView["outcomes"][number];
  readonly fields: readonly TaskField[];
  readonly complete: CompleteTask;
  readonly onClose: () => void;
}

type Values = Readonly<Record<string, Json | undefined>>;

export function TaskForm({ task, outcome, fields, complete, onClose }: TaskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [sending, setSending] = useState(false);
  const send = async (values: Values) => {
    setSending(true);
    const taken = await complete(task.id, outcome.id, toTaskAnswers(values));
    setSending(false);
    if (taken) onClose();
  };
  return (
    <Modal
      open
      title={task.title}
      okText={t("tasks.form.complete", { outcome: outcome.name })}
      cancelText={t("tasks.form.cancel")}
      confirmLoading={sending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void send(values)}
      >
        {fields.map((field) => (
          <TaskFormField key={field.key} field={field} />
        ))}
      </Form>
    </Modal>
  );
}

function TaskFormField({ field }: { field: TaskField }) {
  const { t, i18n } = useTranslation();
  return (
    <Form.Item
      name={[field.key]}
      label={inLanguage(field.label, i18n.language)}
      rules={field.required ? [{ required: true, message: t("tasks.form.required") }] : []}
      {...(field.type === "boolean" ? { valuePropName: "checked" } : {})}
    >
      {inputOf(field, i18n.language)}
    </Form.Item>
  );
}

/** The bare input: Form.Item gives its value and its label to its direct child. */
function inputOf(field: TaskField, language: string) {
  const options = field.options.map(({ value, label }) => ({ value, label: inLanguage(label, language) }));
  switch (field.type) {
    case "boolean":
      return <Switch />;
    case "number":
      return <InputNumber style={{ width: "100%" }} />;
    case "select":
      return <Select allowClear options={options} />;
    case "multiselect":
      return <Select mode="multiple" allowClear options={options} />;
    case "text":
    case "instant":
      return <Input maxLength={10_000} />;
  }
}
