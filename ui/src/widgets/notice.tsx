// Words that are not part of the content: notices on the page, announcements for screen readers, and the one message
// at the window's lower edge, which stays until it is answered or another takes its place.
import { type ReactNode, useSyncExternalStore } from "react";
import { Button, IconButton } from "./button";
import { Icon, type IconName } from "./icon";

type NoticeTone = "info" | "warning" | "danger" | "done";

const ICONS: Record<NoticeTone, IconName> = {
  info: "info",
  warning: "warning",
  danger: "warning",
  done: "check",
};

export function Notice(props: {
  tone: NoticeTone;
  children: ReactNode;
  alert?: boolean;
  actions?: ReactNode;
}) {
  return (
    <div className="notice" data-tone={props.tone} {...(props.alert ? { role: "alert" } : {})}>
      <Icon name={ICONS[props.tone]} />
      <div className="notice-words">{props.children}</div>
      {props.actions ? <div className="notice-actions">{props.actions}</div> : null}
    </div>
  );
}

interface Message {
  words: string;
  action?: { label: string; run: () => void };
  /** The write that the action takes back: the message goes when that is no longer the most recent one. */
  step?: number | null;
}

let spoken = "";
let message: Message | null = null;
const listeners = new Set<() => void>();

/** Has a screen reader say `words` at the next pause. */
export function announce(words: string) {
  // The same words twice are only said twice when the text differs.
  spoken = spoken === words ? `${words}\u00a0` : words;
  changed();
}

/** Shows a message at the window's lower edge, and says it. */
export function tell(words: string, action?: Message["action"], step?: number | null) {
  message = action ? { words, action, step: step ?? null } : { words };
  announce(words);
}

/** Takes away a message whose action would take back another write than the most recent one. */
export function untellUnless(step: number | null) {
  if (message?.step != null && message.step !== step) untell();
}

export function untell() {
  if (message === null) return;
  message = null;
  changed();
}

/** Takes back what was said last, and any message: neither stands on the page any more. */
export function silence() {
  spoken = "";
  message = null;
  changed();
}

export function Announcer() {
  const words = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div className="unseen" role="status" aria-live="polite">
      {words}
    </div>
  );
}

export function MessageBar({ closeLabel, label }: { closeLabel: string; label: string }) {
  const now = useSyncExternalStore(subscribe, () => message);
  if (!now) return null;
  // The focus must not go with the button that has it.
  const close = () => {
    untell();
    document.querySelector<HTMLElement>("main")?.focus();
  };
  return (
    <section className="message" aria-label={label}>
      <span>{now.words}</span>
      {now.action ? (
        <Button
          kind="plain"
          onPress={() => {
            close();
            now.action?.run();
          }}
        >
          {now.action.label}
        </Button>
      ) : null}
      <IconButton icon="close" label={closeLabel} onPress={close} />
    </section>
  );
}

function changed() {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
