/** How the bottom drawer stands: open or not, how high, on which tab. Kept for this browser. */
import { useState } from "react";
import type { DrawerTab } from "../frame.ts";

const storageKey = "sluice.drawer";
const tabs: readonly DrawerTab[] = ["problems", "trial", "json", "revisions"];

/** Least and greatest height of the open drawer in pixels; the drawing keeps at least `drawingLeast`. */
export const drawerLimits = { least: 120, ordinary: 280, drawingLeast: 160 } as const;

export interface DrawerLook {
  readonly open: boolean;
  readonly height: number;
  readonly tab: DrawerTab;
}

const ordinary: DrawerLook = { open: false, height: drawerLimits.ordinary, tab: "problems" };

/** Reads what was kept; anything that does not fit falls back, value by value. */
export function parseDrawerLook(text: string | null): DrawerLook {
  let kept: Partial<Record<keyof DrawerLook, unknown>> = {};
  try {
    kept = JSON.parse(text ?? "{}") ?? {};
  } catch {
    // Somebody else's text under our key.
  }
  const { open, height, tab } = kept;
  const fits = typeof height === "number" && height >= drawerLimits.least && height < 4_000;
  return {
    open: open === true,
    height: fits ? height : ordinary.height,
    tab: tabs.find((name) => name === tab) ?? ordinary.tab,
  };
}

function read(): DrawerLook {
  try {
    return parseDrawerLook(localStorage.getItem(storageKey));
  } catch {
    // Storage may be forbidden.
    return ordinary;
  }
}

function keep(look: DrawerLook): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(look));
  } catch {
    // As above: in force as long as the page.
  }
}

export interface DrawerChoice extends DrawerLook {
  readonly show: (tab: DrawerTab) => void;
  readonly toggle: () => void;
  readonly resize: (height: number) => void;
}

export function useDrawerChoice(): DrawerChoice {
  const [look, setLook] = useState(read);
  const change = (part: Partial<DrawerLook>) =>
    setLook((current) => {
      const next = { ...current, ...part };
      keep(next);
      return next;
    });
  return {
    ...look,
    show: (tab) => change({ open: true, tab }),
    toggle: () => change({ open: !look.open }),
    resize: (height) => change({ height }),
  };
}
