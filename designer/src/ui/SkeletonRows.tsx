import styles from "./ui.module.css";

const widths = ["92%", "78%", "86%", "64%", "89%", "72%"];
const lines = Array.from({ length: 40 }, (_, index) => ({
  id: `line-${index}`,
  width: widths[index % widths.length],
}));

/** Grey lines in place of text that is on its way; at most 40. */
export function SkeletonRows({ rows }: { rows: number }) {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {lines.slice(0, rows).map(({ id, width }) => (
        <span key={id} style={{ width }} />
      ))}
    </div>
  );
}
