/** Differences of a part of the settings as lines: whole items that came or went are called by their key. */
import type { TFunction } from "i18next";
import { type ChangeLine, changeLines } from "../../../document/change-lines.ts";
import { itemKey, placeName } from "./place-name.ts";

const named = (value: unknown): unknown => itemKey(value) ?? value;

/** A line without a value has none. */
const told = (line: ChangeLine): ChangeLine => ({
  ...line,
  ...(line.from === undefined ? {} : { from: named(line.from) }),
  ...(line.to === undefined ? {} : { to: named(line.to) }),
});

export const settingLines = (
  before: unknown,
  after: unknown,
  t: TFunction,
  language: string,
): readonly ChangeLine[] =>
  changeLines<unknown>(before, after, (value, path) => placeName(value, path, t, language)).map(told);
