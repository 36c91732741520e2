/** The fields that the house adds to its tickets: the list in its order, and the chosen one beside it. */

import { PlusOutlined } from "@ant-design/icons";
import type { Settings, TicketField } from "@sluice/schemas";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Answer } from "../../../client/request.ts";
import { NothingYet } from "../edit/NothingYet.tsx";
import { PartFrame } from "../edit/PartFrame.tsx";
import { PartLoader } from "../edit/PartLoader.tsx";
import { fieldsCodec } from "../edit/part-codec.ts";
import { changeRow, freeName, newUid, type Row, removeRow } from "../edit/rows.ts";
import { usePartEdit } from "../edit/use-part-edit.ts";
import { useShowFault } from "../edit/use-show-fault.ts";
import styles from "../settings.module.css";
import { FieldForm } from "./FieldForm.tsx";
import { FieldList } from "./FieldList.tsx";

export function FieldsPart({ readOnly }: { readOnly: boolean }) {
  return <PartLoader part="fields">{(read) => <Fields read={read} readOnly={readOnly} />}</PartLoader>;
}

const blank = (taken: readonly string[]): Row<TicketField> => ({
  uid: newUid(),
  fresh: true,
  item: { key: freeName("field", taken), type: "text", label: { zh: "", en: "" } },
});

function Fields({ read, readOnly }: { read: Answer<Settings["fields"]>; readOnly: boolean }) {
  const { t } = useTranslation();
  const edit = usePartEdit(fieldsCodec, read);
  const { draft, set, faults } = edit;
  const [chosen, setChosen] = useState<string | null>(null);
  useShowFault(faults, setChosen);
  const row = draft.find(({ uid }) => uid === chosen) ?? draft[0];
  const add = () => {
    const added = blank(draft.map(({ item }) => item.key));
    set([...draft, added]);
    setChosen(added.uid);
  };
  return (
    <PartFrame
      edit={edit}
      readOnly={readOnly}
      tools={
        <Button icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t("settings.add.field")}
        </Button>
      }
    >
      {row ? (
        <div className={styles.split}>
          <FieldList
            rows={draft}
            chosen={row.uid}
            onChoose={setChosen}
            onChange={set}
            faults={faults}
            readOnly={readOnly}
          />
          <FieldForm
            key={row.uid}
            row={row}
            faults={faults}
            readOnly={readOnly}
            onChange={(item) => set(changeRow(draft, row.uid, item))}
            onRemove={() => set(removeRow(draft, row.uid))}
          />
        </div>
      ) : (
        <NothingYet kind="field" readOnly={readOnly} onAdd={add} />
      )}
    </PartFrame>
  );
}
