// The way back from a file that is damaged: its latest sound copy takes its place, and what was lost is named.
import { useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { Button } from "../widgets/button";
import { tell } from "../widgets/notice";
import { Refusal } from "./actions";
import { entered } from "./files";

export function Repair({ path, passphrase }: { path: string; passphrase?: string }) {
  const { t, time } = useTexts();
  const repair = useWrite("repair_file");
  const run = () =>
    // This button is gone by the time it is done.
    void repair.mutateAsync({ path, passphrase: passphrase ?? null }).then(
      ({ made_at, damaged }) => {
        entered();
        tell(t("ui.data.repaired", { time: time(made_at), path: damaged }));
      },
      () => undefined,
    );
  return (
    <>
      <Refusal error={repair.error} />
      <div>
        <Button icon="undo" busy={repair.isPending} onPress={run}>
          {t("ui.data.repair")}
        </Button>
      </div>
    </>
  );
}
