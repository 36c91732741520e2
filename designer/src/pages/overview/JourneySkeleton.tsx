/** The picture's frame before the first answer: the same places, so that nothing jumps. */
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import styles from "./overview.module.css";

const stages = ["channels", "classification", "sla", "routing", "workflows", "closing"];

export function JourneySkeleton() {
  return (
    <div className={styles.body} aria-hidden="true">
      <ol className={styles.journey}>
        {stages.map((stage) => (
          <li key={stage} className={styles.stage}>
            <div className={styles.waitingStage}>
              <SkeletonRows rows={9} />
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.panels}>
        <div className={styles.panel}>
          <SkeletonRows rows={8} />
        </div>
        <div className={styles.panel}>
          <SkeletonRows rows={8} />
        </div>
      </div>
    </div>
  );
}
