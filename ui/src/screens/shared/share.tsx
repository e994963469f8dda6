// Sharing the screen from anywhere in the window: one button, one key. Which meeting is meant: the one whose page is
// open, else the one that is held now or today, else the partnership as a whole.
import { useEffect } from "react";
import { call } from "../../ipc/call";
import { flushTyped } from "../../ipc/drafts";
import { go, useRoute } from "../../router";
import { useTexts } from "../../texts";
import { today } from "../../today";
import { IconButton } from "../../widgets/button";
import { silence } from "../../widgets/notice";

/** The key that shares the screen. */
const SHARE_KEY = "F9";

export function ShareButton() {
  const { t } = useTexts();
  const [place, id] = useRoute();
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key !== SHARE_KEY || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      void share(place === "meeting" ? id : undefined);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [place, id]);
  return (
    <IconButton
      icon="screen"
      label={`${t("ui.shared.open")} (${SHARE_KEY})`}
      shortcut={SHARE_KEY}
      onPress={() => void share(place === "meeting" ? id : undefined)}
    />
  );
}

async function share(open: string | undefined) {
  await flushTyped();
  const meeting = open ?? (await call("meeting_to_show", { today: today() }));
  // What was said last may have named somebody.
  silence();
  go("shared", meeting ?? "-");
  await call("share_screen", { shown: { meeting: meeting ?? null, slide: "", blank: false } });
}
