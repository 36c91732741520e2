/** An object: the way it is filled if there are several, what is needed, and the rest folded away. */
import { DownOutlined, RightOutlined } from "@ant-design/icons";
import type { ObjectFieldTemplateProps } from "@rjsf/utils";
import type { Json } from "@sluice/schemas";
import { Segmented } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "../inspector.module.css";
import { useInspector } from "../inspector-context.ts";
import { RemarkList } from "../parts/RemarkList.tsx";
import { isWithin, toPointer } from "../schema/form-path.ts";
import {
  changeWay,
  drawnProperties,
  type JsonObject,
  type ObjectPlan,
  wayOf,
} from "../schema/plan-properties.ts";
import { drawOptionsOf } from "../schema/to-form.ts";

const noPlan: ObjectPlan = { properties: [], ways: [] };

/** The way in force and how to change it; what a way held comes back when it is chosen again. */
function useWay(plan: ObjectPlan, value: JsonObject, replace: (next: Json) => void) {
  const [chosen, setChosen] = useState<string>();
  const left = useRef(new Map<string, JsonObject>());
  const way = wayOf(plan, value, chosen);
  const choose = (next: string) => {
    if (way !== undefined) left.current.set(way, value);
    setChosen(next);
    const own = plan.ways.find(({ key }) => key === next)?.properties ?? [];
    const before = Object.entries(left.current.get(next) ?? {}).filter(([name]) => own.includes(name));
    replace({ ...Object.fromEntries(before), ...changeWay(plan, value, next) } as Json);
  };
  return { way, choose };
}

export function ObjectLayout({
  properties,
  formData,
  uiSchema,
  fieldPathId,
  readonly,
}: ObjectFieldTemplateProps) {
  const { t } = useTranslation();
  const { remarks, replace } = useInspector();
  const plan = drawOptionsOf(uiSchema).plan ?? noPlan;
  const value: JsonObject = formData ?? {};
  const [unfolded] = useState(() => new Set(Object.keys(value)));
  const { way, choose } = useWay(plan, value, (next) => replace(fieldPathId.path, next));
  const { shown, folded } = drawnProperties(plan, value, way, unfolded);
  const contentOf = (names: readonly string[]) =>
    names.flatMap((name) =>
      properties.filter((property) => property.name === name).map(({ content }) => content),
    );
  const pointer = toPointer(fieldPathId.path);
  const drawn = [...shown, ...folded].map((name) => toPointer([...fieldPathId.path, name]));
  const homeless = remarks.filter(
    ({ path }) =>
      path !== pointer && isWithin(path, pointer) && !drawn.some((place) => isWithin(path, place)),
  );
  return (
    <div className={styles.object}>
      {plan.ways.length > 1 ? (
        <Segmented
          block
          value={way ?? ""}
          disabled={readonly ?? false}
          options={plan.ways.map(({ key, label }) => ({ value: key, label }))}
          onChange={choose}
        />
      ) : null}
      {drawn.length === 0 && pointer === "" ? (
        <p className={styles.quiet}>{t("inspector.nothingToSet")}</p>
      ) : null}
      {contentOf(shown)}
      {folded.length > 0 ? (
        <Folded names={folded.map((name) => toPointer([...fieldPathId.path, name]))}>
          {contentOf(folded)}
        </Folded>
      ) : null}
      <RemarkList remarks={homeless} />
    </div>
  );
}

/** What is seldom needed; opens by itself for a fault in it and for a field that is looked for. */
function Folded({ names, children }: { names: readonly string[]; children: React.ReactNode }) {
  const { t } = useTranslation();
  const { remarks, focusPath } = useInspector();
  const id = useId();
  const concerns = (path: string) => names.some((name) => isWithin(path, name));
  const faulty = remarks.some(({ path }) => concerns(path));
  const wanted = focusPath !== undefined && concerns(focusPath);
  const [open, setOpen] = useState(faulty || wanted);
  useEffect(() => {
    if (faulty || wanted) setOpen(true);
  }, [faulty, wanted]);
  return (
    <>
      <button
        type="button"
        className={styles.more}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        {t("inspector.moreCount", { n: names.length })}
      </button>
      <div id={id} hidden={!open} className={styles.object}>
        {open ? children : null}
      </div>
    </>
  );
}
