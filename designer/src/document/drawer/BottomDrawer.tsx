/** The panel below the drawing: problems, try-it, JSON, revisions. Its edge is dragged or moved with the arrow keys. */
import { DownOutlined, UpOutlined } from "@ant-design/icons";
import type { DocumentKind } from "@sluice/schemas";
import { Button, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import styles from "../document.module.css";
import type { DrawerTab, Frame } from "../frame.ts";
import { JsonPanel } from "../json/JsonPanel.tsx";
import { RevisionsPanel } from "../revisions/RevisionsPanel.tsx";
import type { DrawerChoice } from "./drawer-choice.ts";
import { Problems } from "./Problems.tsx";
import { ResizeEdge } from "./ResizeEdge.tsx";

export interface BottomDrawerProps<K extends DocumentKind> {
  readonly frame: Frame<K>;
  readonly drawer: DrawerChoice;
}

export function BottomDrawer<K extends DocumentKind>({ frame, drawer }: BottomDrawerProps<K>) {
  const { t } = useTranslation();
  const { open, tab, height } = drawer;
  const shown: DrawerTab = tab === "trial" && !frame.trial ? "problems" : tab;
  const names: DrawerTab[] = frame.trial
    ? ["problems", "trial", "json", "revisions"]
    : ["problems", "json", "revisions"];
  const label = (name: DrawerTab) => (name === "trial" ? frame.trialLabel : t(`document.drawer.${name}`));
  return (
    <section className={styles.drawer} aria-label={t("document.drawer.label")} data-open={open}>
      {open ? <ResizeEdge height={height} onResize={drawer.resize} /> : null}
      <Tabs
        size="small"
        activeKey={open ? shown : ""}
        onTabClick={(name) => {
          if (open && name === shown) drawer.toggle();
          else drawer.show(name as DrawerTab);
        }}
        items={names.map((key) => ({ key, label: label(key) }))}
      />
      <Button
        className={styles.fold ?? ""}
        type="text"
        size="small"
        icon={open ? <DownOutlined aria-hidden /> : <UpOutlined aria-hidden />}
        aria-label={t(open ? "document.drawer.close" : "document.drawer.open")}
        aria-expanded={open}
        onClick={drawer.toggle}
      />
      {open ? (
        <div className={styles.drawerBody} style={{ height }}>
          <DrawerContent frame={frame} tab={shown} />
        </div>
      ) : null}
    </section>
  );
}

function DrawerContent<K extends DocumentKind>({ frame, tab }: { frame: Frame<K>; tab: DrawerTab }) {
  const { trial: Trial } = frame;
  switch (tab) {
    case "problems":
      return <Problems frame={frame} />;
    case "trial":
      return Trial ? (
        <Trial
          document={frame.document}
          session={frame.session}
          execute={frame.execute}
          findings={frame.findings}
          asked={frame.asked}
          ask={frame.ask}
          readOnly={frame.readOnly}
        />
      ) : null;
    case "json":
      return <JsonPanel frame={frame} />;
    case "revisions":
      return <RevisionsPanel frame={frame} />;
  }
}
