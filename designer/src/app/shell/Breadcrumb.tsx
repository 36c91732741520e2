/** Where one is: the page of the rail, and what is open in it. */
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { pageEntries } from "../pages.tsx";
import { useCurrentCrumb } from "./crumb.ts";
import styles from "./shell.module.css";

export function Breadcrumb() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const crumb = useCurrentCrumb();
  const page = pageEntries.find(({ path, below = [] }) =>
    [path, ...below].some((base) => pathname === base || pathname.startsWith(`${base}/`)),
  );
  const pageName = page ? t(`shell.nav.${page.id}`) : "";
  useEffect(() => {
    document.title = [crumb, pageName, t("shell.product")].filter(Boolean).join(" · ");
  }, [crumb, pageName, t]);
  if (!page) return <div className={styles.crumbs} />;
  return (
    <div className={styles.crumbs}>
      {crumb === null ? <span aria-current="page">{pageName}</span> : <Link to={page.path}>{pageName}</Link>}
      {crumb === null ? null : (
        <>
          <span aria-hidden="true">/</span>
          <span aria-current="page">{crumb}</span>
        </>
      )}
    </div>
  );
}
