// A file that waits for a passphrase, for the recovery key, or for this computer's keyring where that was wanted. Nothing of
// the file is known here but its name.
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { LockedFile } from "../../ipc/bindings";
import type { CoreError } from "../../ipc/call";
import { asCoreError, refresh, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import { tell } from "../../widgets/notice";
import { Refusal } from "../actions";
import { entered } from "../files";
import { LanguageChoice } from "../language";
import { Page } from "../page";
import { Repair } from "../repair";

export default function Unlock({ file }: { file: LockedFile }) {
  const { t } = useTexts();
  const [recovering, setRecovering] = useState(false);
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CoreError | null>(null);
  const [asking, setAsking] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  // A keyring may ask somebody to unlock it; meanwhile the passphrase opens the file as well.
  async function openWithKeyring() {
    setAsking(true);
    setError(null);
    try {
      await write("unlock_with_keyring", { path: file.path });
      if (here.current) entered("overview");
    } catch (reason) {
      if (!here.current) return;
      setError(asCoreError(reason));
      setAsking(false);
      // The button may be gone now: the passphrase is what is left.
      setRefusals(refusals + 1);
      await refresh();
    }
  }

  async function unlock(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      if (recovering) await write("recover_file", { path: file.path, key: words });
      else await write("unlock_file", { path: file.path, passphrase: words });
      entered(recovering ? "protection" : "overview");
      if (recovering) tell(t("ui.protection.recovered"));
    } catch (reason) {
      setError(asCoreError(reason));
      setBusy(false);
    }
  }

  function change(recover: boolean) {
    setRecovering(recover);
    setWords("");
    setError(null);
  }

  return (
    <div className="start">
      <header className="start-head">
        <p className="brand">{t("app.name")}</p>
        <LanguageChoice />
      </header>
      <main id="content">
        <Page title={t("ui.protection.locked_title", { name: file.file_name })} place="unlock">
          <form className="unlock" onSubmit={(event) => void unlock(event)}>
            {recovering ? (
              <WordsField
                key="key"
                name="recovery_key"
                label={t("ui.protection.recovery_key")}
                help={t("ui.protection.recovery_key_help")}
                value={words}
                onChange={setWords}
                autoFocus
              />
            ) : (
              <WordsField
                key={`passphrase ${refusals}`}
                name="passphrase"
                type="password"
                label={t("ui.protection.passphrase")}
                value={words}
                onChange={setWords}
                autoFocus
              />
            )}
            <Refusal error={error} />
            {error && ["damaged_file", "damaged_keys"].includes(error.code) && !recovering ? (
              <Repair path={file.path} passphrase={words} />
            ) : null}
            <div className="parts-head">
              <Button kind="primary" icon="lock" type="submit" busy={busy}>
                {t("ui.protection.unlock")}
              </Button>
              {file.keyring && !recovering ? (
                <Button icon="lock" busy={asking} onPress={() => void openWithKeyring()}>
                  {t("ui.protection.use_keyring")}
                </Button>
              ) : null}
              <Button kind="quiet" onPress={() => change(!recovering)}>
                {t(recovering ? "ui.protection.use_passphrase" : "ui.protection.use_recovery")}
              </Button>
              <Button kind="quiet" onPress={() => void write("leave_locked", {}).then(() => entered(""))}>
                {t("ui.protection.to_start")}
              </Button>
            </div>
          </form>
        </Page>
      </main>
    </div>
  );
}
