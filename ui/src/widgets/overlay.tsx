// What opens above the page: dialogs and menus.
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Dialog,
  Heading,
  Menu,
  MenuItem,
  MenuTrigger,
  Modal,
  ModalOverlay,
  Popover,
} from "react-aria-components";
import { Icon, type IconName } from "./icon";

interface PanelProps {
  title: string;
  open: boolean;
  onClose: () => void;
  closeLabel: string;
  size?: "small" | "wide";
  role?: "dialog" | "alertdialog";
  children: ReactNode;
  /** Buttons below the content. */
  actions?: ReactNode;
}

export function Panel({
  title,
  open,
  onClose,
  closeLabel,
  size = "small",
  role,
  children,
  actions,
}: PanelProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={false}
    >
      <Modal className="panel" data-size={size}>
        <Dialog className="panel-dialog" role={role ?? "dialog"}>
          <header className="panel-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <AriaButton
              className="button icon-button"
              data-kind="quiet"
              aria-label={closeLabel}
              onPress={onClose}
            >
              <Icon name="close" />
            </AriaButton>
          </header>
          <div className="panel-body">{children}</div>
          {actions ? <footer className="panel-foot">{actions}</footer> : null}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

interface MenuEntry {
  id: string;
  label: string;
  hint?: string | undefined;
  chosen?: boolean;
}

interface MenuButtonProps {
  label: ReactNode;
  /** Where the visible label is not enough. */
  spoken?: string;
  icon?: IconName;
  kind?: "plain" | "quiet";
  entries: MenuEntry[];
  onChoose: (id: string) => void;
  small?: boolean;
  /** Whether one of the entries is the present one. */
  single?: boolean;
}

export function MenuButton({
  label,
  spoken,
  icon,
  kind = "quiet",
  entries,
  onChoose,
  small,
  single,
}: MenuButtonProps) {
  const chosen = entries.filter((entry) => entry.chosen).map((entry) => entry.id);
  return (
    <MenuTrigger>
      <AriaButton
        className="button"
        data-kind={kind}
        {...(small ? { "data-small": "" } : {})}
        {...(spoken ? { "aria-label": spoken } : {})}
      >
        {icon ? <Icon name={icon} /> : null}
        <span>{label}</span>
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover">
        <Menu
          className="list-box"
          onAction={(key) => onChoose(String(key))}
          {...(single ? { selectionMode: "single" as const, selectedKeys: chosen } : {})}
        >
          {entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className="list-item">
              <span>{entry.label}</span>
              {entry.hint ? <span className="item-hint">{entry.hint}</span> : null}
              {single ? <Icon name="check" /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
