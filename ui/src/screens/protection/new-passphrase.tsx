// A new passphrase, typed twice: what both fields hold counts once they agree.
import { useState } from "react";
import { useTexts } from "../../texts";
import { WordsField } from "../../widgets/field";

interface Typed {
  first: string;
  again: string;
}

/** What was typed in both fields, and whether one may go on. */
export function useNewPassphrase() {
  const [typed, setTyped] = useState<Typed>({ first: "", again: "" });
  const [tried, setTried] = useState(false);
  return {
    typed,
    setTyped,
    tried,
    /** The passphrase, if both are the same; otherwise says so from now on. */
    take(): string | null {
      setTried(true);
      return typed.first === typed.again ? typed.first : null;
    },
    clear() {
      setTyped({ first: "", again: "" });
      setTried(false);
    },
  };
}

export function NewPassphrase(props: {
  state: ReturnType<typeof useNewPassphrase>;
  label: string;
  problem: string | undefined;
}) {
  const { t } = useTexts();
  const { typed, setTyped, tried } = props.state;
  return (
    <>
      <WordsField
        name="passphrase"
        type="password"
        label={props.label}
        help={t("ui.protection.passphrase_help")}
        problem={props.problem}
        value={typed.first}
        onChange={(first) => setTyped({ ...typed, first })}
      />
      <WordsField
        name="repeat"
        type="password"
        label={t("ui.protection.repeat")}
        problem={tried && typed.first !== typed.again ? t("ui.protection.differs") : undefined}
        value={typed.again}
        onChange={(again) => setTyped({ ...typed, again })}
      />
    </>
  );
}
