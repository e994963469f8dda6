// Encrypting the open file: whoever does becomes its first user.
import { type FormEvent, useState } from "react";
import type { Recovery } from "../../ipc/bindings";
import { useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import { Refusal } from "../actions";
import { whenSaved } from "../closing";
import { problemsOf } from "../problem";
import { NewPassphrase, useNewPassphrase } from "./new-passphrase";

export function Encrypt({ onMade }: { onMade: (recovery: Recovery) => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [name, setName] = useState("");
  const passphrase = useNewPassphrase();
  const protect = useWrite("protect_file");
  const problem = problemsOf(texts, protect.error);

  function encrypt(event: FormEvent) {
    event.preventDefault();
    const words = passphrase.take();
    if (words === null || protect.isPending) return;
    // The form is gone by the time the key is there; a refusal is shown by the form, which is then still there.
    const made = () => protect.mutateAsync({ name, passphrase: words }).then(onMade, () => undefined);
    void whenSaved(() => void made());
  }

  return (
    <section className="section" aria-labelledby="encrypt-title">
      <h2 id="encrypt-title">{t("ui.protection.encrypt")}</h2>
      <p className="intro">{t("ui.protection.encrypt_help")}</p>
      <form className="protection-form" onSubmit={encrypt}>
        <WordsField
          name="name"
          label={t("ui.protection.your_name")}
          problem={problem("name")}
          value={name}
          onChange={setName}
        />
        <NewPassphrase
          state={passphrase}
          label={t("ui.protection.passphrase")}
          problem={problem("passphrase")}
        />
        {protect.error && protect.error.problems.length === 0 ? <Refusal error={protect.error} /> : null}
        <div>
          <Button kind="primary" icon="lock" type="submit" busy={protect.isPending}>
            {t("ui.protection.encrypt")}
          </Button>
        </div>
      </form>
    </section>
  );
}
