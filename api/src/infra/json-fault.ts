/** Where a text stops being JSON. `JSON.parse` names the place in some runtimes and some messages only. */

const space = /[ \t\n\r]*/y;
const scalar =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON strings may not hold them
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type State = "value" | "first-item" | "first-key" | "key" | "colon" | "after";

const matchAt = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
};

interface Scan {
  readonly open: string[];
  state: State;
  at: number;
}

/** Takes one bracket, comma or colon; false when it may not stand here. */
function takeMark(scan: Scan, char: string): boolean {
  const { open, state } = scan;
  const inObject = open.at(-1) === "{";
  const wantsValue = state === "value" || state === "first-item";
  scan.at += 1;
  if (wantsValue && (char === "{" || char === "[")) {
    open.push(char);
    scan.state = char === "{" ? "first-key" : "first-item";
  } else if (state === "colon" && char === ":") scan.state = "value";
  else if (state === "after" && char === "," && open.length > 0) scan.state = inObject ? "key" : "value";
  else if (char === (inObject ? "}" : "]") && open.length > 0 && endsHere(state, inObject)) {
    open.pop();
    scan.state = "after";
  } else return false;
  return true;
}

const endsHere = (state: State, inObject: boolean): boolean =>
  state === "after" || state === (inObject ? "first-key" : "first-item");

/** Takes one string, number or word; false when it may not stand here. */
function takeScalar(scan: Scan, text: string, length: number): boolean {
  const isKey = scan.state === "first-key" || scan.state === "key";
  if (scan.state === "colon" || scan.state === "after" || (isKey && text[scan.at] !== '"')) return false;
  scan.state = isKey ? "colon" : "after";
  scan.at += length;
  return true;
}

/** Index of the first character that cannot stand where it is; the text's length when it ends too early. */
export function faultPosition(text: string): number {
  const scan: Scan = { open: [], state: "value", at: 0 };
  for (;;) {
    scan.at += matchAt(space, text, scan.at);
    const start = scan.at;
    if (start >= text.length) return text.length;
    const length = matchAt(scalar, text, start);
    const taken = length > 0 ? takeScalar(scan, text, length) : takeMark(scan, text[start] ?? "");
    if (!taken) return start;
  }
}
