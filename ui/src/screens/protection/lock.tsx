// Locking an encrypted file: with a button, when nobody has been at the computer for a while, and when it has slept. What
// was typed is saved first, as far as it can be.
import { useEffect } from "react";
import { call, onWake } from "../../ipc/call";
import { flushAll } from "../../ipc/drafts";
import { useRead } from "../../ipc/query";
import { useRoute } from "../../router";
import { useTexts } from "../../texts";
import { IconButton } from "../../widgets/button";
import { whenSaved } from "../closing";
import { entered } from "../files";

/** How often it is looked whether somebody is there, in milliseconds. */
const LOOK = 5_000;

/** So long, in milliseconds, locking waits for what is being saved. */
const PATIENCE = 3_000;

/** So long, in milliseconds, the window with the notes has to save. */
const NOTES = 1_000;

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => window.setTimeout(done, milliseconds));
}

/** Saves what can be saved in that time. The rest is given up: nobody is there to be asked. */
async function saveFor(milliseconds: number) {
  await Promise.race([flushAll().catch(() => false), pause(milliseconds)]);
}

export function LockButton() {
  const { t } = useTexts();
  const file = useRead("file", {}).data;
  if (!file?.encrypted) return null;
  return <IconButton icon="lock" label={t("ui.protection.lock")} onPress={() => void whenSaved(lock)} />;
}

/** Locks the open file and shows what unlocks it. */
async function lock() {
  await call("lock_file", {});
  entered("");
}

/**
 * Locks after so many minutes without a key, a pointer or a wheel, and as soon as the computer wakes. While the screen is
 * shared the people in the room look at it, and it stays; but a computer that slept is not looked at.
 */
export function AutoLock() {
  const encrypted = useRead("file", {}).data?.encrypted ?? false;
  const minutes = useRead("settings", {}).data?.lock_after;
  const [place] = useRoute();
  const sharing = place === "shared" || place === "notes";
  useEffect(() => {
    if (!encrypted) return;
    return onWake(async () => {
      await saveFor(PATIENCE);
      // The window with the notes is closed by the one with the shared screen, which lets it save first.
      if (place === "notes") return;
      if (sharing) {
        await pause(NOTES);
        await call("end_sharing", {}).catch(() => null);
      }
      await lock();
    });
  }, [encrypted, place, sharing]);
  useEffect(() => {
    if (!encrypted || sharing || minutes === undefined) return;
    let seen = Date.now();
    const note = () => {
      seen = Date.now();
    };
    const events = ["keydown", "pointermove", "pointerdown", "wheel"] as const;
    for (const event of events) window.addEventListener(event, note, { passive: true });
    const timer = window.setInterval(() => {
      if (Date.now() - seen < minutes * 60_000) return;
      void saveFor(PATIENCE).then(lock);
    }, LOOK);
    return () => {
      for (const event of events) window.removeEventListener(event, note);
      window.clearInterval(timer);
    };
  }, [encrypted, sharing, minutes]);
  return null;
}
