// The partners on the map of Europe, and the same as a table. A mark opens what the partner shared.
import { useState } from "react";
import type { MapPlace, Network, NetworkRow } from "../../ipc/bindings";
import { useRead } from "../../ipc/query";
import { useTexts } from "../../texts";
import { EuropeLegend, EuropeMap, type PlaceShape, PlaceSign } from "../../widgets/europe";
import { Table } from "../../widgets/table";
import { label } from "../values";
import { Shared } from "./partners";

const SHAPES: Record<string, PlaceShape> = { reported: "circle", overdue: "diamond", silent: "square" };

export function NetworkMap({ network }: { network: Network }) {
  const texts = useTexts();
  const { t } = texts;
  const europe = useRead("europe", {}).data;
  const [open, setOpen] = useState<NetworkRow | null>(null);
  const places = [...network.map].sort((a, b) => texts.compare(a.name, b.name));
  const state = (place: MapPlace) => label(texts, "partner_state", place.state);
  const shape = (place: MapPlace) => SHAPES[place.state] ?? "square";
  const where = (place: MapPlace) =>
    [
      place.city === place.name ? null : place.city,
      texts.countryName(place.country),
      place.by_country ? t("ui.network.by_country") : null,
    ]
      .filter(Boolean)
      .join(t("format.list_separator"));
  const show = (id: string) => setOpen(network.partners.find((row) => row.id === id) ?? null);
  return (
    <>
      <EuropeLegend
        items={Object.entries(SHAPES).map(([code, one]) => ({
          shape: one,
          words: label(texts, "partner_state", code),
        }))}
      />
      {europe ? (
        <EuropeMap
          label={t("ui.network.map")}
          width={europe.width}
          height={europe.height}
          lands={europe.lands}
          marks={places.map((place, at) => ({
            id: place.id,
            number: texts.number(at + 1),
            label: [texts.number(at + 1), place.name, where(place), state(place)].join(
              t("format.list_separator"),
            ),
            shape: shape(place),
            place: place.place,
            shown: place.shown,
          }))}
          onOpen={show}
        />
      ) : null}
      <p className="help">{t("report.by_country_note")}</p>
      <h2 className="group-title">{t("ui.network.map_table")}</h2>
      <Table
        label={t("ui.network.map_table")}
        rows={places.map((place, at) => ({ ...place, at: at + 1 }))}
        rowId={(place) => place.id}
        onOpen={(place) => show(place.id)}
        empty={t("ui.empty.network_partner")}
        columns={[
          { id: "name", title: t("ui.network.partner"), cell: (place) => place.name },
          {
            id: "number",
            title: t("ui.network.number"),
            align: "end",
            cell: (place) => texts.number(place.at),
          },
          { id: "place", title: t("report.whereabouts"), cell: where },
          {
            id: "state",
            title: t("ui.network.state"),
            cell: (place) => (
              <span className="europe-state">
                <PlaceSign shape={shape(place)} />
                {state(place)}
              </span>
            ),
          },
        ]}
      />
      {open ? <Shared row={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
