// The action points of all meetings, the overdue ones first, of all agencies or of one.
import { useState } from "react";
import type { ActionRow } from "../../ipc/bindings";
import { useRead } from "../../ipc/query";
import { link } from "../../router";
import { useTexts } from "../../texts";
import { today } from "../../today";
import { Anchor } from "../../widgets/button";
import { ChoiceField } from "../../widgets/choice";
import { Icon } from "../../widgets/icon";
import { Table, type TableColumn } from "../../widgets/table";
import { Refusal } from "../actions";
import { Page } from "../page";
import { label, plain, useNames } from "../values";

export function ActionsScreen() {
  const texts = useTexts();
  const { t } = texts;
  const [agency, setAgency] = useState<string | null>(null);
  const [state, setState] = useState("live");
  const agencies = useNames("agency");
  const args = agency === null ? { today: today() } : { today: today(), agency };
  const read = useRead("action_list", args, { keep: true });
  const rows = (read.data ?? []).filter((row) => state === "all" || row.live);
  const columns: TableColumn<ActionRow>[] = [
    {
      id: "number",
      title: t("entity.action_point.number"),
      cell: (row) => <span className="keep">{row.number ?? "–"}</span>,
    },
    {
      id: "text",
      title: t("entity.action_point.text"),
      cell: (row) => plain(texts, undefined, row.text),
    },
    {
      id: "owner",
      title: t("entity.action_point.owner_agency"),
      cell: (row) =>
        [plain(texts, undefined, row.owner_name), row.owner_function].filter(Boolean).join(", ") || "–",
    },
    {
      id: "due",
      title: t("entity.action_point.due"),
      cell: (row) => <span className="keep">{row.due ? texts.date(row.due) : "–"}</span>,
    },
    {
      id: "status",
      title: t("entity.action_point.status"),
      cell: (row) =>
        row.overdue ? (
          <span className="late">
            <Icon name="warning" />
            {t("ui.actions.overdue")}
          </span>
        ) : (
          label(texts, "action_status", row.status)
        ),
    },
    {
      id: "agreed",
      title: t("ui.actions.agreed_on"),
      minor: true,
      cell: (row) => <span className="keep">{texts.date(row.agreed_on)}</span>,
    },
  ];
  return (
    <Page
      title={t("ui.nav.action_point")}
      place="action_point"
      back={
        <p className="back">
          <Anchor href={link("meeting")} icon="left">
            {t("entity.meeting.many")}
          </Anchor>
        </p>
      }
      intro={t("ui.actions.intro")}
      beside={
        <Anchor
          kind="plain"
          icon="report"
          href={
            agency === null ? link("reports", "action_list") : link("reports", "agency_action_list", agency)
          }
        >
          {t(agency === null ? "ui.actions.paper_all" : "ui.actions.paper_agency")}
        </Anchor>
      }
    >
      <div className="report-choice">
        <ChoiceField
          label={t("ui.actions.agency")}
          name="agency"
          value={agency}
          none={t("ui.actions.all_agencies")}
          choices={agencies.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setAgency}
        />
        <ChoiceField
          label={t("ui.actions.state")}
          name="state"
          value={state}
          choices={["live", "all"].map((one) => ({ value: one, label: t(`ui.actions.state_${one}`) }))}
          onChange={(value) => setState(value ?? "live")}
        />
      </div>
      <Refusal error={read.error} />
      <Table
        label={t("ui.nav.action_point")}
        columns={columns}
        rows={rows}
        rowId={(row) => row.id}
        rowLink={(row) => link("meeting", row.meeting, "action_point", row.id)}
        empty={t("ui.actions.none")}
      />
    </Page>
  );
}
