// The choice of the interface's language. Each language is named in itself, so that anyone finds theirs.
import { useRead, useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { ChoiceField } from "../widgets/choice";

export function LanguageChoice() {
  const texts = useTexts();
  const languages = useRead("languages", {}).data ?? [];
  const change = useWrite("change_settings");
  return (
    <div className="language-choice">
      <ChoiceField
        label={texts.t("ui.data.interface_language")}
        value={texts.language}
        onChange={(language) => language && change.mutate({ change: { language } })}
        choices={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
      />
    </div>
  );
}
