/** The ids around an input: one rule for frames, which set them, and inputs, which refer to them. */
export interface FieldIds {
  readonly label: string;
  readonly remarks: string;
}

export const fieldIds = (id: string): FieldIds => ({ label: `${id}-label`, remarks: `${id}-remarks` });
