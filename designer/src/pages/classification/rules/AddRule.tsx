/** A new rule in one line: its name and the words it looks for. */
import { PlusOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { type KeyboardEvent, memo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./list.module.css";
import { isNewRule } from "./new-rule.ts";

export const AddRule = memo(function AddRule({ onAdd }: { onAdd: (name: string, words: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [words, setWords] = useState("");
  const first = useRef<InputRef>(null);
  const possible = isNewRule(name, words);
  const add = () => {
    if (!possible) return;
    onAdd(name, words);
    setName("");
    setWords("");
    first.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter also ends a word of an input method.
    if (event.key === "Enter" && !event.nativeEvent.isComposing) add();
  };
  return (
    <fieldset className={styles.add} aria-label={t("classification.add.label")}>
      <Input
        ref={first}
        className={styles.addName ?? ""}
        aria-label={t("classification.add.name")}
        placeholder={t("classification.add.name")}
        maxLength={60}
        value={name}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={onKeyDown}
      />
      <Input
        aria-label={t("classification.add.words")}
        placeholder={t("classification.add.words")}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={onKeyDown}
      />
      <Button icon={<PlusOutlined />} disabled={!possible} onClick={add}>
        {t("classification.add.button")}
      </Button>
    </fieldset>
  );
});
