// The presenter's own window beside the shared screen: it leads the slides and shows the running of the meeting. Only
// the presenter sees it.
import { useEffect, useState } from "react";
import type { Shown } from "../../ipc/bindings";
import { useRead } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { ChoiceField } from "../../widgets/choice";
import { Live } from "../meeting/live";
import { tellShown, useOther } from "./showing";

export function NotesWindow({ meeting }: { meeting: string }) {
  const texts = useTexts();
  const { t } = texts;
  const slides =
    useRead("shared_screen", { meeting, language: texts.language }, { keep: true }).data?.slides ?? [];
  const [shown, setShown] = useState<Shown | null>(null);
  useOther(setShown);
  useEffect(() => {
    document.title = t("ui.shared.notes_window");
  }, [t]);
  const at = slides.findIndex(({ key }) => key === shown?.slide);
  const next = slides[at + 1];
  function show(change: Partial<Shown>) {
    if (!shown) return;
    const changed = { ...shown, ...change };
    setShown(changed);
    void tellShown(changed);
  }
  return (
    <main className="notes" id="content" tabIndex={-1}>
      <h1>{t("ui.shared.notes_window")}</h1>
      {shown === null ? (
        <p className="empty">{t("ui.shared.notes_not_sharing")}</p>
      ) : (
        <section className="notes-slides" aria-label={t("ui.shared.pick")}>
          <Button icon="left" disabled={at < 1} onPress={() => show({ slide: slides[at - 1]?.key ?? "" })}>
            {t("ui.shared.previous")}
          </Button>
          <Button
            kind="primary"
            icon="right"
            disabled={!next}
            onPress={() => show({ slide: next?.key ?? "" })}
          >
            {t("ui.shared.next")}
          </Button>
          <Button onPress={() => show({ blank: !shown.blank })}>{t("ui.shared.blank")}</Button>
          <ChoiceField
            label={t("ui.shared.pick")}
            name="slide"
            value={shown.slide}
            choices={slides.map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(slide) => slide && show({ slide })}
          />
          <p>{next ? t("ui.shared.notes_next", { title: next.title }) : t("ui.shared.notes_last")}</p>
        </section>
      )}
      <Live meeting={meeting} />
    </main>
  );
}
