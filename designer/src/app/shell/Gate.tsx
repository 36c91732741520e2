import styles from "./shell.module.css";

/** The product's mark: a sluice gate over water. */
export function Gate({ size = 24 }: { size?: number }) {
  return (
    <svg className={styles.gate} width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M9 7v11M16 7v7M23 7v11M6 23c2.500-2 4.200-2 6.700 0s4.200 2 6.700 0 4.200-2 6.600 0" />
    </svg>
  );
}
