/** The head of a lane: its place, name and condition in words, a grip to move it by, and what can be done to it. */
import { EllipsisOutlined, HolderOutlined } from "@ant-design/icons";
import type { Finding } from "@sluice/schemas";
import { App, Button, Dropdown } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { conditionSentence } from "../../../conditions/condition-sentence.ts";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import type { Lane } from "../../../editor/routing/lanes.ts";
import { addRoute, duplicateRoute, moveRoute, removeRoute } from "../../../editor/routing/route-commands.ts";
import { asSentence } from "../../../explain/in-sentence.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import { routeName } from "../words.ts";
import styles from "./lanes.module.css";
import { newRoute, newRouteId } from "./new-route.ts";
import { Remarks } from "./StepCard.tsx";

export interface LaneHeadProps {
  readonly lane: Lane;
  readonly place: number;
  readonly total: number;
  readonly findings: readonly Finding[];
  /** What the pointer's drag listens to. */
  readonly handle: Readonly<Record<string, unknown>> | undefined;
  readonly handleRef: (element: HTMLElement | null) => void;
}

/** The name that a lane is called by. */
const nameOf = ({ id, name }: Lane): string => routeName({ id, ...(name === undefined ? {} : { name }) });

export function LaneHead(props: LaneHeadProps) {
  const { t, i18n } = useTranslation();
  const { lane, place, findings, handle, handleRef } = props;
  const { open, readOnly } = useRoutingEditor();
  const vocabulary = useVocabulary();
  const move = useMoveLane(props);
  const name = nameOf(lane);
  const sentence = lane.when
    ? asSentence(conditionSentence(lane.when, vocabulary, i18n.language))
    : t("routing.route.always");
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(place + by);
  };
  return (
    <div className={styles.head}>
      {readOnly ? null : (
        <button
          type="button"
          ref={handleRef}
          className={styles.laneGrip}
          aria-label={t("routing.route.drag", { name })}
          {...handle}
          onKeyDown={onKeyDown}
        >
          <HolderOutlined aria-hidden />
        </button>
      )}
      <span className={styles.order}>{place + 1}</span>
      <button
        type="button"
        className={styles.who}
        title={`${name}\n${sentence}`}
        aria-label={`${t("routing.route.open", { name })}: ${sentence}`}
        onClick={() => open({ type: "route", route: lane.id })}
      >
        <strong>{name}</strong>
        <span>{sentence}</span>
      </button>
      <Remarks findings={findings} />
      {readOnly ? null : <LaneMenu {...props} move={move} />}
    </div>
  );
}

/** Moves the lane and says where it is now. */
function useMoveLane({ lane, total }: LaneHeadProps) {
  const { t } = useTranslation();
  const { execute, tell } = useRoutingEditor();
  return (to: number) => {
    if (to < 0 || to >= total || !execute(moveRoute(lane.id, to))) return;
    tell(t("routing.route.moved", { name: nameOf(lane), place: to + 1, total }));
  };
}

function LaneMenu({ lane, place, total, move }: LaneHeadProps & { move: (to: number) => void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { document, execute, open } = useRoutingEditor();
  const { spec } = document;
  const name = nameOf(lane);
  const remove = () =>
    modal.confirm({
      title: t("routing.route.removeTitle", { name }),
      content: t("routing.route.removeText", { count: lane.cards.length }),
      okText: t("routing.route.removeOk"),
      okButtonProps: { danger: true },
      onOk: () => void execute(removeRoute(lane.id)),
    });
  const addBelow = () => {
    const route = newRoute(spec, t("routing.newRoute"));
    if (execute(addRoute(route, place + 1))) open({ type: "route", route: route.id });
  };
  const copy = () => {
    const id = newRouteId(spec);
    execute(duplicateRoute(lane.id, { id, name: t("routing.route.copyName", { name }) }));
  };
  const edit = () => open({ type: "route", route: lane.id });
  const items = [
    { key: "edit", label: t("routing.route.edit"), onClick: edit },
    { key: "up", label: t("routing.route.up"), disabled: place === 0, onClick: () => move(place - 1) },
    {
      key: "down",
      label: t("routing.route.down"),
      disabled: place === total - 1,
      onClick: () => move(place + 1),
    },
    { key: "below", label: t("routing.route.below"), onClick: addBelow },
    { key: "copy", label: t("routing.route.copy"), onClick: copy },
    { key: "remove", label: t("routing.route.remove"), danger: true, onClick: remove },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} placement="bottomRight" destroyOnHidden>
      <Button
        type="text"
        size="small"
        icon={<EllipsisOutlined aria-hidden />}
        aria-label={t("routing.route.more", { name })}
      />
    </Dropdown>
  );
}
