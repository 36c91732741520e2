/** Signing in; leads back to where one wanted to go. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { Navigate, useSearchParams } from "react-router";
import { Gate } from "../../app/shell/Gate.tsx";
import { isUnauthenticated } from "../../client/errors.ts";
import { queryKeys } from "../../client/query-keys.ts";
import { meQuery, signIn } from "../../client/session.ts";
import { errorText } from "../../ui/error-text.ts";
import { pathWithin } from "./path-within.ts";
import styles from "./sign-in.module.css";

interface Credentials {
  readonly name: string;
  readonly password: string;
}

export function SignInPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const attempt = useMutation({
    mutationFn: ({ name, password }: Credentials) => signIn(name, password),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.me }),
  });
  if (me.data) return <Navigate to={pathWithin(search.get("next"))} replace />;
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <Gate size={40} />
        <h1>{t("signIn.title")}</h1>
        <p>{t("signIn.lead")}</p>
        <Form<Credentials>
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => attempt.mutate(values)}
          disabled={attempt.isPending}
        >
          <Form.Item
            name="name"
            label={t("signIn.name")}
            rules={[{ required: true, message: t("signIn.needName") }]}
          >
            <Input size="large" autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item
            name="password"
            label={t("signIn.password")}
            rules={[{ required: true, message: t("signIn.needPassword") }]}
          >
            <Input.Password size="large" autoComplete="current-password" />
          </Form.Item>
          <SignInError error={attempt.error} />
          <Button type="primary" size="large" htmlType="submit" block loading={attempt.isPending}>
            {t("signIn.submit")}
          </Button>
        </Form>
      </section>
    </main>
  );
}

function SignInError({ error }: { error: unknown }) {
  const { t, i18n } = useTranslation();
  if (error === null) return null;
  const text = isUnauthenticated(error) ? t("signIn.wrong") : errorText(error, t, i18n.language);
  return (
    <p className={styles.error} role="alert">
      {text}
    </p>
  );
}
