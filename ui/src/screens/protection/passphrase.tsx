// One's own passphrase: changing it, and taking the encryption away with it.
import { type FormEvent, useState } from "react";
import { useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import { tell } from "../../widgets/notice";
import { Panel } from "../../widgets/overlay";
import { Refusal } from "../actions";
import { whenSaved } from "../closing";
import { problemsOf } from "../problem";
import { NewPassphrase, useNewPassphrase } from "./new-passphrase";

export function ChangePassphrase() {
  const texts = useTexts();
  const { t } = texts;
  const [former, setFormer] = useState("");
  const passphrase = useNewPassphrase();
  const change = useWrite("change_passphrase");

  function submit(event: FormEvent) {
    event.preventDefault();
    const words = passphrase.take();
    if (words === null || change.isPending) return;
    const done = () => {
      setFormer("");
      passphrase.clear();
      tell(t("ui.protection.changed"));
    };
    change.mutate({ former, passphrase: words }, { onSuccess: done });
  }

  return (
    <section className="section" aria-labelledby="change-title">
      <h2 id="change-title">{t("ui.protection.change")}</h2>
      <form className="protection-form" onSubmit={submit}>
        <WordsField
          name="former"
          type="password"
          label={t("ui.protection.former")}
          value={former}
          onChange={setFormer}
        />
        <NewPassphrase
          state={passphrase}
          label={t("ui.protection.next")}
          problem={problemsOf(texts, change.error)("passphrase")}
        />
        {change.error && change.error.problems.length === 0 ? <Refusal error={change.error} /> : null}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t("ui.protection.change")}
          </Button>
        </div>
      </form>
    </section>
  );
}

export function Decrypt() {
  const { t } = useTexts();
  const [asking, setAsking] = useState(false);
  const [words, setWords] = useState("");
  const decrypt = useWrite("unprotect_file");
  const close = () => {
    setAsking(false);
    setWords("");
    decrypt.reset();
  };
  // This part of the screen is gone by the time it is done; a refusal is shown here, where it is then still open.
  const done = () => tell(t("ui.protection.decrypted"));
  const run = () =>
    void whenSaved(() => void decrypt.mutateAsync({ passphrase: words }).then(done, () => undefined));
  return (
    <section className="section" aria-labelledby="decrypt-title">
      <h2 id="decrypt-title">{t("ui.protection.decrypt")}</h2>
      <p className="intro">{t("ui.protection.decrypt_help")}</p>
      <div>
        <Button onPress={() => setAsking(true)}>{t("ui.protection.decrypt")}</Button>
      </div>
      <Panel
        title={t("ui.protection.decrypt")}
        open={asking}
        onClose={close}
        closeLabel={t("ui.word.close")}
        role="alertdialog"
        actions={
          <>
            <Button kind="danger" busy={decrypt.isPending} onPress={run}>
              {t("ui.protection.decrypt")}
            </Button>
            <Button onPress={close}>{t("ui.word.cancel")}</Button>
          </>
        }
      >
        <p>{t("ui.protection.decrypt_help")}</p>
        <WordsField
          name="former"
          type="password"
          label={t("ui.protection.former")}
          value={words}
          onChange={setWords}
          autoFocus
        />
        <Refusal error={decrypt.error} />
      </Panel>
    </section>
  );
}
