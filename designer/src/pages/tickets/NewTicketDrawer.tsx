/** A ticket by hand: to try rules and routing, or for a call that came in by phone. */
import type { TicketInput } from "@sluice/schemas";
import { useMutation, useQuery } from "@tanstack/react-query";
import { App, Button, Divider, Drawer, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { ApiError } from "../../client/errors.ts";
import { createTicket } from "../../client/tickets.ts";
import { priorityList } from "../../client/vocabulary.ts";
import { channelsQuery } from "../../client/workspace.ts";
import { useNames } from "../../explain/use-names.ts";
import { pointerToField, type TicketForm, toTicketInput } from "../../ticket-form/ticket-form.ts";
import { errorText } from "../../ui/error-text.ts";
import styles from "./tickets.module.css";

function useCreate(onFault: (fields: { name: string; errors: string[] }[]) => void) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (ticket: TicketInput) => createTicket(ticket),
    onSuccess: (ticket) => {
      void message.success(t("tickets.form.done", { number: ticket.number }));
      void navigate(`/tickets/${ticket.id}`);
    },
    onError: (error) => {
      const faults = error instanceof ApiError ? error.errors : [];
      onFault(faults.map(({ path, message: text }) => ({ name: pointerToField(path), errors: [text] })));
      void message.error(errorText(error, t, i18n.language));
    },
  });
}

export function NewTicketDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<TicketForm>();
  const create = useCreate((faults) => form.setFields(faults as Parameters<typeof form.setFields>[0]));
  return (
    <Drawer
      open
      title={t("tickets.form.title")}
      size={480}
      onClose={onClose}
      footer={
        <div className={styles.drawerFoot}>
          <Button onClick={onClose}>{t("tickets.form.cancel")}</Button>
          <Button type="primary" loading={create.isPending} onClick={() => form.submit()}>
            {t("tickets.form.submit")}
          </Button>
        </div>
      }
    >
      <Form<TicketForm>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => create.mutate(toTicketInput(values))}
      >
        <TicketFields />
        <CustomerFields />
        <OrderFields />
      </Form>
    </Drawer>
  );
}

function TicketFields() {
  const { t } = useTranslation();
  const names = useNames();
  const channels = useQuery(channelsQuery).data?.items ?? [];
  const required = [{ required: true, message: t("tickets.form.required") }];
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="channel" label={t("tickets.form.channel")} rules={required}>
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={channels.map(({ key }) => ({ value: key, label: names.channel(key) }))}
          />
        </Form.Item>
        <Form.Item name="priority" label={t("tickets.form.priority")}>
          <Select
            allowClear
            placeholder={t("tickets.form.priorityHelp")}
            options={priorityList.map((value) => ({ value, label: t(`words.priority.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="subject" label={t("tickets.form.subject")} rules={required}>
        <Input maxLength={1_000} />
      </Form.Item>
      <Form.Item name="body" label={t("tickets.form.body")}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </>
  );
}

function CustomerFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t("tickets.form.required") }];
  return (
    <>
      <Divider titlePlacement="start" plain style={{ margin: "0 0 12px" }}>
        {t("tickets.form.customer")}
      </Divider>
      <Form.Item name="customerId" label={t("tickets.form.customerId")} rules={required}>
        <Input maxLength={128} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="customerName" label={t("tickets.form.customerName")}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="customerTier" label={t("tickets.form.customerTier")}>
          <Input maxLength={64} placeholder={t("tickets.form.tierHelp")} />
        </Form.Item>
      </div>
    </>
  );
}

function OrderFields() {
  const { t } = useTranslation();
  return (
    <>
      <Divider titlePlacement="start" plain style={{ margin: "0 0 12px" }}>
        {t("tickets.form.order")}
      </Divider>
      <div className={styles.pair}>
        <Form.Item name="orderId" label={t("tickets.form.orderId")}>
          <Input maxLength={128} />
        </Form.Item>
        <Form.Item name="amount" label={t("tickets.form.amount")}>
          <InputNumber min={0} precision={2} style={{ width: "100%" }} />
        </Form.Item>
      </div>
      <Form.Item name="trackingNo" label={t("tickets.form.trackingNo")}>
        <Input maxLength={128} />
      </Form.Item>
    </>
  );
}
