// The folder in which files of colleagues arrive, and those that were not taken in yet.
import { useState } from "react";
import type { FoundBundle } from "../../ipc/bindings";
import { useRead, useWrite } from "../../ipc/query";
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { Table } from "../../widgets/table";
import { errorText, Refusal } from "../actions";
import { focusSoon, useGone } from "../focus";
import { TakeIn } from "./take-in";

export function Folder({ member }: { member: boolean }) {
  const texts = useTexts();
  const { t } = texts;
  const folder = useRead("settings", {}).data?.exchange_folder ?? null;
  const found = useRead("look_in_folder", {}, { when: folder !== null });
  const choose = useWrite("choose_exchange_folder");
  const forget = useWrite("forget_exchange_folder");
  const [taking, setTaking] = useState<string | null>(null);
  const rows = (found.data ?? NONE).map((file) => ({ ...file, id: file.path }));
  const { frame, gone } = useGone<HTMLElement>(rows, { openers: "td button" });
  const chooser = () => frame.current?.querySelector<HTMLElement>(".parts-head button");
  if (!member) return null;
  return (
    <section className="section" aria-labelledby="folder-title" ref={frame}>
      <h2 id="folder-title">{t("ui.exchange.folder_title")}</h2>
      <p>{t("ui.exchange.folder_help")}</p>
      {folder !== null ? <p className="path">{folder}</p> : null}
      <div className="parts-head">
        <Button icon="data" onPress={() => choose.mutate({})}>
          {t("ui.exchange.choose_folder")}
        </Button>
        {folder !== null ? (
          <>
            <Button onPress={() => void found.refetch()}>{t("ui.exchange.look_again")}</Button>
            <Button kind="quiet" onPress={() => forget.mutate({}, { onSuccess: () => focusSoon(chooser) })}>
              {t("ui.exchange.forget_folder")}
            </Button>
          </>
        ) : null}
      </div>
      <Refusal error={choose.error ?? forget.error ?? found.error} />
      {folder !== null && found.data ? (
        <Table
          label={t("ui.exchange.found")}
          rows={rows}
          rowId={(file) => file.id}
          empty={t("ui.exchange.nothing_found")}
          columns={[
            { id: "name", title: t("ui.exchange.file"), cell: (file) => file.file_name },
            {
              id: "from",
              title: t("entity.member.one"),
              cell: (file) => file.device ?? errorText(texts, { code: file.problem ?? "" }),
            },
            {
              id: "at",
              title: t("ui.exchange.made_at"),
              cell: (file) => <span className="keep">{texts.time(file.made_at) || "–"}</span>,
            },
            {
              id: "take",
              title: t("ui.exchange.change"),
              cell: (file) =>
                file.problem === null ? (
                  <Button
                    spoken={texts.pair(t("ui.exchange.take_in"), file.file_name)}
                    onPress={() => setTaking(file.path)}
                  >
                    {t("ui.exchange.take_in")}
                  </Button>
                ) : (
                  "–"
                ),
            },
          ]}
        />
      ) : null}
      {taking ? (
        <TakeIn
          path={taking}
          onClose={(taken) => {
            setTaking(null);
            if (taken)
              gone(
                rows.findIndex(({ path }) => path === taking),
                taking,
              );
          }}
        />
      ) : null}
    </section>
  );
}

const NONE: FoundBundle[] = [];
