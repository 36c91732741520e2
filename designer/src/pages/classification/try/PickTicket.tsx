/** Fills the box with a ticket that came in, as it came in. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { ticketSearchQuery, timelineQuery } from "../../../client/tickets.ts";
import { errorText } from "../../../ui/error-text.ts";
import { formOf, type TriedForm } from "./tried-form.ts";
import styles from "./try.module.css";

export function PickTicket({ onPick }: { onPick: (form: TriedForm) => void }) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [wanted, setWanted] = useState(false);
  const searched = useDeferredValue(text);
  // Without words the newest ones are offered.
  const found = useQuery({ ...ticketSearchQuery(searched), enabled: wanted });
  const pick = async (id: string) => {
    try {
      const [created] = (await client.fetchQuery(timelineQuery(id))).items;
      const form = created && formOf(id, created);
      if (form) onPick(form);
      else void message.warning(t("classification.try.pickFailed"));
    } catch (error) {
      void message.error(errorText(error, t, i18n.language), 6);
    }
  };
  return (
    <Select<string>
      size="small"
      className={styles.pick ?? ""}
      aria-label={t("classification.try.pick")}
      placeholder={t("classification.try.pick")}
      value={null}
      loading={found.isFetching}
      popupMatchSelectWidth={360}
      showSearch={{ filterOption: false, onSearch: setText }}
      notFoundContent={found.isFetching ? null : t("classification.try.noTicket")}
      options={(found.data?.items ?? []).map(({ id, number, subject }) => ({
        value: id,
        label: `#${number} ${subject}`,
      }))}
      onOpenChange={(open) => open && setWanted(true)}
      onChange={(id) => void pick(id)}
    />
  );
}
