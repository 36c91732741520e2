/** One customer: who they are, and everything they ever wrote about. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useCrumb } from "../../app/shell/crumb.ts";
import { customerQuery } from "../../client/customers.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { SkeletonRows } from "../../ui/SkeletonRows.tsx";
import { CustomerHeader } from "./CustomerHeader.tsx";
import { CustomerHistory } from "./CustomerHistory.tsx";
import styles from "./customer.module.css";

export function CustomerPage() {
  const { id = "" } = useParams();
  const query = useQuery(customerQuery(id));
  const name = query.data?.customer.name ?? id;
  useCrumb(query.data ? name : null);
  if (query.isPending)
    return (
      <div className={styles.loading}>
        <SkeletonRows rows={16} />
      </div>
    );
  if (query.data === undefined)
    return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={styles.page}>
      <CustomerHeader view={query.data} />
      <CustomerHistory key={id} view={query.data} />
    </div>
  );
}
