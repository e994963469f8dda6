// What all form fields have: a label with its marks, help and problem below. The fields themselves are in field.tsx,
// date.tsx and choice.tsx.
import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { Icon } from "./icon";

/** What every field has. */
export interface FieldProps {
  label: ReactNode;
  help?: string | undefined;
  /** Why the value was refused, in the officer's words. */
  problem?: string | undefined;
  /** Words shown after the label, such as that the field is required. */
  mark?: ReactNode;
  required?: boolean;
  /** Lets a screen find the field to move the focus there. */
  name?: string | undefined;
  onLeave?: (() => void) | undefined;
}

export function Frame({ label, mark, tools }: { label: ReactNode; mark?: ReactNode; tools?: ReactNode }) {
  return (
    <div className="field-head">
      <Label className="label">
        {label}
        {mark}
      </Label>
      {tools}
    </div>
  );
}

export function Below({ help, problem }: { help?: string | undefined; problem?: string | undefined }) {
  return (
    <>
      {help ? (
        <Text slot="description" className="help">
          {help}
        </Text>
      ) : null}
      <FieldError className="problem">
        <Icon name="warning" />
        <span>{problem}</span>
      </FieldError>
    </>
  );
}
