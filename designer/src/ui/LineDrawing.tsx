/** The line drawings of empty and broken places: a sluice gate with its water. */
import styles from "./ui.module.css";

const water = "M8 66c8-6 14-6 22 0s14 6 22 0 14-6 22 0 14 6 22 0 14-6 22 0 10 5 10 5";
const lower = "M20 78c7-5 12-5 19 0s12 5 19 0 12-5 19 0 12 5 19 0";

function Gate({ open }: { open: boolean }) {
  const top = open ? 14 : 26;
  return (
    <>
      <path d="M44 10v46M92 10v46M36 10h64" />
      <path className={styles.lit} d={`M52 ${top}h32v22H52zM52 ${top + 8}h32M68 ${top}v-6`} />
    </>
  );
}

/** `empty`: the gate is open and nothing flows; `broken`: the gate is stuck. */
export function LineDrawing({ name }: { name: "empty" | "broken" }) {
  return (
    <svg className={styles.drawing} viewBox="0 0 136 88" aria-hidden="true" focusable="false">
      <Gate open={name === "empty"} />
      <path d={water} />
      <path d={lower} />
      {name === "broken" ? <path className={styles.lit} d="M62 62l12 12M74 62L62 74" /> : null}
    </svg>
  );
}
