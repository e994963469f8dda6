// This computer's keyring, which may open the file without the passphrase. Off until somebody wants it, and said plainly
// what it means.
import type { Protection } from "../../ipc/bindings";
import { useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { FlagField } from "../../widgets/field";
import { tell } from "../../widgets/notice";
import { Refusal } from "../actions";

export function Keyring({ protection }: { protection: Protection }) {
  const { t } = useTexts();
  const remember = useWrite("remember_key");
  const forget = useWrite("forget_key");
  // While the keyring is asked, which may take somebody a moment, the switch shows what was chosen.
  const chosen = remember.isPending || (protection.remembered && !forget.isPending);
  function choose(on: boolean) {
    if (remember.isPending || forget.isPending) return;
    remember.reset();
    forget.reset();
    const write = on ? remember : forget;
    write.mutate(
      {},
      { onSuccess: () => tell(t(on ? "ui.protection.keyring_on" : "ui.protection.keyring_off")) },
    );
  }
  return (
    <section className="section" aria-labelledby="keyring-title">
      <h2 id="keyring-title">{t("ui.protection.keyring")}</h2>
      {protection.keyring ? (
        <FlagField
          name="keyring"
          label={t("ui.protection.keyring_switch")}
          help={t("ui.protection.keyring_help")}
          value={chosen}
          onChange={choose}
        />
      ) : (
        <p className="intro">{t("ui.protection.keyring_none")}</p>
      )}
      <Refusal error={remember.error ?? forget.error} />
    </section>
  );
}
