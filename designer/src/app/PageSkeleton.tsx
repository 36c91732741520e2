import { SkeletonRows } from "../ui/SkeletonRows.tsx";

/** Stands where a page will be while its code is on the way. */
export function PageSkeleton() {
  return (
    <div style={{ padding: 24 }}>
      <SkeletonRows rows={12} />
    </div>
  );
}
