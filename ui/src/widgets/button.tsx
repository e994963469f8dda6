// Buttons and links that look like them.
import type { ReactNode } from "react";
import { Button as AriaButton, Link as AriaLink, Tooltip, TooltipTrigger } from "react-aria-components";
import { Icon, type IconName } from "./icon";

type ButtonKind = "primary" | "plain" | "quiet" | "danger";

interface Common {
  kind?: ButtonKind;
  icon?: IconName;
  children?: ReactNode;
}

interface ButtonProps extends Common {
  onPress?: () => void;
  /** Sends the form in which it stands. */
  type?: "submit";
  disabled?: boolean;
  /** Under way: the button keeps its place and the focus, and does nothing. */
  busy?: boolean;
  autoFocus?: boolean;
  id?: string;
  describedBy?: string;
  /** Where the visible words are not enough. */
  spoken?: string;
}

export function Button(props: ButtonProps) {
  const { kind = "plain", icon, children, disabled, busy, describedBy, spoken, onPress, ...rest } = props;
  return (
    <AriaButton
      className="button"
      data-kind={kind}
      isDisabled={disabled ?? false}
      onPress={() => {
        if (!busy) onPress?.();
      }}
      {...(busy ? { "data-busy": "" } : {})}
      {...(describedBy ? { "aria-describedby": describedBy } : {})}
      {...(spoken ? { "aria-label": spoken } : {})}
      {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </AriaButton>
  );
}

interface IconButtonProps {
  icon: IconName;
  label: string;
  onPress: () => void;
  disabled?: boolean;
  shortcut?: string;
}

/** A button that shows an icon only; its label appears on hover and focus. */
export function IconButton({ icon, label, onPress, disabled, shortcut }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500}>
      <AriaButton
        className="button icon-button"
        data-kind="quiet"
        aria-label={label}
        onPress={onPress}
        isDisabled={disabled ?? false}
        {...(shortcut ? { "aria-keyshortcuts": shortcut } : {})}
      >
        <Icon name={icon} />
      </AriaButton>
      <Tooltip className="tooltip" offset={6}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A link inside the window; `kind` makes it look like a button. */
export function Anchor({
  href,
  kind,
  icon,
  children,
  current,
}: Common & { href: string; current?: boolean }) {
  return (
    <AriaLink
      href={href}
      className={kind ? "button" : "anchor"}
      {...(kind ? { "data-kind": kind } : {})}
      {...(current ? { "aria-current": "page" } : {})}
    >
      {icon ? <Icon name={icon} /> : null}
      {kind || icon ? <span>{children}</span> : children}
    </AriaLink>
  );
}
