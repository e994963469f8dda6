// The shared screen: what everybody in the room may see. It asks the core for slides without personal data and for
// nothing else; names are not hidden here, they never come. Leaving it takes a deliberate act.
import { useEffect, useRef, useState } from "react";
import { type AnyRecord, useRead, write } from "../../ipc/query";
import { go, swap } from "../../router";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { Panel } from "../../widgets/overlay";
import { attempt, Refusal } from "../actions";
import { CAPTURE_KEYS, useCapture } from "../meeting/capture";
import { Elapsed, isRunning } from "../meeting/live";
import { Paper } from "../paper";
import { useShowing } from "./showing";

interface SharedScreenProps {
  /** Id of the meeting; "-" for the partnership as a whole. */
  meeting: string | null;
  /** Key of the slide in the address. */
  slide: string | undefined;
}

export function SharedScreen({ meeting: place, slide: key }: SharedScreenProps) {
  const texts = useTexts();
  const { t } = texts;
  const meeting = place === "-" ? null : place;
  const args = meeting === null ? { language: texts.language } : { meeting, language: texts.language };
  const read = useRead("shared_screen", args, { keep: true });
  const slides = read.data?.slides ?? [];
  const at = Math.max(
    0,
    slides.findIndex((one) => one.key === key),
  );
  const slide = slides[at];
  const [blank, setBlank] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const capture = useCapture(meeting ?? "", slide?.item ?? null);
  const stage = useRef<HTMLElement>(null);
  const agenda = useRead("agenda", { meeting: meeting ?? "" }, { when: meeting !== null, keep: true }).data;
  const asked = { entity: "meeting", id: meeting ?? "" };
  const running = isRunning(
    useRead("get_record", asked, { when: meeting !== null }).data as AnyRecord | undefined,
  );
  const item = agenda?.items.find((row) => row.id === slide?.item);

  function show(next: number) {
    const wanted = slides[Math.min(Math.max(next, 0), slides.length - 1)];
    if (wanted) swap("shared", place ?? "-", wanted.key);
  }
  useShowing(meeting, slide?.key, blank, (shown) => {
    setBlank(shown.blank);
    if (shown.slide) swap("shared", place ?? "-", shown.slide);
  });

  useEffect(() => {
    document.title = t("ui.shared.title");
    document.documentElement.dataset.shared = "";
    stage.current?.focus();
    return () => void delete document.documentElement.dataset.shared;
  }, [t]);

  const leave = () =>
    attempt(texts, async () => {
      await write("end_sharing", {});
      if (meeting === null) go("overview");
      else go("meeting", meeting, "live");
    });

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.altKey || event.metaKey || capture.open || leaving) return;
      const what = meeting === null ? undefined : CAPTURE_KEYS[event.code];
      if (event.key === "Escape") setLeaving(true);
      else if (event.code === "KeyB" || event.key === ".") setBlank(!blank);
      else if (blank) return;
      else if (["ArrowRight", "PageDown", " "].includes(event.key)) show(at + 1);
      else if (["ArrowLeft", "PageUp"].includes(event.key)) show(at - 1);
      else if (event.key === "Home") show(0);
      else if (event.key === "End") show(slides.length - 1);
      else if (what && !(what === "note" && !slide?.item)) capture.begin(what);
      else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <div className="wall">
      <header className="wall-head">
        <p className="wall-mark">{t("ui.shared.mark")}</p>
        {read.data?.sensitivity ? <p className="wall-sensitivity">{read.data.sensitivity}</p> : null}
        {item && running ? <Elapsed row={item} /> : null}
        <p>{t("ui.shared.position", { at: texts.number(at + 1), all: texts.number(slides.length) })}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of a presenter go to the slide */}
      <main className="wall-stage" ref={stage} tabIndex={0} data-kind={slide?.kind}>
        <Refusal error={read.error} />
        {blank ? (
          <p className="wall-blank">{t("ui.shared.blanked")}</p>
        ) : slide ? (
          <>
            <h1>{slide.title}</h1>
            <Paper html={slide.html} title={t("ui.shared.content")} />
          </>
        ) : null}
      </main>
      <footer className="wall-foot">
        <span>{read.data?.title}</span>
        <span>{t("ui.shared.keys")}</span>
        <Button kind="plain" icon="close" onPress={() => setLeaving(true)}>
          {t("ui.shared.leave")}
        </Button>
      </footer>
      {capture.panel}
      {leaving ? (
        <Panel
          title={t("ui.shared.leave_title")}
          open
          role="alertdialog"
          onClose={() => setLeaving(false)}
          closeLabel={t("ui.shared.stay")}
          actions={
            <>
              <Button kind="primary" autoFocus onPress={() => setLeaving(false)}>
                {t("ui.shared.stay")}
              </Button>
              <Button kind="danger" onPress={() => void leave()}>
                {t("ui.shared.leave")}
              </Button>
            </>
          }
        >
          <p>{t("ui.shared.leave_help")}</p>
        </Panel>
      ) : null}
    </div>
  );
}
