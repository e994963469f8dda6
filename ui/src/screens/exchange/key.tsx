// This laptop's key: a text to send to colleagues, and letters of it to compare over the telephone.
import { useTexts } from "../../texts";
import { Button } from "../../widgets/button";
import { tell } from "../../widgets/notice";
import { onOneLine } from "./values";

export function LaptopKey({ value, check }: { value: string; check: string }) {
  const { t } = useTexts();
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      tell(t("ui.exchange.copied"));
    } catch {
      // Where the system keeps its clipboard to itself the text can still be marked and copied.
      tell(t("ui.exchange.copy_by_hand"));
    }
  }
  return (
    <>
      <p>{t("ui.exchange.key_help")}</p>
      <p className="laptop-key">{value}</p>
      <p>{t("ui.exchange.check", { letters: onOneLine(check) })}</p>
      <div>
        <Button onPress={() => void copy()}>{t("ui.exchange.copy")}</Button>
      </div>
    </>
  );
}
