// The warning about a partnership's file on a share or in a folder that a program synchronises.
import { useRead } from "../ipc/query";
import { useTexts } from "../texts";
import { Notice } from "../widgets/notice";

export function SharedPlace() {
  const { t } = useTexts();
  const place = useRead("file", {}).data?.shared_place;
  if (!place) return null;
  return (
    <Notice tone="warning">
      <p>
        <strong>{t("ui.exchange.shared_place", { place: t(`ui.exchange.place.${place}`) })}</strong>
      </p>
      <p>{t("ui.exchange.shared_place_help")}</p>
    </Notice>
  );
}
