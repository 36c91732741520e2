/** A hand whose clicks are counted: what a task costs a person. Typing and keys are free. */
import type { Locator, Page } from "playwright-core";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Hand {
  /** Pointer clicks so far. */
  readonly clicks: number;
  click(target: Locator): Promise<void>;
  /** Takes something and lets go of it elsewhere; counts as one click. */
  drag(from: Point, to: Point): Promise<void>;
  /** Types into whatever has the focus. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
}

async function dragBetween({ mouse }: Page, from: Point, to: Point): Promise<void> {
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(from.x + 3, from.y + 3);
  await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await mouse.move(to.x, to.y, { steps: 4 });
  await mouse.up();
}

/** The middle of what is in sight. */
export async function centreOf(target: Locator): Promise<Point> {
  const box = await target.boundingBox();
  if (box === null) throw new Error("nothing to be seen there");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** A hand at a page, its count at nothing. */
export function createHand(page: Page): Hand {
  let clicks = 0;
  return {
    get clicks() {
      return clicks;
    },
    async click(target) {
      clicks += 1;
      await target.click();
    },
    drag(from, to) {
      clicks += 1;
      return dragBetween(page, from, to);
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
  };
}
