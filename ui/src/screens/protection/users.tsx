// The people who may open the file: adding one, changing what one may do, a passphrase that was forgotten, removing one.
import { useState } from "react";
import type { Protection, User } from "../../ipc/bindings";
import { useRead, useRecords, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { ChoiceField, SearchChoiceField } from "../../widgets/choice";
import { WordsField } from "../../widgets/field";
import { tell } from "../../widgets/notice";
import { Table } from "../../widgets/table";
import { Asking, FormDialog } from "../dialogs";
import { problemsOf } from "../problem";
import { inLanguage, label } from "../values";
import { NewPassphrase, useNewPassphrase } from "./new-passphrase";

/** What is done to a user, in a dialog of its own. */
type Doing = { what: "add" } | { what: "change" | "reset" | "remove"; user: User } | null;

export function Users({ protection, coordinates }: { protection: Protection; coordinates: boolean }) {
  const texts = useTexts();
  const { t, pair } = texts;
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  const action = (what: "change" | "reset" | "remove", user: User, shown: string) => (
    <Button kind="quiet" spoken={pair(shown, user.name)} onPress={() => setDoing({ what, user })}>
      {shown}
    </Button>
  );
  return (
    <section className="section" aria-labelledby="users-title">
      <h2 id="users-title">{t("ui.protection.users")}</h2>
      <p className="intro">{t("ui.protection.users_help")}</p>
      <Table
        label={t("ui.protection.users")}
        rows={protection.users}
        rowId={(user) => user.id}
        empty=""
        columns={[
          {
            id: "name",
            title: t("ui.protection.name"),
            cell: (user) =>
              user.id === protection.user ? `${user.name} (${t("ui.protection.you")})` : user.name,
          },
          {
            id: "role",
            title: t("ui.protection.role"),
            cell: (user) => label(texts, "user_role", user.role),
          },
          ...(coordinates
            ? [
                {
                  id: "actions",
                  title: t("ui.exchange.change"),
                  cell: (user: User) => (
                    <span className="row-actions">
                      {action("change", user, t("ui.protection.role"))}
                      {action("reset", user, t("ui.protection.next"))}
                      {user.id === protection.user ? null : action("remove", user, t("ui.protection.remove"))}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {coordinates ? (
        <div>
          <Button icon="plus" onPress={() => setDoing({ what: "add" })}>
            {t("ui.protection.add")}
          </Button>
        </div>
      ) : null}
      {doing?.what === "add" || doing?.what === "change" ? (
        <UserForm user={doing.what === "change" ? doing.user : null} onClose={close} />
      ) : null}
      {doing?.what === "reset" ? <Reset user={doing.user} onClose={close} /> : null}
      {doing?.what === "remove" ? <Remove user={doing.user} onClose={close} /> : null}
    </section>
  );
}

const named = ({ name }: User) => ({ name });

function UserForm({ user, onClose }: { user: User | null; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const roles = useRead("catalogues", {}).data?.user_role ?? [];
  const agencies = useRecords("agency");
  const [name, setName] = useState(user?.name ?? "");
  const [role, setRole] = useState<string | null>(user?.role ?? "contributor");
  const [agency, setAgency] = useState<string | null>(user?.agency ?? null);
  const passphrase = useNewPassphrase();
  const add = useWrite("add_user");
  const change = useWrite("change_user");
  const error = add.error ?? change.error;
  const problem = problemsOf(texts, error);

  function save() {
    const values = { name, role: role ?? "reader", agency };
    if (user) {
      change.mutate({ user: user.id, values }, { onSuccess: onClose });
      return;
    }
    const words = passphrase.take();
    if (words === null) return;
    const done = () => {
      onClose();
      tell(t("ui.protection.added", { name }));
    };
    add.mutate({ values, passphrase: words }, { onSuccess: done });
  }

  return (
    <FormDialog
      title={user ? t("ui.protection.change_user", named(user)) : t("ui.protection.add")}
      act={user ? t("ui.protection.save_user") : t("ui.word.add")}
      onAct={save}
      busy={add.isPending || change.isPending}
      onClose={onClose}
      error={error}
    >
      <WordsField
        name="name"
        label={t("ui.protection.name")}
        problem={problem("name")}
        value={name}
        onChange={setName}
        autoFocus
      />
      <ChoiceField
        name="role"
        label={t("ui.protection.role")}
        help={role ? t(`ui.protection.role_help.${role}`) : undefined}
        value={role}
        onChange={setRole}
        choices={roles.map((code) => ({ value: code, label: label(texts, "user_role", code) }))}
      />
      <SearchChoiceField
        label={t("ui.protection.agency")}
        value={agency}
        onChange={setAgency}
        openLabel={t("ui.field.show_choices")}
        choices={agencies.map((one) => ({
          value: one.id,
          label: inLanguage(one.name, texts.language)?.words ?? "",
        }))}
      />
      {user ? null : (
        <NewPassphrase
          state={passphrase}
          label={t("ui.protection.first_passphrase")}
          problem={problem("passphrase")}
        />
      )}
    </FormDialog>
  );
}

function Reset({ user, onClose }: { user: User; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const passphrase = useNewPassphrase();
  const reset = useWrite("reset_passphrase");
  function run() {
    const words = passphrase.take();
    if (words === null) return;
    const done = () => {
      onClose();
      tell(t("ui.protection.reset_done", named(user)));
    };
    reset.mutate({ user: user.id, passphrase: words }, { onSuccess: done });
  }
  return (
    <FormDialog
      title={t("ui.protection.reset", named(user))}
      act={t("ui.protection.save_user")}
      onAct={run}
      busy={reset.isPending}
      onClose={onClose}
      error={reset.error}
    >
      <NewPassphrase
        state={passphrase}
        label={t("ui.protection.next")}
        problem={problemsOf(texts, reset.error)("passphrase")}
      />
    </FormDialog>
  );
}

function Remove({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTexts();
  const remove = useWrite("remove_user");
  const done = () => {
    onClose();
    tell(t("ui.protection.removed", named(user)));
  };
  return (
    <Asking
      title={t("ui.protection.remove_user", named(user))}
      act={t("ui.protection.remove")}
      onAct={() => remove.mutate({ user: user.id }, { onSuccess: done })}
      busy={remove.isPending}
      onClose={onClose}
      error={remove.error}
    >
      <p>{t("ui.protection.remove_help", named(user))}</p>
    </Asking>
  );
}
