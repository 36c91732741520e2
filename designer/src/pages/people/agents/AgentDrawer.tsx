/** One agent beside the table: edited, new, or a copy of a peer. */
import type { Agent } from "@sluice/schemas";
import { useQuery } from "@tanstack/react-query";
import { App, Button, Drawer, Switch } from "antd";
import { type MouseEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { fetchAgent, putPresence } from "../../../client/people.ts";
import { routingLoadQuery } from "../../../client/routing.ts";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../../ui/SkeletonRows.tsx";
import form from "../form/form.module.css";
import { usePersonForm } from "../form/use-person-form.ts";
import { useRemovePerson } from "../form/use-remove-person.ts";
import type { House } from "../use-people.ts";
import { useRefreshPeople } from "../use-people.ts";
import { AgentForm } from "./AgentForm.tsx";
import { copyOfAgent, emptyAgent } from "./new-agent.ts";
import { policyAddress } from "./policy-address.ts";

export type OpenAgent =
  | { readonly type: "new" }
  | { readonly type: "edit"; readonly id: string }
  | { readonly type: "copy"; readonly id: string };

export interface AgentDrawerProps {
  readonly house: House;
  readonly open: OpenAgent;
  readonly leads: boolean;
  readonly onClose: () => void;
}

function initialOf({ house, open }: AgentDrawerProps): Agent {
  const taken = house.agents.map(({ id }) => id);
  const peer = open.type === "new" ? undefined : house.agents.find(({ id }) => id === open.id);
  if (!peer) return emptyAgent(taken);
  return open.type === "copy" ? copyOfAgent(peer, taken) : peer;
}

/** What is still missing before it can be stored. */
function faultOf({ name, id, capacity }: Agent, isNew: boolean, taken: readonly string[]) {
  if (name.trim() === "") return "people.agent.needName" as const;
  if (id.trim() === "") return "people.agent.needId" as const;
  if (isNew && taken.includes(id)) return "people.agent.idTaken" as const;
  return capacity.chat < 0 || capacity.ticket < 0 ? ("people.agent.capacityBelow" as const) : undefined;
}

/** Stores it, brings a new one online where asked, and says what can be done next. */
function useStore(props: AgentDrawerProps) {
  const { t } = useTranslation();
  const { notification, message } = App.useApp();
  const refresh = useRefreshPeople();
  const load = useQuery(routingLoadQuery).data;
  const navigate = useNavigate();
  return async ({ id, name, groups }: Agent, online: boolean) => {
    if (props.open.type === "edit") {
      void message.success(t("people.agent.saved", { name }));
    } else {
      if (online) {
        await putPresence(id, "online");
        void refresh();
      }
      const address = policyAddress(load, groups);
      const go = (event: MouseEvent) => {
        event.preventDefault();
        notification.destroy();
        void navigate(address);
      };
      notification.success({
        title: t("people.agent.created", { name }),
        // Notifications stand outside of the router.
        description: (
          <a href={address} onClick={go}>
            {t("people.agent.tryIt")}
          </a>
        ),
        duration: 10,
      });
    }
    props.onClose();
  };
}

export function AgentDrawer(props: AgentDrawerProps) {
  const { house, open, leads, onClose } = props;
  const { t } = useTranslation();
  const isNew = open.type !== "edit";
  const [initial] = useState(() => initialOf(props));
  // As it was when the form was opened: once it is stored, its own id is taken.
  const [taken] = useState(() => house.agents.map(({ id }) => id));
  const [online, setOnline] = useState(true);
  const [tried, setTried] = useState(false);
  const person = usePersonForm({ kind: "agents", key: isNew ? null : open.id, initial, fetch: fetchAgent });
  const remove = useRemovePerson("agents", onClose);
  const store = useStore(props);
  const fault = faultOf(person.value, isNew, taken);
  const submit = async () => {
    setTried(true);
    if (fault === undefined && (await person.save())) await store(person.value, online);
  };
  const title = open.type === "edit" ? initial.name : t(`people.agent.${open.type}`);
  const peer = open.type === "copy" ? house.agents.find(({ id }) => id === open.id) : undefined;
  return (
    <Drawer
      open
      size={520}
      onClose={onClose}
      title={title}
      afterOpenChange={(shown) => {
        // The drawer takes the focus as it opens; a new one begins with the name.
        if (shown && isNew) globalThis.document.getElementById("people-name")?.focus();
      }}
      footer={
        leads ? (
          <div className={form.foot}>
            {isNew ? (
              <span />
            ) : (
              <Button
                danger
                type="text"
                onClick={() => remove(open.id, initial.name, t("people.agent.removeText"))}
              >
                {t("people.remove")}
              </Button>
            )}
            <Button onClick={onClose}>{t("people.cancel")}</Button>
            <Button
              type="primary"
              loading={person.saving}
              disabled={!person.ready}
              onClick={() => void submit()}
            >
              {t(isNew ? "people.create" : "people.save")}
            </Button>
          </div>
        ) : null
      }
    >
      {person.error ? <ErrorNotice error={person.error} /> : null}
      {person.ready || person.error ? null : <SkeletonRows rows={10} />}
      {person.ready ? (
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {peer ? <p className={form.hint}>{t("people.agent.copied", { name: peer.name })}</p> : null}
          <AgentForm
            form={person}
            house={house}
            isNew={isNew}
            disabled={!leads}
            fault={tried ? fault : undefined}
          />
          {isNew ? (
            <div className={form.switch}>
              <Switch id="people-online" checked={online} onChange={setOnline} />
              <label htmlFor="people-online">
                {t("people.agent.goOnline")}
                <small>{t("people.agent.goOnlineHint")}</small>
              </label>
            </div>
          ) : null}
          <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
        </form>
      ) : null}
    </Drawer>
  );
}
