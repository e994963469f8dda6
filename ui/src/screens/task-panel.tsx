// A panel for one task: what it asks for, one button that does it, one that leaves.
import type { ReactNode } from "react";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { Panel } from "../widgets/overlay";

interface TaskPanelProps {
  title: string;
  size?: "small" | "wide";
  /** Leaves the task without doing it. */
  onClose: () => void;
  /** What the button that leaves does and says, where it does not just cancel. */
  leave?: { label: string; run: () => void };
  action: { label: string; run: () => void; kind?: "primary" | "danger"; busy?: boolean; disabled?: boolean };
  children: ReactNode;
}

export function TaskPanel({ title, size, onClose, leave, action, children }: TaskPanelProps) {
  const { t } = useTexts();
  return (
    <Panel
      title={title}
      open
      size={size ?? "small"}
      onClose={onClose}
      closeLabel={t("ui.word.close")}
      actions={
        <>
          <Button kind="quiet" onPress={leave?.run ?? onClose}>
            {leave?.label ?? t("ui.word.cancel")}
          </Button>
          <Button
            kind={action.kind ?? "primary"}
            busy={action.busy ?? false}
            disabled={action.disabled ?? false}
            onPress={action.run}
          >
            {action.label}
          </Button>
        </>
      }
    >
      {children}
    </Panel>
  );
}
