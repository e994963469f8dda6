// The copies that were made before files were taken in, and the way back to one of them.
import { useState } from "react";
import type { Backup } from "../../ipc/bindings";
import { useRead, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { whenSaved } from "../closing";
import { Asking } from "../dialogs";
import { entered } from "../files";

export function Backups() {
  const { t, pair } = useTexts();
  const backups = useRead("backups", {}).data ?? [];
  const [chosen, setChosen] = useState<Backup | null>(null);
  if (backups.length === 0) return null;
  return (
    <section className="section" aria-labelledby="backups-title">
      <h2 id="backups-title">{t("ui.exchange.backups_title")}</h2>
      <p>{t("ui.exchange.backups_help")}</p>
      <ul className="backups">
        {backups.map((backup) => (
          <li key={backup.path}>
            <span className="path">{backup.file_name}</span>
            {backup.holds_erased ? <strong>{t("ui.exchange.holds_erased")}</strong> : null}
            <Button
              kind="quiet"
              spoken={pair(t("ui.exchange.restore"), backup.file_name)}
              onPress={() => setChosen(backup)}
            >
              {t("ui.exchange.restore")}
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? <Restore backup={chosen} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}

function Restore({ backup, onClose }: { backup: Backup; onClose: () => void }) {
  const { t, pair } = useTexts();
  const restore = useWrite("restore_backup");
  function run() {
    restore.mutate(
      { path: backup.path },
      {
        onSuccess: () => {
          onClose();
          entered();
        },
      },
    );
  }
  return (
    <Asking
      title={pair(t("ui.exchange.restore"), backup.file_name)}
      act={t("ui.exchange.restore")}
      onAct={() => void whenSaved(run)}
      busy={restore.isPending}
      onClose={onClose}
      error={restore.error}
    >
      <p>{t("ui.exchange.restore_help")}</p>
    </Asking>
  );
}
