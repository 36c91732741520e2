/** The + on an arrow: which kind of step to put there; what cannot stand there says why. */
import { InboxOutlined, PlusOutlined, TeamOutlined, UserOutlined } from "@ant-design/icons";
import type { RoutingStep } from "@sluice/schemas";
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useVocabulary } from "../../../conditions/vocabulary-context.tsx";
import { textOf } from "../../../document/text-of.ts";
import { addStep } from "../../../editor/routing/step-commands.ts";
import { usualSticky, usualTimeout } from "../../../editor/routing/steps.ts";
import { useRoutingEditor } from "../routing-editor.ts";
import styles from "./arrow.module.css";

export interface AddStepProps {
  readonly route: string;
  /** The place that the new step gets. */
  readonly at: number;
}

export function AddStep({ route, at }: AddStepProps) {
  const { t } = useTranslation();
  const { document, session, execute, open } = useRoutingEditor();
  const { groups } = useVocabulary();
  const { spec } = document;
  const used = new Set(
    spec.routes
      .find(({ id }) => id === route)
      ?.steps.flatMap((step) => ("group" in step ? [step.group] : [])),
  );
  const group = (groups.find(({ key }) => !used.has(key)) ?? groups[0])?.key ?? "";
  const steps: readonly [kind: "group" | "sticky" | "pool", step: RoutingStep][] = [
    ["group", { group, strategy: "least-loaded", timeout: usualTimeout }],
    ["sticky", { sticky: usualSticky }],
    ["pool", { pool: spec.fallback.pool }],
  ];
  const icons = { group: <TeamOutlined />, sticky: <UserOutlined />, pool: <InboxOutlined /> };
  const texts = {
    group: t("routing.step.addGroup"),
    sticky: t("routing.step.addSticky"),
    pool: t("routing.step.addPool"),
  };
  const items = steps.map(([kind, step]) => {
    const refusal = session.refusalOf(addStep({ route, at }, step));
    return {
      key: kind,
      icon: icons[kind],
      disabled: refusal !== undefined,
      label: refusal ? (
        <span className={styles.refused}>
          {texts[kind]}
          <small>{textOf(t, refusal.reason)}</small>
        </span>
      ) : (
        texts[kind]
      ),
      onClick: () => {
        if (execute(addStep({ route, at }, step)) && kind !== "pool") open({ type: "step", route, at });
      },
    };
  });
  const label = at === 0 ? t("routing.step.addFirst") : t("routing.step.addAfter", { place: at });
  return (
    <Dropdown menu={{ items }} trigger={["click"]} destroyOnHidden>
      <button type="button" className={styles.add} aria-label={label} title={t("routing.step.add")}>
        <PlusOutlined aria-hidden />
      </button>
    </Dropdown>
  );
}
