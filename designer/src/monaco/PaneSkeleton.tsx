/** What stands where a text is about to. */
import { SkeletonRows } from "../ui/SkeletonRows.tsx";
import styles from "./monaco.module.css";

export function PaneSkeleton() {
  return (
    <div className={styles.coming}>
      <SkeletonRows rows={6} />
    </div>
  );
}
