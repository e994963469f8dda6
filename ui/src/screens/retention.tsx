// How long personal data are kept: the dates by kind of data, what is past them and the yearly purge, and the log of what
// was erased. Nothing is erased before it was chosen, seen and confirmed.
import { useState } from "react";
import type { DueRecord, RetentionClassPlan, RetentionPlan } from "../ipc/bindings";
import { call } from "../ipc/call";
import { flushTyped } from "../ipc/drafts";
import { useRead, useWrite } from "../ipc/query";
import { useTexts } from "../texts";
import { today } from "../today";
import { Button } from "../widgets/button";
import { ChoiceField } from "../widgets/choice";
import { DateEntry } from "../widgets/date";
import { FlagField } from "../widgets/field";
import { tell } from "../widgets/notice";
import { Table } from "../widgets/table";
import { Refusal } from "./actions";
import { Erasing, FormDialog } from "./dialogs";
import { deviceName } from "./history";
import { Page } from "./page";
import { problemsOf } from "./problem";
import { label } from "./values";

export function RetentionScreen() {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead("retention", { today: today(), language: texts.language }, { keep: true });
  const plan = read.data;
  return (
    <Page title={t("ui.retention.title")} place="retention" intro={t("ui.retention.intro")}>
      <Refusal error={read.error} />
      {plan ? (
        <>
          <Rules classes={plan.classes} />
          <Purge plan={plan} />
        </>
      ) : null}
      <Log />
    </Page>
  );
}

/** Until when each kind of data is kept, and what is done then. */
function Rules({ classes }: { classes: RetentionClassPlan[] }) {
  const texts = useTexts();
  const { t } = texts;
  const [open, setOpen] = useState<string | null>(null);
  const chosen = classes.find((one) => one.class === open);
  const until = ({ keep_until }: RetentionClassPlan) =>
    keep_until ? texts.date(keep_until) : t("ui.retention.own_date");
  return (
    <section className="section" aria-labelledby="rules-title">
      <h2 id="rules-title">{t("entity.retention_rule.many")}</h2>
      <p>{t("ui.retention.rules_help")}</p>
      <Table
        label={t("entity.retention_rule.many")}
        rows={classes}
        rowId={(row) => row.class}
        empty={null}
        columns={[
          {
            id: "class",
            title: t("entity.retention_rule.class"),
            cell: (row) => label(texts, "retention_class", row.class),
          },
          { id: "keep_until", title: t("entity.retention_rule.keep_until"), cell: until },
          {
            id: "action",
            title: t("entity.retention_rule.action"),
            cell: (row) => label(texts, "retention_action", row.action),
          },
          {
            id: "present",
            title: t("ui.retention.present"),
            align: "end",
            cell: (row) => texts.number(row.present),
          },
          {
            id: "due",
            title: t("ui.retention.due"),
            align: "end",
            cell: (row) => texts.number(row.due.length),
          },
          {
            id: "change",
            title: t("ui.exchange.change"),
            cell: (row) =>
              row.keep_until ? (
                <Button
                  kind="quiet"
                  spoken={texts.pair(t("ui.retention.change"), label(texts, "retention_class", row.class))}
                  onPress={() => setOpen(row.class)}
                >
                  {t("ui.retention.change")}
                </Button>
              ) : null,
          },
        ]}
      />
      {chosen ? <Rule of={chosen} onClose={() => setOpen(null)} /> : null}
    </section>
  );
}

function Rule({ of, onClose }: { of: RetentionClassPlan; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const [until, setUntil] = useState<string | null>(of.keep_until);
  const [action, setAction] = useState(of.action);
  const save = useWrite("set_retention");
  const run = () => save.mutate({ class: of.class, keep_until: until ?? "", action }, { onSuccess: onClose });
  return (
    <FormDialog
      title={label(texts, "retention_class", of.class)}
      act={t("ui.retention.save")}
      onAct={run}
      busy={save.isPending}
      onClose={onClose}
      error={save.error}
    >
      <DateEntry
        name="keep_until"
        label={t("entity.retention_rule.keep_until")}
        value={until}
        onChange={(next) => setUntil(next as string | null)}
        problem={problemsOf(texts, save.error)("keep_until")}
        clearLabel={t("ui.field.clear", { field: t("entity.retention_rule.keep_until") })}
      />
      <ChoiceField
        name="action"
        label={t("entity.retention_rule.action")}
        value={action}
        onChange={(next) => next && setAction(next)}
        choices={of.actions.map((code) => ({ value: code, label: label(texts, "retention_action", code) }))}
      />
    </FormDialog>
  );
}

/** What is past its date, and the way to look through it. */
function Purge({ plan }: { plan: RetentionPlan }) {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const due = plan.classes.some((one) => one.due.length > 0);
  return (
    <section className="section" aria-labelledby="due-title">
      <h2 id="due-title">{t("ui.retention.due")}</h2>
      {due ? (
        <div>
          <Button kind="primary" onPress={() => setOpen(true)}>
            {t("ui.retention.purge")}
          </Button>
        </div>
      ) : (
        <p className="empty">{t("ui.retention.nothing")}</p>
      )}
      {open ? <PurgePanel plan={plan} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

function PurgePanel({ plan, onClose }: { plan: RetentionPlan; onClose: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const due = plan.classes.filter((one) => one.due.length > 0);
  const all = due.flatMap((one) => one.due.map(({ id }) => id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  async function apply() {
    await flushTyped();
    const args = { today: today(), chosen: [...chosen], digest: plan.digest };
    return (await call("apply_retention", args)).copies;
  }

  function choose(record: DueRecord, next: boolean) {
    const ids = new Set(chosen);
    if (next) ids.add(record.id);
    else ids.delete(record.id);
    setChosen(ids);
  }

  return (
    <Erasing
      title={t("ui.retention.purge")}
      act={t("ui.retention.apply")}
      sure={t("ui.retention.sure", { count: texts.number(chosen.size) })}
      nothing={chosen.size === 0}
      erase={apply}
      onErased={onClose}
      onClose={onClose}
    >
      <div className="parts-head">
        <Button kind="quiet" onPress={() => setChosen(new Set(all))}>
          {t("ui.retention.all")}
        </Button>
        <Button kind="quiet" onPress={() => setChosen(new Set())}>
          {t("ui.retention.none")}
        </Button>
        <span role="status">{t("ui.retention.chosen", { count: texts.number(chosen.size) })}</span>
      </div>
      {due.map((one) => (
        <DueClass key={one.class} of={one} chosen={chosen} onChoose={choose} />
      ))}
    </Erasing>
  );
}

interface DueProps {
  of: RetentionClassPlan;
  chosen: ReadonlySet<string>;
  onChoose: (record: DueRecord, chosen: boolean) => void;
}

function DueClass({ of, chosen, onChoose }: DueProps) {
  const texts = useTexts();
  const { t } = texts;
  const name = (record: DueRecord) => {
    const kind = t(`entity.${record.entity}.one`);
    return record.name ? texts.pair(kind, record.name) : texts.pair(kind, t("ui.retention.no_name"));
  };
  return (
    <section className="series-part" aria-labelledby={`due-${of.class}`}>
      <h3 id={`due-${of.class}`}>
        {texts.pair(label(texts, "retention_class", of.class), label(texts, "retention_action", of.action))}
      </h3>
      <ul className="mentions">
        {of.due.map((record) => (
          <li key={record.id}>
            <FlagField
              name={`due-${record.id}`}
              label={name(record)}
              help={texts.pair(t("entity.retention_rule.keep_until"), texts.date(record.keep_until))}
              value={chosen.has(record.id)}
              onChange={(next) => onChoose(record, next)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What was erased, without names. */
function Log() {
  const texts = useTexts();
  const { t } = texts;
  const rows = useRead("deletions", {}).data ?? [];
  const save = useWrite("export_deletions");
  return (
    <section className="section" aria-labelledby="log-title">
      <h2 id="log-title">{t("erasure.log")}</h2>
      <p>{t("ui.retention.log_help")}</p>
      <Table
        label={t("erasure.log")}
        rows={rows}
        rowId={(row) => `${row.at}/${row.entity}/${row.reason}/${row.way}/${row.by}`}
        empty={t("ui.retention.log_empty")}
        columns={[
          { id: "at", title: t("erasure.column.at"), cell: (row) => texts.date(row.at.slice(0, 10)) },
          { id: "kind", title: t("erasure.column.kind"), cell: (row) => t(`entity.${row.entity}.many`) },
          {
            id: "count",
            title: t("erasure.column.count"),
            align: "end",
            cell: (row) => texts.number(row.count),
          },
          { id: "way", title: t("erasure.column.way"), cell: (row) => t(`erasure.way.${row.way}`) },
          {
            id: "reason",
            title: t("erasure.column.reason"),
            cell: (row) => label(texts, "erasure_reason", row.reason),
          },
          {
            id: "by",
            title: t("erasure.column.by"),
            cell: (row) => deviceName(texts, row),
          },
        ]}
      />
      {rows.length > 0 ? (
        <div>
          <Button
            icon="save"
            busy={save.isPending}
            onPress={() =>
              save.mutate(
                { language: texts.language },
                { onSuccess: ({ path }) => tell(t("ui.retention.log_saved", { path })) },
              )
            }
          >
            {t("ui.retention.log_export")}
          </Button>
        </div>
      ) : null}
      <Refusal error={save.error} />
    </section>
  );
}
