// The recovery key, shown once: to be printed or written down.
import { useState } from "react";
import { useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { Notice } from "../../widgets/notice";
import { Panel } from "../../widgets/overlay";
import { Refusal } from "../actions";

export function RecoveryKey({
  recoveryKey,
  left,
  onClose,
}: {
  recoveryKey: string;
  left: string[];
  onClose: () => void;
}) {
  const texts = useTexts();
  const { t } = texts;
  const save = useWrite("save_recovery_sheet");
  const [saved, setSaved] = useState<string | null>(null);
  return (
    <Panel
      title={t("ui.protection.recovery")}
      open
      // Only the button below closes it: the key does not come back.
      onClose={() => undefined}
      closeLabel={t("ui.word.close")}
      actions={
        <>
          <Button
            kind="primary"
            icon="report"
            busy={save.isPending}
            onPress={() =>
              save.mutate({ key: recoveryKey, language: texts.language }, { onSuccess: setSaved })
            }
          >
            {t("ui.protection.recovery_save")}
          </Button>
          <Button onPress={onClose}>{t("ui.protection.recovery_done")}</Button>
        </>
      }
    >
      <p>{t("ui.protection.recovery_help")}</p>
      <p className="recovery-key" translate="no">
        {recoveryKey}
      </p>
      {left.length > 0 ? (
        <Notice tone="warning">
          <p>{t("ui.protection.copies_left")}</p>
          <ul>
            {left.map((path) => (
              <li key={path} className="path">
                {path}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Refusal error={save.error} />
      {saved ? (
        <Notice tone="done">
          <p>{t("ui.protection.recovery_saved", { path: saved })}</p>
        </Notice>
      ) : null}
    </Panel>
  );
}
