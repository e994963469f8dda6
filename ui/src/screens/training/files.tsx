// The files attached to a record: signed sheets, photos, other documents, kept inside the partnership's file.
import { useState } from "react";
import { type AnyRecord, useRead, useWrite, write } from "../../ipc/query";
import { useTexts } from "../../texts";
import { IconButton } from "../../widgets/button";
import { announce, tell } from "../../widgets/notice";
import { MenuButton } from "../../widgets/overlay";
import { Table } from "../../widgets/table";
import { attempt, Refusal } from "../actions";
import { PartPanel, useRemoval } from "../parts";
import { inLanguage, label, useCatalogue } from "../values";

export function Files({ subject }: { subject: string }) {
  const texts = useTexts();
  const { t } = texts;
  const read = useRead("attachments", { subject });
  const attach = useWrite("attach_file");
  const kinds = useCatalogue("attachment_kind");
  const [open, setOpen] = useState<string | null>(null);
  const rows = (read.data as AnyRecord[] | undefined) ?? [];
  const { frame, removePart } = useRemoval("attachment", rows);

  const save = (attachment: string) =>
    attempt(texts, async () =>
      tell(t("ui.attachment.saved", { path: await write("save_attachment", { attachment }) })),
    );

  return (
    <div className="parts" ref={frame}>
      <p className="intro">{t("ui.attachment.limit")}</p>
      <Refusal error={read.error ?? attach.error} />
      <div className="parts-head">
        <MenuButton
          label={t("ui.attachment.attach")}
          icon="plus"
          kind="plain"
          entries={kinds.map((kind) => ({ id: kind, label: label(texts, "attachment_kind", kind) }))}
          onChoose={(kind) =>
            attach.mutate(
              { subject, kind },
              {
                onSuccess: (made) => announce(t("ui.attachment.attached", { name: made.file_name })),
              },
            )
          }
        />
      </div>
      <Table
        label={t("entity.attachment.many")}
        rows={rows}
        rowId={(row) => row.id}
        onOpen={(row) => setOpen(row.id)}
        empty={t("ui.empty.attachment")}
        columns={[
          {
            id: "file_name",
            title: t("entity.attachment.file_name"),
            cell: (row) => String(row.file_name),
          },
          {
            id: "kind",
            title: t("entity.attachment.kind"),
            cell: (row) => label(texts, "attachment_kind", row.kind),
          },
          {
            id: "caption",
            title: t("entity.attachment.caption"),
            cell: (row) => inLanguage(row.caption, texts.language)?.words ?? "–",
          },
          {
            id: "size",
            title: t("entity.attachment.size"),
            align: "end",
            minor: true,
            cell: (row) => texts.number(row.size),
          },
          {
            id: "actions",
            title: t("ui.report.actions"),
            cell: (row) => (
              <span className="row-actions">
                <IconButton
                  icon="save"
                  label={texts.pair(t("ui.attachment.save"), String(row.file_name))}
                  onPress={() => void save(row.id)}
                />
              </span>
            ),
          },
        ]}
      />
      {open !== null ? (
        <PartPanel
          entity="attachment"
          id={open}
          onClose={() => setOpen(null)}
          onDelete={(name) => {
            const at = rows.findIndex((row) => row.id === open);
            setOpen(null);
            void removePart(at, open, name);
          }}
        />
      ) : null}
    </div>
  );
}
