// The frame around every screen: navigation, the state of saving, undo and redo, the sample's banner.
import { type ReactNode, useEffect, useState } from "react";
import { useSaving } from "../ipc/drafts";
import { useRead } from "../ipc/query";
import { link } from "../router";
import { useTexts } from "../texts";
import { Anchor, Button, IconButton } from "../widgets/button";
import { Icon, type IconName } from "../widgets/icon";
import { untellUnless } from "../widgets/notice";
import { errorText, takeBack } from "./actions";
import { LiveMark } from "./exchange/live";
import { problemText } from "./problem";
import { ProtectionNotice } from "./protection";
import { LockButton } from "./protection/lock";
import { ShareButton } from "./shared/share";
import { SharedPlace } from "./shared-place";

const PLACES: { path: string; icon: IconName; apart?: boolean; network?: boolean }[] = [
  { path: "overview", icon: "overview" },
  { path: "situation_analysis", icon: "analysis" },
  { path: "training_session", icon: "training" },
  { path: "pilot_initiative", icon: "pilot" },
  { path: "meeting", icon: "calendar" },
  { path: "participant", icon: "people" },
  { path: "reports", icon: "report" },
  { path: "network", icon: "network", network: true },
  { path: "partnership", icon: "partnership", apart: true },
  { path: "exchange", icon: "exchange" },
  { path: "protection", icon: "lock" },
  { path: "data", icon: "data" },
];

/** Screens that are reached from another one. */
const PART_OF: Record<string, string> = {
  about: "data",
  action_point: "meeting",
  retention: "data",
  changes: "data",
};

export function Shell({ place, children }: { place: string; children: ReactNode }) {
  const texts = useTexts();
  const { t } = texts;
  const file = useRead("file", {}).data;
  const [open, setOpen] = useState(false);
  useShortcuts();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when another screen is entered
  useEffect(() => setOpen(false), [place]);
  return (
    <div className="shell" data-menu={open}>
      <button type="button" className="skip" onClick={() => document.getElementById("content")?.focus()}>
        {t("ui.shell.skip")}
      </button>
      <header className="top">
        <div className="menu-toggle">
          <Button kind="quiet" icon={open ? "close" : "menu"} onPress={() => setOpen(!open)}>
            {t("ui.shell.menu")}
          </Button>
        </div>
        <p className="brand">{t("app.name")}</p>
        <p className="file-name">
          <span>{file?.name}</span>
          <span className="partner">{file?.partner_name}</span>
        </p>
        <LiveMark />
        <SaveState />
        <UndoRedo />
        <ShareButton />
        <LockButton />
      </header>
      <nav className="side" aria-label={t("ui.shell.navigation")}>
        <ul>
          {PLACES.filter(({ network }) => !network || file?.network).map(({ path, icon, apart }) => (
            <li key={path} data-apart={apart}>
              <Anchor href={link(path)} icon={icon} current={path === (PART_OF[place] ?? place)}>
                {t(`ui.nav.${path}`)}
              </Anchor>
            </li>
          ))}
        </ul>
      </nav>
      <main id="content" tabIndex={-1}>
        {file?.sample ? (
          <p className="sample-banner">
            <Icon name="info" />
            <span>{t("ui.sample.banner")}</span>
          </p>
        ) : null}
        {place === "overview" ? (
          <>
            <SharedPlace />
            <ProtectionNotice />
          </>
        ) : null}
        {children}
      </main>
    </div>
  );
}

/** Saved, saving, or not saved and why. A refusal leads to the field. */
function SaveState() {
  const texts = useTexts();
  const { t } = texts;
  const { state, refused } = useSaving();
  const first = refused.find((draft) => draft.id !== null);
  const problem = first ? Object.values(first.problems)[0] : undefined;
  if (state === "refused" && first) {
    const reason = problem ? problemText(texts, problem) : first.error ? errorText(texts, first.error) : "";
    return (
      <div className="save-state" data-state="refused" role="status">
        <Icon name="warning" />
        <span>
          <strong>{t("ui.save.refused")}</strong>{" "}
          {problem ? texts.pair(t(`entity.${first.entity}.${problem.field}`), reason) : reason}
        </span>
      </div>
    );
  }
  return (
    <div className="save-state" data-state={state}>
      {state === "saved" ? <Icon name="check" /> : <span className="dot" aria-hidden="true" />}
      <span>{t(`ui.save.${state}`)}</span>
    </div>
  );
}

function UndoRedo() {
  const texts = useTexts();
  const can = useRead("undoable", {}).data;
  const step = can?.step;
  useEffect(() => {
    if (step !== undefined) untellUnless(step);
  }, [step]);
  return (
    <div className="undo-redo">
      <IconButton
        icon="undo"
        label={texts.t("ui.undo.undo")}
        shortcut="Control+Z"
        disabled={!can?.undo}
        onPress={() => void takeBack(texts, "undo")}
      />
      <IconButton
        icon="redo"
        label={texts.t("ui.undo.redo")}
        shortcut="Control+Y"
        disabled={!can?.redo}
        onPress={() => void takeBack(texts, "redo")}
      />
    </div>
  );
}

/** Undo and redo from anywhere but a field, which has its own. */
function useShortcuts() {
  const texts = useTexts();
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const target = event.target as HTMLElement;
      if (target.closest("input:not([type=checkbox]), textarea, [role=spinbutton]")) return;
      const key = event.key.toLowerCase();
      const name = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
      if (!name) return;
      event.preventDefault();
      void takeBack(texts, name);
    }
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [texts]);
}
