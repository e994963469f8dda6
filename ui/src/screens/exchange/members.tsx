// The laptops that take part: adding one by the key that its officer sent, and removing one.
import { useState } from "react";
import type { Exchange, MemberRow } from "../../ipc/bindings";
import { useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { WordsField } from "../../widgets/field";
import { Table } from "../../widgets/table";
import { Asking, FormDialog } from "../dialogs";
import { useGone } from "../focus";
import { problemsOf } from "../problem";

export function Members({ exchange }: { exchange: Exchange }) {
  const { t, pair } = useTexts();
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<MemberRow | null>(null);
  const others = exchange.members.filter((member) => !member.own && member.removed_on === null);
  const { frame, gone } = useGone<HTMLElement>(others, { openers: "td button" });
  return (
    <section className="section" aria-labelledby="members-title" ref={frame}>
      <h2 id="members-title">{t("entity.member.many")}</h2>
      <Table
        label={t("entity.member.many")}
        rows={exchange.members}
        rowId={(member) => member.id}
        empty={t("ui.exchange.no_members")}
        columns={[
          {
            id: "label",
            title: t("entity.member.label"),
            cell: (member) => (member.own ? t("ui.exchange.own", { name: member.label }) : member.label),
          },
          {
            id: "check",
            title: t("ui.exchange.check_title"),
            cell: (member) => <span className="keep">{member.check}</span>,
          },
          { id: "since", title: t("entity.member.joined_on"), cell: (member) => <Since member={member} /> },
          {
            id: "remove",
            title: t("ui.exchange.change"),
            cell: (member) =>
              !others.includes(member) ? (
                "–"
              ) : (
                <Button
                  kind="quiet"
                  spoken={pair(t("ui.exchange.remove"), member.label)}
                  onPress={() => setRemoving(member)}
                >
                  {t("ui.exchange.remove")}
                </Button>
              ),
          },
        ]}
      />
      {exchange.label !== null ? (
        <div className="parts-head">
          <Button icon="plus" onPress={() => setAdding(true)}>
            {t("ui.exchange.add")}
          </Button>
        </div>
      ) : null}
      {adding ? <AddMember onClose={() => setAdding(false)} /> : null}
      {removing ? (
        <RemoveMember
          member={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            gone(others.indexOf(removing), removing.id);
          }}
        />
      ) : null}
    </section>
  );
}

function Since({ member }: { member: MemberRow }) {
  const texts = useTexts();
  return member.removed_on === null
    ? texts.date(member.joined_on)
    : texts.period(member.joined_on, member.removed_on);
}

function AddMember({ onClose }: { onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [label, setLabel] = useState("");
  const [key, setKey] = useState("");
  const add = useWrite("add_member");
  const problem = problemsOf(texts, add.error);
  return (
    <FormDialog
      title={t("ui.exchange.add")}
      act={t("ui.word.add")}
      onAct={() => add.mutate({ label, key }, { onSuccess: onClose })}
      busy={add.isPending}
      onClose={onClose}
      error={add.error}
    >
      <p>{t("ui.exchange.add_help")}</p>
      <WordsField
        name="label"
        label={t("entity.member.label")}
        help={t("ui.exchange.name_help")}
        value={label}
        onChange={setLabel}
        problem={problem("label")}
        autoFocus
      />
      <WordsField
        name="key"
        label={t("entity.member.key")}
        value={key}
        onChange={setKey}
        lines={4}
        problem={problem("key")}
      />
    </FormDialog>
  );
}

interface RemoveProps {
  member: MemberRow;
  onClose: () => void;
  onRemoved: () => void;
}

function RemoveMember({ member, onClose, onRemoved }: RemoveProps) {
  const { t, pair } = useTexts();
  const remove = useWrite("remove_member");
  return (
    <Asking
      title={pair(t("ui.exchange.remove"), member.label)}
      act={t("ui.exchange.remove")}
      onAct={() => remove.mutate({ member: member.id }, { onSuccess: onRemoved })}
      busy={remove.isPending}
      onClose={onClose}
      error={remove.error}
    >
      <p>{t("ui.exchange.remove_help")}</p>
    </Asking>
  );
}
