/** A call that changes a user: what is refused stands at its field, the dialog stays with everything in it. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, type FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../client/errors.ts";
import { queryKeys } from "../../../client/query-keys.ts";
import { errorText } from "../../../ui/error-text.ts";

export interface UserCall<V, R> {
  readonly form: FormInstance;
  readonly send: (values: V) => Promise<R>;
  readonly onDone: (result: R, values: V) => void;
  /** The field that a taken name belongs to. */
  readonly nameField?: string;
}

export function useUserCall<V, R>({ form, send, onDone, nameField }: UserCall<V, R>) {
  const { t, i18n } = useTranslation();
  const { message } = App.useApp();
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      const problems = error instanceof ApiError ? error.errors : [];
      const taken = error instanceof ApiError && error.code === "resource.exists" && nameField !== undefined;
      const faults = [
        ...problems.map(({ path, message: text }) => ({
          name: path.replace(/^\//, "").split("/")[0] ?? "",
          errors: [text],
        })),
        ...(taken ? [{ name: nameField, errors: [t("settings.user.taken")] }] : []),
      ];
      form.setFields(faults);
      if (!taken) void message.error(errorText(error, t, i18n.language), 6);
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.users }),
  });
}
