/** What pictures are taken of: a page in a house, and what is done on it before. */
import type { Page } from "playwright-core";
import type { BusyHouse } from "./busy-house.ts";
import { drawingShots } from "./drawing-shots.ts";
import { houseShots } from "./house-shots.ts";
import { stateShots } from "./state-shots.ts";

/** The house that a picture is taken in. */
export type HouseKind = "busy" | "empty" | "overfull";

export interface Shot {
  readonly name: string;
  readonly house: HouseKind;
  readonly path: (house: BusyHouse) => string;
  /** What is done on the page before the picture. */
  readonly act?: (page: Page) => Promise<unknown>;
  readonly signedOut?: boolean;
  /** By the administrator, where an agent may not look. */
  readonly asAdmin?: boolean;
}

const ticketShots: readonly Shot[] = [
  { name: "sign-in", house: "busy", path: () => "/sign-in", signedOut: true },
  { name: "tickets", house: "busy", path: () => "/tickets" },
  { name: "tickets-all", house: "busy", path: () => "/tickets?view=all" },
  {
    name: "tickets-filtered",
    house: "busy",
    path: () => "/tickets?status=open,new&priority=P1,P2&tag=退换货&group=aftersales",
  },
  { name: "tickets-nothing", house: "busy", path: () => "/tickets?q=zzzz" },
  { name: "tickets-empty", house: "empty", path: () => "/tickets" },
  { name: "ticket", house: "busy", path: ({ refund }) => `/tickets/${refund}` },
  {
    name: "ticket-why",
    house: "busy",
    path: ({ refund }) => `/tickets/${refund}`,
    act: async (page) => {
      const scroll = page.locator("[class*=scroll]").first();
      await scroll.evaluate((element) => element.scrollTo(0, 0));
      for (const index of [0, 1]) await page.locator("[class*=whyButton]").nth(index).click();
    },
  },
  {
    name: "ticket-rail-end",
    house: "busy",
    path: ({ refund }) => `/tickets/${refund}`,
    act: (page) => page.locator("aside[class*=rail]").evaluate((element) => element.scrollTo(0, 10_000)),
  },
  { name: "ticket-overlong", house: "busy", path: ({ overlong }) => `/tickets/${overlong}` },
  { name: "new-ticket", house: "busy", path: () => "/tickets?new=1" },
  {
    name: "palette",
    house: "busy",
    path: () => "/tickets",
    act: (page) => page.keyboard.press("Control+k"),
  },
  { name: "not-found", house: "busy", path: () => "/nowhere" },
];

/** Every picture. */
export const shots: readonly Shot[] = [...ticketShots, ...drawingShots, ...houseShots, ...stateShots];
