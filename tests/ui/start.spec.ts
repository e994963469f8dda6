// The first start, in the languages and colours that differ most.
import { expect, test, violations } from "./app";

for (const language of ["en", "el"]) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      test.use({ language, colorScheme });

      test("the first screen speaks the system's language and is accessible", async ({ app, page }) => {
        await page.goto(app.url);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

test("the checker sees a planted fault", async ({ app, page }) => {
  await page.goto(app.url);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await page.evaluate(() => {
    const image = document.createElement("img");
    image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
    document.querySelector("main")?.append(image);
  });
  expect((await violations(page)).map((violation) => violation.split(":")[0])).toEqual(["image-alt"]);
});
